/// A text cut into the units that a tagger labels: words, numbers, marks, and single characters of
/// scripts that put no blanks between words.
struct TaggedText {
  /// What a unit looks like.
  enum Shape: UInt8, CaseIterable {
    /// "berlin"
    case small
    /// "Berlin"
    case capital
    /// "BERLIN"
    case capitals
    /// "B"
    case letter
    /// "McDonald"
    case mixed
    /// "iPhone"
    case inner
    /// A word of a script without capitals: Arabic, Hebrew.
    case caseless
    case digits
    case lineEnd
    case mark
    case thai
    case ideograph
    case kana
    case hangul
    /// What stands for personal data that was masked already.
    case masked

    /// Its name in the file of weights.
    var name: String { "\(self)" }

    /// Whether it is a word of letters.
    var isWord: Bool {
      switch self {
      case .small, .capital, .capitals, .letter, .mixed, .inner, .caseless: true
      default: false
      }
    }

    /// Whether it is a character of a script without blanks between words.
    var isUnspaced: Bool {
      switch self {
      case .thai, .ideograph, .kana, .hangul: true
      default: false
      }
    }
  }

  /// One unit.
  struct Unit {
    /// Its bytes.
    var range: Range<Int>
    var shape: Shape
    /// A hash of its folded characters.
    var word: UInt64
    /// Whether a blank stands before it.
    var isSpaced: Bool
  }

  /// The units in their order.
  private(set) var units: [Unit] = []

  /// Cuts a text.
  ///
  /// - Complexity: O(*n*).
  init(_ bytes: Span<UInt8>) {
    units.reserveCapacity(bytes.count / 4)
    var at = 0
    var isSpaced = false
    while at < bytes.count {
      let byte = bytes[at]
      let (value, length) = byte < 0x80 ? (UInt32(byte), 1) : Scalars.decode(bytes, at)
      let folded = byte < 0x80 ? value : Scalars.fold(value)
      if value == 0x0D || value == 0x09 || folded == 0x20 || folded == 0 {
        isSpaced = true
        at += length
        continue
      }
      var unit = Unit(range: at..<(at + length), shape: .mark, word: 0, isSpaced: isSpaced)
      isSpaced = false
      if value == 0x0A {
        unit.shape = .lineEnd
        unit.word = Self.lineEnd
      } else if let end = Self.maskEnd(bytes, at) {
        unit.range = at..<end
        unit.shape = .masked
        unit.word = TagHash.of("[]")
      } else if Scalars.digit(bytes, at) != nil {
        var end = at
        var count = 0
        while end < bytes.count, let digit = Scalars.digit(bytes, end) {
          end += digit.length
          count += 1
        }
        unit.range = at..<end
        unit.shape = .digits
        unit.word = Self.digits[min(count, Self.mostDigits) - 1]
      } else if let shape = Self.script(value) {
        unit.shape = shape
        unit.word = TagHash.step(TagHash.seed, folded)
      } else if Scalars.isLetter(value) {
        Self.readWord(bytes, &unit)
      } else {
        unit.word = TagHash.step(TagHash.seed, folded)
      }
      at = unit.range.upperBound
      units.append(unit)
    }
  }

  private static let lineEnd = TagHash.of("⏎")
  /// How many digits tell numbers apart.
  static let mostDigits = 7
  /// Numbers by how many digits they have.
  private static let digits = (1...mostDigits).map { TagHash.of(String(repeating: "0", count: $0)) }

  /// A word of letters, with apostrophes between them.
  private static func readWord(_ bytes: Span<UInt8>, _ unit: inout Unit) {
    var at = unit.range.lowerBound
    var hash = TagHash.seed
    var count = 0
    var capitals = 0
    var smalls = 0
    var isFirstCapital = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        let isCapital = byte &- 0x41 < 26
        if isCapital || byte &- 0x61 < 26 {
          if count == 0 { isFirstCapital = isCapital }
          capitals += isCapital ? 1 : 0
          smalls += isCapital ? 0 : 1
          count += 1
          hash = TagHash.step(hash, UInt32(byte | 0x20))
          at += 1
          continue
        }
      }
      let (value, length) = byte < 0x80 ? (UInt32(byte), 1) : Scalars.decode(bytes, at)
      if Scalars.isLetter(value), !Scalars.isUnspaced(value) {
        let folded = Scalars.fold(value)
        if folded != 0 { hash = TagHash.step(hash, folded) }
        if Scalars.isCapital(value) {
          if count == 0 { isFirstCapital = true }
          capitals += 1
        } else if !Scalars.isCaseless(value) {
          smalls += 1
        }
        count += 1
        at += length
        continue
      }
      guard value == 0x27 || value == 0x2019, at + length < bytes.count else { break }
      let next = Scalars.decode(bytes, at + length).value
      guard Scalars.isLetter(next), !Scalars.isUnspaced(next) else { break }
      hash = TagHash.step(hash, 0x27)
      at += length
    }
    unit.range = unit.range.lowerBound..<at
    unit.word = hash
    unit.shape =
      capitals == 0
      ? (smalls == 0 ? .caseless : .small)
      : smalls == 0
        ? (count > 1 ? .capitals : .letter)
        : !isFirstCapital ? .inner : capitals > 1 ? .mixed : .capital
  }

  /// The script of a character that is a unit by itself; nil for other characters.
  private static func script(_ value: UInt32) -> Shape? {
    switch value {
    case 0xE01...0xE4F: .thai
    case 0x3041...0x30FA, 0x30FC...0x30FF: .kana
    case 0x3005...0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FFFF: .ideograph
    case 0xAC00...0xD7A3: .hangul
    default: nil
    }
  }

  /// Where a mask ends that begins at `at`; nil for no mask.
  private static func maskEnd(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    guard bytes[at] == UInt8(ascii: "["), at + 3 < bytes.count else { return nil }
    let isKind = Redactor.Kind.allCases.contains { kind in
      var next = at + 1
      for letter in kind.rawValue.utf8 {
        guard next < bytes.count, bytes[next] == letter else { break }
        next += 1
      }
      return next - at > 4
    }
    guard isKind else { return nil }
    var end = at + 1
    while end < bytes.count, end - at < 200 {
      let byte = bytes[end]
      end += 1
      if byte == UInt8(ascii: "]") { return end }
      guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte &- 0x61 < 26 else {
        return nil
      }
    }
    return nil
  }
}
