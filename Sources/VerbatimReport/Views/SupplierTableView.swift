internal import VerbatimStatistics

/// Suppliers by how much of the feedback about their goods complains of what is theirs.
public struct SupplierTableView: ViewValue {
  /// One supplier.
  public struct Supplier: Sendable {
    /// The id.
    public var id: String
    /// The name; nil when the catalog has none.
    public var name: String?
    /// How many articles the reports are about.
    public var articles: Int
    /// Distinct reports about its goods, complaints or not.
    public var reports: Int
    /// Those that complain of what is the supplier's, or nobody's that is known.
    public var complaints: Int
    /// The issue farthest above expectation; nil when none is.
    public var worst: String?
    /// How many alerts stand.
    public var alerts: Int
    /// The share of reports whose lot is known; nil without reports.
    public var lotsKnown: Double?

    /// A supplier.
    public init(
      id: String,
      name: String? = nil,
      articles: Int,
      reports: Int,
      complaints: Int,
      worst: String?,
      alerts: Int,
      lotsKnown: Double?
    ) {
      self.id = id
      self.name = name
      self.articles = articles
      self.reports = reports
      self.complaints = complaints
      self.worst = worst
      self.alerts = alerts
      self.lotsKnown = lotsKnown
    }
  }

  struct Row: ViewValue {
    let id: String
    let href: String?
    let name: String?
    let articles: String
    let reports: String
    let estimate: EstimateView
    let worst: String
    let alerts: String
    let lots: String
  }

  let axis: Drawing
  /// The share of all suppliers together, drawn dotted.
  let reference: String
  let rows: [Row]

  /// The table, in the order given; its links are of one kind of page.
  public init(_ suppliers: [Supplier], links: Links = Links(.file)) {
    let total = suppliers.reduce(0) { $0 + $1.reports }
    let complaints = suppliers.reduce(0) { $0 + $1.complaints }
    let mean = total > 0 ? Double(complaints) / Double(total) : 0
    reference = Figures.percent(mean)
    let intervals = suppliers.map { ProportionInterval(wilson: $0.complaints, of: $0.reports) }
    let scale = Scale(linear: intervals.map { $0.upper * 100 })
    axis = IntervalDrawing.axis(scale, width: 200)
    rows = zip(suppliers, intervals).map { supplier, interval in
      let share =
        supplier.reports > 0 ? Double(supplier.complaints) / Double(supplier.reports) : 0
      let value = Figures.percent(share)
      let range = Figures.percentRange(interval.lower, interval.upper)
      return Row(
        id: supplier.id,
        href: links.supplier(supplier.id),
        name: supplier.name,
        articles: Figures.count(supplier.articles),
        reports: Figures.count(supplier.reports),
        estimate: EstimateView(
          drawing: IntervalDrawing.bar(
            share * 100,
            interval.lower * 100,
            interval.upper * 100,
            scale: scale,
            width: 200,
            label: "\(value) of \(supplier.reports), \(range)",
            reference: mean * 100
          ),
          value: value,
          range: range
        ),
        worst: supplier.worst ?? "none",
        alerts: Figures.count(supplier.alerts),
        lots: supplier.lotsKnown.map { Figures.percent($0) } ?? "unknown"
      )
    }
  }
}
