internal import VerbatimCore

/// What a spreadsheet did to the cells of a row, and what is told of it.
extension FeedbackBuilder {
  /// Whether a cell holds an error value, or was cut off, which is told.
  mutating func isLost(_ text: String, _ at: Int, _ record: TableRecord) -> Bool {
    if text.utf8.first == UInt8(ascii: "#"), SpreadsheetDamage.isError(text) {
      tell(.spreadsheetDamage, SpreadsheetDamage.error.rawValue, text, at, record)
      return true
    }
    if text.utf8.count >= 32_767, text.utf16.count == 32_767 {
      tell(.spreadsheetDamage, SpreadsheetDamage.cut.rawValue, text, at, record)
    }
    return false
  }

  /// Whether a code shows a spreadsheet's damage, which is told, and is lost by it.
  mutating func isDamaged(_ code: String, _ at: Int, _ record: TableRecord) -> Bool {
    var found = SpreadsheetDamage.of(code: code)
    if found == nil, steps[at].role == .gtin, code.utf8.count == 11,
      (try? GTIN(parsing: code)) != nil
    {
      found = .lostZero
    }
    guard let found else { return false }
    tell(.spreadsheetDamage, found.rawValue, code, at, record)
    return found.isLoss
  }

  mutating func tell(
    _ code: DiagnosticCode,
    _ what: String,
    _ cell: String,
    _ at: Int,
    _ record: TableRecord
  ) {
    let told = findings.add(
      code,
      what,
      in: schema.columns[steps[at].index],
      cell: cell,
      at: SourceLocation(file: source.file, line: record.line),
      hint: code == .dateUnread
        ? "the row was kept without its date; say the order with `day_first` in a column map"
        : "export the file again, and give it as it was downloaded"
    )
    if let told { warnings.append(told) }
  }
}
