/// Phone numbers as people of many countries write them.
enum PhoneNumber {
  /// What stands around a number that may be a phone's.
  struct Surroundings {
    /// Whether a word for phones is the nearest cue.
    var isAnnounced = false
    /// Whether it stands right before.
    var isAnnouncedDirectly = false
    /// Whether a word that is also said of goods stands right before.
    var isHinted = false
    /// Whether a word for orders, products or identity numbers stands right beside.
    var isOther = false
    /// Whether a unit stands right after.
    var isMeasured = false
    /// Whether letters of a script stand near in which the number's country writes.
    var isAmongIdeographs = false
    var isAmongCyrillic = false
  }

  /// Whether a part of a run is a phone's number.
  static func matches(_ part: DigitPart, _ around: Surroundings) -> Bool {
    let count = part.digits.count
    guard (6...20).contains(count) else { return false }
    if isInternational(part), part.lead == .plus || (count > 9 && !around.isOther) { return true }
    if part.lead == .plus {
      return around.isAnnounced && (7...15).contains(count) && part.digit(0) != 0
    }
    if part.isDate || isYears(part) || (count > 12 && isGoods(part)) { return false }
    // "GSM 900/1800" names two.
    if part.marks == .slash, part.digit(0) != 0, part.lead == .nothing, part.shape != 0x37 {
      return false
    }
    if around.isAnnouncedDirectly { return count < 16 && !isRound(part) }
    if around.isHinted, !isRound(part), !isGoods(part) {
      let isShort = [0x34, 0x43, 0x322, 0x223, 0x2222].contains(part.shape)
      if (9...13).contains(count) || isShort || (part.shape == 0x44 && part.marks == .blank) {
        return true
      }
    }
    guard !around.isOther, (8...13).contains(count) else { return false }
    if around.isAnnounced, count >= 9 || part.groupCount > 1, !isRound(part) { return true }
    // The numbers of goods hold a check digit; sizes in a row are round.
    if isGoods(part) || areSizes(part) { return false }
    // A sum with full stops between the thousands.
    if part.marks == .dot, around.isMeasured { return false }
    return isNorthAmerican(part) || hasTrunkZero(part) || isGroupedNationally(part)
      || isBareMobile(part, around)
  }

  // MARK: International

  /// Whether a country's code leads: +44 7911 123456, 0049 30 1234567, 011 44 20 7946 0958.
  private static func isInternational(_ part: DigitPart) -> Bool {
    var digits = part.digits
    if part.lead != .plus {
      if part.value(0..<2) == 0 {
        guard part.firstLength > 1 else { return false }
        digits = digits.dropFirst(2)
      } else if part.value(0..<3) == 11, part.firstLength == 3 {
        digits = digits.dropFirst(3)
      } else {
        return false
      }
      // Full stops and slashes stand in other numbers that begin with zeros.
      if part.marks.contains(.slash), part.firstMarks != .slash { return false }
      if part.firstLength == 2, part.firstMarks == .dot { return false }
    }
    guard digits.first != 0, let (code, national) = PhonePlan.country(digits) else { return false }
    let rest = digits.dropFirst(code)
    if national.contains(rest.count) { return true }
    // The zero that is dialled inside the country, in brackets or by mistake.
    return rest.first == 0 && national.contains(rest.count - 1)
  }

  // MARK: National

  /// Whether a number is one as 555-010-9999, 1-555-010-9999 or (555) 010-9999.
  private static func isNorthAmerican(_ part: DigitPart) -> Bool {
    let area: Int
    switch part.shape {
    case 0x334: area = part.digit(0)
    case 0x1334 where part.digit(0) == 1: area = part.digit(1)
    default: return false
    }
    return area > 1 && !part.marks.contains(.slash)
  }

