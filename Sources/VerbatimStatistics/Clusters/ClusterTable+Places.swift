extension ClusterTable {
  /// Where the trouble of an article's cell sits: the article, its supplier or one of its lots, the
  /// likeliest first.
  ///
  /// Article and supplier are held against each other on the supplier's reports, lots and article
  /// on the reports that state a lot. Empty where neither supplier nor lot is known.
  ///
  /// - Complexity: O(the articles of the supplier, the units of the article and the cell's entries).
  func places(of cell: Cell) -> [ComplaintCluster.Place] {
    let key = counted.keys[cell.key]
    let supplier = mainSupplier(of: cell)
    let counts = supplier.map { supplierCounts($0, issue: cell.issue) } ?? []
    let own =
      counts.first { $0.name == key }
      ?? PlaceLikelihood.Count(
        name: key,
        observed: cell.entries.count,
        expected: expected(key: cell.key, issue: cell.issue)
      )
    let reports = max(own.observed, counts.reduce(0) { $0 + $1.observed })
    let ownScore = PlaceLikelihood.score(own, of: max(1, counts.count), reports: reports)
    var places = [place(.sku, own, ownScore)]
    if let supplier,
      let shared = PlaceLikelihood.supplier(counted.suppliers[supplier], counts)
    {
      // One rate for all is held against a rate for each article that deserves one.
      let others = PlaceLikelihood.articles(counts).sum - max(0, ownScore)
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
  private func supplierCounts(_ supplier: Int, issue: Int) -> [PlaceLikelihood.Count] {
    counts(issue, of: margins.unitsOfSupplier[supplier], by: \.key)
      .map { PlaceLikelihood.Count(name: counted.keys[$0.0], observed: $0.1, expected: $0.2) }
  }

  /// The lots that the article's reports state, by name.
  private func lotCounts(of cell: Cell) -> [PlaceLikelihood.Count] {
    let units = unitsOfKey[cell.key].lazy.filter { counted.units[$0].lot >= 0 }
    return counts(cell.issue, of: units, by: \.lot)
      .map { PlaceLikelihood.Count(name: counted.lots[$0.0], observed: $0.1, expected: $0.2) }
  }

  /// Reports of an issue, and what the rate of their strata predicts, by a number of the units.
  private func counts(
    _ issue: Int,
    of units: some Sequence<Int>,
    by number: (CountedReports.Unit) -> Int
  ) -> [(Int, Int, Double)] {
    var found: [Int: (observed: Int, expected: Double)] = [:]
    for place in units {
      let unit = counted.units[place]
      let isReport = unit.occurrences.contains { $0.issue == issue }
      var count = found[number(unit)] ?? (0, 0)
      count.observed += isReport ? 1 : 0
      count.expected += expected(unit: place, issue: issue)
      found[number(unit)] = count
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value.observed, $0.value.expected) }
  }
}
