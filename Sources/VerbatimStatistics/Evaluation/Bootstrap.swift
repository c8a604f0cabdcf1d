/// Intervals for measures that have no formula for one: the records are drawn anew many times, and
/// the middle 95 % of the values is the interval.
///
/// Records of one group, such as one article, are drawn together: what is said of one article is
/// alike, and drawing its records one by one would make the interval too narrow.
///
/// - SeeAlso: Efron and Tibshirani (1993), chapter 13, for the percentile interval; Davison and
///   Hinkley (1997), section 3.8, for drawing groups.
public struct Bootstrap: Sendable {
  /// The middle part of the values.
  public struct Interval: Hashable, Sendable {
    /// The lower end.
    public let lower: Double
    /// The upper end.
    public let upper: Double

    /// An interval from end to end.
    public init(lower: Double, upper: Double) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// How many times the records are drawn, unless told otherwise.
  public static let usualResamples = 1_000

  /// How many times the records are drawn.
  public let resamples: Int
  /// The seed of ``SplitMix64``, from which the whole result follows.
  public let seed: UInt64

  /// A bootstrap by its seed.
  public init(resamples: Int = usualResamples, seed: UInt64) {
    self.resamples = resamples
    self.seed = seed
  }

  /// The 95 % percentile intervals of measures over the same records.
  ///
  /// Every measure is computed on the same draws. A draw on which a measure is not defined is left
  /// out for that measure.
  ///
  /// - Parameters:
  ///   - measures: What is computed, each over as many records.
  ///   - groups: The group of each record, numbered from 0; nil when each is drawn by itself.
  /// - Returns: An interval for each measure; nil where fewer than half of the draws define it.
  /// - Complexity: O(`resamples` · *n*) for each measure.
  public func intervals(
    of measures: [any WeightedMeasure],
    groups: [Int]? = nil
  ) -> [Interval?] {
    guard let count = measures.first?.count, count > 0 else { return measures.map { _ in nil } }
    let units = groups.map { ($0.max() ?? -1) + 1 } ?? count
    var generator = SplitMix64(seed: seed)
    var values = [[Double]](repeating: [], count: measures.count)
    var draws = [Int](repeating: 0, count: units)
    var weights = [Int](repeating: 1, count: count)
    for _ in 0..<resamples {
      for unit in draws.indices { draws[unit] = 0 }
      for _ in 0..<units { draws[generator.index(below: units)] += 1 }
      for record in weights.indices { weights[record] = draws[groups?[record] ?? record] }
      for (index, measure) in measures.enumerated() {
        if let value = measure.value(weights) { values[index].append(value) }
      }
    }
    return values.map(interval)
  }

  /// The middle 95 % of the values of a measure; nil where fewer than half of the draws define it.
  func interval(of values: [Double]) -> Interval? {
    guard values.count * 2 >= resamples, !values.isEmpty else { return nil }
    let sorted = values.sorted()
    return Interval(
      lower: Self.quantile(0.025, of: sorted),
      upper: Self.quantile(0.975, of: sorted)
    )
  }

  /// A quantile of sorted values, by a straight line between neighbours.
  ///
  /// - SeeAlso: Hyndman and Fan (1996), definition 7.
  /// - Precondition: There is a value.
  public static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
