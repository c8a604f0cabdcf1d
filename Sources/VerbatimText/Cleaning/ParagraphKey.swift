public import VerbatimCore

/// What a paragraph has in common with its copies in other conversations: a hash of its words in
/// matching form, numbers, names, addresses and links left out, and of who says it.
public struct ParagraphKey: Hashable, Sendable {
  /// The fewest bytes of a paragraph that is counted; a shorter one is said alike by chance.
  public static let shortest = 40
  /// The fewest bytes that must be left of it when names and numbers are out.
  static let shortestFolded = 24

  /// 64 bits, the same in every run.
  let hash: UInt64

  /// A paragraph of a message with its key.
  public struct Paragraph: Hashable, Sendable {
    /// Its bytes in the message, without the blanks around it.
    public var range: ByteRange
    /// Its key.
    public var key: ParagraphKey
  }

  /// The paragraphs of a message that are long enough to be counted, in order.
  ///
  /// Paragraphs are divided by blank lines. A word with a capital inside a sentence is taken for a
  /// name, unless most words have one; scripts without capitals keep their names.
  ///
  /// - Parameters:
  ///   - bytes: The message, UTF-8.
  ///   - role: Who wrote it.
  /// - Returns: Ranges in ascending order, each with its key.
  /// - Complexity: O(*n*).
  public static func paragraphs(of bytes: Span<UInt8>, by role: Turn.Role) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var folder = ParagraphFolder()
    let lines = MessageLine.lines(of: bytes)
    var first = 0
    while first < lines.count {
      var next = first + 1
      while next < lines.count, !lines[next].isAfterBlank { next += 1 }
      let range = lines[first].textStart..<max(lines[next - 1].textEnd, lines[first].textStart)
      if range.count >= shortest, let key = folder.key(of: bytes, range, by: role) {
        paragraphs.append(
          Paragraph(range: ByteRange(range.lowerBound, range.upperBound), key: key)
        )
      }
      first = next
    }
    return paragraphs
  }
}

/// Folds paragraphs, one after the other.
struct ParagraphFolder {
  private var folded: [UInt8] = []
  /// How many words the paragraph has, and how many of them were taken for names.
  private var words = 0
  private var names = 0

  /// The key of a stretch; nil when hardly a word of its own is left.
  mutating func key(
    of bytes: Span<UInt8>,
    _ range: Range<Int>,
    by role: Turn.Role
  ) -> ParagraphKey? {
    var isWide = fold(bytes, range, leavingOutNames: true)
    // Title Case and lists of nouns: the capitals are no names.
    if names * 2 > words {
      isWide = fold(bytes, range, leavingOutNames: false)
    }
    guard folded.count >= ParagraphKey.shortestFolded else { return nil }
    let form = isWide ? ICUNormalizer.matchingForm(folded) : folded
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in role.rawValue.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in form { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return ParagraphKey(hash: hash)
  }

  /// What stands for a name, for a number, and for an address or a link.
  private static let name: UInt8 = 0x01
  private static let number: UInt8 = 0x02
  private static let link: UInt8 = 0x03

  /// Fills `folded`; says whether bytes beyond ASCII are in it.
  private mutating func fold(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    leavingOutNames: Bool
  ) -> Bool {
    folded.removeAll(keepingCapacity: true)
    words = 0
    names = 0
    var isWide = false
    var isFirst = true
    var beginsSentence = true
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] <= 0x20 {
        at += 1
        continue
      }
      var end = at
      while end < range.upperBound, bytes[end] > 0x20 { end += 1 }
      let last = bytes[end - 1]
      words += 1
      if Self.isLink(bytes, at..<end) {
        append(mark: Self.link)
      } else if leavingOutNames, Self.hasCapital(bytes, at..<end),
        !beginsSentence || isFirst && (last == UInt8(ascii: ",") || last == UInt8(ascii: "!"))
      {
        names += 1
        append(mark: Self.name)
        if !Self.isLetter(last) { folded.append(last) }
      } else {
        isWide = append(word: bytes, at..<end) || isWide
      }
      beginsSentence =
        last == UInt8(ascii: ".") || last == UInt8(ascii: "!")
        || last == UInt8(ascii: "?") || last == UInt8(ascii: ":")
      isFirst = false
      at = end
    }
    return isWide
  }

  /// Adds a mark, once for neighbours: a first name alone is as good as a whole one.
  private mutating func append(mark: UInt8) {
    guard folded.last != mark else { return }
    if !folded.isEmpty { folded.append(0x20) }
    folded.append(mark)
  }

  /// Adds a word, capitals lowered, digits as one mark; says whether it is beyond ASCII.
  private mutating func append(word bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var isWide = false
    if !folded.isEmpty { folded.append(0x20) }
    for at in range {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if folded.last != Self.number { folded.append(Self.number) }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
      default:
        if byte >= 0x80 { isWide = true }
        folded.append(byte)
      }
    }
    return isWide
  }

  private static func isLink(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    for at in word.dropFirst() {
      if bytes[at] == UInt8(ascii: "@") { return at + 1 < word.upperBound }
      if bytes[at] == UInt8(ascii: ":"), at + 2 < word.upperBound,
        bytes[at + 1] == UInt8(ascii: "/"), bytes[at + 2] == UInt8(ascii: "/")
      {
        return true
      }
    }
    return false
  }

  /// Whether a word begins with a capital and goes on with a small letter.
  private static func hasCapital(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var at = word.lowerBound
    while at < word.upperBound, bytes[at] < 0x80, !isLetter(bytes[at]) { at += 1 }
    guard at + 1 < word.upperBound else { return false }
    let first = bytes[at]
    let second = bytes[at + 1]
    if first < 0x80 { return first &- 0x41 < 26 && (second &- 0x61 < 26 || second >= 0x80) }
    // Capitals of two bytes: Latin-1, Greek, Cyrillic.
    switch first {
    case 0xC3: return (0x80...0x9E).contains(second)
    case 0xCE: return (0x86...0xA9).contains(second)
    case 0xD0: return (0x80...0xAF).contains(second)
    default: return false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
  }
}
