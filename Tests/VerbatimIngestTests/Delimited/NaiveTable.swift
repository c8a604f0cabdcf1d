@testable import VerbatimIngest

/// Reads a whole delimited file at once: the rules of the scanner, written for the eye.
struct NaiveTable {
  struct Record: Hashable {
    var fields: [String]
    var line: Int
    var byte: Int
    var faults: [TableRecord.Fault.Kind]
  }

  private(set) var records: [Record] = []
  private let bytes: [UInt8]
  private let dialect: Dialect

  init(_ bytes: [UInt8], _ dialect: Dialect) {
    self.bytes = bytes
    self.dialect = dialect
    var at = dialect.hasSeparatorLine ? afterLine(at: 0) : 0
    while at < bytes.count {
      let line = 1 + lineEnds(before: at)
      if let (fields, end, faults) = record(at: at) {
        records.append(Record(fields: fields, line: line, byte: at, faults: faults))
        at = end
      } else {
        let end = afterLine(at: at)
        let text = bytes[at..<end].prefix { $0 != 0x0A && $0 != 0x0D }
        records.append(
          Record(
            fields: [String(decoding: text, as: UTF8.self)],
            line: line,
            byte: at,
            faults: [.neverClosed]
          )
        )
        at = end
      }
    }
  }

  /// The fields of the record at `at` and where the next begins; nil when a quote stays open.
  private func record(
    at start: Int
  ) -> (fields: [String], end: Int, faults: [TableRecord.Fault.Kind])? {
    var fields: [String] = []
    var faults: [TableRecord.Fault.Kind] = []
    var at = start
    while true {
      var field: [UInt8] = []
      if dialect.usesQuotes, at < bytes.count, bytes[at] == 0x22 {
        at += 1
        while true {
          guard at < bytes.count else { return nil }
          if bytes[at] != 0x22 {
            field.append(bytes[at])
            at += 1
          } else if at + 1 < bytes.count, bytes[at + 1] == 0x22 {
            field.append(0x22)
            at += 2
          } else {
            at += 1
            break
          }
        }
        if at < bytes.count, ![dialect.delimiter, 0x0A, 0x0D].contains(bytes[at]) {
          faults.append(.textAfterQuote)
        }
      }
      while at < bytes.count, ![dialect.delimiter, 0x0A, 0x0D].contains(bytes[at]) {
        field.append(bytes[at])
        at += 1
      }
      fields.append(String(decoding: field, as: UTF8.self))
      guard at < bytes.count, bytes[at] == dialect.delimiter else {
        return (fields, afterLine(at: at), faults)
      }
      at += 1
    }
  }

  /// Where the line after the one at `at` begins.
  private func afterLine(at start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    if at < bytes.count, bytes[at] == 0x0D { at += 1 } else if at < bytes.count { return at + 1 }
    return at < bytes.count && bytes[at] == 0x0A ? at + 1 : at
  }

  /// LF, CRLF and CR each end a line.
  private func lineEnds(before end: Int) -> Int {
    var found = 0
    for at in 0..<end {
      if bytes[at] == 0x0A
        || (bytes[at] == 0x0D && !(at + 1 < bytes.count && bytes[at + 1] == 0x0A))
      {
        found += 1
      }
    }
    return found
  }
}
