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
  private let opensClause: [Bool]
  private let joinsClause: [Bool]
  private let subjects: [Bool]
  private let classes = ByteClass.table

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
  private struct State {
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
  private func typographic(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    guard at + 2 < bytes.count, bytes[at] == 0xE2, bytes[at + 1] == 0x80 else { return nil }
    switch bytes[at + 2] {
    case 0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6: return 3
    default: return nil
    }
  }

  /// Words of a run of ASCII, typographic punctuation allowed.
  private func plainRun(
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
  private func face(
    _ bytes: [UInt8],
    _ at: Int,
    from start: Int
  ) -> (end: Int, id: WordID)? {
    guard at == start || classes[Int(bytes[at - 1])] != .digit else { return nil }
    return vocabulary.emoticons.match(bytes.span, at: at)
  }

  private func appendFace(
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
  private func plainWord(
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
  private func joiner(
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
  private func secondLook(_ key: [UInt8], _ style: inout Word.Style) -> WordID {
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

  private func lookup(_ key: [UInt8]) -> WordID {
    var hash = WordHash()
    for byte in key { hash.combine(byte) }
    return vocabulary.lookup(key.span, count: key.count, hash: hash.value)
  }

  /// Words of a run that ICU must divide.
  private func wideRun(
    _ text: inout TokenizedText,
    _ start: Int,
    _ end: Int,
    _ state: inout State,
    _ scratch: inout Scratch
  ) {
    guard let breaks = scratch.wordBreaks() else { return }
    var segments: [ICUBreakIterator.Segment] = []
    // ICU fails here only when memory does; the run then has no words.
    try? breaks.forEachSegment(of: text.bytes, in: ByteRange(start, end)) { segments.append($0) }
    // What punctuation and faces of several segments have taken in.
    var taken = start
    for (index, segment) in segments.enumerated() where segment.range.start >= taken {
      let at = segment.range.start
      if text.bytes[at] < 0x80, let face = face(text.bytes, at, from: start),
        segments[index...].first(where: { $0.range.end >= face.end })?.range.end == face.end
      {
        appendFace(&text, &state, at, face)
        taken = face.end
        continue
      }
      let piece = Array(text.bytes[at..<segment.range.end])
      if segment.isWord {
        guard piece.contains(where: { $0 != UInt8(ascii: "_") }) else { continue }
        for range in divided(piece, segment) {
          wideWord(&text, range, isNumber: segment.isNumber, &state)
        }
        continue
      }
      let scalars = String(decoding: piece, as: UTF8.self).unicodeScalars
      guard let first = scalars.first else { continue }
      if first.value >= 0x80, ICUCharacter.isPictographic(first) {
        let plain = String(
          String.UnicodeScalarView(
            scalars.filter { $0.value != 0xFE0F && !(0x1F3FB...0x1F3FF).contains($0.value) }
          )
        )
        append(
          &text,
          &state,
          Word(
            start: Int32(at),
            end: Int32(segment.range.end),
            id: vocabulary.id(of: ICUNormalizer.matchingForm(plain)),
            clause: 0,
            kind: .emoji,
            style: []
          )
        )
      } else if first.value < 0x80 {
        taken = punctuation(&text, at, end, &state)
      } else {
        switch first {
        case "。", "．": endSentence(&text, &state)
        case "！":
          state.exclamations += 1
          endSentence(&text, &state)
        case "？":
          state.isQuestion = true
          endSentence(&text, &state)
        case "，", "、", "；", "：", "—", "–", "…": breakClause(&text, &state)
        default: break
        }
      }
    }
  }

  /// A word of ICU, divided at full stops and colons between letters.
  private func divided(
    _ piece: [UInt8],
    _ segment: ICUBreakIterator.Segment
  ) -> [ByteRange] {
    guard piece.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }) else {
      return [segment.range]
    }
    var pieces: [ByteRange] = []
    var start = segment.range.start
    var at = start
    var isAfterLetter = false
    for scalar in String(decoding: piece, as: UTF8.self).unicodeScalars {
      // ICU joins digits with digits and letters with letters, so what stands before decides.
      if isAfterLetter, scalar == "." || scalar == ":" {
        pieces.append(ByteRange(start, at))
        start = at + 1
      }
      at += scalar.utf8.count
      if ICUCharacter.isLetter(scalar) {
        isAfterLetter = true
      } else if scalar.properties.generalCategory == .decimalNumber {
        isAfterLetter = false
      }
    }
    pieces.append(ByteRange(start, segment.range.end))
    return pieces
  }

  private func wideWord(
    _ text: inout TokenizedText,
    _ range: ByteRange,
    isNumber: Bool,
    _ state: inout State
  ) {
    let piece = Array(text.bytes[range.start..<range.end])
    var key = ICUNormalizer.matchingForm(piece)
    for quote: [UInt8] in [[0xE2, 0x80, 0x98], [0xE2, 0x80, 0x99]] {
      key.replace(quote, with: [UInt8(ascii: "'")])
    }
    var style: Word.Style = []
    let letters = String(decoding: piece, as: UTF8.self).unicodeScalars
      .filter { ICUCharacter.isLetter($0) }
    if letters.count >= 2, letters.allSatisfy({ ICUCharacter.isUppercase($0) }) {
      style.insert(.capitals)
      state.capitals += 1
    } else if letters.count >= 2 {
      state.lowers += 1
    }
    var id = lookup(key)
    if id == 0, letters.count > 2 { id = secondLook(key, &style) }
    append(
      &text,
      &state,
      Word(
        start: Int32(range.start),
        end: Int32(range.end),
        id: id,
        clause: 0,
        kind: isNumber ? .number : .word,
        style: style
      )
    )
  }

  // MARK: Punctuation, clauses, sentences

  /// Takes in the ASCII punctuation at `start`; returns where it ends.
  private func punctuation(
    _ text: inout TokenizedText,
    _ start: Int,
    _ limit: Int,
    _ state: inout State
  ) -> Int {
    var at = start
    switch text.bytes[at] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      let isDot = text.bytes[at] == UInt8(ascii: ".")
      while at < limit {
        let byte = text.bytes[at]
        if byte == UInt8(ascii: "!") {
          state.exclamations = min(3, state.exclamations + 1)
        } else if byte == UInt8(ascii: "?") {
          state.isQuestion = true
        } else if byte != UInt8(ascii: ".") {
          break
        }
        at += 1
      }
      if isDot, at == start + 1, isAbbreviation(text, start) { return at }
      endSentence(&text, &state)
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "/"),
      UInt8(ascii: "|"), UInt8(ascii: "*"):
      breakClause(&text, &state)
      at += 1
    case UInt8(ascii: "-"):
      // A hyphen joins; a dash, doubled or between blanks, divides.
      while at < limit, text.bytes[at] == UInt8(ascii: "-") { at += 1 }
      let isAlone =
        start == 0 || classes[Int(text.bytes[start - 1])] == .space || at == text.bytes.count
        || classes[Int(text.bytes[at])] == .space
      if at - start > 1 || isAlone { breakClause(&text, &state) }
    default: at += 1
    }
    return at
  }

  /// Whether the full stop at `at` belongs to the word before it ("Mr.", "approx.", "J.").
  private func isAbbreviation(_ text: TokenizedText, _ at: Int) -> Bool {
    guard let word = text.words.last, Int(word.end) == at, word.kind == .word else { return false }
    let length = Int(word.end - word.start)
    if length == 1 {
      let byte = text.bytes[Int(word.start)]
      return byte & 0x20 == 0 && byte != UInt8(ascii: "I")
    }
    guard length <= 6 else { return false }
    return Self.abbreviations.contains(text.cut(word.range).lowercased())
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "approx", "etc", "jr", "sr", "inc", "ltd", "co",
    "no", "nr", "fig", "eg", "ie", "dept", "est", "min", "max",
  ]

  private func append(_ text: inout TokenizedText, _ state: inout State, _ word: Word) {
    var word = word
    if opensClause[Int(word.id)] {
      endClause(&text, &state)
    } else if subjects[Int(word.id)], let last = text.words.last, joinsClause[Int(last.id)],
      text.words.count - 1 > state.clauseStart, !state.pendingBreak
    {
      // The joiner opens the new clause with its subject.
      endClause(&text, &state, at: text.words.count - 1)
      text.words[text.words.count - 1].clause = Int32(text.clauses.count)
    }
    word.clause = Int32(text.clauses.count)
    if state.pendingBreak {
      word.style.insert(.afterBreak)
      state.pendingBreak = false
    }
    text.words.append(word)
  }

  private func breakClause(_ text: inout TokenizedText, _ state: inout State) {
    endClause(&text, &state)
    state.pendingBreak = true
  }

  private func endClause(_ text: inout TokenizedText, _ state: inout State, at end: Int? = nil) {
    let end = end ?? text.words.count
    guard end > state.clauseStart else { return }
    text.clauses.append(
      Clause(
        words: state.clauseStart..<end,
        sentence: text.sentences.count,
        exclamations: state.exclamations
      )
    )
    state.clauseStart = end
  }

  private func endSentence(_ text: inout TokenizedText, _ state: inout State) {
    endClause(&text, &state)
    state.pendingBreak = true
    if text.clauses.count > state.sentenceStart {
      text.clauses[text.clauses.count - 1].exclamations = state.exclamations
      text.sentences.append(
        Sentence(
          clauses: state.sentenceStart..<text.clauses.count,
          isQuestion: state.isQuestion
        )
      )
      state.sentenceStart = text.clauses.count
    }
    state.exclamations = 0
    state.isQuestion = false
  }
}
