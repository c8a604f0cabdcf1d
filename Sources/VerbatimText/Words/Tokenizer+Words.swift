internal import VerbatimCore

/// Words of plain runs, and the second look at a word that is in no lexicon.
extension Tokenizer {
  /// One word that begins with an ASCII letter at `start`; returns its end.
  ///
  /// Nearly every word is letters and then a blank or punctuation: it is measured, folded and hashed
  /// eight bytes at a step where it stands. ``mixedWord`` takes the others.
  @inline(__always)
  func letterWord(
    _ bytes: Span<UInt8>,
    _ text: inout TokenizedText,
    _ start: Int,
    _ limit: Int,
    _ state: inout State,
    _ scratch: inout Scratch
  ) -> Int {
    var block = ByteBlock(bytes, at: start)
    var run = block.leadingLetters
    var key = WordKey(head: block.lowered(run), count: run)
    var capitals = block.capitals(run)
    var at = start &+ run
    while run == 8 {
      block = ByteBlock(bytes, at: at)
      run = block.leadingLetters
      if run == 0 { break }
      key.combine(block.lowered(run))
      key.count &+= run
      capitals &+= block.capitals(run)
      at &+= run
    }
    if at < limit {
      switch classes[Int(bytes[at])] {
      case .digit, .underscore, .apostrophe, .wide:
        return mixedWord(bytes, &text, start, limit, &state, &scratch)
      default: break
      }
    }
    var style: Word.Style = []
    if key.count >= 2 {
      if capitals == key.count {
        style.insert(.capitals)
        state.capitals &+= 1
      } else {
        state.lowers &+= 1
      }
    }
    var id: WordID = 0
    if key.count <= Vocabulary.longestForm {
      key.finish()
      id = vocabulary.lookup(key, in: bytes, at: start, folding: ByteBlock.smallBit)
      if id == 0, key.count > 2 {
        for offset in 0..<key.count { scratch.key[offset] = bytes[start &+ offset] | 0x20 }
        id = lastLook(bytes, start..<at, key.count, text, state, &style, &scratch)
      }
    }
    append(
      &text,
      &state,
      Word(start, at, id: id, kind: .word, style: style)
    )
    return at
  }

  /// What the last character of a word was, which decides whether a joiner joins.
  private enum Last {
    case letter
    case digit
    case underscore
  }

  /// One word of letters, digits, underscores and what joins them; returns its end.
  func mixedWord(
    _ bytes: Span<UInt8>,
    _ text: inout TokenizedText,
    _ start: Int,
    _ limit: Int,
    _ state: inout State,
    _ scratch: inout Scratch
  ) -> Int {
    var length = 0
    var at = start
    var letterCount = 0
    var capitals = 0
    var digits = 0
    var last = Last.underscore
    func key(_ byte: UInt8) {
      if length < Vocabulary.longestForm { scratch.key[length] = byte }
      length += 1
    }
    scan: while at < limit {
      let byte = bytes[at]
      switch classes[Int(byte)] {
      case .letter:
        letterCount += 1
        if byte & 0x20 == 0 { capitals += 1 }
        key(byte | 0x20)
        last = .letter
        at += 1
      case .digit:
        digits += 1
        key(byte)
        last = .digit
        at += 1
      case .underscore:
        key(byte)
        last = .underscore
        at += 1
      case .apostrophe:
        guard joins(bytes, at + 1, after: last) else { break scan }
        key(byte)
        at += 1
      case .period, .comma:
        // Between letters a full stop divides; see the tailorings.
        guard last == .digit, joins(bytes, at + 1, after: last) else { break scan }
        key(byte)
        at += 1
      case .wide:
        if let letter = letters.letter(bytes, at: at) {
          letterCount += 1
          if letter.isCapital { capitals += 1 }
          if letter.folded == LetterTable.sharpS {
            key(UInt8(ascii: "s"))
            key(UInt8(ascii: "s"))
          } else if letter.folded < 0x80 {
            key(UInt8(letter.folded))
          } else {
            key(0xC0 | UInt8(letter.folded >> 6))
            key(0x80 | UInt8(letter.folded & 0x3F))
          }
          last = .letter
          at += 2
        } else {
          // Annex 29 joins at both single quotes, and people type either.
          guard at + 2 < limit, bytes[at + 2] == 0x98 || bytes[at + 2] == 0x99,
            joins(bytes, at + 3, after: last)
          else { break scan }
          key(UInt8(ascii: "'"))
          at += 3
        }
      default: break scan
      }
    }
    guard letterCount + digits > 0 else { return at }
    if length == 3, scratch.key[0] == UInt8(ascii: "n"), scratch.key[1] == UInt8(ascii: "'"),
      scratch.key[2] == UInt8(ascii: "t"),
      joinContraction(bytes, &text, state, tail: start..<at, form: "n't", &scratch)
    {
      return at
    }
    var style: Word.Style = []
    if letterCount >= 2 {
      if capitals == letterCount {
        style.insert(.capitals)
        state.capitals += 1
      } else {
        state.lowers += 1
      }
    }
    var id: WordID = 0
    if length <= Vocabulary.longestForm {
      id = vocabulary.lookup(scratch.key.span, count: length)
      if id == 0, letterCount > 2 {
        id = lastLook(bytes, start..<at, length, text, state, &style, &scratch)
      }
    }
    append(
      &text,
      &state,
      Word(start, at, id: id, kind: letterCount == 0 ? .number : .word, style: style)
    )
    return at
  }

  /// Whether what stands at `at` may follow a joiner: a letter after a letter, a digit after a digit.
  private func joins(_ bytes: Span<UInt8>, _ at: Int, after last: Last) -> Bool {
    guard at < bytes.count else { return false }
    switch (classes[Int(bytes[at])], last) {
    case (.letter, .letter), (.digit, .digit): return true
    case (.wide, .letter): return letters.letter(bytes, at: at) != nil
    default: return false
    }
  }

  /// Looks an unknown word, the first `count` bytes of the scratch's key, up again without `'s`, and
  /// with drawn-out letters shortened.
  func secondLook(_ count: Int, _ style: inout Word.Style, _ scratch: inout Scratch) -> WordID {
    var count = count
    if count > 3, scratch.key[count - 1] == UInt8(ascii: "s"),
      scratch.key[count - 2] == UInt8(ascii: "'")
    {
      count -= 2
      let id = vocabulary.lookup(scratch.key.span, count: count)
      if id != 0 { return id }
    }
    guard Elongation.isDrawnOut(scratch.key.span, count: count) else { return 0 }
    for keep in [2, 1] {
      let length = Elongation.shorten(
        scratch.key,
        count: count,
        keep: keep,
        into: &scratch.short
      )
      let id = vocabulary.lookup(scratch.short.span, count: length)
      if id != 0 {
        style.insert(.elongated)
        return id
      }
    }
    return 0
  }
}
