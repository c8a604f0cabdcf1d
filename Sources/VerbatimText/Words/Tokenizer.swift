internal import VerbatimCore

/// Finds words, clauses and sentences, and looks each word up once.
///
/// Words follow Unicode Annex 29 as ICU implements it, with two tailorings: a full stop or colon
/// between letters divides ("broke.Returned" is two words), because customers forget the blank, and
/// underscores alone are no word.
/// Runs of ASCII between white space take a path of their own; a run with any other byte goes to
/// ICU, unless typographic quotes and dashes are all that is not ASCII.
public final class Tokenizer: Sendable {
  /// The vocabulary that words are looked up in.
  public let vocabulary: Vocabulary
  let opensClause: [Bool]
  let joinsClause: [Bool]
  let subjects: [Bool]
  let classes = ByteClass.table

  /// A tokeniser.
  ///
  /// - Parameters:
  ///   - vocabulary: The word forms to find.
  ///   - clauseOpeners: Words that begin a clause wherever they stand ("but").
  ///   - clauseJoiners: Words that begin one when a subject follows ("and it …").
  ///   - subjects: Words that a new clause begins with after a joiner ("it", "they").
  public init(
    vocabulary: Vocabulary,
    clauseOpeners: [WordID],
    clauseJoiners: [WordID],
    subjects: [WordID]
  ) {
    self.vocabulary = vocabulary
    func table(_ ids: [WordID]) -> [Bool] {
      var table = [Bool](repeating: false, count: vocabulary.count)
      for id in ids { table[Int(id)] = true }
      table[0] = false
      return table
    }
    opensClause = table(clauseOpeners)
    joinsClause = table(clauseJoiners)
    self.subjects = table(subjects)
  }

  /// What one thread reuses from text to text.
  public struct Scratch {
    var key = [UInt8](repeating: 0, count: Vocabulary.longestForm + 1)
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
    text.words.removeAll(keepingCapacity: true)
    text.clauses.removeAll(keepingCapacity: true)
    text.sentences.removeAll(keepingCapacity: true)
    var state = State()
    // A second reference: the bytes stay in place while words are appended beside them.
    let bytes = text.bytes
    let count = bytes.count
    var at = 0
    while at < count {
      let kind = classes[Int(bytes[at])]
      if kind == .space {
        at += 1
      } else if kind == .newline {
        at += 1
        // One line end may be a wrapped line; a blank line is a paragraph.
        if at < count, bytes[at] == 0x0A || bytes[at] == 0x0D, bytes[at - 1] == 0x0A {
          endSentence(&text, &state)
        } else {
          endClause(&text, &state)
          state.pendingBreak = true
        }
      } else {
        var end = at
        var isPlain = true
        while end < count {
          let next = classes[Int(bytes[end])]
          if next == .space || next == .newline { break }
          if next == .wide {
            guard isPlain, let length = typographic(bytes.span, end) else {
              isPlain = false
              end += 1
              continue
            }
            end += length
          } else {
            end += 1
          }
        }
        if isPlain {
          plainRun(bytes.span, &text, at, end, &state, &scratch)
        } else {
          wideRun(&text, at, end, &state, &scratch)
        }
        at = end
      }
    }
    endSentence(&text, &state)
    text.isShouted = state.capitals >= 3 && state.capitals > state.lowers
  }

  // MARK: Runs

  /// The length of a typographic quote, dash or ellipsis that the ASCII path can take; nil for
  /// any other wide character.
  func typographic(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    guard at + 2 < bytes.count, bytes[at] == 0xE2, bytes[at + 1] == 0x80 else { return nil }
    switch bytes[at + 2] {
    case 0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6: return 3
    default: return nil
    }
  }

  /// Words of a run of ASCII, typographic punctuation allowed.
  func plainRun(
    _ bytes: Span<UInt8>,
    _ text: inout TokenizedText,
    _ start: Int,
    _ end: Int,
    _ state: inout State,
    _ scratch: inout Scratch
  ) {
    var at = start
    while at < end {
      let byte = bytes[at]
      switch classes[Int(byte)] {
      case .letter, .digit, .underscore:
        // A face may begin with a letter ("xD").
        if let face = face(text.bytes, at, from: start) {
          appendFace(&text, &state, at, face)
          at = face.end
        } else {
          at = plainWord(bytes, &text, at, end, &state, &scratch)
        }
      case .wide:
        // A quote, dash or ellipsis of three bytes.
        switch bytes[at + 2] {
        case 0x93, 0x94: breakClause(&text, &state)
        case 0xA6: breakClause(&text, &state)
        default: break
        }
        at += 3
      default:
        if let face = face(text.bytes, at, from: start) {
          appendFace(&text, &state, at, face)
          at = face.end
        } else {
          at = punctuation(&text, at, end, &state)
        }
      }
    }
  }

