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
}
