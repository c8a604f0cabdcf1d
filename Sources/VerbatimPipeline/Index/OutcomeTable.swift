public import VerbatimCore
public import VerbatimStatistics

/// What customers did, from a table with `customer, date, outcome`, a row for each.
public struct OutcomeTable: Sendable {
  /// One thing that a customer did.
  public struct Row: Hashable, Sendable {
    /// The customer, as the table has it.
    public let customer: String
    /// The day, since 1970.
    public let day: Int
    /// What it was.
    public let outcome: OutcomeLift.Outcome
  }

  /// Dates from 1900 to 2199: others are slips.
  private static let days = -25_567..<84_006

  /// The table's path.
  public let path: String
  /// What customers did, in the order of the table.
  public let rows: [Row]
  /// How many rows were rejected.
  public let rejected: Int
  /// What was wrong with rows; the first ``ReportTable/diagnosticLimit``.
  public let diagnostics: [Diagnostic]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - path: The table, in any encoding and with any delimiter.
  ///   - outcome: What every row is, for a table without a column `outcome`.
  /// - Throws: ``Diagnostic`` `V1001` or `V1002` when the file cannot be read, `V1105` when a
  ///   column is missing or stands twice.
  public init(path: String, outcome: OutcomeLift.Outcome? = nil) throws(Diagnostic) {
    var table = try ReportTable(path: path)
    self.path = path
    var named: Int?
    for name in ["customer_key", "customer_id"] where named == nil {
      named = try table.optionalColumn(name)
    }
    let customer: Int
    if let named { customer = named } else { customer = try table.column("customer") }
    let date = try table.column("date")
    let kind: Int?
    if outcome == nil { kind = try table.column("outcome") } else { kind = nil }
    var rows: [Row] = []
    while try table.next() {
      guard let day = Instant(iso8601: table[date])?.dayNumber, Self.days.contains(day) else {
        table.reject(
          Diagnostic(
            .outcomeDate,
            at: table.location(date),
            "`\(table[date])` is no date from 1900 to 2199",
            hint: "write it as 2026-11-21"
          )
        )
        continue
      }
      guard !table[customer].isEmpty else {
        table.reject(
          Diagnostic(
            .outcomeCustomer,
            at: table.location(customer),
            "the row names no customer",
            hint: "name the customer as the feedback does, or by the key that `signals` prints"
          )
        )
        continue
      }
      let stated = kind.flatMap { OutcomeLift.Outcome(rawValue: table[$0].lowercased()) }
      guard let outcome = outcome ?? stated else {
        table.reject(
          Diagnostic(
            .outcomeKind,
            at: table.location(kind),
            "`\(kind.map { table[$0] } ?? "")` is no outcome",
            hint: "one of churn, repeat, return"
          )
        )
        continue
      }
      rows.append(Row(customer: table[customer], day: day, outcome: outcome))
    }
    self.rows = rows
    rejected = table.rejected
    diagnostics = table.diagnostics
  }

  /// The share of the rows that were rejected.
  public var rejectShare: Double {
    rejected == 0 ? 0 : Double(rejected) / Double(rows.count + rejected)
  }
}
