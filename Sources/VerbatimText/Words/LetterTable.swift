/// The letters of two bytes in UTF-8 (U+0080 to U+07FF: accented Latin, Greek, Cyrillic, Arabic …)
/// that words can be read through without ICU: each stands alone in Annex 29's rules as ASCII letters
/// do, and has one code point as its matching form.
///
/// Filled from ICU's own properties, so it says what ICU says.
struct LetterTable: Sendable {
  /// By code point: the folded code point, with ``capital`` when the letter is one; 0 for anything
  /// else.
  private let entries: [UInt16]

  private static let capital: UInt16 = 0x8000

  /// The table; reading the properties takes under a millisecond, once a process.
  static let shared = LetterTable()

  private init() {
    var entries = [UInt16](repeating: 0, count: 0x800)
    for value in 0x80..<0x800 {
      guard let scalar = Unicode.Scalar(UInt32(value)),
        let folded = ICUCharacter.plainLetter(scalar), folded.value < 0x800,
        EvenedCharacter(scalar) == .ordinary, ICUNormalizer.isCompatible(Array(String(scalar).utf8))
      else { continue }
      let isCapital = ICUCharacter.isUppercase(scalar)
      entries[value] = UInt16(folded.value) | (isCapital ? Self.capital : 0)
    }
    // Two letters, but the commonest of those that fold to more than one.
    entries[0xDF] = Self.sharpS
    self.entries = entries
  }

  /// What stands for ß, whose matching form is "ss".
  static let sharpS: UInt16 = 0x7FFF

  /// A letter of two bytes.
  struct Letter {
    /// Its matching form, ``LetterTable/sharpS`` for ß.
    var folded: UInt16
    /// Whether it is a capital.
    var isCapital: Bool
  }

  /// The letter at `at`; nil when there is none, or ICU must look at it.
  @inline(__always)
  func letter(_ bytes: Span<UInt8>, at: Int) -> Letter? {
    guard at &+ 1 < bytes.count else { return nil }
    let first = bytes[at]
    let second = bytes[at &+ 1]
    guard first & 0xE0 == 0xC0, second & 0xC0 == 0x80 else { return nil }
    let entry = entries[Int(first & 0x1F) << 6 | Int(second & 0x3F)]
    guard entry != 0 else { return nil }
    if entry == Self.sharpS { return Letter(folded: entry, isCapital: false) }
    return Letter(folded: entry & ~Self.capital, isCapital: entry & Self.capital != 0)
  }
}
