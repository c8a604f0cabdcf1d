/// A word of the letters a to z and apostrophes in one integer, so that comparing two words, or
/// leaving a letter out, is a matter of a few shifts.
///
/// Five bits a letter, 1 to 26 and 27 for the apostrophe, the first letter lowest; no bit is set
/// above the last letter.
struct PackedWord: Hashable, Sendable {
  /// The most letters that fit.
  static let longest = 25
  private static let width = 5

  private(set) var bits: UInt128

  private init(bits: UInt128) { self.bits = bits }

  /// The first `count` bytes of a key; nil when any is no lower-case letter of ASCII and no
  /// apostrophe, or when they do not fit.
  @inline(__always)
  init?(_ key: Span<UInt8>, count: Int) {
    guard count <= Self.longest else { return nil }
    bits = 0
    var at = count
    while at > 0 {
      at -= 1
      guard let letter = Self.number(key[at]) else { return nil }
      bits = bits &<< 5 | UInt128(letter)
    }
  }

  /// The word of a string; nil when it has any other character, or too many.
  init?(_ word: String) {
    var bits: UInt128 = 0
    var count = 0
    for byte in word.utf8 {
      guard count < Self.longest, let letter = Self.number(byte) else { return nil }
      bits |= UInt128(letter) &<< Self.shift(count)
      count += 1
    }
    self.bits = bits
  }

  /// The number of a letter, 1 for a.
  @inline(__always)
  static func number(_ byte: UInt8) -> UInt8? {
    let letter = byte &- (UInt8(ascii: "a") - 1)
    if letter &- 1 < 26 { return letter }
    return byte == UInt8(ascii: "'") ? Letter.apostrophe : nil
  }

  /// How many letters it has.
  var count: Int { (128 - bits.leadingZeroBitCount + Self.width - 1) / Self.width }

  /// The letter at a place; 0 at the end and beyond it.
  subscript(place: Int) -> UInt8 {
    place < Self.longest ? UInt8(truncatingIfNeeded: bits &>> Self.shift(place)) & 31 : 0
  }

  /// Whether an apostrophe is in it.
  var hasApostrophe: Bool {
    var rest = bits
    while rest != 0 {
      if UInt8(truncatingIfNeeded: rest) & 31 == Letter.apostrophe { return true }
      rest = rest &>> 5
    }
    return false
  }

  /// The first letter; 0 when there is none.
  var first: UInt8 { UInt8(truncatingIfNeeded: bits) & 31 }

  /// The last letter; 0 when there is none.
  var last: UInt8 { bits == 0 ? 0 : self[count - 1] }

  /// The letters before a place.
  func prefix(_ place: Int) -> PackedWord { PackedWord(bits: bits & Self.mask(place)) }

  /// The letters from a place on.
  func suffix(from place: Int) -> PackedWord {
    PackedWord(bits: place < Self.longest ? bits &>> Self.shift(place) : 0)
  }

  /// The word without the letter at a place.
  @inline(__always)
  func removing(at place: Int) -> PackedWord {
    let mask = Self.mask(place)
    return PackedWord(bits: bits & mask | bits &>> 5 & ~mask)
  }

  /// The word with a letter behind it; it must fit.
  func appending(_ letter: UInt8) -> PackedWord {
    PackedWord(bits: bits | UInt128(letter) &<< Self.shift(count))
  }

  /// The word with another last letter; nil when it does not end in `letter`.
  func replacingLast(_ letter: UInt8, with other: UInt8) -> PackedWord? {
    last == letter ? prefix(count - 1).appending(other) : nil
  }

  /// Whether it begins with these letters.
  func hasPrefix(_ beginning: PackedWord) -> Bool { prefix(beginning.count) == beginning }

  /// Whether it ends in these letters.
  func hasSuffix(_ ending: PackedWord) -> Bool {
    let place = count - ending.count
    return place >= 0 && suffix(from: place) == ending
  }

  /// How many letters at the start it shares with another word.
  func sharedPrefix(_ other: PackedWord) -> Int {
    min((bits ^ other.bits).trailingZeroBitCount / Self.width, count, other.count)
  }

  /// A hash, its upper bits mixed best.
  @inline(__always)
  var hash: UInt64 {
    Self.hash(UInt64(truncatingIfNeeded: bits), UInt64(truncatingIfNeeded: bits &>> 64))
  }

  /// The hash of the word without the letter at a place.
  @inline(__always)
  func hash(removing place: Int) -> UInt64 {
    // Twelve letters fit in half the integer, and shifts of a half are much cheaper.
    guard bits &>> 64 == 0, place <= 12 else { return removing(at: place).hash }
    let low = UInt64(truncatingIfNeeded: bits)
    let mask = (1 as UInt64) &<< UInt64(truncatingIfNeeded: place &* Self.width) &- 1
    return Self.hash(low & mask | low &>> 5 & ~mask, 0)
  }

  @inline(__always)
  private static func hash(_ low: UInt64, _ high: UInt64) -> UInt64 {
    let mixed = low &* 0x9E37_79B9_7F4A_7C15 ^ high &* 0xD6E8_FEB8_6659_FD93
    return (mixed ^ mixed &>> 32) &* 0xBF58_476D_1CE4_E5B9
  }

  @inline(__always)
  private static func shift(_ place: Int) -> UInt128 { UInt128(truncatingIfNeeded: place &* width) }

  @inline(__always)
  private static func mask(_ place: Int) -> UInt128 { (1 &<< shift(place)) &- 1 }
}
