/// Identity numbers of digits alone.
///
/// Strong ones say what they are: they hold a date of birth and a check digit, or are grouped as
/// nothing else is. Weak ones have one check digit, which one number in ten or eleven passes, and
/// need a word beside them.
enum NationalNumber {
  /// Whether a part of a run is an identity number by itself.
  static func isStrong(_ part: DigitPart) -> Bool {
    guard part.lead == .nothing else { return false }
    let digits = part.digits
    switch digits.count {
    case 10: return isStrong10(part)
    case 11: return isStrong11(part)
    case 12:
      // Sweden with the century; Malaysia; India in fours.
      let isSwedish =
        [19, 20].contains(part.value(0..<2)) && isDate(part, year: 2, month: 4, day: 6, shift: 60)
        && CheckDigits.passesLuhn(digits.dropFirst(2))
      if part.shape == 0x84 || (part.groupCount == 1 && !CheckDigits.passesGTIN(digits)) {
        return isSwedish
      }
      if part.shape == 0x624, part.marks == .dash {
        return isDate(part, year: 0, month: 2, day: 4) && (1...82).contains(part.value(6..<8))
      }
      return part.shape == 0x444 && part.isUniform && isAadhaar(part)
    case 13: return isStrong13(part)
    case 15:
      if part.value(0..<3) == 784 {
        return [19, 20].contains(part.value(3..<5)) && CheckDigits.passesLuhn(digits)
      }
      return isFrench(part)
    case 18: return part.groupCount <= 4 && isChinese(part)
    default: return false
    }
  }

  private static func isStrong10(_ part: DigitPart) -> Bool {
    guard part.shape == 0x64 else { return false }
    if part.marks == .slash { return isCzech(part) }
    guard part.marks == .dash else { return false }
    if isDate(part, year: 0, month: 2, day: 4, shift: 60), CheckDigits.passesLuhn(part.digits) {
      return true
    }
    return isDanish(part)
  }

  private static func isStrong11(_ part: DigitPart) -> Bool {
    switch part.shape {
    case 0xB, 0x65, 0x632, 0x6_3_1_1:
      if part.shape != 0xB, part.marks.contains(.slash) { return false }
      if part.shape == 0x65, part.marks == .dash, isLatvian(part) { return true }
      return isPolish(part) || isBaltic(part) || isNorwegian(part) || isBelgian(part)
    case 0x22232: return isBelgian(part)
    case 0x2333: return part.marks == .blank && isGermanTaxID(part.digits)
    case 0x3332:
      let isBrazilian =
        part.marks == [.dot, .dash] || part.marks == .dash || part.marks == .dot
      return isBrazilian && isCPF(part.digits) || !part.marks.contains(.dot) && isSNILS(part)
    default: return false
    }
  }

  private static func isStrong13(_ part: DigitPart) -> Bool {
    let digits = part.digits
    switch part.shape {
    case 0xD: return !CheckDigits.passesGTIN(digits) && (isSouthAfrican(part) || isRomanian(part))
    case 0x6421, 0x643: return isSouthAfrican(part)
    case 0x67: return part.marks.contains(.dash) && isKorean(part)
    case 0x3442: return part.value(0..<3) == 756 && CheckDigits.passesGTIN(digits)
    case 0x14521: return isThai(digits)
    case 0x571: return part.marks == .dash
    default: return false
    }
  }

  // MARK: With a date of birth

  /// Whether the two digits at each place are a year, a month and a day; `shift` may be added to
  /// the day.
  static func isDate(
    _ part: DigitPart,
    year: Int,
    month: Int,
    day: Int,
    shift: Int = 0
  ) -> Bool {
    let dayValue = part.value(day..<(day + 2))
    return (1...12).contains(part.value(month..<(month + 2)))
      && ((1...31).contains(dayValue) || (shift > 0 && (1...31).contains(dayValue - shift)))
  }

