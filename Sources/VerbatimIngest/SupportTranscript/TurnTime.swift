/// A time as a log or a transcript states it: a moment, a clock time, or a time from the start.
struct TurnTime: Hashable, Sendable {
  /// A date whose order of day and month may be open.
  enum Date: Hashable, Sendable {
    /// A date that can be read one way only.
    case civil(year: Int, month: Int, day: Int)
    /// Two numbers up to 12, of which either may be the day.
    case open(first: Int, second: Int, year: Int)
  }

  /// The date.
  var date: Date?
  /// Milliseconds since midnight, or since the start.
  var milliseconds: Int?
  /// Whether a time from the start is meant ("1m 13s").
  var isElapsed = false
  /// Whether the clock has three parts; with two they may be minutes and seconds.
  var hasSeconds = false
  /// Whether the day stands first, where the numbers leave no choice; evidence for other dates.
  var dayFirst: Bool?
  /// Seconds east of UTC.
  var zone: Int?

  /// Milliseconds when the first part is read as minutes.
  var elapsedMilliseconds: Int? {
    guard let milliseconds else { return nil }
    return isElapsed || hasSeconds ? milliseconds : milliseconds / 60
  }

  /// Milliseconds from the start as an ISO 8601 duration in seconds.
  static func duration(milliseconds: Int) -> String {
    let whole = milliseconds / 1000
    let rest = abs(milliseconds % 1000)
    guard rest > 0 else { return "PT\(whole)S" }
    var digits = String(String(1000 + rest).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return "PT\(whole).\(digits)S"
  }
}

extension TurnTime {
  /// Longer texts hold more than a time.
  private static let longest = 48

  /// Reads a time that fills the text; nil when anything else is in it.
  init?(_ text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.count <= Self.longest else { return nil }
    self.init()
    if readElapsed(text) { return }
    var words: [Substring] = []
    let spaced = Self.plain(text)
    for word in spaced.split(whereSeparator: { $0 == " " || $0 == "," }) {
      // The T between a date and a clock, as in 2026-01-05T10:32:11Z.
      let bytes = word.utf8
      if let cut = bytes.firstIndex(of: UInt8(ascii: "t")), word.first?.isNumber == true,
        bytes.distance(from: bytes.startIndex, to: cut) >= 8
      {
        words.append(word[..<cut])
        words.append(word[bytes.index(after: cut)...])
      } else {
        words.append(word)
      }
    }
    var loose = LooseDate()
    for word in words {
      guard
        readClock(word) || readHalf(word) || readNumericDate(word) || readZone(word)
          || loose.read(word)
      else { return nil }
    }
    if let named = loose.date {
      guard date == nil else { return nil }
      date = named
    } else if !loose.isEmpty {
      return nil
    }
    guard date != nil || milliseconds != nil else { return nil }
  }

  /// Lower case, every blank plain, the halves of the day without dots.
  private static func plain(_ text: some StringProtocol) -> String {
    var output = ""
    for character in text.lowercased() {
      switch character {
      case "\u{A0}", "\u{202F}", "\u{2009}", "\t": output.append(" ")
      case "\u{200E}", "\u{200F}", "(", ")": break
      default: output.append(character)
      }
    }
    for (dotted, plain) in [("a. m.", "am"), ("p. m.", "pm"), ("a.m.", "am"), ("p.m.", "pm")] {
      guard output.hasSuffix(dotted) else { continue }
      output.removeLast(dotted.count)
      output += plain
    }
    return output
  }

