/// Reports by row and issue: the count and its expectation printed, shade and sign repeat them.
public struct HeatMapView: ViewValue {
  /// A cell that was counted.
  public struct Count: Hashable, Sendable {
    /// Distinct reports.
    public var observed: Int
    /// What independence predicts.
    public var expected: Double
    /// EBGM and EB05.
    public var ebgm: Double
    /// The lower end, by which cells are shaded.
    public var eb05: Double
    /// Whether it passes every rule of an alert.
    public var isAlert: Bool
    /// Whether it is a hazard, of any n.
    public var isHazard: Bool
    /// Where it is shown; nil when it has no page.
    public var href: String?

    /// A cell.
    public init(
      observed: Int,
      expected: Double,
      ebgm: Double,
      eb05: Double,
      isAlert: Bool = false,
      isHazard: Bool = false,
      href: String? = nil
    ) {
      self.observed = observed
      self.expected = expected
      self.ebgm = ebgm
      self.eb05 = eb05
      self.isAlert = isAlert
      self.isHazard = isHazard
      self.href = href
    }
  }

  struct Cell: ViewValue {
    let style: String
    let sign: String?
    let observed: String
    let expected: String?
    let href: String?
    let label: String
  }

  struct Row: ViewValue {
    let name: String
    let total: String
    let cells: [Cell]
  }

  struct Column: ViewValue {
    let group: String
    let leaf: String
  }

  struct Strong: ViewValue {
    let text: String
  }

  /// What the rows are: `SKU`.
  let heading: String
  let columns: [Column]
  let rows: [Row]
  /// The strongest cells in words, for a phone, where the map scrolls.
  let strongest: [Strong]

  /// The most rows that can be read at once (authored).
  public static let rowLimit = 15
  /// The most columns: as many as stand beside each other with their names on a desk's page.
  public static let columnLimit = 12

  /// A map.
  ///
  /// - Parameters:
  ///   - heading: What the rows are.
  ///   - rows: The rows with how many reports each has.
  ///   - issues: The codes of the columns.
  ///   - count: The cell of a row and an issue; nil where nothing was reported or can be.
  public init(
    _ heading: String,
    rows: [(key: String, total: Int)],
    issues: [String],
    count: (_ key: String, _ issue: String) -> Count?
  ) {
    self.heading = heading
    columns = issues.map { code in
      let parts = code.split(separator: ".", maxSplits: 1).map(String.init)
      // A blank lets a long leaf break where its words end.
      return Column(
        group: parts.first ?? code,
        leaf: (parts.count > 1 ? parts[1] : "").replacing("_", with: " ").lowercased()
      )
    }
    var strong: [(rank: Double, text: String)] = []
    self.rows = rows.map { row in
      Row(
        name: row.key,
        total: Figures.count(row.total),
        cells: issues.map { issue in
          guard let count = count(row.key, issue) else {
            return Cell(
              style: "h0",
              sign: nil,
              observed: "·",
              expected: nil,
              href: nil,
              label: "\(row.key), \(issue): no report"
            )
          }
          let cell = Self.cell(row.key, issue, count)
          if count.isAlert || count.isHazard {
            strong.append(
              (count.isHazard ? .infinity : count.eb05, Self.sentence(row.key, issue, count))
            )
          }
          return cell
        }
      )
    }
    strongest = strong.sorted { ($1.rank, $0.text) < ($0.rank, $1.text) }.prefix(6)
      .map { Strong(text: $0.text) }
  }

  private static func sentence(_ key: String, _ issue: String, _ count: Count) -> String {
    let sign = count.isHazard ? "◆ " : count.isAlert ? "▲ " : ""
    let what = "\(sign)\(key), \(issue): \(Figures.count(count.observed, "report"))"
    return count.isHazard
      ? "\(what), hazard" : "\(what), \(Figures.decimal(count.expected)) expected"
  }

  private static func cell(_ key: String, _ issue: String, _ count: Count) -> Cell {
    let steps = [(4, 2.0), (3, 1.3), (2, 1.0)]
    let step =
      count.observed < 3
      ? 0 : steps.first { count.eb05 >= $0.1 }?.0 ?? (count.ebgm >= 1.4 ? 1 : 0)
    let sign = count.isHazard ? "◆" : count.isAlert ? "▲" : nil
    return Cell(
      style: "h\(step)" + (count.isAlert ? " al" : "") + (count.isHazard ? " hzc" : ""),
      sign: sign,
      observed: Figures.count(count.observed),
      expected: Figures.decimal(count.expected),
      href: count.href,
      label: "\(key), \(issue): \(Figures.count(count.observed)) observed, "
        + "\(Figures.decimal(count.expected)) expected, EB05 \(Figures.decimal(count.eb05))"
        + (count.isHazard ? ", hazard" : count.isAlert ? ", alert" : "")
    )
  }
}