  /// Whether a zero leads: 07911 123456, 030/1234567, 06.12.34.56.78, 0 532 123 45 67.
  private static func hasTrunkZero(_ part: DigitPart) -> Bool {
    let count = part.digits.count
    guard part.digit(0) == 0, part.digit(1) != 0 else { return false }
    if part.groupCount == 1 {
      // Written in one, only what has the length of most plans, and is no book.
      return count == 10 && !isBook(part) || count == 11
        || (count == 12 && part.value(0..<3) < 18 && part.digit(2) > 4)
    }
    // 078-05-1120 is grouped as social security numbers are.
    guard (9...12).contains(count), part.shape != 0x324 || part.marks != .dash else {
      return false
    }
    if part.firstLength == 1 {
      // Türkiye.
      return count == 11 && part.length(1) == 3 && !part.marks.contains(.dot)
        && !part.marks.contains(.slash)
    }
    guard (1..<part.groupCount).allSatisfy({ part.length($0) > 1 }) else { return false }
    // A slash follows the area code only; full stops stand alone, or after it.
    if part.marks.contains(.slash), part.firstMarks.isDisjoint(with: .slash) { return false }
    if part.marks.contains(.slash), part.firstLength == 2, part.groupCount > 2, part.length(1) < 3 {
      return false
    }
    if part.marks == [.slash, .dot] { return part.isUniformAfterFirst && part.firstLength > 2 }
    if part.marks.contains(.dot) {
      return part.isUniform && (part.groupCount > 3 || part.firstLength == 3 && count > 9)
    }
    // 08-12 13-18 are hours.
    return part.groupCount < 3 || part.firstLength > 2 || part.isUniform
      || part.isUniformAfterFirst || part.firstMarks.contains(.close)
  }

  /// Countries without a zero in front, by how they group.
  private static func isGroupedNationally(_ part: DigitPart) -> Bool {
    let marks = part.marks
    let first = part.digit(0)
    if part.shape == 0x37, first == 3 { return marks != .dot && !isRound(part) }
    guard marks.isDisjoint(with: [.slash]), !isRound(part) else { return false }
    let isPlain = part.isUniform && marks != .dot
    switch part.shape {
    // Spain, Poland, Portugal, Czechia.
    case 0x333: return isPlain && first > 4
    // Spain, Poland.
    case 0x3222: return part.isUniform && first > 4
    case 0x2322, 0x2232: return isPlain && first > 0
    // Chile.
    case 0x144: return isPlain && first == 9
    // Italy.
    case 0x36: return first == 3 && marks.isDisjoint(with: .dot)
    // China; Brazil by area and mobile digit; India; Russia.
    case 0x344: return first == 1 && part.digit(1) > 2
    case 0x254: return part.lead == .bracket || part.digit(2) == 9
    case 0x244: return part.lead == .bracket
    case 0x55: return isPlain && first > 5
    case 0x13322, 0x1334: return first == 7 || first == 8
    case 0x3322: return part.lead == .bracket || first == 9 || first == 5
    // (11) 4123-4567, (495) 123-45-67
    default:
      return part.lead == .bracket && (9...11).contains(part.digits.count)
        && part.firstMarks.contains(.close) && part.length(1) > 2
    }
  }

  /// Eleven digits that are a mobile in China or Russia, in a text of its script.
  private static func isBareMobile(_ part: DigitPart, _ around: Surroundings) -> Bool {
    guard part.groupCount == 1, part.digits.count == 11 else { return false }
    if around.isAmongIdeographs { return part.digit(0) == 1 && part.digit(1) > 2 }
    return around.isAmongCyrillic && [7, 8].contains(part.digit(0)) && part.digit(1) == 9
  }

  // MARK: Other numbers

  /// A GTIN, or a book's number, in one or in the groups that bar codes are printed in.
  private static func isGoods(_ part: DigitPart) -> Bool {
    let count = part.digits.count
    guard (12...14).contains(count), CheckDigits.passesGTIN(part.digits) else { return false }
    return part.groupCount == 1 || [0x1551, 0x166, 0x66, 0x157].contains(part.shape)
      || [978, 979].contains(part.value(0..<3))
  }

  private static func isBook(_ part: DigitPart) -> Bool {
    CheckDigits.sum(part.digits, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]).isMultiple(of: 11)
  }

  /// Whether a number is two years: 2019-2020.
  private static func isYears(_ part: DigitPart) -> Bool {
    part.shape == 0x44 && [19, 20].contains(part.value(0..<2))
      && [19, 20].contains(part.value(4..<6))
  }

  /// Whether a number is some round sizes: 300 500 700.
  private static func areSizes(_ part: DigitPart) -> Bool {
    guard part.marks == .blank, part.groupCount > 2 else { return false }
    var end = 0
    return (0..<part.groupCount).allSatisfy { group in
      end += part.length(group)
      return part.length(group) > 2 && part.value((end - 2)..<end) == 0
    }
  }

  /// Whether a number is a round sum: 600 000 000.
  private static func isRound(_ part: DigitPart) -> Bool {
    part.digits.suffix(3).allSatisfy { $0 == 0 } && part.groupCount < 4
  }
}
