internal import VerbatimCore

extension Redactor {
  /// Masks cards and phones: runs of digits with the separators that people put between them.
  ///
  /// Other numbers may stand beside them ("4111 1111 1111 1111 12/25"), so when the whole run is
  /// nothing, what lies between its blanks is tried.
  static func maskNumbers(_ bytes: inout [UInt8], _ counts: inout [String: Int]) {
    var at = 0
    while at < bytes.count {
      guard isDigit(bytes[at]) else {
        at += 1
        continue
      }
      if isGlued(bytes, before: at) {
        while at < bytes.count, isDigit(bytes[at]) { at += 1 }
        continue
      }
      let run = DigitRun(bytes, at)
      at = run.end
      var first = 0
      while first < run.groups.count {
        guard run.opens(first), let found = find(run, from: first, bytes) else {
          first += 1
          continue
        }
        mask(&bytes, found.range, found.kind, &counts)
        first = found.next
      }
    }
  }

  /// Whether a number belongs to what stands before it: "HR-2044", "IMG_2018", "#4711".
  private static func isGlued(_ bytes: [UInt8], before at: Int) -> Bool {
    guard at > 0 else { return false }
    let last = bytes[at - 1]
    if isLetter(last) || last == UInt8(ascii: "_") || last == UInt8(ascii: "#") { return true }
    guard last == UInt8(ascii: "-"), at > 1 else { return false }
    return isLetter(bytes[at - 2]) || isDigit(bytes[at - 2])
  }

  /// The longest card or phone that begins with a group.
  private static func find(
    _ run: DigitRun,
    from first: Int,
    _ bytes: [UInt8]
  ) -> (kind: Kind, range: Range<Int>, next: Int)? {
    // A phone in pairs of digits has seven groups.
    var last = min(run.groups.count - 1, first + 7)
    while last >= first {
      if run.closes(last) {
        let part = run.part(first...last, of: bytes)
        if isCard(part) { return (.card, part.range, last + 1) }
        if isPhone(part) { return (.phone, part.range, last + 1) }
      }
      last -= 1
    }
    return nil
  }

  private static func isCard(_ part: DigitRun.Part) -> Bool {
    let digits = part.digits
    let lengths = part.lengths
    guard (13...19).contains(digits.count), part.lead == nil, passesLuhn(digits) else {
      return false
    }
    // ISO/IEC 7812: travel, banks, merchandising; Mastercard has 2221 to 2720 too.
    let prefix = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    guard (3000...6999).contains(prefix) || (2221...2720).contains(prefix) else { return false }
    if lengths.count == 1 {
      // A 13-digit card is long out of use; fourteen digits are a card of Diners Club only.
      let isDiners = digits.count == 14 && [30, 36, 38, 39].contains(prefix / 100)
      return digits.count > 14 || isDiners || !isGTIN(digits)
    }
    guard part.separators.allSatisfy({ $0 == " " || $0 == "-" }) else { return false }
    return lengths == [4, 6, 5] || lengths == [4, 6, 4]
      || (lengths.dropLast().allSatisfy { $0 == 4 } && lengths[lengths.count - 1] <= 4)
  }

  private static func isPhone(_ part: DigitRun.Part) -> Bool {
    let digits = part.digits
    let lengths = part.lengths
    let separators = part.separators
    guard (9...15).contains(digits.count), !part.isDate else { return false }
    // +44 7911 123456
    if part.lead == "+" { return digits[0] != 0 }
    if lengths.count == 1, isGTIN(digits) || part.followsISBN { return false }
    // 555-010-9999, 1-555-010-9999, (555) 010-9999
    let american = lengths.first == 1 && digits[0] == 1 ? Array(lengths.dropFirst()) : lengths
    let area = digits[digits.count - min(10, digits.count)]
    if american == [3, 3, 4], area >= 2 {
      return separators.allSatisfy { [" ", "-", ".", ") ", ")"].contains($0) }
    }
    guard digits[0] == 0, lengths[0] > 1 else { return false }
    // A slash follows an area code, and full stops stand between more groups than a date has.
    let isDotted = separators.contains { $0.contains(".") }
    let hasSlash = separators.dropFirst().contains { $0.contains("/") }
    guard !isDotted || lengths.count > 3, !hasSlash else { return false }
    // 0049 30 1234567, 07911 123456, 030/1234567
    return digits[1] == 0 ? digits[2] != 0 : digits.count <= 12
  }

  private static func isGTIN(_ digits: [UInt8]) -> Bool {
    guard (12...14).contains(digits.count) else { return false }
    return (try? GTIN(parsing: String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self))) != nil
  }

  /// ISO/IEC 7812: every second digit from the right doubled, the sum a multiple of ten.
  private static func passesLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = place.isMultiple(of: 2) ? Int(digit) : Int(digit) * 2
      sum += value > 9 ? value - 9 : value
    }
    return sum.isMultiple(of: 10)
  }
}
