/// Some groups of a run of digits that follow each other: what may be one number.
struct DigitPart {
  /// What stands right before the first digit.
  enum Lead {
    case nothing
    case plus
    /// The bracket of an area code.
    case bracket
  }

  /// The bytes, a plus or bracket in front with them.
  let range: Range<Int>
  /// The digits of all groups.
  let digits: ArraySlice<UInt8>
  /// The lengths of the groups, four bits each, the last lowest: 0x334 for 555-010-9999.
  let shape: UInt64
  /// How many groups there are.
  let groupCount: Int
  /// How long the first group is.
  let firstLength: Int
  /// What stands between the groups.
  let marks: DigitRun.Marks
  /// What stands between the first two groups.
  let firstMarks: DigitRun.Marks
  /// Whether the same stands between all groups.
  let isUniform: Bool
  /// Whether the same stands between all groups after the first two.
  let isUniformAfterFirst: Bool
  /// What stands in front.
  let lead: Lead

  /// Some groups of a run; nil when they are too long for any number.
  init?(_ run: DigitRun, _ chosen: ClosedRange<Int>, _ bytes: Span<UInt8>) {
    let groups = run.groups[chosen]
    guard let first = groups.first, let last = groups.last, groups.count <= 12 else { return nil }
    let count = last.firstDigit + last.count - first.firstDigit
    guard count <= 24 else { return nil }
    digits = run.digits[first.firstDigit..<(first.firstDigit + count)]
    groupCount = groups.count
    firstLength = first.count
    var shape: UInt64 = 0
    var marks: DigitRun.Marks = []
    var isUniform = true
    var isUniformAfterFirst = true
    for (index, group) in groups.enumerated() {
      shape = shape << 4 | UInt64(min(group.count, 15))
      guard index > 0 else { continue }
      marks.formUnion(group.marks)
      if group.marks != groups[groups.startIndex + 1].marks { isUniform = false }
      if index > 2, group.marks != groups[groups.startIndex + 2].marks {
        isUniformAfterFirst = false
      }
    }
    self.shape = shape
    self.marks = marks
    self.isUniform = isUniform
    self.isUniformAfterFirst = isUniformAfterFirst
    firstMarks = groups.count > 1 ? groups[groups.startIndex + 1].marks : []
    var start = first.range.lowerBound
    lead = Self.lead(bytes, &start, firstMarks)
    range = start..<last.range.upperBound
  }

  /// The plus or bracket before a first digit; moves `start` before it.
  private static func lead(
    _ bytes: Span<UInt8>,
    _ start: inout Int,
    _ firstMarks: DigitRun.Marks
  ) -> Lead {
    var at = start
    // "+ 49 30 1234567"
    if at > 1, bytes[at - 1] == 0x20, bytes[at - 2] == UInt8(ascii: "+") { at -= 1 }
    guard let before = Scalars.before(bytes, at) else { return .nothing }
    if before.value == 0x2B || before.value == 0xFF0B {
      start = before.start
      // "(+44) 20", "++44"
      while start > 0, bytes[start - 1] == UInt8(ascii: "+") { start -= 1 }
      if firstMarks.contains(.close), start > 0, bytes[start - 1] == UInt8(ascii: "(") {
        start -= 1
      }
      return .plus
    }
    if before.value == 0x28 || before.value == 0xFF08, firstMarks.contains(.close) {
      start = before.start
      return .bracket
    }
    return .nothing
  }

  /// The value of some digits, counted from the first.
  func value(_ range: Range<Int>) -> Int {
    digits[(digits.startIndex + range.lowerBound)..<(digits.startIndex + range.upperBound)]
      .reduce(0) { $0 * 10 + Int($1) }
  }

  /// A digit, counted from the first.
  func digit(_ place: Int) -> Int { Int(digits[digits.startIndex + place]) }

  /// How long a group is, counted from the first.
  func length(_ group: Int) -> Int { Int(shape >> UInt64(4 * (groupCount - 1 - group)) & 15) }

  /// Whether the first groups are a day, a month and a year, in any order people use.
  var isDate: Bool {
    guard groupCount >= 3, [.dash, .dot, .slash].contains(firstMarks) else { return false }
    let lengths = (length(0), length(1), length(2))
    if lengths.0 == 4 {
      return lengths.1 <= 2 && lengths.2 <= 2 && [19, 20].contains(value(0..<2))
    }
    guard lengths.0 <= 2, lengths.1 <= 2 else { return false }
    if lengths.2 == 4 { return true }
    // 03/12/24, but not 06.12.34.56.78
    let first = value(0..<lengths.0)
    let second = value(lengths.0..<(lengths.0 + lengths.1))
    return lengths.2 == 2 && (groupCount == 3 || length(3) == 4 || !isUniform)
      && min(first, second) <= 12 && max(first, second) <= 31
  }
}