  /// "10s", "1m 13s", "1h 2m 3s".
  private mutating func readElapsed(_ text: some StringProtocol) -> Bool {
    var total = 0
    var number: Int?
    var found = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let next = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        guard next < 1_000_000 else { return false }
        number = next
      case UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s"):
        guard let value = number else { return false }
        total += value * (byte == UInt8(ascii: "h") ? 3600 : byte == UInt8(ascii: "m") ? 60 : 1)
        number = nil
        found = true
      case UInt8(ascii: " "): break
      default: return false
      }
    }
    guard found, number == nil else { return false }
    milliseconds = total * 1000
    isElapsed = true
    hasSeconds = true
    return true
  }

  /// "10:32", "10:32:11.250", with a zone attached or not, and "3:04pm".
  private mutating func readClock(_ word: Substring) -> Bool {
    guard milliseconds == nil, word.utf8.contains(UInt8(ascii: ":")),
      word.utf8.first.map(Self.isDigit) == true
    else { return false }
    var word = word
    var half: Substring?
    if word.hasSuffix("am") || word.hasSuffix("pm") {
      half = word.suffix(2)
      word = word.dropLast(2)
    } else if word.hasSuffix("z") {
      word = word.dropLast()
      zone = 0
    } else if let sign = word.firstIndex(where: { $0 == "+" || $0 == "-" }) {
      guard readZone(word[sign...]) else { return false }
      word = word[..<sign]
    }
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hour = Self.number(parts[0], upTo: 99),
      parts[1].utf8.count == 2, let minute = Self.number(parts[1], upTo: 59)
    else { return false }
    var value = (hour * 60 + minute) * 60_000
    if parts.count == 3 {
      let second = parts[2].split(whereSeparator: { $0 == "." }).prefix(2)
      guard let whole = second.first, whole.utf8.count == 2,
        let seconds = Self.number(whole, upTo: 60)
      else { return false }
      value += seconds * 1000
      if second.count == 2 {
        let digits = (second[second.startIndex + 1] + "000").prefix(3)
        guard let fraction = Self.number(digits, upTo: 999) else { return false }
        value += fraction
      }
      hasSeconds = true
    }
    milliseconds = value
    guard let half else { return true }
    return readHalf(half)
  }

  private mutating func readHalf(_ word: Substring) -> Bool {
    guard word == "am" || word == "pm", let value = milliseconds else { return false }
    let hour = value / 3_600_000
    guard hour <= 12 else { return false }
    let shift = word == "am" ? (hour == 12 ? -12 : 0) : (hour == 12 ? 0 : 12)
    milliseconds = value + shift * 3_600_000
    return true
  }

  /// "2026-01-05", "2026/01/05", "05.01.2026", "1/5/26".
  private mutating func readNumericDate(_ word: Substring) -> Bool {
    guard date == nil else { return false }
    let parts = word.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard parts.count == 3, let first = Self.number(parts[0], upTo: 9999),
      let second = Self.number(parts[1], upTo: 31), let third = Self.number(parts[2], upTo: 9999)
    else { return false }
    if parts[0].utf8.count == 4 {
      date = .civil(year: first, month: second, day: third)
      return second <= 12 && third <= 31
    }
    guard parts[2].utf8.count == 4 || parts[2].utf8.count == 2, first <= 31, first > 0, second > 0
    else { return false }
    // Two digits of a year stand for 1970 to 2069.
    let year = parts[2].utf8.count == 4 ? third : third + (third < 70 ? 2000 : 1900)
    if word.utf8.contains(UInt8(ascii: ".")) || first > 12 {
      date = .civil(year: year, month: second, day: first)
      dayFirst = true
      return second <= 12
    }
    if second > 12 {
      date = .civil(year: year, month: first, day: second)
      dayFirst = false
    } else {
      date = .open(first: first, second: second, year: year)
    }
    return true
  }

  /// "z", "utc", "gmt", "+0200", "-05:00"; other abbreviations name no zone for certain.
  private mutating func readZone(_ word: Substring) -> Bool {
    guard milliseconds != nil || word.hasPrefix("+") || word.hasPrefix("-") else { return false }
    if word == "z" || word == "utc" || word == "gmt" {
      zone = 0
      return true
    }
    guard let sign = word.first, sign == "+" || sign == "-" else { return false }
    let digits = word.dropFirst().filter { $0 != ":" }
    guard digits.utf8.count == 4 || digits.utf8.count == 2,
      let hours = Self.number(digits.prefix(2), upTo: 14),
      let minutes = digits.utf8.count == 4 ? Self.number(digits.suffix(2), upTo: 59) : 0
    else { return false }
    zone = (hours * 60 + minutes) * 60 * (sign == "-" ? -1 : 1)
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func number(_ text: some StringProtocol, upTo limit: Int) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy(isDigit) else { return nil }
    guard let value = Int(text), value <= limit else { return nil }
    return value
  }
}
