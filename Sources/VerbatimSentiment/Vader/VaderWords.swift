internal import VerbatimText

/// A text divided into words as VADER divides it, with what its rules must know of all of them.
struct VaderWords {
  /// A word: what stands between blanks, without the punctuation at its ends.
  struct Word {
    var start: Int
    var end: Int
    /// Its number in the table; 0 when it is unknown.
    var entry: Int
    /// Whether it has capitals and no small letter.
    var isUpper: Bool
  }

  /// The words, in order.
  private(set) var words: [Word] = []
  /// Which of them may have a valence: those of the lexicon that are no boosters.
  private(set) var terms: [Int] = []
  /// Whether some words, but not all, are in capitals.
  var hasCapitals: Bool { uppers > 0 && uppers < words.count }
  /// The first "but"; nil when there is none.
  private(set) var but: Int?
  private(set) var exclamations = 0
  private(set) var questions = 0
  private var uppers = 0
  private var lowered: [UInt8] = []

  /// What a byte is to the division.
  private struct ByteKind: OptionSet {
    var rawValue: UInt8
    static let space = ByteKind(rawValue: 1)
    static let punctuation = ByteKind(rawValue: 2)
    static let capital = ByteKind(rawValue: 4)
    static let small = ByteKind(rawValue: 8)
    static let wide = ByteKind(rawValue: 16)
    /// An exclamation or question mark.
    static let mark = ByteKind(rawValue: 32)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): self = [.punctuation, .mark]
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .capital
      case UInt8(ascii: "a")...UInt8(ascii: "z"): self = .small
      case UInt8(ascii: "0")...UInt8(ascii: "9"): self = []
      case 0x21...0x7E: self = .punctuation
      case 0x80...0xFF: self = .wide
      default: self = PythonString.isSpace(Unicode.Scalar(byte)) ? .space : []
      }
    }
  }

  private static let kinds: [ByteKind] = (0...255).map { ByteKind(UInt8($0)) }

  /// Divides a text, in place of the one before.
  ///
  /// - Parameters:
  ///   - bytes: The text; well-formed UTF-8 where `isASCII` is false.
  ///   - isASCII: Whether to stop at the first byte that is not ASCII.
  ///   - table: The words that are known.
  /// - Returns: Whether the whole text was divided.
  /// - Complexity: O(*n*).
  mutating func divide(_ bytes: Span<UInt8>, isASCII: Bool, by table: VaderTable) -> Bool {
    words.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    but = nil
    (exclamations, questions, uppers) = (0, 0, 0)
    let kindsOfBytes = Self.kinds
    let kinds = kindsOfBytes.span
    let count = bytes.count
    var at = 0
    while at < count {
      var seen = kinds[Int(bytes[at])]
      if seen == .space {
        at &+= 1
        continue
      }
      let start = at
      at &+= 1
      while at < count {
        let kind = kinds[Int(bytes[at])]
        if kind == .space { break }
        seen = ByteKind(rawValue: seen.rawValue | kind.rawValue)
        at &+= 1
      }
      if seen.rawValue & (ByteKind.wide.rawValue | ByteKind.punctuation.rawValue) == 0 {
        let isLow = seen.rawValue & ByteKind.capital.rawValue == 0
        add(
          Word(
            start: start,
            end: at,
            entry: table.find(bytes, from: start, count: at &- start, isLow: isLow),
            isUpper: !isLow && seen.rawValue & ByteKind.small.rawValue == 0
          ),
          table
        )
      } else {
        if isASCII, seen.contains(.wide) { return false }
        if seen.contains(.mark) { countMarks(bytes, start, at) }
        addMarked(bytes, start, at, seen, table, kinds)
      }
    }
    dropKindOf(table)
    return true
  }

  @inline(__always)
  private mutating func add(_ word: Word, _ table: VaderTable) {
    if word.entry != 0 {
      let entry = table.entries.span[word.entry]
      if entry.isTerm, entry.boost == 0 { terms.append(words.count) }
      if entry.word == .but, but == nil { but = words.count }
    }
    if word.isUpper { uppers &+= 1 }
    words.append(word)
  }

  /// Adds a word with punctuation or with characters beyond ASCII.
  ///
  /// What would be left with two characters or fewer keeps its punctuation: it may be an emoticon.
  private mutating func addMarked(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ seen: ByteKind,
    _ table: VaderTable,
    _ kinds: Span<ByteKind>
  ) {
    var word = Word(start: start, end: end, entry: 0, isUpper: false)
    while word.start < word.end, kinds[Int(bytes[word.start])].contains(.punctuation) {
      word.start += 1
    }
    while word.start < word.end, kinds[Int(bytes[word.end - 1])].contains(.punctuation) {
      word.end -= 1
    }
    if Self.isShort(bytes, word.start, word.end) { (word.start, word.end) = (start, end) }
    if seen.contains(.wide) {
      let cut = bytes.extracting(word.start..<word.end)
      word.isUpper = PythonString.isUpper(cut)
      // Each character has at least one byte in small letters.
      if Self.characters(cut, upTo: table.longest + 1) <= table.longest {
        lowered.removeAll(keepingCapacity: true)
        PythonString.lower(cut, into: &lowered)
        word.entry = table.find(lowered.span)
      }
    } else {
      word.isUpper = seen.contains(.capital) && !seen.contains(.small)
      word.entry = table.find(
        bytes,
        from: word.start,
        count: word.end - word.start,
        isLow: !seen.contains(.capital)
      )
    }
    add(word, table)
  }

  /// Whether a stretch has at most two characters.
  private static func isShort(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    // Two characters take at most eight bytes.
    end - start <= 8 && characters(bytes.extracting(start..<end), upTo: 3) <= 2
  }

  /// How many characters there are, counted no further than `limit`.
  private static func characters(_ bytes: Span<UInt8>, upTo limit: Int) -> Int {
    var count = 0
    var at = 0
    while at < bytes.count, count < limit {
      if bytes[at] & 0xC0 != 0x80 { count += 1 }
      at += 1
    }
    return count
  }

  private mutating func countMarks(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    for at in start..<end {
      if bytes[at] == UInt8(ascii: "!") { exclamations += 1 }
      if bytes[at] == UInt8(ascii: "?") { questions += 1 }
    }
  }

  /// Takes "kind" before "of" from the words with a valence: together they weaken.
  private mutating func dropKindOf(_ table: VaderTable) {
    terms.removeAll { index in
      table.entries[words[index].entry].word == .kind && index + 1 < words.count
        && table.entries[words[index + 1].entry].word == .of
    }
  }
}
