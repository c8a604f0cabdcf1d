internal import VerbatimCore
public import VerbatimStatistics
internal import VerbatimStore

/// Makes the report of a run: what came in, hazards, clusters, what nearly fired, and how all of it
/// was counted.
///
/// The page is one file without scripts and without anything from outside. A section without data
/// says what is missing.
public struct ReportBuilder: Sendable {
  /// How many clusters are shown in full, with a card or a row and a part of their own; the rest
  /// stand in a table.
  ///
  /// A part takes some 25 kB, and the file must stay under 2 MB.
  public static let detailLimit = 50
  /// How many quotes a part shows.
  public static let quoteLimit = 6
  /// How many combinations that nearly fired are shown at once.
  public static let nearLimit = 5
  /// How many more of them are folded.
  public static let nearFolded = 15

  let material: ReportMaterial
  let links: Links
  let book: QuoteBook
  let hazards: [ComplaintCluster]
  let alerts: [ComplaintCluster]
  private let watched: [ComplaintCluster]

  /// A report of some material.
  ///
  /// - Parameters:
  ///   - material: What it is made of.
  ///   - links: Where links lead: within the file, or to the pages of the dashboard.
  public init(_ material: ReportMaterial, links: Links = Links(.file)) {
    self.material = material
    self.links = links
    book = QuoteBook(reports: material.quoted, texts: material.texts, links: links)
    // Found once: there may be ten thousands, and each is asked for again and again.
    hazards = material.clusters.filter(\.tier.isHazard)
    alerts = material.clusters.filter { !$0.tier.isHazard && $0.state != .watch }
    watched = material.clusters.filter { !$0.tier.isHazard && $0.state == .watch }
  }

  /// The report as one HTML file.
  public func html(_ renderer: Renderer) -> String { renderer.html(view, by: "report") }

  func chart(_ cluster: ComplaintCluster) -> ControlChart? {
    material.period.flatMap { ClusterWeeks.chart(cluster, period: $0) }
  }

  /// The view value of the page.
  public var view: ReportView {
    let ledger = material.imports.reduce(into: (signals: 0, duplicates: 0, rejected: 0)) {
      sum,
      entry in
      sum.signals += entry.counts.signals
      sum.duplicates += entry.counts.duplicates
      sum.rejected += entry.counts.rejected
    }
    let (hazards, alerts, detailed) = (hazards, alerts, detailed)
    let inFull = Set(detailed.map(\.id))
    let shownHazards = hazards.filter { inFull.contains($0.id) }
    let list = rows(alerts.filter { inFull.contains($0.id) }, book: book)
    let near = NearMisses(material, links: links, detailed: inFull).candidates
    let folded = Array(near.dropFirst(Self.nearLimit).prefix(Self.nearFolded))
    let map = ReportMap(material, links: links).view
    return ReportView(
      page: page,
      ledger: LedgerView(
        .init(
          signals: ledger.signals,
          duplicates: ledger.duplicates,
          rejected: ledger.rejected
        ),
        rejects: links.rejects
      ),
      ledgerNote: "Adds up for every file; \(Figures.count(material.imports.count, "file")) "
        + "under Imports. A duplicate is a record that was there already.",
      coverage: coverageBars,
      coverageNote: "Share of the \(Figures.count(material.coverage.signals, "signal")) counted "
        + "here. The rest stays in the counts as unresolved.",
      terms: [
        TermView(
          "Scored",
          Figures.percent(material.coverage.scored, of: material.coverage.signals) ?? "none"
        ),
        TermView(
          "Left out",
          Figures.count(material.coverage.incentivised, "incentivised review")
        ),
      ],
      hazards: shownHazards.map { cluster in
        HazardCardView(
          cluster,
          names: material.names,
          links: links,
          quotes: book.quotes(of: cluster, limit: HazardCardView.quoteLimit)
        )
      },
      otherHazards: OtherClustersView(
        hazards.filter { !inFull.contains($0.id) },
        "hazard",
        names: material.names
      ),
      noHazards: hazards.isEmpty
        ? StateView(
          nothing: "No hazard reported",
          "No text speaks of injury, fire, shock, poisoning or a danger of it, as actual, feared "
            + "or put right."
        ) : nil,
      rule: "Observed ≥ 3, EB05 ≥ 2, q ≤ 0.05. What lies farthest beyond chance comes first.",
      axis: list.axis,
      rows: list.rows,
      otherAlerts: OtherClustersView(
        alerts.filter { !inFull.contains($0.id) },
        "cluster",
        names: material.names
      ),
      watchNote: watchNote(inFull),
      noClusters: alerts.isEmpty ? noClusters(near) : nil,
      falseAlerts: falseAlerts,
      nearNote: nearNote(near),
      nearMisses: near.isEmpty ? nil : NearMissTableView(Array(near.prefix(Self.nearLimit))),
      moreNear: folded.isEmpty
        ? nil
        : ReportView.MoreNear(
          summary: "\(Figures.count(folded.count)) more that came near",
          table: NearMissTableView(folded)
        ),
      noNearMisses: near.isEmpty
        ? StateView(
          nothing: "Nothing came near",
          "No combination below the alert’s line is reported more than twice and more than expected."
        ) : nil,
      index: material.index,
      noIndex: material.index == nil
        ? StateView(
          nothing: "No index reckoned",
          "The index by segment needs customers with ratings or scored texts, 30 a segment.",
          command: "verbatim trends --by category"
        ) : nil,
      map: map,
      noMap: map == nil
        ? StateView(
          nothing: "No map yet",
          "No report with an issue names its SKU. A catalog finds most of them.",
          command: "verbatim ingest exports/ --catalog catalog.csv"
        ) : nil,
      suppliers: material.suppliers.isEmpty
        ? nil : SupplierTableView(material.suppliers, links: links),
      noSuppliers: material.suppliers.isEmpty
        ? StateView(
          nothing: "No supplier known",
          "Suppliers come from the catalog’s column supplier_id and its periods."
        ) : nil,
      praise: material.praise.flatMap { PraiseTableView($0, names: material.names) },
      noPraise: noPraise,
      sources: SourceTableView(material.sources),
      conversations: material.conversations,
      noConversations: material.conversations == nil
        ? StateView(
          nothing: "Nothing said of conversations",
          "Below 20 conversations with four scored turns of the customer nothing can be told from "
            + "chance.",
          command: "verbatim audit list"
        ) : nil,
      details: detailed.map(detail),
      imports: ImportTableView(material.imports),
      rejects: material.rejects.map(RejectView.init),
      rejectsNote: rejectsNote(ledger.rejected),
      method: MethodView(
        material.engines,
        testsRun: testsRun,
        comparison: material.scan.expectedWithin.words,
        command: material.command
      )
    )
  }

