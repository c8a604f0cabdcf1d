extension Redactor {
  /// A pass over a text, from phrase to phrase.
  ///
  /// Four bytes from where a word begins pick a bit of the words' openings; only where it is set
  /// is a phrase looked for. ASCII goes eight bytes at a step.
  struct Pass {
    /// The next byte.
    private var at = 0
    /// Whether the byte before it belongs to a word.
    private var isInWord = false
    /// The classes of all bytes so far, together.
    private(set) var seen: UInt8 = 0

    /// A pass from the start.
    init() {}

    /// A pass from a place where a word begins.
    init(from start: Int) { at = start }

    /// The next phrase; nil at the end.
    mutating func next(_ bytes: Span<UInt8>, _ words: RedactionWords) -> Cue? {
      let fours = words.openings.fours.span
      while let place = nextOpening(bytes, fours) {
        if words.openings.mayOpen(bytes, place), let cue = Redactor.cue(bytes, place, words.index) {
          return cue
        }
      }
      return nil
    }

    /// The next place where a word begins as a phrase does.
    private mutating func nextOpening(_ bytes: Span<UInt8>, _ openings: Span<UInt8>) -> Int? {
      // Safety: bytes have no padding.
      let raw = unsafe bytes.bytes
      // Eight bytes, and three more after the last of them.
      while at + 12 <= bytes.count {
        // Safety: eight bytes from `at` lie inside.
        let chunk = UInt64(
          littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
        )
        guard chunk & Self.each(0x80) == 0 else {
          if let place = nextOpening(bytes, openings, upTo: at + 8) { return place }
          continue
        }
        // The high bit of each byte: whether it is a letter, a digit, an `@`.
        let lower = chunk | Self.each(0x20)
        let letters = (lower &+ Self.each(0x1F)) ^ (lower &+ Self.each(0x05))
        let digits = (chunk &+ Self.each(0x50)) ^ (chunk &+ Self.each(0x46))
        let signs = chunk ^ Self.each(0x40)
        let hasSign = (signs &- Self.each(1)) & ~signs & Self.each(0x80) != 0
        let hasDigit = digits & Self.each(0x80) != 0
        seen |= (hasSign ? Class.sign : 0) | (hasDigit ? Class.digit : 0)
        let word = (letters | digits) & Self.each(0x80)
        let starts = word & ~(word << 8 | (isInWord ? 0x80 : 0))
        let others = starts & (starts &- 1)
        // Most chunks have two starts at most: both are looked up without a branch.
        let first = Self.opens(raw, openings, at + starts.trailingZeroBitCount / 8)
        let second = Self.opens(raw, openings, at + others.trailingZeroBitCount / 8)
        if (first && starts != 0) || (second && others != 0) || others & (others &- 1) != 0,
          let place = Self.opening(raw, openings, at, starts)
        {
          at = place + 1
          isInWord = true
          return place
        }
        isInWord = word >> 63 != 0
        at += 8
      }
      return nextOpening(bytes, openings, upTo: bytes.count)
    }

    /// A byte eight times.
    @inline(__always)
    private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

    /// Whether four bytes open a phrase.
    @inline(__always)
    private static func opens(_ raw: RawSpan, _ openings: Span<UInt8>, _ at: Int) -> Bool {
      // Safety: `at` is at most eight bytes into a chunk that twelve bytes follow.
      let four = unsafe raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt32.self).bigEndian
      let pairs = (four & 0x1F00_1F00) >> 3 | four & 0x001F_001F
      let place = Int((pairs >> 16) << 10 | pairs & 0x3FF)
      return openings[place >> 3] >> UInt8(place & 7) & 1 != 0
    }

    /// The first of some starts in a chunk that opens a phrase.
    private static func opening(
      _ raw: RawSpan,
      _ openings: Span<UInt8>,
      _ at: Int,
      _ starts: UInt64
    ) -> Int? {
      var starts = starts
      while starts != 0 {
        let place = at + starts.trailingZeroBitCount / 8
        if opens(raw, openings, place) { return place }
        starts &= starts &- 1
      }
      return nil
    }

    /// The same byte by byte, for other scripts and the last bytes.
    private mutating func nextOpening(
      _ bytes: Span<UInt8>,
      _ openings: Span<UInt8>,
      upTo limit: Int
    ) -> Int? {
      let classes = Class.table.span
      while at < limit {
        let kind = classes[Int(bytes[at])]
        seen |= kind
        let begins = kind & Class.wide != 0 || (kind & Class.word != 0 && !isInWord)
        isInWord = kind & Class.word != 0
        at += 1
        guard begins else { continue }
        var place = 0
        for next in (at - 1)..<(at + 3) {
          place = place << 5 | (next < bytes.count ? Int(bytes[next] & 31) : 0)
        }
        if openings[place >> 3] >> UInt8(place & 7) & 1 != 0 { return at - 1 }
      }
      return nil
    }
  }

  /// What a byte can be to a pass, a bit each.
  enum Class {
    /// A letter or digit of ASCII, or the first byte of a letter of two.
    static let word: UInt8 = 1
    static let digit: UInt8 = 2
    static let sign: UInt8 = 4
    /// The first byte of a character of three or four, where a phrase may begin without a blank.
    static let wide: UInt8 = 8
    /// The first byte of digits outside ASCII, and of a full-width `@`.
    static let mayBeDigit: UInt8 = 16

    static let table: [UInt8] = (0...255).map { value in
      switch UInt8(value) {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): word | digit
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): word
      case UInt8(ascii: "@"): sign
      case 0xD9, 0xDB: word | mayBeDigit
      case 0xC3...0xDF: word
      case 0xE0: wide | mayBeDigit
      case 0xEF: wide | mayBeDigit | sign
      case 0xE1...0xEE, 0xF0...0xF4: wide
      default: 0
      }
    }
  }
}
