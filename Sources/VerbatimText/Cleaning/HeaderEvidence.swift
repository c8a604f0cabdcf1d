/// What tells the header of a quote from a sentence: a date, a time of day, an address.
struct HeaderEvidence: OptionSet {
  let rawValue: UInt8

  /// A year, a date in numbers, or a day or month in a script that names them after a number.
  static let date = HeaderEvidence(rawValue: 1)
  /// A time of day.
  static let time = HeaderEvidence(rawValue: 2)
  /// A mail address.
  static let address = HeaderEvidence(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// What a stretch of folded text holds.
  ///
  /// - Complexity: O(*n*).
  init(in text: Span<UInt8>, _ range: Range<Int>) {
    self = []
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = text[at]
      if byte == UInt8(ascii: "@") {
        if at > range.lowerBound, at + 1 < range.upperBound, Self.isNamed(text[at - 1]),
          Self.isNamed(text[at + 1])
        {
          insert(.address)
        }
        at += 1
      } else if Self.isDigit(byte) {
        at = number(in: text, at, range.upperBound)
      } else {
        at += 1
      }
    }
  }

  /// Reads a number and what is joined to it; gives where to go on.
  private mutating func number(in text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var value = 0
    var at = start
    while at < end, Self.isDigit(text[at]) {
      value = min(value * 10 + Int(text[at] - 0x30), 100_000)
      at += 1
    }
    // 2568 is 2025 of the Buddhist era, in which Thai mail is dated.
    if at - start == 4, (1970...2100).contains(value) || (2513...2643).contains(value) {
      insert(.date)
    }
    guard at + 1 < end, at - start <= 4 else { return at }
    switch text[at] {
    case UInt8(ascii: ":"), UInt8(ascii: "h"):
      if value < 25, Self.isDigit(text[at + 1]) { insert(.time) }
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"):
      let mark = text[at]
      var next = at + 1
      while next < end, Self.isDigit(text[next]), next - at <= 3 { next += 1 }
      if next > at + 1, next + 1 < end, text[next] == mark, Self.isDigit(text[next + 1]) {
        insert(.date)
      }
    case 0xE5...0xEC where at + 2 < end:
      switch (text[at], text[at + 1], text[at + 2]) {
      case (0xE5, 0xB9, 0xB4), (0xE6, 0x9C, 0x88), (0xEB, 0x85, 0x84), (0xEC, 0x9B, 0x94):
        // 年 月 년 월
        insert(.date)
      case (0xE6, 0x99, 0x82), (0xE6, 0x97, 0xB6), (0xEC, 0x8B, 0x9C):
        // 時 时 시
        insert(.time)
      default: break
      }
    default: break
    }
    return at
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isNamed(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }
}
