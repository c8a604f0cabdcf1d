/// Given names and ordinary words, known by a hash of their folded characters: no string is kept,
/// and one probe of a table tells a name, another word and one that no list has.
///
/// Of 64 bits two say the kind. That two of some 35,000 words, or one and a word that is none of
/// them, meet in the rest is one chance in 10^10.
struct NameWords: Sendable {
  /// How much a word says by itself.
  enum Kind: UInt64, Sendable {
    /// Hardly anything but a person.
    case sure
    /// A name that is also another word, a place or a brand: "Will", "Rose".
    case weak
    /// A character that given names are written with, after a surname: 伟.
    case character
    /// No name at all: "refund", "Samsung".
    case ordinary
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// Hashes with their kinds in the lowest two bits, each at its place or the next free one.
  ///
  /// 0 where none is. At most half of the places are taken.
  private let slots: [UInt64]
  /// How far a mixed hash is shifted to give a place.
  private let shift: UInt64

  /// The words of some texts; where one stands twice, the surer kind counts.
  init(_ listed: [(text: Substring, kind: Kind)] = []) {
    var bits: UInt64 = 4
    while 1 << bits < listed.count * 2 { bits += 1 }
    shift = 64 - bits
    var slots = [UInt64](repeating: 0, count: 1 << bits)
    for word in listed {
      let hash = word.text.unicodeScalars.reduce(Self.seed) { Self.step($0, $1.value) } & ~3
      let entry = hash | word.kind.rawValue
      var place = Self.place(of: hash, shift)
      while slots[place] != 0, slots[place] & ~3 != hash { place = (place + 1) & (slots.count - 1) }
      slots[place] = slots[place] == 0 ? entry : min(slots[place], entry)
    }
    self.slots = slots
  }

  /// FNV-1a, a character at a time.
  private static func step(_ hash: UInt64, _ value: UInt32) -> UInt64 {
    let character = Scalars.fold(value)
    return character == 0 ? hash : (hash ^ UInt64(character)) &* prime
  }

  /// The first place of a hash: Fibonacci hashing, for the last characters move few high bits.
  private static func place(of hash: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: ((hash & ~3) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private func kind(of hash: UInt64) -> Kind? {
    var place = Self.place(of: hash, shift)
    while slots[place] != 0 {
      if slots[place] & ~3 == hash & ~3 { return Kind(rawValue: slots[place] & 3) }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The kind of the word that a range is; nil for one that is not listed.
  func kind(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Kind? {
    var hash = Self.seed
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if byte < 0x80 {
        // Most letters are of ASCII, and their case is one bit.
        let isCapital = byte &- 0x41 < 26
        hash = (hash ^ UInt64(isCapital ? byte | 0x20 : byte)) &* Self.prime
        at += 1
      } else {
        let (value, length) = Scalars.decode(bytes, at)
        hash = Self.step(hash, value)
        at += length
      }
    }
    return kind(of: hash)
  }

  /// Where the longest name ends that a range begins with; nil for none.
  func longestPrefix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var hash = Self.seed
    var at = range.lowerBound
    var best: Int?
    while at < range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      hash = Self.step(hash, value)
      at += length
      if let kind = kind(of: hash), kind == .sure || kind == .weak { best = at }
    }
    return best
  }

  /// The kind of the name of which a range is a Russian case: "Кириллу", "Юлии"; nil for none.
  func inflectedKind(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Kind? {
    var letters: [UInt32] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      letters.append(Scalars.fold(value))
      at += length
    }
    for (ending, bases) in Self.cases
    where letters.count > ending.count + 1 && letters.suffix(ending.count).elementsEqual(ending) {
      let stem = letters.dropLast(ending.count).reduce(Self.seed, Self.step)
      for base in bases {
        if let kind = kind(of: base.reduce(stem, Self.step)), kind != .ordinary { return kind }
      }
    }
    return nil
  }

  /// Endings of the oblique cases of Russian given names, and what the nominative has instead.
  ///
  /// - SeeAlso: Zaliznyak (1977), "Grammatical Dictionary of the Russian Language", the tables of
  ///   declension for first and second declension.
  private static let cases: [(ending: [UInt32], bases: [[UInt32]])] = [
    ("ией", ["ия"]), ("ии", ["ия"]), ("ию", ["ия"]), ("ием", ["ий"]), ("ия", ["ий"]),
    ("ем", ["й", "ь"]), ("ом", [""]), ("ой", ["а"]), ("ей", ["я", "а"]), ("у", ["", "а"]),
    ("ю", ["я", "й", "ь"]), ("а", [""]), ("я", ["й", "ь"]), ("е", ["а", "я", ""]), ("ы", ["а"]),
    ("и", ["а", "я"]),
  ]
  .map { (Self.letters($0), $1.map(Self.letters)) }

  private static func letters(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
