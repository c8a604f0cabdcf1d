public import VerbatimCore

/// A text in the form in which words are found and compared, with the place of every byte in the
/// original.
///
/// The form is Unicode's compatibility composition (NFKC, Annex 15), capitals kept, after what makes
/// no difference to a reader is evened out: quotes, primes and apostrophes become `'` and `"`,
/// hyphens and minus signs `-`, line separators a line end; characters that do not show (zero
/// width, soft hyphen, bidi controls, fillers) go, but stay inside emoji sequences; trade marks
/// become a blank; Greek and Cyrillic capitals that cannot be told from Latin ones become those
/// where they stand in a code ("К-204" is "K-204"). Fractions, superscripts and enclosed numbers stay: "2½" is not "21⁄2"; so does
/// what would become several words ("㏂").
///
/// Normalising twice changes nothing.
public struct NormalizedText: Hashable, Sendable {
  /// The normalised text, valid UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// For each normalised byte, the first byte in the original of what it came from.
  private var starts: [Int32] = []
  /// For each normalised byte, one past the last byte of what it came from.
  private var ends: [Int32] = []

  /// Normalises a text.
  ///
  /// - Parameter original: The text as received; bytes that are no UTF-8 read as U+FFFD, one for
  ///   each faulty sequence.
  /// - Complexity: O(*n*); eight bytes of alignment for each byte of text.
  public init(_ original: [UInt8]) {
    bytes.reserveCapacity(original.count)
    starts.reserveCapacity(original.count)
    ends.reserveCapacity(original.count)
    var segment = Segment()
    let codes = CodeLookalikes(original)
    var decoder = UTF8.ForwardParser()
    var iterator = original.makeIterator()
    var at = 0
    var next = Self.scalar(&decoder, &iterator)
    while let read = next {
      next = Self.scalar(&decoder, &iterator)
      let end = at + read.length
      if let byte = codes.latin(read.scalar, at: at) {
        begin(&segment, ByteRange(at, end))
        segment.bytes.append(byte)
        segment.last = Unicode.Scalar(byte)
      } else {
        take(read.scalar, before: next?.scalar, ByteRange(at, end), &segment)
      }
      at = end
    }
    flush(&segment)
  }

  /// The normalised text when that is another than the original; nil, at the cost of one scan, when
  /// it is the same.
  static func ifNeeded(_ original: [UInt8]) -> NormalizedText? {
    guard !UTF8Check.isASCII(original.span), !isSurelyNormal(original) else { return nil }
    let normalized = NormalizedText(original)
    return normalized.bytes == original ? nil : normalized
  }

  /// The normalised form of a string; ASCII is returned as it is.
  public static func form(of text: String) -> String {
    guard let normalized = ifNeeded(Array(text.utf8)) else { return text }
    return String(decoding: normalized.bytes, as: UTF8.self)
  }

  /// The bytes of the original that a range of the normalised text came from.
  public func original(of range: ByteRange) -> ByteRange {
    guard range.start < range.end else {
      let at = range.start < starts.count ? Int(starts[range.start]) : Int(ends.last ?? 0)
      return ByteRange(at, at)
    }
    return ByteRange(Int(starts[range.start]), Int(ends[range.end - 1]))
  }

  // MARK: Building

  /// Scalars that ICU must see together, a base and its marks, with their place in the original.
  private struct Segment {
    var bytes: [UInt8] = []
    var start = 0
    var end = 0
    /// The last scalar that was put out, or stands in the segment.
    var last: Unicode.Scalar?
  }

  private static func scalar(
    _ decoder: inout UTF8.ForwardParser,
    _ iterator: inout IndexingIterator<[UInt8]>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    switch decoder.parseScalar(from: &iterator) {
    case .valid(let encoded): (UTF8.decode(encoded), encoded.count)
    case .error(let length): ("\u{FFFD}", length)
    case .emptyInput: nil
    }
  }

  private mutating func take(
    _ scalar: Unicode.Scalar,
    before next: Unicode.Scalar?,
    _ place: ByteRange,
    _ segment: inout Segment
  ) {
    if scalar.value < 0x80 {
      // ASCII never joins what stands before it, but a mark may join it.
      begin(&segment, place)
      segment.bytes.append(UInt8(scalar.value))
      segment.last = scalar
      return
    }
    switch EvenedCharacter(scalar) {
    case .gone where !Self.isPartOfEmoji(scalar, after: segment.last, before: next):
      // What does not show belongs to what stands before it, so that a cut takes it along.
      segment.end = place.end
      if segment.bytes.isEmpty, let last = ends.indices.last { ends[last] = Int32(place.end) }
    case .replaced(let byte):
      begin(&segment, place)
      segment.bytes.append(byte)
      segment.last = Unicode.Scalar(byte)
    case .kept, .gone:
      begin(&segment, place)
      segment.bytes.append(contentsOf: String(scalar).utf8)
      flush(&segment, asIs: true)
      segment.last = scalar
    case .ordinary:
      if ICUNormalizer.beginsSegment(scalar) || segment.bytes.isEmpty { begin(&segment, place) }
      segment.bytes.append(contentsOf: String(scalar).utf8)
      segment.end = place.end
      segment.last = scalar
    }
  }

