internal import VerbatimCore

/// Scorecards of suppliers, counted report by report in order of time.
struct SupplierTally {
  private struct Score {
    var articles: Set<String> = []
    var people: Set<String> = []
    var complainers: Set<String> = []
    var texts: Set<String> = []
    var reports = 0
    var withLot = 0
  }

  private var scores: [String: Score] = [:]

  /// Counts a report about a supplier's goods.
  mutating func add(_ report: CountedReport, supplier: String) {
    var score = scores.removeValue(forKey: supplier) ?? Score()
    defer { scores[supplier] = score }
    if let sku = report.sku { score.articles.insert(sku) }
    score.reports += 1
    score.withLot += report.hasLot ? 1 : 0
    if !report.textKey.isEmpty, !score.texts.insert(report.textKey).inserted { return }
    score.people.insert(report.person)
    let isTheirs = report.issues.contains {
      $0.attribution == .supplier || $0.attribution == .unknown
    }
    if isTheirs { score.complainers.insert(report.person) }
  }

  /// The scorecards, the greatest share of complaints first.
  func suppliers(
    worst: [String: String],
    alerts: [String: Int]
  ) -> [SupplierTableView.Supplier] {
    scores.map { id, score in
      SupplierTableView.Supplier(
        id: id,
        articles: score.articles.count,
        reports: score.people.count,
        complaints: score.complainers.count,
        worst: worst[id],
        alerts: alerts[id] ?? 0,
        lotsKnown: score.reports > 0 ? Double(score.withLot) / Double(score.reports) : nil
      )
    }.sorted { left, right in
      // By cross-multiplying, so that no rounding of shares decides.
      let products = (left.complaints * right.reports, right.complaints * left.reports)
      return products.0 == products.1 ? left.id < right.id : products.0 > products.1
    }
  }
}
