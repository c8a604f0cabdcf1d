/// Groups of digits with short separators between them, as they stand in a text.
///
/// One is filled again and again, so that its memory is reused.
struct DigitRun {
  /// Digits without anything between them.
  struct Group {
    /// The bytes.
    var range: Range<Int>
    /// Where its digits begin among all.
    var firstDigit: Int
    /// How many they are.
    var count: Int
    /// What stands before it.
    var marks: Marks
  }

  /// What stands between two groups.
  struct Marks: OptionSet {
    let rawValue: UInt8
    static let blank = Marks(rawValue: 1)
    static let dash = Marks(rawValue: 2)
    static let dot = Marks(rawValue: 4)
    static let slash = Marks(rawValue: 8)
    static let open = Marks(rawValue: 16)
    static let close = Marks(rawValue: 32)
  }

  /// The groups, in order; more than these begin another run.
  private(set) var groups: [Group] = []
  /// The values of all digits.
  private(set) var digits: [UInt8] = []
  /// One past the last digit that was read.
  private(set) var end = 0

  private static let mostGroups = 64
  private static let mostDigits = 200

  /// Reads the run whose first digit is at `start`.
  mutating func read(_ bytes: Span<UInt8>, _ start: Int) {
    groups.removeAll(keepingCapacity: true)
    digits.removeAll(keepingCapacity: true)
    var at = start
    var marks: Marks = []
    while true {
      let from = at
      let firstDigit = digits.count
      while at < bytes.count, let digit = Scalars.digit(bytes, at) {
        if digits.count < Self.mostDigits { digits.append(digit.value) }
        at += digit.length
      }
      groups.append(
        Group(
          range: from..<at,
          firstDigit: firstDigit,
          count: digits.count - firstDigit,
          marks: marks
        )
      )
      guard groups.count < Self.mostGroups, digits.count < Self.mostDigits,
        let next = Self.separator(bytes, at)
      else { break }
      at = next.end
      marks = next.marks
    }
    end = at
    if digits.count >= Self.mostDigits || Self.isGlued(bytes, after: at) { groups.removeLast() }
  }

  /// Whether the last number is no number alone: "07911 123456 2nd", "0123456789-BLK".
  ///
  /// One before an extension is: "x12".
  private static func isGlued(_ bytes: Span<UInt8>, after end: Int) -> Bool {
    guard end < bytes.count else { return false }
    let byte = bytes[end]
    if byte | 0x20 == UInt8(ascii: "x"), end + 1 < bytes.count {
      return !Redactor.isDigit(bytes[end + 1])
    }
    return Redactor.isLetter(byte) || byte == UInt8(ascii: "_")
      || (byte == UInt8(ascii: "-") && end + 1 < bytes.count && Redactor.isLetter(bytes[end + 1]))
  }

  /// The separator at `start`, when a digit follows: at most three characters, of which at most
  /// one is neither blank nor bracket.
  private static func separator(_ bytes: Span<UInt8>, _ start: Int) -> (end: Int, marks: Marks)? {
    var end = start
    var marks: Marks = []
    var signs = 0
    for count in 0..<4 {
      guard end < bytes.count else { return nil }
      if count > 0, Scalars.digit(bytes, end) != nil { return (end, marks) }
      guard count < 3 else { return nil }
      let (value, length) = Scalars.decode(bytes, end)
      switch value {
      case 0x28, 0xFF08: marks.insert(.open)
      case 0x29, 0xFF09: marks.insert(.close)
      case 0x2F, 0xFF0F:
        marks.insert(.slash)
        signs += 1
      case 0x2E, 0xB7, 0xFF0E:
        marks.insert(.dot)
        signs += 1
      case 0x30FC, 0xFF0D, 0xFF70:
        marks.insert(.dash)
        signs += 1
      default:
        switch Scalars.fold(value) {
        case 0x20: marks.insert(.blank)
        case 0x2D:
          marks.insert(.dash)
          signs += 1
        default: return nil
        }
      }
      guard signs < 2 else { return nil }
      end += length
    }
    return nil
  }

  /// Whether a number may begin with a group: the run does, or a blank stands before it.
  func opens(_ group: Int) -> Bool { group == 0 || divides(group) }

  /// Whether a number may end with a group.
  func closes(_ group: Int) -> Bool { group == groups.count - 1 || divides(group + 1) }

  /// Whether what stands before a group may divide two numbers: a blank, or a slash between two
  /// long groups.
  private func divides(_ group: Int) -> Bool {
    let marks = groups[group].marks
    return marks.contains(.blank)
      || (marks == .slash && groups[group].count > 3 && groups[group - 1].count > 3)
  }

  /// Whether the groups are of one length, three or four digits, so that they are one number or a
  /// row of sizes, and no phone begins or ends within.
  var isEven: Bool {
    guard let first = groups.first, groups.count > 3, first.count == 3 || first.count == 4,
      groups.count < 6 || first.count == 4
    else { return false }
    return groups.allSatisfy { $0.count == first.count }
      && groups.dropFirst().allSatisfy { $0.marks == groups[1].marks }
  }

  /// Whether all groups but the last have four digits, and there are too many for a card: so
  /// parcels are numbered.
  var isLongInFours: Bool {
    digits.count >= 20 && groups.count > 4 && groups.dropLast().allSatisfy { $0.count == 4 }
  }
}