  /// The clusters with a part of their own.
  private var detailed: [ComplaintCluster] { material.clusters.shownInFull(Self.detailLimit) }

  /// How many are watched that have no part here; nil where all have one.
  private func watchNote(_ inFull: Set<String>) -> String? {
    let others = watched.count { !inFull.contains($0.id) }
    return others == 0
      ? nil
      : "\(Figures.count(others, "cluster")) on watch, beyond chance but no alert, stand without a "
        + "part of their own: verbatim clusters prints all of them."
  }

  /// How many combinations were tested; nil when none was.
  private var testsRun: Int? { material.scan.testsRun > 0 ? material.scan.testsRun : nil }

  private var noPraise: StateView? {
    guard let praise = material.praise else {
      return StateView(
        nothing: "Praise was not counted",
        "It takes reading every signal.",
        command: "verbatim clusters --direction positive"
      )
    }
    return praise.isEmpty
      ? StateView(nothing: "No praise beyond chance", "Nothing is praised more than the rest.")
      : nil
  }

  func detail(_ cluster: ComplaintCluster) -> ClusterDetailView { detail(cluster, book: book) }

  /// One cluster with everything that speaks for it and against it.
  ///
  /// - Parameters:
  ///   - cluster: The cluster, of the same store as the material.
  ///   - book: Its words.
  /// - Returns: The part of the cluster.
  public func detail(_ cluster: ComplaintCluster, book: QuoteBook) -> ClusterDetailView {
    // Whose doing praise is, nobody asks.
    let attributions = cluster.direction == .negative ? cluster.attributions : []
    return ClusterDetailView(
      cluster,
      names: material.names,
      quotes: book.quotes(of: cluster, limit: Self.quoteLimit),
      chart: chart(cluster),
      attributions: attributions.compactMap { part in
        Issue.Attribution(rawValue: part.name).map {
          (QuoteBook.attribution($0), part.count, $0 != .unknown)
        }
      }
    )
  }

