extension Bootstrap {
  /// The 95 % percentile intervals of measures over a stratified sample.
  ///
  /// From each stratum one unit fewer is drawn than it has, with replacement. A measure whose
  /// weights are those of ``rescaled(_:strata:groups:)`` then varies as much from draw to draw as it
  /// would from sample to sample; drawing as many as there are makes the interval of a stratum of
  /// eight too narrow by a sixteenth. A stratum of one unit keeps it in every draw, since one tells
  /// nothing of what varies.
  ///
  /// - Parameters:
  ///   - measures: What is computed, each over as many records, with rescaled weights.
  ///   - strata: The stratum of each record, numbered from 0.
  ///   - groups: The unit of each record, numbered from 0, all of whose records are of one stratum
  ///     and drawn together; nil when each is a unit by itself.
  /// - Returns: An interval for each measure; nil where fewer than half of the draws define it.
  /// - SeeAlso: Rao and Wu (1988), *Resampling inference with complex survey data*.
  public func intervals(
    of measures: [any WeightedMeasure],
    strata: [Int],
    groups: [Int]? = nil
  ) -> [Interval?] {
    guard !strata.isEmpty else { return measures.map { _ in nil } }
    let groups = groups ?? Array(strata.indices)
    let units = Self.units(of: strata, groups)
    var generator = SplitMix64(seed: seed)
    var values = [[Double]](repeating: [], count: measures.count)
    var draws = [Int](repeating: 0, count: (groups.max() ?? -1) + 1)
    for _ in 0..<resamples {
      for unit in draws.indices { draws[unit] = 0 }
      for units in units where !units.isEmpty {
        for _ in 0..<max(1, units.count - 1) {
          draws[units[generator.index(below: units.count)]] += 1
        }
      }
      let weights = groups.map { draws[$0] }
      for (index, measure) in measures.enumerated() {
        if let value = measure.value(weights) { values[index].append(value) }
      }
    }
    return values.map(interval)
  }

  /// Sampling weights as a measure needs them whose strata are drawn with one unit fewer than they
  /// have.
  ///
  /// - Parameters:
  ///   - weights: How many each record stands for.
  ///   - strata: The stratum of each record, numbered from 0.
  ///   - groups: The unit of each record; nil when each is a unit by itself.
  /// - Returns: The weights, greater by n ÷ (n − 1) in a stratum of n units.
  public static func rescaled(
    _ weights: [Double],
    strata: [Int],
    groups: [Int]? = nil
  ) -> [Double] {
    let units = units(of: strata, groups ?? Array(strata.indices))
    return weights.indices.map { record in
      let count = Double(units[strata[record]].count)
      return count > 1 ? weights[record] * count / (count - 1) : weights[record]
    }
  }

  /// The units of each stratum, in the order of their first records.
  private static func units(of strata: [Int], _ groups: [Int]) -> [[Int]] {
    var units = [[Int]](repeating: [], count: (strata.max() ?? -1) + 1)
    var seen = [Bool](repeating: false, count: (groups.max() ?? -1) + 1)
    for (stratum, unit) in zip(strata, groups) where !seen[unit] {
      seen[unit] = true
      units[stratum].append(unit)
    }
    return units
  }
}
