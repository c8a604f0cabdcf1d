internal import VerbatimCore

/// What the bytes of a cell say, for tables that are too long to make a string of each cell.
enum CellText {
  /// The day of `2026-11-21`, or of a moment on it, in days since 1970.
  static func day(_ bytes: Span<UInt8>) -> Int? {
    guard bytes.count == 10 else { return Instant(iso8601: text(bytes))?.dayNumber }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = Int(bytes[index]) - 48
        guard (0...9).contains(digit) else { return nil }
        value = value * 10 + digit
      }
      return value
    }
    guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
    else { return nil }
    return Instant(year: year, month: month, day: day, precision: .day)?.dayNumber
  }

  /// The bytes as text.
  static func text(_ bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}
