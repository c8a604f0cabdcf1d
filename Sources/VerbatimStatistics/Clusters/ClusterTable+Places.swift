extension ClusterTable {
  /// Where the trouble of an article's cell sits: the article, its supplier or one of its lots, the
  /// likeliest first.
  ///
  /// Article and supplier are held against each other on the supplier's reports, lots and article
  /// on the reports that state a lot. Empty where neither supplier nor lot is known.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - articles: Those of its supplier; nil where none is known.
  /// - Returns: The places.
  /// - Complexity: O(the articles of the supplier, the units of the article and the cell's entries).
  func places(of cell: Cell, _ articles: SupplierArticles?) -> [ComplaintCluster.Place] {
    let key = counted.keys[cell.key]
    let own =
      articles?.count(ofKey: cell.key)
      ?? PlaceLikelihood.Count(
        name: key,
        observed: cell.entries.count,
        expected: expected(key: cell.key, issue: cell.issue)
      )
    let ownScore = PlaceLikelihood.score(
      own,
      of: max(1, articles?.counts.count ?? 0),
      reports: max(own.observed, articles?.reports ?? 0)
    )
    var places = [place(.sku, own, ownScore)]
    if let articles, let shared = articles.shared {
      // One rate for all is held against a rate for each article that deserves one.
      let others = articles.score - max(0, ownScore)
      places.append(place(.supplier, shared.count, shared.score - others))
    }
    let lots = lotCounts(of: cell)
    let stated = lots.reduce(into: PlaceLikelihood.Count(name: key, observed: 0, expected: 0)) {
      $0.observed += $1.observed
      $0.expected += $1.expected
    }
    let whole = PlaceLikelihood.score(stated, of: 1, reports: stated.observed)
    for lot in lots where lot.observed >= 2 {
      let score = PlaceLikelihood.score(lot, of: lots.count, reports: stated.observed)
      guard score > 0 else { continue }
      places.append(place(.lot, lot, ownScore + score - whole))
    }
    guard places.count > 1 else { return [] }
    return places.sorted { ($1.score, $0.key) < ($0.score, $1.key) }
  }

  /// Whether an issue's excess is better told of a supplier than of some of its articles.
  ///
  /// - Returns: The supplier with its articles, the likeliest first; nil when articles tell it better.
  func places(ofSupplier name: String, issue code: String) -> [ComplaintCluster.Place]? {
    guard let supplier = counted.suppliers.firstIndex(of: name),
      let issue = counted.issues.firstIndex(of: code)
    else { return nil }
    let counts = supplierCounts(supplier, issue: issue)
    let articles = PlaceLikelihood.articles(counts)
    guard let shared = PlaceLikelihood.supplier(name, counts), shared.score > articles.sum,
      shared.score > 0
    else { return nil }
    let others = articles.scores.filter { $0.score > 0 }.map { place(.sku, $0.count, $0.score) }
    return [place(.supplier, shared.count, shared.score)]
      + others.sorted { ($1.score, $0.key) < ($0.score, $1.key) }
  }

  private func place(
    _ level: ComplaintCluster.Level,
    _ count: PlaceLikelihood.Count,
    _ score: Double
  ) -> ComplaintCluster.Place {
    ComplaintCluster.Place(
      level: level,
      key: count.name,
      observed: count.observed,
      expected: count.expected,
      score: score
    )
  }

  /// The supplier's articles with their reports, by SKU.
  ///
  /// - Complexity: O(the strata of its articles, and the reports of the issue about them).
  func supplierCounts(_ supplier: Int, issue: Int) -> [PlaceLikelihood.Count] {
    var counts: [PlaceLikelihood.Count] = []
    var last = -1
    for part in margins.partsOfSupplier[supplier] {
      if part.key != last {
        let observed = cell(key: part.key, issue: issue).map { number in
          cells[number].entries.count { counted.units[Int($0.unit)].supplier == supplier }
        }
        let name = counted.keys[part.key]
        counts.append(PlaceLikelihood.Count(name: name, observed: observed ?? 0, expected: 0))
        last = part.key
      }
      counts[counts.count - 1].expected +=
        Double(part.count) * expectation(stratum: part.stratum, issue: issue)
    }
    return counts
  }

  /// The lots that the article's reports state, by name.
  private func lotCounts(of cell: Cell) -> [PlaceLikelihood.Count] {
    var found: [Int: (observed: Int, expected: Double)] = [:]
    for place in unitsOfKey[cell.key] {
      let lot = counted.units[place].lot
      guard lot >= 0 else { continue }
      let isReport = counted.issuesOfUnit[place].contains(Int32(cell.issue))
      let stratum = Int(strata.ofUnit[place])
      found[lot, default: (0, 0)].observed += isReport ? 1 : 0
      found[lot, default: (0, 0)].expected += expectation(stratum: stratum, issue: cell.issue)
    }
    return found.sorted { $0.key < $1.key }.map {
      PlaceLikelihood.Count(
        name: counted.lots[$0.key],
        observed: $0.value.observed,
        expected: $0.value.expected
      )
    }
  }
}
