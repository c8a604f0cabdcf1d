/// Groups of digits with short separators between them, as they stand in a text.
struct DigitRun {
  /// Some groups of a run that follow each other.
  struct Part {
    /// The bytes, a plus or the bracket of an area code with them.
    var range: Range<Int>
    /// The digits of all groups.
    var digits: [UInt8]
    /// How many digits each group has.
    var lengths: [Int]
    /// What stands between the groups.
    var separators: [String]
    /// The plus or bracket in front.
    var lead: Character?
    /// Whether "ISBN" stands in front.
    var followsISBN: Bool

    /// Whether the first three groups are a day, a month and a year, in any order people use.
    var isDate: Bool {
      guard lengths.count >= 3, separators[0] == separators[1],
        ["-", ".", "/"].contains(separators[0])
      else { return false }
      return (lengths[0] <= 2 && lengths[1] <= 2 && lengths[2] == 4)
        || (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2)
    }
  }

  /// The groups, as bytes of the text.
  private(set) var groups: [Range<Int>] = []
  /// One past the last digit.
  private(set) var end: Int
  /// What stands before each group but the first.
  private var separators: [String] = []

  /// The run whose first digit is at `start`.
  init(_ bytes: [UInt8], _ start: Int) {
    var at = start
    while true {
      let from = at
      while at < bytes.count, Redactor.isDigit(bytes[at]) { at += 1 }
      groups.append(from..<at)
      guard let next = Self.separatorEnd(bytes, at) else { break }
      separators.append(String(decoding: bytes[at..<next], as: UTF8.self))
      at = next
    }
    end = at
    // "07911 123456 2nd", "0123456789-BLK": the last number is no number alone.
    let isGlued =
      end < bytes.count
      && (Redactor.isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "_")
        || (bytes[end] == UInt8(ascii: "-") && end + 1 < bytes.count
          && Redactor.isLetter(bytes[end + 1])))
    if isGlued { groups.removeLast() }
  }

  /// Where the separator at `start` ends, when a digit follows: up to two characters, or a dash
  /// between blanks.
  private static func separatorEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var end = start
    while end < bytes.count, end - start < 3, " -()/.".utf8.contains(bytes[end]) { end += 1 }
    guard end > start, end < bytes.count, Redactor.isDigit(bytes[end]) else { return nil }
    return end - start < 3 || bytes[start..<end].elementsEqual(" - ".utf8) ? end : nil
  }

  /// Whether a number may begin with a group: the run does, or a blank stands before it.
  func opens(_ group: Int) -> Bool { group == 0 || separators[group - 1].contains(" ") }

  /// Whether a number may end with a group.
  func closes(_ group: Int) -> Bool {
    group == groups.count - 1 || separators[group].contains(" ")
  }

  /// What some groups are together.
  func part(_ chosen: ClosedRange<Int>, of bytes: [UInt8]) -> Part {
    var start = groups[chosen.lowerBound].lowerBound
    let separators = Array(separators[chosen.lowerBound..<chosen.upperBound])
    var lead: Character?
    if start > 0, bytes[start - 1] == UInt8(ascii: "+") {
      lead = "+"
      start -= 1
    } else if start > 0, bytes[start - 1] == UInt8(ascii: "("),
      separators.first?.hasPrefix(")") == true
    {
      lead = "("
      start -= 1
    }
    let before = bytes[max(0, start - 8)..<start]
    return Part(
      range: start..<groups[chosen.upperBound].upperBound,
      digits: chosen.flatMap { bytes[groups[$0]].map { $0 - UInt8(ascii: "0") } },
      lengths: chosen.map { groups[$0].count },
      separators: separators,
      lead: lead,
      followsISBN: String(decoding: before, as: UTF8.self).lowercased().contains("isbn")
    )
  }
}
