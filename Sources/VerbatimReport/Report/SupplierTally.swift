internal import VerbatimCore
internal import VerbatimStatistics

/// Scorecards of suppliers, counted signal by signal in the order of time.
struct SupplierTally {
  private struct Score {
    var articles = 0
    var people = 0
    var complainers = 0
    var reports = 0
    var withLot = 0
  }

  private let names: [String]
  private var scores: [Score]

  /// Counts the signals of a walk.
  init(_ entries: [ReportWalk.Entry], of walk: ReportWalk) {
    names = walk.supplierNames
    scores = Array(repeating: Score(), count: names.count)
    var articles = PairTable()
    var people = PairTable(capacity: entries.count)
    var complainers = PairTable()
    var texts = PairTable(capacity: entries.count)
    for entry in entries where entry.supplier >= 0 {
      let place = Int(entry.supplier)
      if entry.sku >= 0, articles.number(of: entry.supplier, entry.sku).isNew {
        scores[place].articles += 1
      }
      scores[place].reports += 1
      scores[place].withLot += entry.hasLot ? 1 : 0
      if entry.text >= 0, !texts.number(of: entry.supplier, entry.text).isNew { continue }
      if people.number(of: entry.supplier, entry.person).isNew { scores[place].people += 1 }
      let isTheirs = walk.told[entry.issues].contains {
        $0.attribution == .supplier || $0.attribution == .unknown
      }
      if isTheirs, complainers.number(of: entry.supplier, entry.person).isNew {
        scores[place].complainers += 1
      }
    }
  }

  /// The scorecards, the greatest share of complaints first.
  func suppliers(
    worst: [String: String],
    alerts: [String: Int]
  ) -> [SupplierTableView.Supplier] {
    zip(names, scores).map { id, score in
      SupplierTableView.Supplier(
        id: id,
        articles: score.articles,
        reports: score.people,
        complaints: score.complainers,
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
