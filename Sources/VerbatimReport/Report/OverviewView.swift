/// The dashboard's first page as its template sees it: the head of a report, with forms.
public struct OverviewView: ViewValue {
  let page: PageView
  let notice: String?
  let ledger: LedgerView
  let ledgerNote: String
  let coverage: BarsView
  let coverageNote: String
  let terms: [TermView]
  let hazards: [HazardCardView]
  let moreHazards: String?
  let noHazards: StateView?
  let rule: String
  let axis: Drawing?
  let rows: [ClusterRowView]
  let noClusters: StateView?
  let moreRows: String?
  let falseAlerts: String?
  let nearNote: String
  let nearMisses: NearMissTableView?
  let noNearMisses: StateView?

  /// The head of a report.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - page: What stands around the page.
  ///   - notice: What to say first; nil for nothing.
  ///   - hazards: The cards of its hazards, the first of them.
  ///   - counts: How many hazards and other alerts there are.
  ///   - limit: How many clusters are shown; a link leads to the others.
  public init(
    _ report: ReportView,
    page: PageView,
    notice: String?,
    hazards: [HazardCardView],
    counts: (hazards: Int, alerts: Int),
    limit: Int
  ) {
    self.page = page
    self.notice = notice
    ledger = report.ledger
    ledgerNote = report.ledgerNote
    coverage = report.coverage
    coverageNote = report.coverageNote
    terms = report.terms
    self.hazards = hazards
    let moreHazards = counts.hazards - hazards.count
    self.moreHazards =
      moreHazards > 0 ? Figures.count(moreHazards, "more hazard") : nil
    noHazards = report.noHazards
    rule = report.rule
    axis = report.axis
    rows = Array(report.rows.prefix(limit))
    noClusters = report.noClusters
    let more = counts.alerts - rows.count
    moreRows = more > 0 ? Figures.count(more, "more cluster") : nil
    falseAlerts = report.falseAlerts
    nearNote = report.nearNote
    nearMisses = report.nearMisses
    noNearMisses = report.noNearMisses
  }
}

extension ReportView {
  /// What was found, as a sentence.
  public var finding: String { page.finding }
  /// What to know at once.
  public var lede: String? { page.lede }
  /// The shop and the period.
  public var crumb: String? { page.crumb }
  /// The map of articles and issues; nil when no report with an issue names its article.
  public var heatMap: HeatMapView? { map }
  /// The suppliers; nil when none is known.
  public var supplierTable: SupplierTableView? { suppliers }
}
