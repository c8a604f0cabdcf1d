extension ClusterTable {
  /// How many siblings are listed at most.
  static let siblingLimit = 10

  /// The other articles of the supplier that most of the cell's reports name, with the same issue:
  /// the nearest to an alert first.
  ///
  /// - Complexity: O(*a* log *a*) in the articles of the supplier.
  func siblings(of cell: Cell) -> [ComplaintCluster.Sibling] {
    guard let supplier = mainSupplier(of: cell) else { return [] }
    // Most have the same few counts, of which the quantiles are found once.
    var tables = GammaMixtureTables(prior)
    var siblings = margins.keysOfSupplier[supplier].filter { $0 != cell.key }.map {
      sibling($0, issue: cell.issue, &tables)
    }
    siblings.sort { left, right in
      let ends = (left.shrunkRatio.lower, right.shrunkRatio.lower)
      return ends.0 != ends.1 ? ends.0 > ends.1 : left.sku < right.sku
    }
    return Array(siblings.prefix(Self.siblingLimit))
  }

  /// How an article stands for an issue; nil when nothing is heard of the one or the other.
  ///
  /// - Complexity: O(keys and issues).
  public func standing(of key: String, issue: String) -> ComplaintCluster.Sibling? {
    guard let key = counted.keys.firstIndex(of: key),
      let issue = counted.issues.firstIndex(of: issue)
    else { return nil }
    var tables = GammaMixtureTables(prior)
    return sibling(key, issue: issue, &tables)
  }

  /// The supplier of most of a cell's units, the first by name of several; nil where none is known.
  func mainSupplier(of cell: Cell) -> Int? {
    let suppliers = cell.entries.map { counted.units[$0.unit].supplier }.filter { $0 >= 0 }
    return Dictionary(suppliers.map { ($0, 1) }, uniquingKeysWith: +)
      .min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  private func sibling(
    _ key: Int,
    issue: Int,
    _ tables: inout GammaMixtureTables
  ) -> ComplaintCluster.Sibling {
    let number = cell(key: key, issue: issue)
    let observed = number.map { components[$0].observed } ?? 0
    let expected = expected(key: key, issue: issue)
    return ComplaintCluster.Sibling(
      sku: counted.keys[key],
      observed: observed,
      expected: expected,
      shrunkRatio: number.map { ratios[$0] }
        ?? tables.posterior(count: observed, expected: expected),
      standing: standing(number, observed: observed, expected: expected)
    )
  }

  private func standing(
    _ number: Int?,
    observed: Int,
    expected: Double
  ) -> ComplaintCluster.Sibling.Standing {
    if let number, isAlert(number) { return .alert }
    if let number, isBeyondChance(number) { return .watch }
    if observed >= 2, Double(observed) > expected { return .raised }
    // Where less than one report is expected, none and one look alike.
    return expected < 1 ? .notEnoughData : .calm
  }
}
