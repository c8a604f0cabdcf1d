/// How much of a component is the satisfaction that all components have in common.
///
/// One factor stands behind all components. Of two, each has the reliability |*r*₁₂|, both alike. Of
/// three or more, a component's reliability is the mean of its triads *r*ᵢⱼ · *r*ᵢₖ ÷ *r*ⱼₖ.
///
/// - SeeAlso: Spearman (1904), *The proof and measurement of association between two things*, for
///   triads; Thurstone (1931) for the one factor.
enum ComponentReliability {
  /// No component is trusted less or more than this: a triad of small correlations may lie
  /// anywhere (authored).
  static let bounds = 0.1...0.95

  /// The reliability of each component; nil where no correlation is known.
  ///
  /// - Parameter correlations: The correlation of each pair, nil where it is not known; as many rows
  ///   as columns.
  /// - Returns: As many as there are rows.
  static func reliabilities(_ correlations: [[Double?]]) -> [Double?] {
    correlations.indices.map { one in
      let others = correlations.indices.filter { $0 != one && correlations[one][$0] != nil }
      var triads: [Double] = []
      for (place, second) in others.enumerated() {
        for third in others[(place + 1)...] {
          guard let between = correlations[second][third], abs(between) > 0.05,
            let a = correlations[one][second], let b = correlations[one][third]
          else { continue }
          triads.append(a * b / between)
        }
      }
      if triads.isEmpty {
        triads = others.compactMap { correlations[one][$0].map(abs) }
      }
      guard !triads.isEmpty else { return nil }
      let mean = triads.reduce(0, +) / Double(triads.count)
      return min(bounds.upperBound, max(bounds.lowerBound, mean))
    }
  }

  /// Pearson's correlation of pairs; nil when one side is all equal.
  static func correlation(_ pairs: [(Double, Double)]) -> Double? {
    guard pairs.count > 2 else { return nil }
    let n = Double(pairs.count)
    let x = pairs.reduce(0) { $0 + $1.0 } / n
    let y = pairs.reduce(0) { $0 + $1.1 } / n
    var xx = 0.0
    var yy = 0.0
    var xy = 0.0
    for pair in pairs {
      xx += (pair.0 - x) * (pair.0 - x)
      yy += (pair.1 - y) * (pair.1 - y)
      xy += (pair.0 - x) * (pair.1 - y)
    }
    guard xx > 0, yy > 0 else { return nil }
    return xy / (xx * yy).squareRoot()
  }
}
