internal import VerbatimCore

/// Finds words, clauses and sentences, and looks each word up once.
///
/// Words follow Unicode Annex 29 as ICU implements it, with two tailorings: a full stop or colon
/// between letters divides ("broke.Returned" is two words), because customers forget the blank, and
/// underscores alone are no word.
///
/// Text is read in runs between white space. A run of ASCII, of letters that
/// ``LetterTable`` knows and of typographic quotes and dashes takes a path of its own, eight bytes
/// at a step; any other run goes to ICU. A text with characters that only look like others (full
/// width, zero width, ligatures) is read as its ``NormalizedText``, and its words are put back to
/// their places in the original.
public final class Tokenizer: Sendable {
  /// The vocabulary that words are looked up in.
  public let vocabulary: Vocabulary
  /// By word: what it does to clauses.
  let roles: [ClauseRole]
  let classes = ByteClass.table
  let letters = LetterTable.shared
  let spelling: SpellingCorrector?

  /// A tokeniser.
  ///
  /// - Parameters:
  ///   - vocabulary: The word forms to find.
  ///   - clauseOpeners: Words that begin a clause wherever they stand ("but").
  ///   - clauseJoiners: Words that begin one when a subject follows ("and it …").
  ///   - subjects: Words that a new clause begins with after a joiner ("it", "they").
  ///   - spelling: What brings misspelt words back to those of the vocabulary; nil for nothing.
  public init(
    vocabulary: Vocabulary,
    clauseOpeners: [WordID],
    clauseJoiners: [WordID],
    subjects: [WordID],
    spelling: SpellingCorrector? = nil
  ) {
    self.vocabulary = vocabulary
    self.spelling = spelling
    var roles = [ClauseRole](repeating: [], count: vocabulary.count)
    for id in clauseOpeners { roles[Int(id)].insert(.opener) }
    for id in clauseJoiners { roles[Int(id)].insert(.joiner) }
    for id in subjects { roles[Int(id)].insert(.subject) }
    roles[0] = []
    self.roles = roles
  }

  /// What a word does to clauses.
  struct ClauseRole: OptionSet {
    let rawValue: UInt8
    static let opener = ClauseRole(rawValue: 1)
    static let joiner = ClauseRole(rawValue: 2)
    static let subject = ClauseRole(rawValue: 4)
  }

  /// What one thread reuses from text to text.
  public struct Scratch {
    /// The matching form of the word being read.
    var key = [UInt8](repeating: 0, count: Vocabulary.longestForm + 1)
    /// The same, drawn-out letters shortened.
    var short = [UInt8](repeating: 0, count: Vocabulary.longestForm + 1)
    var segments: [ICUBreakIterator.Segment] = []
    var breaks: ICUBreakIterator?

    /// An empty scratch.
    public init() {}

    mutating func wordBreaks() -> ICUBreakIterator? {
      if breaks == nil { breaks = try? ICUBreakIterator(.word) }
      return breaks
    }
  }

  /// What is open while a text is read.
  struct State {
    var clauseStart = 0
    var sentenceStart = 0
    var exclamations = 0
    var isQuestion = false
    var pendingBreak = true
    var capitals = 0
    var lowers = 0
  }

  /// Fills `text` with the words, clauses and sentences of its bytes.
  ///
  /// - Complexity: O(*n*) in the bytes; allocates only while the arrays of `text` grow.
  public func tokenize(_ text: inout TokenizedText, scratch: inout Scratch) {
    guard let normalized = NormalizedText.ifNeeded(text.bytes) else {
      read(&text, &scratch)
      return
    }
    let original = text.bytes
    text.bytes = normalized.bytes
    read(&text, &scratch)
    text.bytes = original
    for index in text.words.indices {
      let range = normalized.original(of: text.words[index].range)
      text.words[index].start = Int32(range.start)
      text.words[index].end = Int32(range.end)
    }
  }

