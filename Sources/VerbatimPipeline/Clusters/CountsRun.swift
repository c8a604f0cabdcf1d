public import VerbatimCore
public import VerbatimStatistics

/// The disproportionality statistics of a plain table of reports.
public struct CountsRun: Sendable {
  /// Which columns of the table mean what.
  public struct Columns: Hashable, Sendable {
    /// The two columns whose pairs are counted.
    public var by: [String]
    /// The column with the report's id; nil when each row is a report.
    public var id: String?
    /// The columns that make a report's stratum together.
    public var strata: [String]

    /// Columns by their names.
    public init(by: [String], id: String? = nil, strata: [String] = []) {
      self.by = by
      self.id = id
      self.strata = strata
    }
  }

  /// What every pair is printed with, after the two names.
  public static let measures = [
    "n", "n_1", "n_2", "n_total", "e", "rr", "prr", "prr_lo", "prr_hi", "ror", "ror_lo", "ror_hi",
    "chi2", "chi2_yates", "ic", "ic025", "ic975", "ebgm", "eb05", "eb95", "p_value", "q_value",
  ]

  /// The two columns, named as in the header.
  public let names: [String]
  /// The pairs with their measures, and the prior.
  public let result: DisproportionalityRun
  /// How many rows were counted.
  public let accepted: Int
  /// How many rows were rejected.
  public let rejected: Int
  /// What was wrong with rows; the first ``ReportTable/diagnosticLimit``.
  public let diagnostics: [Diagnostic]

  /// Reads a table and scores its pairs.
  ///
  /// A row without a value in one of the two columns, or without an id where reports have ids, is
  /// rejected. An empty value is a stratum like any other.
  ///
  /// - Throws: ``Diagnostic`` `V1001` or `V1002` when the file cannot be read, `V1105` when a
  ///   column is not there, is named twice, or is called like a measure.
  public init(
    path: String,
    columns: Columns,
    options: GammaMixtureFit.Options = .init()
  ) throws(Diagnostic) {
    var table = try ReportTable(path: path)
    let first = try table.column(columns.by[0])
    let second = try table.column(columns.by[1])
    let names =
      table.columns.isEmpty
      ? columns.by : [table.columns[first], table.columns[second]]
    try Self.check(names, path)
    var id: Int?
    if let name = columns.id { id = try table.column(name) }
    var strata: [Int] = []
    for name in columns.strata { strata.append(try table.column(name)) }
    var counts = ContingencyCounts(hasIDs: id != nil, isStratified: !strata.isEmpty)
    var stratum: [UInt8] = []
    let required = [first, second] + (id.map { [$0] } ?? [])
    while try table.next() {
      if let column = required.first(where: { table.withBytes(of: $0) { $0.isEmpty } }) {
        table.reject(Self.incomplete(table, column))
        continue
      }
      stratum.removeAll(keepingCapacity: true)
      for column in strata {
        // Each value with its length before it: two columns never read as two others.
        table.withBytes(of: column) { bytes in
          for shift in [24, 16, 8, 0] {
            stratum.append(UInt8(truncatingIfNeeded: bytes.count >> shift))
          }
          for index in bytes.indices { stratum.append(bytes[index]) }
        }
      }
      let firstName = table.withBytes(of: first) { counts.first($0) }
      let secondName = table.withBytes(of: second) { counts.second($0) }
      let group = strata.isEmpty ? 0 : counts.stratum(stratum.span)
      var report = 0
      if let id { report = table.withBytes(of: id) { counts.report($0) } }
      counts.add(first: firstName, second: secondName, stratum: group, report: report)
    }
    self.names = names
    accepted = table.accepted
    rejected = table.rejected
    diagnostics = table.diagnostics
    result = DisproportionalityRun(counts.table(), options: options)
  }

  /// The share of the rows that were rejected.
  public var rejectShare: Double {
    rejected == 0 ? 0 : Double(rejected) / Double(accepted + rejected)
  }

  /// Two columns that would be one in the output are refused.
  private static func check(_ names: [String], _ path: String) throws(Diagnostic) {
    guard names[0] != names[1] else {
      throw Diagnostic(
        .columnMap,
        at: SourceLocation(file: path, line: 1),
        "the pairs of `\(names[0])` with itself say nothing",
        hint: "name two different columns"
      )
    }
    if let name = names.first(where: measures.contains) {
      throw Diagnostic(
        .columnMap,
        at: SourceLocation(file: path, line: 1),
        "the column `\(name)` is called like one of the measures",
        hint: "give it another name in the table; the measures are "
          + measures.joined(separator: ", ")
      )
    }
  }

  private static func incomplete(_ table: ReportTable, _ column: Int) -> Diagnostic {
    Diagnostic(
      .reportIncomplete,
      at: table.location(column),
      "the row has no value in `\(table.columns[column])`",
      hint: "fill it in; a value such as `none` counts towards the totals"
    )
  }
}
