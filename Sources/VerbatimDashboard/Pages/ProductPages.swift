internal import HTTPTypes
internal import VerbatimPipeline
internal import VerbatimReport

/// Articles and suppliers: the map of what exceeds expectation, and a scorecard for each.
struct ProductPages: Sendable {
  /// How many articles the table lists.
  static let size = 50
  /// How many of the latest texts a scorecard shows.
  static let quoteLimit = 5

  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/products",
        name: "products",
        summary: "SKU by issue, suppliers, scorecards.",
        role: .read,
        parameters: [
          Parameter("offset", .integer(0...10_000_000, fallback: 0), "Pass over so many.")
        ],
        expected: [Route.Expected(.ok, [.html], nil, "The page.")],
        isPage: true,
        handle: list
      ),
      scorecard("/products/{id}", "product") { $0.articles },
      scorecard("/suppliers/{id}", "supplier") { $0.suppliers },
    ]
  }

  private func scorecard(
    _ path: String,
    _ name: String,
    _ cards: @escaping @Sendable (Scorecards) -> [String: Scorecards.Card]
  ) -> Route {
    Route(
      method: .get,
      path: path,
      name: name,
      summary: "A scorecard.",
      role: .read,
      parts: [Parameter("id", .text(longest: 200), "The \(name).")],
      expected: [Route.Expected(.ok, [.html], nil, "The page.")],
      isPage: true
    ) { call in
      let kept = try await services.scorecards.value(.init())
      let id = call.parts["id"] ?? ""
      guard let card = cards(kept.value)[id] else {
        throw Problem(.unknownItem, "no feedback is about this \(name)")
      }
      return try await show(id, card, isSupplier: name == "supplier", isCurrent: kept.isCurrent)
    }
  }

  private func list(_ call: Call) async throws -> Answer {
    let frame = PageFrame(services: services)
    let report = try await services.report.value(.init())
    let scorecards = try await services.scorecards.value(.init())
    let map = report.value.view.heatMap
    let suppliers = report.value.view.supplierTable
    let ranked = scorecards.value.rankedArticles
    let offset = min(Int(call.number("offset") ?? 0), ranked.count)
    let shown = ranked[offset...].prefix(Self.size)
    let page = frame.page(
      "\(Figures.count(ranked.count, "SKU")) from "
        + Figures.count(scorecards.value.supplierIDs.count, "supplier"),
      title: "Products",
      at: .products,
      lede: "Where reports exceed what is expected of category and time, and how each stands."
    )
    let view = ProductsView(
      page: page,
      notice: PageFrame.staleness(report.isCurrent && scorecards.isCurrent),
      map: map,
      noMap: map == nil
        ? StateView(
          nothing: "No map yet",
          "No report with an issue names its SKU. A catalog finds most of them.",
          command: "verbatim ingest exports/ --catalog catalog.csv"
        ) : nil,
      suppliers: suppliers,
      noSuppliers: suppliers == nil
        ? StateView(
          nothing: "No supplier known",
          "Suppliers come from the catalog’s column supplier_id and its periods."
        ) : nil,
      cards: shown.isEmpty
        ? nil
        : CardTableView(
          hasNames: shown.contains { services.names.subjects[$0] != nil },
          rows: shown.map { row($0, scorecards.value.articles[$0]) }
        ),
      noCards: shown.isEmpty
        ? StateView(nothing: "No SKU known", "No feedback names its article.") : nil,
      pager: PagerView(offset..<(offset + shown.count), of: ranked.count, size: Self.size) {
        call.link("offset", $0 == 0 ? nil : String($0))
      }
    )
    return frame.html(view, by: "dashboard-products")
  }

  private func row(_ sku: String, _ card: Scorecards.Card?) -> CardTableView.Row {
    let card = card ?? Scorecards.Card()
    return CardTableView.Row(
      key: sku,
      href: "/products/" + Links.encoded(sku),
      name: services.names.subjects[sku] ?? "",
      signals: Figures.count(card.signals),
      complaints: Figures.count(card.complaints),
      share: card.share,
      score: card.meanCompound.map { Figures.signed($0) } ?? "none",
      worst: card.rankedIssues.first.map { "\($0.code) \(Figures.count($0.count))" } ?? "none"
    )
  }

  private func show(
    _ id: String,
    _ card: Scorecards.Card,
    isSupplier: Bool,
    isCurrent: Bool
  ) async throws -> Answer {
    let frame = PageFrame(services: services)
    let report = try await services.report.value(.init())
    let count = try await services.clusters.value(isSupplier ? .supplier : .sku)
    let own = count.value.filter { $0.key == id }
    let rows = try ClusterList(services, report.value).rows(own)
    let name = services.names.subjects[id]
    let page = frame.page(
      "\(name ?? id): \(Figures.count(card.complaints)) of "
        + "\(Figures.count(card.signals, "signal")) complain",
      title: name ?? id,
      at: .products,
      crumb: "\(isSupplier ? "Supplier" : "SKU") \(id)"
    )
    let period = card.first.flatMap { first in
      card.last.map { "\(Figures.day(first)) – \(Figures.day($0))" }
    }
    let view = ScorecardView(
      page: page,
      notice: PageFrame.staleness(isCurrent && count.isCurrent),
      facts: FactsView([
        FactsView.Fact("Signals", Figures.count(card.signals), period ?? "no dates"),
        FactsView.Fact(
          "With a complaint",
          Figures.percent(card.complaints, of: card.signals) ?? "none",
          "95\u{A0}% \(card.interval) (Wilson)"
        ),
        FactsView.Fact(
          "Mean score",
          card.meanCompound.map { Figures.signed($0) } ?? "none",
          "of \(Figures.count(card.scored, "scored text")), −1 to +1"
        ),
        FactsView.Fact(
          "Clusters and hazards",
          Figures.count(own.count),
          own.isEmpty ? "nothing beyond chance" : "below"
        ),
      ]),
      labels: BarsView(
        Sentiment.Label.inOrder.map { label in
          let labelled = card.labels[label] ?? 0
          let share = card.scored > 0 ? Double(labelled) / Double(card.scored) : 0
          return BarsView.Bar(label.rawValue, solid: share, value: Figures.count(labelled))
        }
      ),
      labelsNote: "Of \(Figures.count(card.scored, "scored text")); "
        + "\(Figures.count(card.signals - card.scored)) more have no score.",
      issues: card.issues.isEmpty
        ? nil
        : BarsView(
          card.rankedIssues.prefix(10).map { issue in
            BarsView.Bar(
              services.names.issue(issue.code),
              solid: Double(issue.count) / Double(max(card.signals, 1)),
              value: Figures.count(issue.count),
              detail: issue.code
            )
          }
        ),
      noIssues: card.issues.isEmpty ? "No text names an issue." : nil,
      clustersNote: "Counted once a customer and once a text.",
      axis: rows.axis,
      rows: rows.rows,
      none: own.isEmpty
        ? StateView(nothing: "No clusters", "Nothing is reported beyond chance.") : nil,
      quotes: try quotes(id, isSupplier: isSupplier),
      quotesNote: "The signals stored last, whatever they say."
    )
    return frame.html(view, by: "dashboard-scorecard")
  }

  /// The texts of the signals stored last.
  private func quotes(_ id: String, isSupplier: Bool) throws -> [QuoteView] {
    var filter = SignalFilter()
    if isSupplier { filter.supplier = id } else { filter.sku = id }
    let latest = try services.store.latestSignals(filter, limit: Self.quoteLimit)
    return try StoredQuotes(services).quotes(of: latest)
  }
}

