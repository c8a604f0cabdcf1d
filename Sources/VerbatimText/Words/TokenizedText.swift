public import VerbatimCore

/// One word, number, emoji or emoticon of a text, by its place.
public struct Word: Hashable, Sendable {
  /// What it is.
  public enum Kind: UInt8, Hashable, Sendable {
    /// Letters, perhaps with digits.
    case word
    /// Digits.
    case number
    /// A pictograph.
    case emoji
    /// A face of punctuation.
    case emoticon
  }

  /// What is remarkable about how it is written.
  public struct Style: OptionSet, Hashable, Sendable {
    /// The flags.
    public let rawValue: UInt8
    /// Flags by their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Two capitals or more, and nothing else.
    public static let capitals = Style(rawValue: 1)
    /// A letter repeated for emphasis.
    public static let elongated = Style(rawValue: 2)
    /// Punctuation or a line end stands before it: no phrase crosses it.
    public static let afterBreak = Style(rawValue: 4)
    /// Misspelt: the word form is the one that is meant, the bytes are as they were written.
    public static let corrected = Style(rawValue: 8)
  }

  /// The first byte in the text.
  public var start: Int32
  /// One past the last byte.
  public var end: Int32
  /// The word form, 0 when it is in no lexicon.
  public var id: WordID
  /// The clause it is in.
  public var clause: Int32
  /// What it is.
  public var kind: Kind
  /// How it is written.
  public var style: Style

  /// A word from its first byte to one past its last, in no clause yet.
  @inline(__always)
  init(_ start: Int, _ end: Int, id: WordID, kind: Kind, style: Style) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.id = id
    clause = 0
    self.kind = kind
    self.style = style
  }

  /// The bytes it covers.
  public var range: ByteRange { ByteRange(Int(start), Int(end)) }
}

/// A stretch of words between punctuation or conjunctions.
public struct Clause: Hashable, Sendable {
  /// Its words, as indices.
  public var words: Range<Int>
  /// The sentence it is in.
  public var sentence: Int
  /// How many exclamation marks end it, at most three.
  public var exclamations: Int
}

/// A sentence as a run of clauses.
public struct Sentence: Hashable, Sendable {
  /// Its clauses, as indices.
  public var clauses: Range<Int>
  /// Whether a question mark ends it.
  public var isQuestion: Bool
}

/// A text with its words, clauses and sentences, each by its bytes in the original.
///
/// Reused from text to text: filling it again keeps its memory.
public struct TokenizedText: Sendable {
  /// The text as received.
  public var bytes: [UInt8] = []
  /// The words, in order.
  public var words: [Word] = []
  /// The clauses, in order; each has a word.
  public var clauses: [Clause] = []
  /// The sentences, in order; each has a clause.
  public var sentences: [Sentence] = []
  /// Whether most words of two letters or more are in capitals, so that capitals stress nothing.
  public var isShouted = false

  /// An empty text.
  public init() {}

  /// The bytes from the first to the last of some words.
  public func range(of words: Range<Int>) -> ByteRange {
    ByteRange(Int(self.words[words.lowerBound].start), Int(self.words[words.upperBound - 1].end))
  }

  /// Puts line ends over a range, so that no word is found there and none reaches across it.
  ///
  /// To be called before the text is tokenised.
  public mutating func blank(_ range: ByteRange) {
    for at in range.start..<range.end { bytes[at] = 0x0A }
  }

  /// The text in a range.
  public func cut(_ range: ByteRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}
