/// Identity numbers of letters and digits.
enum LetteredNumber {
  /// A number that was found.
  struct Match {
    /// One past its last byte.
    var end: Int
    /// Whether it counts only beside a word that says so.
    var needsCue = false
    /// Whether it counts whatever words stand beside it.
    var isCertain = false
  }

  /// The number that begins at `start`; nil for none.
  static func match(_ bytes: Span<UInt8>, _ start: Int) -> Match? {
    let first = bytes[start]
    if Redactor.isDigit(first) {
      if let end = finnish(bytes, start) { return Match(end: end) }
      if let match = spanish(bytes, start) { return match }
      if let end = shaped(bytes, start, "DDDDDDDDDDDDDDDDDL"), isChinese(bytes, start..<end) {
        return Match(end: end, isCertain: true)
      }
      if let end = shaped(bytes, start, "DDDDDDLDDDDDDDD"), isCorsican(bytes, start..<end) {
        return Match(end: end)
      }
      if let end = shaped(bytes, start, "DDDDDDDDLDDD"), isGermanInsured(bytes, start..<end) {
        return Match(end: end, needsCue: true)
      }
      return irish(bytes, start)
    }
    if let end = shaped(bytes, start, "LDDDDDDDDD"), end - start == 10 {
      // Taiwan: the second character is the sex.
      let isGiven = isTaiwanese(compact(bytes, start..<end))
      return Match(end: end, needsCue: !isGiven)
    }
    if let end = shaped(bytes, start, "LDDDDDDDL") {
      let characters = compact(bytes, start..<end)
      // X, Y and Z stand for 0, 1 and 2 before the digits.
      if (88...90).contains(characters[0]) {
        let number = characters[1...7].reduce(Int(characters[0]) - 88) { $0 * 10 + Int($1) - 48 }
        return dniLetters[number % 23] == characters[8] ? Match(end: end) : nil
      }
      return Match(end: end, needsCue: true)
    }
    if let end = shaped(bytes, start, "LLDDDDDDL"), (65...68).contains(bytes[end - 1] & 0xDF) {
      // "at 204411 a" is three words.
      let isLower = bytes[start] > 0x60 || bytes[start + 1] > 0x60 || bytes[end - 1] > 0x60
      let isGiven = isBritish(compact(bytes, start..<end))
      return Match(end: end, needsCue: !isGiven || (end - start > 9 && isLower))
    }
    if let end = shaped(bytes, start, "LLLLLLAALAALAAAL"), isItalian(compact(bytes, start..<end)) {
      return Match(end: end, isCertain: true)
    }
    if let end = shaped(bytes, start, "LLLLDDDDDDLLLLLLAD"), end - start == 18,
      isMexican(bytes, start..<end)
    {
      return Match(end: end, isCertain: true)
    }
    if let end = shaped(bytes, start, "LLLLLDDDDL"), end - start == 10 {
      // India: the fourth letter of a person's is a P.
      return Match(end: end, needsCue: bytes[start + 3] | 0x20 != UInt8(ascii: "p"))
    }
    return nil
  }

  // MARK: Shapes

  /// Where characters of a shape end, single blanks, dashes and full stops between them passed
  /// over: `D` a digit, `L` a letter, `A` either.
  private static func shaped(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ shape: StaticString
  ) -> Int? {
    var at = start
    for place in 0..<shape.utf8CodeUnitCount {
      if place > 0, at < bytes.count, [0x20, 0x2D, 0x2E].contains(bytes[at]) { at += 1 }
      guard at < bytes.count else { return nil }
      let byte = bytes[at]
      // Safety: `place` is below the number of the string's code units.
      switch unsafe shape.utf8Start[place] {
      case UInt8(ascii: "D"): guard Redactor.isDigit(byte) else { return nil }
      case UInt8(ascii: "L"): guard Redactor.isLetter(byte) else { return nil }
      default: guard Redactor.isAlphanumeric(byte) else { return nil }
      }
      at += 1
    }
    return at < bytes.count && Redactor.isAlphanumeric(bytes[at]) ? nil : at
  }

  /// The letters, as capitals, and digits of a range.
  private static func compact(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var characters: [UInt8] = []
    for at in range where Redactor.isAlphanumeric(bytes[at]) {
      characters.append(Redactor.isLetter(bytes[at]) ? bytes[at] & 0xDF : bytes[at])
    }
    return characters
  }

  private static func digits(_ characters: some Sequence<UInt8>) -> [UInt8] {
    characters.map { Redactor.isDigit($0) ? $0 - 48 : 0 }
  }

  private static func number(_ characters: some Sequence<UInt8>) -> Int {
    characters.reduce(0) { ($0 * 10 + Int($1) - 48) % 1_000_000_000_000_000 }
  }

  // MARK: Countries