extension Scorecards.Card {
  /// The share of signals with a complaint, with its interval.
  var share: String {
    guard let percent = Figures.percent(complaints, of: signals) else { return "none" }
    return "\(percent) (\(interval))"
  }

  /// The interval of that share, by Wilson.
  var interval: String {
    let interval = ProportionInterval(wilson: complaints, of: signals)
    return Figures.percentRange(interval.lower, interval.upper)
  }
}

extension Sentiment.Label {
  /// The labels as people read them.
  static let inOrder: [Sentiment.Label] = [.positive, .mixed, .neutral, .negative]
}

/// The articles of a page as its template sees them.
struct CardTableView: ViewValue {
  /// One article.
  struct Row: ViewValue {
    let key: String
    let href: String
    let name: String
    let signals: String
    let complaints: String
    let share: String
    let score: String
    let worst: String
  }

  /// Whether any article is called by more than its SKU.
  let hasNames: Bool
  let rows: [Row]
}

/// The page of products as its template sees it.
struct ProductsView: ViewValue {
  let page: PageView
  let notice: String?
  let map: HeatMapView?
  let noMap: StateView?
  let suppliers: SupplierTableView?
  let noSuppliers: StateView?
  let cards: CardTableView?
  let noCards: StateView?
  let pager: PagerView
}

/// A scorecard as its template sees it.
struct ScorecardView: ViewValue {
  let page: PageView
  let notice: String?
  let facts: FactsView
  let labels: BarsView
  let labelsNote: String
  let issues: BarsView?
  let noIssues: String?
  let clustersNote: String
  let axis: Drawing?
  let rows: [ClusterRowView]
  let none: StateView?
  let quotes: [QuoteView]
  let quotesNote: String
}