  /// The emoticon at `at`; after a digit it is the end of something else ("at 8:)").
  func face(
    _ bytes: [UInt8],
    _ at: Int,
    from start: Int
  ) -> (end: Int, id: WordID)? {
    guard at == start || classes[Int(bytes[at - 1])] != .digit else { return nil }
    return vocabulary.emoticons.match(bytes.span, at: at)
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
      Word(
        start: Int32(at),
        end: Int32(face.end),
        id: face.id,
        clause: 0,
        kind: .emoticon,
        style: []
      )
    )
  }

  /// One word that begins at `start`; returns its end.
  func plainWord(
    _ bytes: Span<UInt8>,
    _ text: inout TokenizedText,
    _ start: Int,
    _ limit: Int,
    _ state: inout State,
    _ scratch: inout Scratch
  ) -> Int {
    var hash = WordHash()
    var length = 0
    var at = start
    var letters = 0
    var capitals = 0
    var digits = 0
    let longest = Vocabulary.longestForm
    scan: while at < limit {
      var byte = bytes[at]
      var width = 1
      switch classes[Int(byte)] {
      case .letter:
        letters += 1
        if byte & 0x20 == 0 {
          capitals += 1
          byte |= 0x20
        }
      case .digit: digits += 1
      case .underscore: break
      case .apostrophe, .period, .comma, .wide:
        guard let joined = joiner(bytes, at, limit) else { break scan }
        byte = joined.byte
        width = joined.width
      default: break scan
      }
      if length < longest { scratch.key[length] = byte }
      length += 1
      hash.combine(byte)
      at += width
    }
    guard letters + digits > 0 else { return at }
    var style: Word.Style = []
    if letters >= 2, capitals == letters {
      style.insert(.capitals)
      state.capitals += 1
    } else if letters >= 2 {
      state.lowers += 1
    }
    var id: WordID = 0
    if length <= longest {
      id = vocabulary.lookup(scratch.key.span, count: length, hash: hash.value)
      if id == 0, letters > 2 { id = secondLook(Array(scratch.key[0..<length]), &style) }
    }
    append(
      &text,
      &state,
      Word(
        start: Int32(start),
        end: Int32(at),
        id: id,
        clause: 0,
        kind: letters == 0 ? .number : .word,
        style: style
      )
    )
    return at
  }

  /// The byte that stands for a joiner between letters or digits; nil when it does not join.
  func joiner(
    _ bytes: Span<UInt8>,
    _ at: Int,
    _ limit: Int
  ) -> (byte: UInt8, width: Int)? {
    let byte = bytes[at]
    // Annex 29 joins at both single quotes, and people type either.
    let isTypographic =
      byte == 0xE2 && bytes[at + 1] == 0x80 && (bytes[at + 2] == 0x98 || bytes[at + 2] == 0x99)
    let width = byte >= 0x80 ? 3 : 1
    guard byte < 0x80 || isTypographic, at + width < limit else { return nil }
    let before = classes[Int(bytes[at - 1])]
    let after = classes[Int(bytes[at + width])]
    let isApostrophe = byte == UInt8(ascii: "'") || isTypographic
    if isApostrophe, before == .letter, after == .letter { return (UInt8(ascii: "'"), width) }
    if before == .digit, after == .digit {
      return (isApostrophe ? UInt8(ascii: "'") : byte, width)
    }
    return nil
  }

  /// Looks an unknown word up again without `'s`, and with drawn-out letters shortened.
  func secondLook(_ key: [UInt8], _ style: inout Word.Style) -> WordID {
    var key = key
    if key.count > 3, key.suffix(2).elementsEqual("'s".utf8) {
      key.removeLast(2)
      let id = lookup(key)
      if id != 0 { return id }
    }
    for keep in [2, 1] {
      guard let short = Elongation.shortened(key, keep: keep) else { return 0 }
      let id = lookup(short)
      if id != 0 {
        style.insert(.elongated)
        return id
      }
    }
    return 0
  }

  func lookup(_ key: [UInt8]) -> WordID {
    var hash = WordHash()
    for byte in key { hash.combine(byte) }
    return vocabulary.lookup(key.span, count: key.count, hash: hash.value)
  }
}
