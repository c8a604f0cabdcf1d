internal import VerbatimCore

/// Reads the rows of one sheet as a stream; empty rows are passed over.
final class SheetReader {
  let sheet: Workbook.Sheet
  private let workbook: Workbook
  private let part: XMLPart
  private let rows: SheetRows
  private let place: String
  private var at = 0

  init(_ sheet: Workbook.Sheet, of workbook: Workbook) throws(Diagnostic) {
    self.sheet = sheet
    self.workbook = workbook
    place = Self.quoted(sheet.name) + "!A"
    rows = SheetRows(workbook)
    part = try XMLPart(workbook.package, sheet.part, into: rows)
  }

  /// Fills `record` with the next row that holds something; false at the end.
  func next(into record: inout TableRecord) throws(Diagnostic) -> Bool {
    while true {
      while at < rows.rows.count {
        at += 1
        fill(&record, at - 1)
        if record.count > 0 || !record.faults.isEmpty { return true }
      }
      guard !rows.isComplete else { return false }
      rows.clear()
      at = 0
      guard try part.step() else { return false }
    }
  }

  /// Fills a record with a row, each cell in its column.
  private func fill(_ record: inout TableRecord, _ index: Int) {
    let row = rows.rows[index]
    let before = index == 0 ? nil : rows.rows[index - 1]
    record.clear()
    record.line = row.number
    record.place = "\(place)\(row.number)"
    record.faults.append(contentsOf: rows.faults[(before?.faultEnd ?? 0)..<row.faultEnd])
    for cell in inOrder((before?.cellEnd ?? 0)..<row.cellEnd) {
      let range = range(cell)
      guard !range.isEmpty else { continue }
      let column = rows.cells[cell].column
      guard record.bytes.count + range.count <= DelimitedScanner.largestRecord else {
        record.faults.append(
          TableRecord.Fault(kind: .cell(.rowTooLarge), line: row.number, column: column + 1)
        )
        return
      }
      while record.ends.count < column { record.ends.append(record.bytes.count) }
      if rows.cells[cell].shared == nil {
        record.bytes.append(contentsOf: rows.bytes[range])
      } else {
        record.bytes.append(contentsOf: workbook.strings.bytes[range])
      }
      record.ends.append(record.bytes.count)
    }
  }

  /// The bytes of a cell, among the row's own or the shared ones.
  private func range(_ cell: Int) -> Range<Int> {
    if let shared = rows.cells[cell].shared { return workbook.strings.range(shared) }
    return (cell == 0 ? 0 : rows.cells[cell - 1].end)..<rows.cells[cell].end
  }

  /// Cells by column; of two in one place the last counts.
  private func inOrder(_ cells: Range<Int>) -> [Int] {
    let isAscending = cells.dropFirst().allSatisfy {
      rows.cells[$0 - 1].column < rows.cells[$0].column
    }
    if isAscending { return Array(cells) }
    var last: [Int: Int] = [:]
    for cell in cells { last[rows.cells[cell].column] = cell }
    return last.sorted { $0.key < $1.key }.map(\.value)
  }

  /// A name as formulas write it: in quotes unless it is a plain word.
  static func quoted(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isPlain && !name.isEmpty ? name : "'\(name.replacing("'", with: "''"))'"
  }
}