  /// PESEL, whose month holds the century: 1900 to 2099 only.
  private static func isPolish(_ part: DigitPart) -> Bool {
    let month = part.value(2..<4)
    guard (1...12).contains(month) || ((21...32).contains(month) && part.value(0..<2) < 40),
      (1...31).contains(part.value(4..<6))
    else { return false }
    return CheckDigits.sum(part.digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]).isMultiple(of: 10)
  }

  /// Estonia and Lithuania: sex and century, date, serial, check.
  private static func isBaltic(_ part: DigitPart) -> Bool {
    guard (1...6).contains(part.digit(0)), isDate(part, year: 1, month: 3, day: 5) else {
      return false
    }
    var check = CheckDigits.sum(part.digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
    if check == 10 { check = CheckDigits.sum(part.digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 }
    return check % 10 == part.digit(10)
  }

  private static func isLatvian(_ part: DigitPart) -> Bool {
    guard isDate(part, year: 4, month: 2, day: 0) else { return false }
    let sum = CheckDigits.sum(part.digits, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
    return (1101 - sum) % 11 % 10 == part.digit(10)
  }

  private static func isNorwegian(_ part: DigitPart) -> Bool {
    isDate(part, year: 4, month: 2, day: 0, shift: 40)
      && CheckDigits.sum(part.digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]).isMultiple(of: 11)
      && CheckDigits.sum(part.digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).isMultiple(of: 11)
  }

  /// From 2000 on a 2 stands before the number that the check is of.
  private static func isBelgian(_ part: DigitPart) -> Bool {
    guard isDate(part, year: 0, month: 2, day: 4, shift: 0) else { return false }
    let number = part.value(0..<9)
    let check = part.value(9..<11)
    return 97 - number % 97 == check || 97 - (2_000_000_000 + number) % 97 == check
  }

  private static func isDanish(_ part: DigitPart) -> Bool {
    isDate(part, year: 4, month: 2, day: 0)
      && CheckDigits.sum(part.digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).isMultiple(of: 11)
  }

  /// Czechia and Slovakia: 50 is added to women's months, 20 when numbers ran out.
  private static func isCzech(_ part: DigitPart) -> Bool {
    let month = part.value(2..<4) % 50
    return (1...12).contains(month > 20 ? month - 20 : month)
      && (1...31).contains(part.value(4..<6))
      && CheckDigits.remainder(part.digits, by: 11) == 0
  }

  private static func isSouthAfrican(_ part: DigitPart) -> Bool {
    isDate(part, year: 0, month: 2, day: 4) && part.digit(10) < 3
      && CheckDigits.passesLuhn(part.digits)
  }

  private static func isRomanian(_ part: DigitPart) -> Bool {
    guard (1...8).contains(part.digit(0)), isDate(part, year: 1, month: 3, day: 5),
      (1...52).contains(part.value(7..<9))
    else { return false }
    let check = CheckDigits.sum(part.digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
    return (check == 10 ? 1 : check) == part.digit(12)
  }

  /// Korea: since 2020 the last digits are random, so the date and the sex must do.
  private static func isKorean(_ part: DigitPart) -> Bool {
    isDate(part, year: 0, month: 2, day: 4) && (1...8).contains(part.digit(6))
  }

  /// China: region, date, serial, and a check digit that may be an X.
  static func isChinese(_ part: DigitPart) -> Bool {
    guard (11...82).contains(part.value(0..<2)), [19, 20].contains(part.value(6..<8)),
      isDate(part, year: 8, month: 10, day: 12)
    else { return false }
    return chineseCheck(part.digits.prefix(17)) == part.digit(17)
  }

  /// ISO/IEC 7064, MOD 11-2: 0 to 9, 10 for X.
  static func chineseCheck(_ digits: ArraySlice<UInt8>) -> Int {
    let sum = CheckDigits.sum(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
    return (12 - sum % 11) % 11
  }

  /// France: sex, year, month, birthplace, serial, and 97 less the number by 97.
  private static func isFrench(_ part: DigitPart) -> Bool {
    let month = part.value(3..<5)
    guard [1, 2].contains(part.digit(0)), (1...12).contains(month) || (20...42).contains(month)
    else { return false }
    return 97 - part.value(0..<13) % 97 == part.value(13..<15)
  }
}
