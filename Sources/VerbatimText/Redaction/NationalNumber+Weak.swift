extension NationalNumber {
  /// Whether a number has the check digits of any country's identity numbers of its length.
  ///
  /// Asked only where a word says that there is one.
  static func isPlausible(_ part: DigitPart) -> Bool {
    guard part.lead == .nothing else { return false }
    if isStrong(part) { return true }
    let digits = part.digits
    switch digits.count {
    case 8: return part.groupCount == 1 && isBSN(([0] + digits)[...])
    case 9: return isPlausible9(part)
    case 10: return isPlausible10(part)
    case 11:
      return isGermanTaxID(digits) || isCPF(digits) || isTurkish(digits)
        || CheckDigits.passesMod1110(digits) || isSNILS(part)
        || (isDate(part, year: 4, month: 2, day: 0) && CheckDigits.passesLuhn(digits))
    case 12:
      return isAadhaar(part) || isMyNumber(digits) || isTaxpayer12(digits) || isKuwaiti(digits)
        || (isDate(part, year: 4, month: 6, day: 8) && CheckDigits.passesLuhn(digits.dropFirst(2)))
    case 13:
      return part.value(0..<3) == 756 && CheckDigits.passesGTIN(digits) || isThai(digits)
        || isDate(part, year: 0, month: 2, day: 4)
    default: return false
    }
  }

  private static func isPlausible9(_ part: DigitPart) -> Bool {
    let digits = part.digits
    return isBSN(digits) || isNIF(digits) || isSSN(part) || CheckDigits.passesLuhn(digits)
      || CheckDigits.sum(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]).isMultiple(of: 11)
  }

  private static func isPlausible10(_ part: DigitPart) -> Bool {
    let digits = part.digits
    if isNHS(digits) || CheckDigits.passesLuhn(digits) { return true }
    if isDate(part, year: 4, month: 2, day: 0) || isDate(part, year: 0, month: 2, day: 4, shift: 60)
    {
      return true
    }
    // Austria, Ukraine, Poland's NIP, Russia's INN of ten digits.
    let austrian = CheckDigits.sum(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11
    let ukrainian = CheckDigits.sum(digits, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11
    let polish = CheckDigits.sum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11
    let russian = CheckDigits.sum(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11
    return austrian == part.digit(3)
      || [(ukrainian + 11) % 11 % 10, polish, russian % 10].contains(part.digit(9))
  }

  // MARK: Nine digits

  /// The Netherlands: the eleven test.
  private static func isBSN(_ digits: ArraySlice<UInt8>) -> Bool {
    let sum = CheckDigits.sum(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1])
    return sum.isMultiple(of: 11) && digits.contains { $0 != 0 }
  }

  /// Portugal.
  private static func isNIF(_ digits: ArraySlice<UInt8>) -> Bool {
    let rest = CheckDigits.sum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return Int(digits.last ?? 0) == (rest < 2 ? 0 : 11 - rest)
  }

  /// The United States: numbers never given out do not count; there is no check digit.
  private static func isSSN(_ part: DigitPart) -> Bool {
    let area = part.value(0..<3)
    return part.shape == 0x324 || part.shape == 9
      ? area > 0 && area < 900 && area != 666 && part.value(3..<5) > 0 && part.value(5..<9) > 0
      : false
  }

  // MARK: More digits

  /// The National Health Service.
  private static func isNHS(_ digits: ArraySlice<UInt8>) -> Bool {
    CheckDigits.sum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]).isMultiple(of: 11)
  }

  /// Germany's Steuer-ID: among the first ten digits one stands twice or three times, all others
  /// at most once.
  static func isGermanTaxID(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 11, digits.first != 0, CheckDigits.passesMod1110(digits) else {
      return false
    }
    var times = [Int](repeating: 0, count: 10)
    for digit in digits.prefix(10) { times[Int(digit)] += 1 }
    let repeated = times.filter { $0 > 1 }
    return repeated.count == 1 && repeated[0] < 4
  }

  /// Brazil.
  static func isCPF(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 11, digits.contains(where: { $0 != digits.first }) else { return false }
    let all = Array(digits)
    let first = CheckDigits.sum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10
    let second = CheckDigits.sum(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10
    return first == Int(all[9]) && second == Int(all[10])
  }

  /// Türkiye.
  private static func isTurkish(_ digits: ArraySlice<UInt8>) -> Bool {
    let all = digits.map(Int.init)
    guard all.count == 11, all[0] != 0 else { return false }
    let odd = all[0] + all[2] + all[4] + all[6] + all[8]
    let even = all[1] + all[3] + all[5] + all[7]
    return (odd * 7 - even + 100) % 10 == all[9] && (odd + even + all[9]) % 10 == all[10]
  }

  /// Russia's insurance number: the sum of nine digits by 101.
  static func isSNILS(_ part: DigitPart) -> Bool {
    let sum = CheckDigits.sum(part.digits, [9, 8, 7, 6, 5, 4, 3, 2, 1])
    return sum % 101 % 100 == part.value(9..<11)
  }

  /// India.
  static func isAadhaar(_ part: DigitPart) -> Bool {
    part.digit(0) > 1 && CheckDigits.passesVerhoeff(part.digits)
  }

  /// Japan.
  private static func isMyNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    let rest = CheckDigits.sum(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    return Int(digits.last ?? 0) == (rest < 2 ? 0 : 11 - rest)
  }

  /// Russia's INN of a person.
  private static func isTaxpayer12(_ digits: ArraySlice<UInt8>) -> Bool {
    let all = digits.map(Int.init)
    let first = CheckDigits.sum(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10
    let second = CheckDigits.sum(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10
    return first == all[10] && second == all[11]
  }

  private static func isKuwaiti(_ digits: ArraySlice<UInt8>) -> Bool {
    let check = 11 - CheckDigits.sum(digits, [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11
    return check == Int(digits.last ?? 0)
  }

  static func isThai(_ digits: ArraySlice<UInt8>) -> Bool {
    let sum = CheckDigits.sum(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
    return digits.count == 13 && (11 - sum % 11) % 10 == Int(digits.last ?? 0)
  }
}
