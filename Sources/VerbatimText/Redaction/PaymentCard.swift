/// Payment cards: who issues them, how long they are, and how people group their digits.
enum PaymentCard {
  /// Whether a part of a run is a card's number.
  ///
  /// `isAnnounced` says that a word for cards stands near, `isOther` that one for orders or products
  /// stands right before.
  static func matches(_ part: DigitPart, isAnnounced: Bool, isOther: Bool) -> Bool {
    guard (13...19).contains(part.digits.count), part.lead == .nothing,
      !part.marks.contains(.slash), CheckDigits.passesLuhn(part.digits),
      lengths(part).contains(part.digits.count)
    else { return false }
    if isAnnounced { return true }
    if part.groupCount == 1 {
      // A GTIN may pass Luhn's check too.
      let isGTIN = part.digits.count < 15 && CheckDigits.passesGTIN(part.digits)
      return !isOther && !isGTIN
    }
    // 4-4-4-4, 4-6-5, 4-12, 8-8: never a short group in front or within.
    guard part.isUniform, part.firstLength > 3, !isOther || part.shape == 0x4444 else {
      return false
    }
    return (1..<(part.groupCount - 1)).allSatisfy { part.length($0) > 2 }
  }

  /// How many digits the cards have whose number begins so.
  ///
  /// ISO/IEC 7812 and the issuers' published ranges. Lengths that hardly any card has count only
  /// for the networks that use them.
  private static func lengths(_ part: DigitPart) -> ClosedRange<Int> {
    let none = 0...0
    switch part.value(0..<4) {
    case 2200...2204: return 16...19
    case 2221...2720: return 16...16
    case 3000...3059, 3095: return 14...19
    case 3400...3499, 3700...3799: return 15...15
    case 3528...3589: return 16...19
    case 3600...3699, 3800...3999: return 14...19
    case 4000...4999: return [13, 16, 19].contains(part.digits.count) ? 13...19 : none
    case 5100...5599: return 16...16
    case 5000...5099, 5600...5899, 6300...6399, 6600...6999:
      // Maestro.
      return [16, 18, 19].contains(part.digits.count) ? 16...19 : none
    case 6000...6099, 6200...6299, 6400...6599, 8100...8299: return 16...19
    case 8600, 9792, 9860: return 16...16
    default: return none
    }
  }
}
