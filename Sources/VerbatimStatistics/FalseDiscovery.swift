/// Control of the share of false alerts over all tests of a run.
public enum FalseDiscovery {
  /// The q-value of each p-value, in the same order.
  ///
  /// - SeeAlso: Benjamini and Hochberg (1995).
  /// - Complexity: O(*n* log *n*).
  public static func qValues(_ pValues: [Double]) -> [Double] {
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var result = [Double](repeating: 1, count: pValues.count)
    var smallest = 1.0
    for (rank, index) in order.enumerated().reversed() {
      smallest = min(smallest, pValues[index] * Double(pValues.count) / Double(rank + 1))
      result[index] = smallest
    }
    return result
  }

  /// The greatest p-value whose q-value is within a rate; nil where none is.
  ///
  /// P-values above the rate need no order: their q-values are above it, too.
  ///
  /// - Complexity: O(*n*), and O(*m* log *m*) in the p-values within the rate.
  public static func greatestPValue(_ pValues: [Double], rate: Double) -> Double? {
    let within = pValues.filter { $0 <= rate }.sorted()
    return within.indices.last {
      within[$0] * Double(pValues.count) / Double($0 + 1) <= rate
    }.map { within[$0] }
  }
}