  private var page: PageView {
    let undecided = hazards.count { $0.hazardJudgement == nil }
    let finding = [
      hazards.isEmpty
        ? "No hazard"
        : undecided == 0
          ? "\(Figures.count(hazards.count, "hazard")), decided"
          : "\(Figures.count(undecided, "hazard")) to decide",
      alerts.isEmpty
        ? "no cluster beyond chance"
        : "\(Figures.count(alerts.count, "cluster")) beyond chance",
    ].joined(separator: ", ")
    var page = PageView(
      title: material.title ?? "Verbatim report",
      finding: finding,
      isFile: true
    )
    let until = material.asOf.map { ", as known on \(Figures.day($0))" } ?? ""
    page.crumb = [
      material.title,
      material.period.map { "\(Figures.day($0.first)) – \(Figures.day($0.last))\(until)" },
    ].compactMap(\.self).joined(separator: " · ")
    page.lede =
      testsRun.map {
        "Of \(Figures.count($0, "combination")) tested, \(Figures.count(alerts.count)) "
          + "passed every rule and \(Figures.count(watched.count)) stand on watch."
          + (chanceAlerts.map { " Chance alone makes \($0)." } ?? "")
      }
      ?? "Nothing was tested: no report names a product or a supplier with an issue."
    page.menu = [
      ("Hazards", "#hazards"), ("Clusters", "#clusters"), ("Nearly", "#near"),
      ("Index", "#index"), ("Map", "#map"), ("Suppliers", "#suppliers"),
      ("Conversations", "#conversations"), ("Imports", "#imports"), ("Method", "#method"),
    ].map { PageView.MenuItem($0.0, href: $0.1) }
    page.foot =
      MethodView.versions(material.engines).map { "\($0.term) \($0.text)" }
      + ["Times are UTC. The same store and day give the same file: \(material.command)"]
    return page
  }

  private var coverageBars: BarsView {
    let coverage = material.coverage
    func share(_ count: Int) -> Double {
      coverage.signals > 0 ? Double(count) / Double(coverage.signals) : 0
    }
    let inferred = coverage.lotsInferred ?? 0
    return BarsView([
      BarsView.Bar(
        "SKU",
        solid: share(coverage.withSKU),
        value: Figures.percent(share(coverage.withSKU))
      ),
      BarsView.Bar(
        "Supplier",
        solid: share(coverage.withSupplier),
        value: Figures.percent(share(coverage.withSupplier))
      ),
      BarsView.Bar(
        "Lot",
        solid: share(coverage.withLot),
        hatched: share(inferred),
        value: Figures.percent(share(coverage.withLot)),
        detail: inferred > 0
          ? "confirmed, \(Figures.percent(share(inferred))) inferred" : "confirmed"
      ),
    ])
  }

  /// How many alerts chance alone would make, with the interval; nil where no placebo was run.
  private var chanceAlerts: String? {
    guard let placebo = material.scan.placebo, let expected = placebo.expectedAlerts,
      let lower = placebo.lower, let upper = placebo.upper
    else { return nil }
    return "\(Figures.decimal(expected, 2)) alerts (95\(Figures.blank)% "
      + "\(Figures.range(lower, upper, 2)))"
  }

  private var falseAlerts: String? {
    guard let placebo = material.scan.placebo, let chance = chanceAlerts else { return nil }
    return "Expected false alerts: chance alone makes \(chance), by "
      + "\(Figures.count(placebo.runs, "run")) with the issues shuffled among reports of the same "
      + "category and four weeks; \(Figures.percent(placebo.shuffledShare)) of the reports could "
      + "change places. Hazards need no statistics and are not counted."
  }

  private func noClusters(_ near: [NearMissTableView.Candidate]) -> StateView {
    guard let nearest = near.first else {
      return StateView(
        nothing: "No clusters",
        "Nothing is reported beyond chance: fewer than three reports say the same of one product."
      )
    }
    return StateView(
      nothing: "No clusters",
      "No combination passed: observed ≥ 3, EB05 ≥ 2, q ≤ 0.05.",
      "The nearest was \(nearest.combination) with EB05 \(Figures.decimal(nearest.ratio.lower, 2))."
    )
  }

  private func nearNote(_ near: [NearMissTableView.Candidate]) -> String {
    guard let tests = testsRun else { return "Silence can be checked too." }
    let shown = min(near.count, Self.nearLimit)
    let count = near.isEmpty ? "None" : "The \(Figures.count(shown)) nearest"
    return "\(count) of \(Figures.count(tests)) tested. Silence can be checked too."
  }

  private func rejectsNote(_ rejected: Int) -> String {
    let shown = material.rejects.count
    guard rejected > 0 else { return "None: every record was kept." }
    return
      (shown < rejected
      ? "\(Figures.count(shown)) of \(Figures.count(rejected, "record")), the latest imports first"
      : Figures.count(rejected, "record"))
      + ". Mend the file and import it again: what is in is recognised."
  }
}