  private mutating func begin(_ segment: inout Segment, _ place: ByteRange) {
    flush(&segment)
    segment.start = place.start
    segment.end = place.end
  }

  /// Puts out what the segment holds, normalised.
  private mutating func flush(_ segment: inout Segment, asIs: Bool = false) {
    guard let first = segment.bytes.first else { return }
    if segment.bytes.count == 1 {
      bytes.append(first)
      starts.append(Int32(segment.start))
      ends.append(Int32(segment.end))
    } else {
      var form = asIs ? segment.bytes : Self.evened(ICUNormalizer.compatible(segment.bytes))
      if Self.isSeveralWords(form) { form = segment.bytes }
      bytes.append(contentsOf: form)
      if form == segment.bytes, segment.end - segment.start == form.count {
        alignEqual(segment)
      } else {
        starts.append(contentsOf: repeatElement(Int32(segment.start), count: form.count))
        ends.append(contentsOf: repeatElement(Int32(segment.end), count: form.count))
      }
    }
    segment.bytes.removeAll(keepingCapacity: true)
  }

  /// Whether a segment's form has both words and what divides words ("a.m." for "㏂", "(1)" for
  /// "⑴"): two words cannot stand in the place of one character.
  private static func isSeveralWords(_ form: [UInt8]) -> Bool {
    func divides(_ byte: UInt8) -> Bool {
      switch ByteClass.table[Int(byte)] {
      case .letter, .digit, .wide: false
      default: true
      }
    }
    return form.contains(where: divides) && !form.allSatisfy(divides)
  }

  /// Aligns a segment that stays as it is, character by character.
  private mutating func alignEqual(_ segment: Segment) {
    var at = 0
    while at < segment.bytes.count {
      let length = max(1, UTF8Check.length(of: segment.bytes[at]))
      let place = segment.start + at
      starts.append(contentsOf: repeatElement(Int32(place), count: length))
      ends.append(contentsOf: repeatElement(Int32(place + length), count: length))
      at += length
    }
  }

  /// What normalising brought out that must be evened in its turn (`＇` is `'`, `″` two primes).
  private static func evened(_ form: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in String(decoding: form, as: UTF8.self).unicodeScalars {
      switch scalar.value < 0x80 ? .ordinary : EvenedCharacter(scalar) {
      case .replaced(let byte): result.append(byte)
      case .gone: break
      case .kept, .ordinary: result.append(contentsOf: String(scalar).utf8)
      }
    }
    return result
  }

  /// Whether a character that does not show holds an emoji together: a joiner, a variation
  /// selector, a tag.
  private static func isPartOfEmoji(
    _ scalar: Unicode.Scalar,
    after last: Unicode.Scalar?,
    before next: Unicode.Scalar?
  ) -> Bool {
    guard let last else { return false }
    let isAfterEmoji =
      last.value >= 0x80
      && (ICUCharacter.isPictographic(last) || (0x1F3FB...0x1F3FF).contains(last.value)
        || last == "\u{FE0F}")
    switch scalar.value {
    case 0x200D:
      guard isAfterEmoji, let next, ICUCharacter.isPictographic(next) else { return false }
      return EvenedCharacter(next) == .ordinary
    case 0xFE0F: return isAfterEmoji && last != "\u{FE0F}" || next == "\u{20E3}"
    case 0xE0020...0xE007F:
      return last == "\u{1F3F4}" || (0xE0020...0xE007E).contains(last.value)
    default: return false
    }
  }

  /// Whether a text is its own normal form; also false where only a closer look can tell.
  private static func isSurelyNormal(_ text: [UInt8]) -> Bool {
    let bytes = text.span
    let letters = LetterTable.shared
    var at = 0
    var mayLookLatin = false
    var isSettled = true
    var last: Unicode.Scalar?
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        at += 1
        last = nil
        continue
      }
      if letters.letter(bytes, at: at) != nil {
        if CodeLookalikes.leads.contains(byte) { mayLookLatin = true }
        at += 2
        last = nil
        continue
      }
      guard let read = UTF8Check.scalar(in: bytes, at: at) else { return false }
      at += read.length
      switch read.scalar {
      // The tokeniser reads a blank and quotes of two and three bytes as they are.
      case "\u{A0}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2026}": break
      default:
        switch EvenedCharacter(read.scalar) {
        case .ordinary: isSettled = isSettled && ICUNormalizer.isSettled(read.scalar)
        case .gone:
          let next = UTF8Check.scalar(in: bytes, at: at)?.scalar
          guard isPartOfEmoji(read.scalar, after: last, before: next) else { return false }
        case .kept, .replaced: return false
        }
      }
      last = read.scalar
    }
    if mayLookLatin, !CodeLookalikes(text).isEmpty { return false }
    return isSettled || ICUNormalizer.isCompatible(text)
  }
}
