internal import VerbatimCore
internal import VerbatimStatistics

/// The columns of a table of reports, and how a row is read.
struct ReplayColumns {
  /// Dates from 1900 to 2199: others are slips.
  private static let days = -25_567..<84_006

  private let date: Int
  private let sku: Int
  private let supplier: Int?
  private let lot: Int?
  private let issue: Int
  private let negative: Int
  private let source: Int?

  init(_ table: ReportTable) throws(Diagnostic) {
    date = try table.column("date")
    sku = try table.column("sku")
    supplier = try table.optionalColumn("supplier")
    lot = try table.optionalColumn("lot")
    issue = try table.column("issue")
    negative = try table.column("negative")
    source = try table.optionalColumn("source")
  }

  /// Takes the current row, or rejects it.
  func read(_ table: inout ReportTable, into builder: inout ReportHistory.Builder) {
    guard let day = table.withBytes(of: date, CellText.day), Self.days.contains(day) else {
      table.reject(
        Diagnostic(
          .replayDate,
          at: table.location(date),
          "`\(table[date])` is no date from 1900 to 2199",
          hint: "write it as 2026-11-21"
        )
      )
      return
    }
    guard !table.withBytes(of: sku, { $0.isEmpty }) else {
      table.reject(
        Diagnostic(
          .replayArticle,
          at: table.location(sku),
          "the row has no SKU",
          hint: "name the article that the report is about"
        )
      )
      return
    }
    guard let isNegative = table.withBytes(of: negative, Self.verdict) else {
      table.reject(
        Diagnostic(
          .replayVerdict,
          at: table.location(negative),
          "`\(table[negative])` is neither 1 nor 0",
          hint: "1 is a complaint, 0 any other report; a row is one report"
        )
      )
      return
    }
    builder.add(
      day: day,
      sku: table[sku],
      supplier: supplier.map { table[$0] } ?? "",
      lot: lot.map { table[$0] } ?? "",
      issue: isNegative ? table[issue] : "",
      isNegative: isNegative,
      source: source.map { table[$0] } ?? ""
    )
  }

  private static func verdict(_ bytes: Span<UInt8>) -> Bool? {
    if bytes.count == 1 {
      return bytes[0] == UInt8(ascii: "1") ? true : bytes[0] == UInt8(ascii: "0") ? false : nil
    }
    return switch CellText.text(bytes).lowercased() {
    case "true", "1.0": true
    case "false", "0.0": false
    default: nil
    }
  }
}