  private static let dniLetters = Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)

  /// Spain's DNI: the letter is the number by 23.
  private static func spanish(_ bytes: Span<UInt8>, _ start: Int) -> Match? {
    guard let end = shaped(bytes, start, "DDDDDDDDL") else { return nil }
    let characters = compact(bytes, start..<end)
    let value = number(characters[..<8])
    guard dniLetters[value % 23] == characters[8] else { return nil }
    // "20240911A" is a lot, "12345678 A" a number and a word.
    let isDate = (19_000_101...20_991_231).contains(value) && (101...1231).contains(value % 10_000)
    return Match(end: end, needsCue: isDate || bytes[end - 2] == 0x20)
  }

  /// Finland: a date, a sign for the century, a serial and a character by 31.
  private static func finnish(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let end = start + 11
    guard end <= bytes.count, end == bytes.count || !Redactor.isAlphanumeric(bytes[end]) else {
      return nil
    }
    switch bytes[start + 6] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "A")...UInt8(ascii: "F"),
      UInt8(ascii: "U")...UInt8(ascii: "Y"):
      break
    default: return nil
    }
    var value = 0
    for place in 0..<10 where place != 6 {
      guard Redactor.isDigit(bytes[start + place]) else { return nil }
      value = value * 10 + Int(bytes[start + place] - 48)
    }
    let day = value / 10_000_000
    let month = value / 100_000 % 100
    guard (1...31).contains(day), (1...12).contains(month) else { return nil }
    let check = Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)[value % 31]
    let last = bytes[end - 1]
    return (Redactor.isLetter(last) ? last & 0xDF : last) == check ? end : nil
  }

  /// Ireland: seven digits, a letter by 23, perhaps another letter.
  private static func irish(_ bytes: Span<UInt8>, _ start: Int) -> Match? {
    guard let end = shaped(bytes, start, "DDDDDDDL") ?? shaped(bytes, start, "DDDDDDDLL") else {
      return nil
    }
    return Match(end: end, needsCue: true)
  }

  /// Germany's insurance number: area, date of birth, the name's letter, serial and check digit.
  private static func isGermanInsured(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let values = digits(compact(bytes, range))
    return (1...31).contains(values[2] * 10 + values[3])
      && (1...12).contains(values[4] * 10 + values[5])
  }

  /// Taiwan: the letter stands for 10 to 35, the whole weighted by ten.
  private static func isTaiwanese(_ characters: [UInt8]) -> Bool {
    guard [0x31, 0x32, 0x38, 0x39].contains(characters[1]) else { return false }
    let letters = Array("ABCDEFGHJKLMNPQRSTUVXYWZIO".utf8)
    guard let place = letters.firstIndex(of: characters[0]) else { return false }
    var sum = (place + 10) / 10 + (place + 10) % 10 * 9 + Int(characters[9]) - 48
    for place in 1...8 { sum += (Int(characters[place]) - 48) * (9 - place) }
    return sum.isMultiple(of: 10)
  }

  private static func isChinese(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let characters = compact(bytes, range)
    let values = digits(characters)
    let month = values[10] * 10 + values[11]
    return characters[17] == UInt8(ascii: "X") && NationalNumber.chineseCheck(values[..<17]) == 10
      && (1...12).contains(month) && [19, 20].contains(values[6] * 10 + values[7])
  }

  /// France, born in Corsica: 2A counts as 19 and 2B as 18.
  private static func isCorsican(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var characters = compact(bytes, range)
    guard characters[5] == UInt8(ascii: "2"), [65, 66].contains(characters[6]) else { return false }
    let department = characters[6] == 65 ? "19" : "18"
    characters.replaceSubrange(5...6, with: Array(department.utf8))
    return 97 - number(characters[..<13]) % 97 == number(characters[13...])
  }

  /// The United Kingdom: prefixes never given out do not count.
  private static func isBritish(_ characters: [UInt8]) -> Bool {
    let prefix = String(decoding: characters[..<2], as: UTF8.self)
    return !"DFIQUV".utf8.contains(characters[0]) && !"DFIOQUV".utf8.contains(characters[1])
      && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(prefix)
  }

  /// Italy's codice fiscale: letters of the name, year, month by letter, day, birthplace, and a
  /// letter by 26; where two people would have the same, letters stand for digits.
  private static func isItalian(_ characters: [UInt8]) -> Bool {
    guard "ABCDEHLMPRST".utf8.contains(characters[8]) else { return false }
    for place in [6, 7, 9, 10, 12, 13, 14] {
      guard Redactor.isDigit(characters[place]) || "LMNPQRSTUV".utf8.contains(characters[place])
      else { return false }
    }
    var sum = 0
    for (place, character) in characters[..<15].enumerated() {
      let value = Int(Redactor.isDigit(character) ? character - 48 : character - 65)
      // Counted from one, the odd places have weights of their own.
      sum += place.isMultiple(of: 2) ? italianWeights[value] : value
    }
    return Int(characters[15]) - 65 == sum % 26
  }

  private static let italianWeights = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
  ]

  /// Mexico's CURP: a date and a letter for the sex in their places.
  private static func isMexican(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let characters = compact(bytes, range)
    let values = digits(characters)
    return (1...12).contains(values[6] * 10 + values[7]) && "HMX".utf8.contains(characters[10])
  }
}
