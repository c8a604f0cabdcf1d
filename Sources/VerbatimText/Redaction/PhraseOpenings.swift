/// How phrases begin, so that a pass over a text looks only where one may stand.
///
/// Five bits of a byte tell letters apart and are the same for small ones and capitals. Twenty bits
/// of four bytes pick a bit of a table; a phrase of six bytes and more has another bit by a hash of
/// six.
struct PhraseOpenings: Sendable {
  /// A bit for each four bytes that a phrase may begin with.
  let fours: [UInt8]
  /// Those of `fours` where a phrase of less than six bytes may stand.
  private var shorts = [UInt8](repeating: 0, count: 1 << 17)
  /// A bit for each hash of the six bytes that a longer phrase begins with.
  private var sixes = [UInt8](repeating: 0, count: 1 << 13)

  /// What may follow a short phrase, as far as five bits tell.
  static let followers = Set(
    " \t\n\r,.:;!-/')]}\u{A0}\u{2019}\u{3000}".utf8.map { $0 & 31 }
  )
  .sorted()

  /// The openings of some phrases.
  init(_ phrases: [String]) {
    var fours = [UInt8](repeating: 0, count: 1 << 17)
    for phrase in phrases {
      for spelling in Self.spellings(of: phrase) {
        let bytes = spelling.utf8.prefix(6).map { $0 & 31 }
        if bytes.count > 5 {
          let four = Self.place(of: bytes.prefix(4))
          fours[four >> 3] |= 1 << UInt8(four & 7)
          let six = Self.hash(four, bytes[4], bytes[5])
          sixes[six >> 3] |= 1 << UInt8(six & 7)
          continue
        }
        // Letters may follow a bracket, and a phrase of a script without blanks.
        let last = spelling.unicodeScalars.last?.value ?? 0
        let isOpen = !Scalars.isLetter(last) || Scalars.isUnspaced(last)
        for four in Self.places(of: bytes, followedBy: isOpen ? Array(0..<32) : Self.followers) {
          fours[four >> 3] |= 1 << UInt8(four & 7)
          shorts[four >> 3] |= 1 << UInt8(four & 7)
        }
      }
    }
    self.fours = fours
  }

  /// As written, without accents, with curly apostrophes and with capitals, as far as five bits of
  /// each byte tell those apart.
  private static func spellings(of phrase: String) -> [String] {
    if phrase.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "'") }) { return [phrase] }
    let plain = String(
      String.UnicodeScalarView(
        phrase.unicodeScalars.compactMap { Unicode.Scalar(Scalars.fold($0.value)) }
      )
    )
    let curly = String(plain.map { $0 == "'" ? "\u{2019}" : $0 })
    let lower = phrase.lowercased()
    let titled = lower.prefix(1).uppercased() + lower.dropFirst()
    return [phrase, plain, curly, lower, titled, phrase.uppercased()]
  }

  /// The places of a short phrase with all that may follow it.
  private static func places(of bytes: [UInt8], followedBy next: [UInt8]) -> [Int] {
    let place = place(of: bytes.prefix(4))
    switch bytes.count {
    case 4...: return [place]
    case 3: return next.map { place << 5 | Int($0) }
    case 2: return next.flatMap { third in (0..<32).map { (place << 5 | Int(third)) << 5 | $0 } }
    default: return []
    }
  }

  private static func place(of bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 5 | Int($1 & 31) }
  }

  private static func hash(_ four: Int, _ fifth: UInt8, _ sixth: UInt8) -> Int {
    let six = UInt32(truncatingIfNeeded: four << 10 | Int(fifth & 31) << 5 | Int(sixth & 31))
    return Int((six &* 0x9E37_79B1) >> 16)
  }

  /// Whether a phrase may begin at a place whose four bytes are among `fours`.
  func mayOpen(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }
    let four = Self.place(of: [byte(at), byte(at + 1), byte(at + 2), byte(at + 3)])
    if shorts[four >> 3] >> UInt8(four & 7) & 1 != 0 { return true }
    let six = Self.hash(four, byte(at + 4), byte(at + 5))
    return sixes[six >> 3] >> UInt8(six & 7) & 1 != 0
  }
}
