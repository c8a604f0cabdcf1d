/// Given names, known by a hash of their folded characters: no string is kept, and a lookup is a
/// search among sorted numbers.
///
/// Of 64 bits two say the kind. That two of some twelve thousand names, or a name and another word,
/// meet in the rest is one chance in 10^12.
struct GivenNames: Sendable {
  /// How much a name says by itself.
  enum Kind: UInt64, Sendable {
    /// Hardly anything but a person.
    case sure
    /// Also another word, a place or a brand: "Will", "Rose".
    case weak
    /// A character that given names are written with, after a surname: 伟.
    case character
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Hashes with their kinds in the lowest two bits, ascending.
  private let hashes: [UInt64]

  /// The names of some texts; where one stands twice, the surer kind counts.
  init(_ names: [(text: Substring, kind: Kind)] = []) {
    var hashes = names.map { name in
      let hash = name.text.unicodeScalars.reduce(Self.seed) { Self.step($0, $1.value) }
      return hash & ~3 | name.kind.rawValue
    }
    hashes.sort()
    self.hashes = hashes
  }

  /// FNV-1a, a character at a time.
  private static func step(_ hash: UInt64, _ value: UInt32) -> UInt64 {
    let character = Scalars.fold(value)
    return character == 0 ? hash : (hash ^ UInt64(character)) &* 0x100_0000_01B3
  }

  private func kind(of hash: UInt64) -> Kind? {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash & ~3 { low = middle + 1 } else { high = middle }
    }
    guard low < hashes.count, hashes[low] & ~3 == hash & ~3 else { return nil }
    return Kind(rawValue: hashes[low] & 3)
  }

  /// The kind of the name that a range is; nil for none.
  func kind(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Kind? {
    var hash = Self.seed
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      hash = Self.step(hash, value)
      at += length
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
      if let kind = kind(of: hash), kind != .character { best = at }
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
        if let kind = kind(of: base.reduce(stem, Self.step)) { return kind }
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
