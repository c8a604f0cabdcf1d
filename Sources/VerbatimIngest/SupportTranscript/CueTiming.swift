/// The start and end of a cue, in milliseconds.
///
/// Source: WebVTT, "collect WebVTT timings and settings" and "collect a WebVTT timestamp".
struct CueTiming: Hashable, Sendable {
  /// When the words begin.
  let start: Int
  /// When they end.
  let end: Int

  /// A cue of a start and an end.
  init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// Whether a line is meant as a timing line; it ends the payload above it.
  static func hasArrow(_ line: [UInt8]) -> Bool {
    guard line.count >= 3 else { return false }
    for at in 0..<(line.count - 2) where line[at] == dash {
      if line[at + 1] == dash, line[at + 2] == UInt8(ascii: ">") { return true }
    }
    return false
  }

  /// Reads `[HH:]MM:SS.mmm --> [HH:]MM:SS.mmm settings`; nil when it is no such line.
  init?(_ line: [UInt8]) {
    var at = 0
    Self.skipBlanks(line, &at)
    guard let start = Self.stamp(line, &at) else { return nil }
    Self.skipBlanks(line, &at)
    for byte in [Self.dash, Self.dash, UInt8(ascii: ">")] {
      guard at < line.count, line[at] == byte else { return nil }
      at += 1
    }
    Self.skipBlanks(line, &at)
    guard let end = Self.stamp(line, &at) else { return nil }
    self.start = start
    self.end = end
  }

  private static let dash = UInt8(ascii: "-")

  private static func skipBlanks(_ line: [UInt8], _ at: inout Int) {
    while at < line.count, line[at] == 0x20 || line[at] == 0x09 || line[at] == 0x0C { at += 1 }
  }

  private static func stamp(_ line: [UInt8], _ at: inout Int) -> Int? {
    guard let first = digits(line, &at), skip(":", line, &at),
      let second = digits(line, &at), second.count == 2
    else { return nil }
    var (hours, minutes, seconds) = (0, first.value, second.value)
    // Minutes have two digits below 60; anything else in front is hours, and minutes follow.
    let isHours = first.count != 2 || first.value > 59
    if isHours || (at < line.count && line[at] == UInt8(ascii: ":")) {
      guard skip(":", line, &at), let third = digits(line, &at), third.count == 2 else {
        return nil
      }
      (hours, minutes, seconds) = (first.value, second.value, third.value)
    }
    guard skip(".", line, &at), let fraction = digits(line, &at), fraction.count == 3,
      minutes <= 59, seconds <= 59
    else { return nil }
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction.value
  }

  /// A run of digits; nil when there is none, or no recording is that long.
  private static func digits(_ line: [UInt8], _ at: inout Int) -> (value: Int, count: Int)? {
    let start = at
    var value = 0
    while at < line.count, line[at] >= UInt8(ascii: "0"), line[at] <= UInt8(ascii: "9") {
      guard value < 100_000_000 else { return nil }
      value = value * 10 + Int(line[at] - UInt8(ascii: "0"))
      at += 1
    }
    return at > start ? (value, at - start) : nil
  }

  private static func skip(_ mark: Unicode.Scalar, _ line: [UInt8], _ at: inout Int) -> Bool {
    guard at < line.count, line[at] == UInt8(ascii: mark) else { return false }
    at += 1
    return true
  }
}
