extension ClusterTable {
  /// How many siblings are listed at most.
  static let siblingLimit = 10

  /// The other articles of the cell's supplier with the same issue: the nearest to an alert first.
  func siblings(of cell: Cell, _ articles: SupplierArticles?) -> [ComplaintCluster.Sibling] {
    let key = counted.keys[cell.key]
    return Array((articles?.nearest ?? []).filter { $0.sku != key }.prefix(Self.siblingLimit))
  }

  /// The articles of a supplier that are nearest to an alert of an issue, the nearest first: one
  /// more than are listed, since one of them may be the one that asks.
  ///
  /// - Complexity: O(*a* log *a*) in the articles of the supplier.
  func nearest(ofSupplier supplier: Int, issue: Int) -> [ComplaintCluster.Sibling] {
    var siblings = likeliest(margins.keysOfSupplier[supplier], issue: issue).map {
      sibling($0, issue: issue)
    }
    siblings.sort { left, right in
      let ends = (left.shrunkRatio.lower, right.shrunkRatio.lower)
      return ends.0 != ends.1 ? ends.0 > ends.1 : left.sku < right.sku
    }
    return Array(siblings.prefix(Self.siblingLimit + 1))
  }

  /// The articles that can be among the first.
  ///
  /// Of articles without a report of the issue, the fewer are expected the higher is EB05, so that
  /// those with the most expected need no quantile; a supplier may have a thousand. Ends are found
  /// to some digits alone, so that articles of nearly the same expectation are all asked.
  private func likeliest(_ keys: [Int], issue: Int) -> [Int] {
    var likeliest: [Int] = []
    var silent: [(key: Int, expected: Double)] = []
    for key in keys {
      if self.cell(key: key, issue: issue) == nil {
        silent.append((key, expected(key: key, issue: issue)))
      } else {
        likeliest.append(key)
      }
    }
    guard silent.count > Self.siblingLimit + 1 else { return keys }
    let line = silent.map(\.expected).sorted()[Self.siblingLimit] * (1 + 1e-6)
    return likeliest + silent.filter { $0.expected <= line }.map(\.key)
  }

  /// How an article stands for an issue; nil when nothing is heard of the one or the other.
  ///
  /// - Complexity: O(keys and issues).
  public func standing(of key: String, issue: String) -> ComplaintCluster.Sibling? {
    guard let key = counted.keys.firstIndex(of: key),
      let issue = counted.issues.firstIndex(of: issue)
    else { return nil }
    return sibling(key, issue: issue)
  }

  /// The supplier of most of a cell's units, the first by name of several; nil where none is known.
  func mainSupplier(of cell: Cell) -> Int? {
    let suppliers = cell.entries.map { counted.units[Int($0.unit)].supplier }.filter { $0 >= 0 }
    return Dictionary(suppliers.map { ($0, 1) }, uniquingKeysWith: +)
      .min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  private func sibling(_ key: Int, issue: Int) -> ComplaintCluster.Sibling {
    let number = cell(key: key, issue: issue)
    let observed = number.map { components[$0].observed } ?? 0
    let expected = expected(key: key, issue: issue)
    return ComplaintCluster.Sibling(
      sku: counted.keys[key],
      observed: observed,
      expected: expected,
      shrunkRatio: ratio(count: observed, expected: expected),
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