  /// Fills `text`, whose bytes are in a form that can be read as it stands.
  private func read(_ text: inout TokenizedText, _ scratch: inout Scratch) {
    text.words.removeAll(keepingCapacity: true)
    text.clauses.removeAll(keepingCapacity: true)
    text.sentences.removeAll(keepingCapacity: true)
    var state = State()
    // A second reference: the bytes stay in place while words are appended beside them.
    let kept = text.bytes
    let bytes = kept.span
    let count = bytes.count
    let isASCII = UTF8Check.isASCII(bytes)
    let table = classes
    let classes = table.span
    var at = 0
    while at < count {
      switch classes[Int(bytes[at])] {
      case .space:
        at += 1
      case .newline:
        at += 1
        // One line end may be a wrapped line; a blank line is a paragraph.
        if at < count, bytes[at] == 0x0A || bytes[at] == 0x0D, bytes[at - 1] == 0x0A {
          endSentence(&text, &state)
        } else {
          endClause(&text, &state)
          state.pendingBreak = true
        }
      default:
        if isASCII {
          at = step(bytes, &text, at, count, &state, &scratch)
          continue
        }
        if isNoBreakSpace(bytes, at) {
          at += 2
          continue
        }
        let run = run(bytes, at)
        if run.isPlain {
          while at < run.end { at = step(bytes, &text, at, run.end, &state, &scratch) }
        } else {
          wideRun(&text, at, run.end, &state, &scratch)
          at = run.end
        }
      }
    }
    endSentence(&text, &state)
    text.isShouted = state.capitals >= 3 && state.capitals > state.lowers
  }

  // MARK: Runs

  /// The end of the run between white space that begins at `start`, and whether ICU is not needed.
  private func run(_ bytes: Span<UInt8>, _ start: Int) -> (end: Int, isPlain: Bool) {
    let table = classes
    let classes = table.span
    var at = start
    var isPlain = true
    while at < bytes.count {
      switch classes[Int(bytes[at])] {
      case .space, .newline: return (at, isPlain)
      case .wide:
        if isNoBreakSpace(bytes, at) { return (at, isPlain) }
        if isPlain, letters.letter(bytes, at: at) != nil {
          at += 2
        } else if isPlain, isTypographic(bytes, at) {
          at += 3
        } else {
          isPlain = false
          at += 1
        }
      default: at += 1
      }
    }
    return (at, isPlain)
  }

  private func isNoBreakSpace(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0
  }

  /// Whether a typographic quote, dash or ellipsis stands at `at`, which the plain path can take.
  private func isTypographic(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80
      && Self.isTypographic(bytes[at + 2])
  }

  /// Whether E2 80 and this byte are a typographic quote, dash or ellipsis.
  static func isTypographic(_ third: UInt8) -> Bool {
    switch third {
    case 0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6: true
    default: false
    }
  }

  /// Takes the word, face or punctuation at `at` in a plain run; returns where it ends.
  @inline(__always)
  private func step(
    _ bytes: Span<UInt8>,
    _ text: inout TokenizedText,
    _ at: Int,
    _ limit: Int,
    _ state: inout State,
    _ scratch: inout Scratch
  ) -> Int {
    let byte = bytes[at]
    // A face may begin with a letter ("xD").
    if vocabulary.emoticons.mayBegin(with: byte), let face = face(bytes, at) {
      appendFace(&text, &state, at, face)
      return face.end
    }
    switch classes[Int(byte)] {
    case .letter:
      return letterWord(bytes, &text, at, limit, &state, &scratch)
    case .digit, .underscore:
      return mixedWord(bytes, &text, at, limit, &state, &scratch)
    case .wide:
      if letters.letter(bytes, at: at) != nil {
        return mixedWord(bytes, &text, at, limit, &state, &scratch)
      }
      // A quote, dash or ellipsis of three bytes.
      switch bytes[at + 2] {
      case 0x93, 0x94, 0xA6: breakClause(&text, &state)
      default: break
      }
      return at + 3
    default:
      if byte == UInt8(ascii: "'"),
        let end = contraction(bytes, &text, at, limit, state, &scratch)
      {
        return end
      }
      return punctuation(bytes, &text, at, limit, &state)
    }
  }

  /// The emoticon at `at`; after a digit it is the end of something else ("at 8:)").
  func face(_ bytes: Span<UInt8>, _ at: Int) -> (end: Int, id: WordID)? {
    guard at == 0 || classes[Int(bytes[at - 1])] != .digit,
      let face = vocabulary.emoticons.match(bytes, at: at),
      face.end == bytes.count || letters.letter(bytes, at: face.end) == nil
    else { return nil }
    return face
  }

  func appendFace(
    _ text: inout TokenizedText,
    _ state: inout State,
    _ at: Int,
    _ face: (end: Int, id: WordID)
  ) {
    append(
      &text,
      &state,
      Word(at, face.end, id: face.id, kind: .emoticon, style: [])
    )
  }
}
