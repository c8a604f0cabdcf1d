extension Redactor {
  /// A number that was found.
  struct FoundNumber {
    var kind: Kind
    var range: Range<Int>
  }

  /// Masks bank accounts, cards, identity numbers, phones and, if wanted, orders.
  ///
  /// Other numbers may stand beside them ("4111 1111 1111 1111 12/25"), so when a whole run of
  /// digits is nothing, what lies between its blanks is tried.
  func maskNumbers(_ bytes: inout [UInt8], _ counts: inout [String: Int]) {
    var run = DigitRun()
    var at = 0
    while let start = Self.nextDigit(bytes.span, at) {
      at = start
      if let found = token(bytes.span, start, &at) {
        mask(&bytes, found.range, found.kind, &counts)
        at = max(found.range.upperBound, start + 1)
        continue
      }
      // The token belongs to letters, and was passed over.
      if at > start { continue }
      run.read(bytes.span, start)
      at = run.end
      guard run.digits.count > 5 else { continue }
      var first = 0
      while first < run.groups.count {
        guard run.opens(first), let found = find(bytes.span, run, from: first) else {
          first += 1
          continue
        }
        mask(&bytes, found.range, found.kind, &counts)
        while first < run.groups.count,
          run.groups[first].range.lowerBound < found.range.upperBound
        {
          first += 1
        }
        at = max(at, found.range.upperBound)
      }
    }
  }

  /// The next digit of any script.
  static func nextDigit(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if isDigit(byte) { return at }
      if byte >= 0xD9, Scalars.digit(bytes, at) != nil { return at }
      at += 1
    }
    return nil
  }

  // MARK: Runs

  /// The longest number that begins with a group.
  private func find(_ bytes: Span<UInt8>, _ run: DigitRun, from first: Int) -> FoundNumber? {
    var around: Context?
    // A phone in pairs of digits has seven groups.
    var last = min(run.groups.count - 1, first + 8)
    while last >= first {
      defer { last -= 1 }
      guard run.closes(last), let part = DigitPart(run, first...last, bytes),
        part.digits.count > 5
      else { continue }
      let context = around ?? context(bytes, part.range)
      around = context
      if run.isEven, part.groupCount < run.groups.count, part.lead == .nothing,
        part.digits.count < 13, !context.announcesDirectly([.phone, .weakPhone, .identity])
      {
        continue
      }
      if let kind = kind(bytes, part, context, isParcel: run.isLongInFours) {
        let range = kind == .phone ? withExtension(bytes, part.range) : part.range
        return FoundNumber(kind: kind, range: range)
      }
    }
    return nil
  }

  /// What a part of a run is; nil for nothing personal.
  private func kind(
    _ bytes: Span<UInt8>,
    _ part: DigitPart,
    _ context: Context,
    isParcel: Bool
  ) -> Kind? {
    let isOther = context.announcesDirectly([.order, .product])
    let startsWithZero = part.digits.first == 0
    let isStrong = !context.announces([.order, .product]) && NationalNumber.isStrong(part)
    // "my number is" announces both.
    let isAnnounced =
      context.announcesDirectly(.phone)
      || (context.hasColon && context.announcesDirectly(.weakPhone))
    if isAnnounced, startsWithZero || !isStrong || context.hasColon,
      isPhone(bytes, part, context)
    {
      return .phone
    }
    if context.announces(.identity), part.lead == .nothing {
      if NationalNumber.isPlausible(part) { return .nationalID }
      if context.isDirect, !context.isShort, part.digits.count < 17, !part.isDate {
        return .nationalID
      }
    }
    let isCard =
      (!isParcel || context.announces(.card))
      && PaymentCard.matches(part, isAnnounced: context.announces(.card), isOther: isOther)
    if context.announces(.card), isCard { return .card }
    if isStrong { return .nationalID }
    if isCard { return .card }
    return isPhone(bytes, part, context) ? .phone : nil
  }

  private func isPhone(_ bytes: Span<UInt8>, _ part: DigitPart, _ context: Context) -> Bool {
    var around = PhoneNumber.Surroundings()
    around.isAnnounced = context.announces(.phone)
    around.isAnnouncedDirectly = context.announcesDirectly(.phone)
    around.isHinted = context.announcesDirectly(.weakPhone)
    if around.isHinted, context.hasColon { around.isAnnouncedDirectly = true }
    around.isOther = context.announcesDirectly([.order, .product, .card])
    if part.marks == .dot { around.isMeasured = isMeasured(bytes, part.range.upperBound) }
    if part.groupCount == 1, part.digits.count == 11 {
      for at in max(0, part.range.lowerBound - 24)..<min(bytes.count, part.range.upperBound + 24) {
        if bytes[at] == 0xD0 || bytes[at] == 0xD1 { around.isAmongCyrillic = true }
        if (0xE3...0xE9).contains(bytes[at]) { around.isAmongIdeographs = true }
      }
    }
    return PhoneNumber.matches(part, around)
  }

  /// Whether a unit of two letters or more stands at a place, "in" and "am" aside.
  private func isMeasured(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    let at = Scalars.skipBlanks(bytes, place)
    guard at < bytes.count, let match = words.index.match(bytes, at, .measure),
      match.end - at > 1
    else { return false }
    return match.end - at > 2 || ![0x69, 0x61].contains(bytes[at] | 0x20)
  }

  /// A phone with its extension: "030 1234567 x12".
  private func withExtension(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var at = range.upperBound
    if at < bytes.count, bytes[at] == UInt8(ascii: ")"), bytes[range.lowerBound] != 0x28 {
      return range
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at += 1 }
    at = Scalars.skipBlanks(bytes, at)
    if at < bytes.count, bytes[at] == UInt8(ascii: "(") { at += 1 }
    guard at < bytes.count, let match = words.index.match(bytes, at, .fromExtension) else {
      return range
    }
    at = match.end
    while at < bytes.count, [0x2E, 0x3A, 0x20, 0x23].contains(bytes[at]), at - match.end < 3 {
      at += 1
    }
    let digits = at
    while at < bytes.count, at - digits < 6, Self.isDigit(bytes[at]) { at += 1 }
    guard at > digits, at == bytes.count || !Self.isAlphanumeric(bytes[at]) else { return range }
    return range.lowerBound..<at
  }
}
