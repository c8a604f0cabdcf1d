internal import VerbatimCore
internal import VerbatimText

/// One table of a help desk in memory, its rows by the conversation they belong to.
///
/// Rows that a warehouse keeps as history (`_fivetran_active` is false) or as deleted are left out.
struct TicketTable {
  /// One row.
  struct Row {
    /// The cells, without white space around them.
    var cells: [String]
    /// The 1-based line on which it begins.
    var line: Int
    /// When it was written, as RFC 3339; nil where it does not say, or not surely.
    var at: String?
  }

  /// What the table is.
  let kind: TicketTableKind
  /// The file.
  let path: String
  /// The rows that count, in the file's order.
  private(set) var rows: [Row] = []
  /// What is odd in the file, told once.
  private(set) var findings: [Diagnostic] = []
  /// The places of the rows of each conversation.
  private(set) var places: [String: [Int]] = [:]
  /// The ids of the conversations, in the order in which they begin.
  private(set) var order: [String] = []
  private var columns: [String: Int] = [:]
  private var width = 0

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - kind: What the table is; nil leaves it to the header.
  /// - Throws: What makes the file unusable; `V1104` when the header is no such table's.
  init(_ source: TextSource, as kind: TicketTableKind? = nil) throws(Diagnostic) {
    path = source.path
    var reader = try DelimitedReader(source)
    var record = TableRecord()
    guard try reader.next(into: &record) else { throw Self.unknown(path, 1) }
    var header = record.fields.map(HeaderName.normalized)
    if header.first?.hasPrefix("\u{FEFF}") == true { header[0].removeFirst() }
    guard let kind = kind ?? TicketTableKind(header: header, path: path) else {
      throw Self.unknown(path, record.line)
    }
    self.kind = kind
    for (place, name) in header.enumerated() where columns[name] == nil { columns[name] = place }
    width = header.count
    try read(&reader, &record)
    settleTimes()
    for (place, row) in rows.enumerated() {
      // A row that names none is a conversation of its own: nothing is lost.
      let id = self[row, kind.conversationID].map(Self.plainID) ?? "\(Self.nameless)\(row.line)"
      if places[id] == nil { order.append(id) }
      places[id, default: []].append(place)
    }
  }

  private mutating func read(
    _ reader: inout DelimitedReader,
    _ record: inout TableRecord
  ) throws(Diagnostic) {
    var footer: (line: Int, count: Int)?
    while try reader.next(into: &record) {
      for fault in record.faults {
        findings.append(DelimitedReader.diagnostic(fault, file: path))
      }
      let cells = record.fields.map { Conversation.trimmed($0) }
      // A report of Salesforce's ends in lines with its name and a notice, one cell each.
      if kind == .salesforceCases, width > 1, cells.dropFirst().allSatisfy(\.isEmpty),
        !Self.isCaseID(cells.first ?? "")
      {
        footer = (footer?.line ?? record.line, (footer?.count ?? 0) + 1)
        continue
      }
      let row = Row(cells: cells, line: record.line)
      guard !isPast(row) else { continue }
      rows.append(row)
    }
    guard let footer else { return }
    findings.append(
      Diagnostic(
        .rowWidth,
        .warning,
        at: SourceLocation(file: path, line: footer.line),
        "lines of one cell: \(footer.count), here first; they are a report's notes and no cases",
        hint: "nothing is to be done, unless they are cases that were cut off"
      )
    )
  }

  /// Case numbers are digits, ids 15 or 18 letters and digits that begin with 500.
  private static func isCaseID(_ cell: String) -> Bool {
    guard !cell.isEmpty else { return false }
    return cell.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      || (cell.hasPrefix("500") && [15, 18].contains(cell.utf8.count))
  }

  /// Whether a row is an older version of another one, or deleted.
  private func isPast(_ row: Row) -> Bool {
    self[row, ["fivetran active"]]?.lowercased() == "false"
      || self[row, ["fivetran deleted", "is deleted"]].map(Self.isTrue) == true
  }

  /// The whole column decides whether the day or the month comes first.
  private mutating func settleTimes() {
    let names = kind.timeNames
    let texts = rows.map { self[$0, names] }
    var open: Int?
    let resolved = TurnClock.resolved(texts.map { $0.flatMap { TurnTime($0) } }, day: nil)
    for (place, text) in texts.enumerated() {
      guard let text else { continue }
      if let exact = Instant(iso8601: text) ?? TurnClock.epoch(text) {
        rows[place].at = exact.description
      } else if let time = resolved[place], !time.hasPrefix("PT") {
        rows[place].at = time
      } else {
        open = open ?? rows[place].line
      }
    }
    guard let open else { return }
    findings.append(
      Diagnostic(
        .chatDatesOpen,
        .warning,
        at: SourceLocation(file: path, line: open),
        "a time cannot be read, or its day and month may be either; such rows have none",
        hint: "export with dates as 2026-03-05 10:14:00"
      )
    )
  }

  private static func unknown(_ path: String, _ line: Int) -> Diagnostic {
    Diagnostic(
      .noFeedbackColumn,
      at: SourceLocation(file: path, line: line),
      "the header is that of no table of tickets, comments or chats",
      hint: "leave the format to the detector, or name it with --from delimited"
    )
  }

  /// The cell of a row under the first of some names that holds anything.
  subscript(row: Row, names: [String]) -> String? {
    for name in names {
      guard let column = columns[name], column < row.cells.count else { continue }
      let cell = row.cells[column]
      if !cell.isEmpty, !Self.nothing.contains(cell) { return cell }
    }
    return nil
  }

  /// The cell of a row under a name; nil when it holds nothing.
  subscript(row: Row, name: String) -> String? { self[row, [name]] }

  /// Before the line of a row that names no conversation.
  static let nameless = "#"

  /// Salesforce's ids of 18 characters end in a sum of the 15 that tell.
  private static func plainID(_ id: String) -> String {
    id.utf8.count == 18 && id.hasPrefix("500") ? String(id.prefix(15)) : id
  }

  /// What warehouses write for no value.
  private static let nothing: Set<String> = ["null", "NULL", "None", "\\N"]

  /// The rows of a conversation, in the order of time; as they stand where a time is missing.
  func rows(of id: String) -> [Row] {
    let found = (places[id] ?? []).map { rows[$0] }
    let times = found.compactMap { $0.at.flatMap { Instant(iso8601: $0) } }
    guard times.count == found.count else { return found }
    let order = zip(times, found.indices).sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    return order.map { found[$0.1] }
  }

  /// The columns of a shop's own (`Order_Number__c`), with their cells, in the header's order.
  func ownFields(of row: Row) -> [(name: String, value: String)] {
    columns.filter { $0.key.hasSuffix(" c") }.sorted { $0.value < $1.value }.compactMap { column in
      self[row, column.key].map { (String(column.key.dropLast(2)), $0) }
    }
  }

  /// Whether a cell says yes.
  static func isTrue(_ cell: String) -> Bool { ["true", "1", "yes"].contains(cell.lowercased()) }
}
