internal import VerbatimCore

/// Runs with characters that ICU must divide.
extension Tokenizer {
  /// Words of a run that ICU must divide.
  func wideRun(
    _ text: inout TokenizedText,
    _ start: Int,
    _ end: Int,
    _ state: inout State,
    _ scratch: inout Scratch
  ) {
    // A second reference: the bytes stay in place while words are appended beside them.
    let kept = text.bytes
    let bytes = kept.span
    if emojiRun(bytes, &text, start, end, &state, &scratch) { return }
    guard let breaks = scratch.wordBreaks() else { return }
    scratch.segments.removeAll(keepingCapacity: true)
    // ICU fails here only when memory does; the run then has no words.
    try? breaks.forEachSegment(of: kept, in: ByteRange(start, end)) {
      scratch.segments.append($0)
    }
    // What punctuation and faces of several segments have taken in.
    var taken = start
    for index in scratch.segments.indices where scratch.segments[index].range.start >= taken {
      let segment = scratch.segments[index]
      let at = segment.range.start
      if bytes[at] < 0x80, let face = face(bytes, at),
        scratch.segments[index...].first(where: { $0.range.end >= face.end })?.range.end
          == face.end
      {
        appendFace(&text, &state, at, face)
        taken = face.end
      } else if segment.isWord {
        wideSegment(bytes, &text, segment, &state, &scratch)
      } else if bytes[at] < 0x80 {
        taken = punctuation(bytes, &text, at, end, &state)
      } else if let first = UTF8Check.scalar(in: bytes, at: at)?.scalar {
        if ICUCharacter.isPictographic(first) {
          appendEmoji(bytes, &text, segment.range, &state, &scratch)
        } else {
          widePunctuation(first, &text, &state)
        }
      }
    }
  }

  /// Takes a run that is nothing but single emoji, with their skin tones, which Annex 29 divides one
  /// from the other; false, with nothing done, when it is more.
  private func emojiRun(
    _ bytes: Span<UInt8>,
    _ text: inout TokenizedText,
    _ start: Int,
    _ end: Int,
    _ state: inout State,
    _ scratch: inout Scratch
  ) -> Bool {
    var at = start
    while at < end {
      guard let read = UTF8Check.scalar(in: bytes, at: at), read.scalar.value >= 0x2190,
        isModifier(read.scalar) ? at > start : ICUCharacter.isPictographic(read.scalar)
      else { return false }
      at += read.length
    }
    at = start
    while at < end, let first = UTF8Check.scalar(in: bytes, at: at) {
      let emoji = at
      at += first.length
      while at < end, let next = UTF8Check.scalar(in: bytes, at: at), isModifier(next.scalar) {
        at += next.length
      }
      appendEmoji(bytes, &text, ByteRange(emoji, at), &state, &scratch)
    }
    return true
  }

  /// A variation selector or a skin tone, which belongs to the emoji before it.
  private func isModifier(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || (0x1F3FB...0x1F3FF).contains(scalar.value)
  }

  /// Adds an emoji; its form in the vocabulary has neither skin tone nor what does not show.
  private func appendEmoji(
    _ bytes: Span<UInt8>,
    _ text: inout TokenizedText,
    _ range: ByteRange,
    _ state: inout State,
    _ scratch: inout Scratch
  ) {
    var count = 0
    var at = range.start
    while at < range.end, let read = UTF8Check.scalar(in: bytes, at: at) {
      if !isModifier(read.scalar), !ICUCharacter.isIgnorable(read.scalar) {
        for offset in 0..<read.length where count < Vocabulary.longestForm {
          scratch.key[count] = bytes[at + offset]
          count += 1
        }
      }
      at += read.length
    }
    append(
      &text,
      &state,
      Word(
        range.start,
        range.end,
        id: vocabulary.lookup(scratch.key.span, count: count),
        kind: .emoji,
        style: []
      )
    )
  }

  private func widePunctuation(
    _ scalar: Unicode.Scalar,
    _ text: inout TokenizedText,
    _ state: inout State
  ) {
    switch scalar {
    case "。", "．": endSentence(&text, &state)
    case "！":
      state.exclamations = min(3, state.exclamations + 1)
      endSentence(&text, &state)
    case "？":
      state.isQuestion = true
      endSentence(&text, &state)
    case "，", "、", "；", "：", "—", "–", "…": breakClause(&text, &state)
    default: break
    }
  }

  /// A word of ICU.
  private func wideSegment(
    _ bytes: Span<UInt8>,
    _ text: inout TokenizedText,
    _ segment: ICUBreakIterator.Segment,
    _ state: inout State,
    _ scratch: inout Scratch
  ) {
    let range = segment.range
    if !segment.isNumber, isCaseless(bytes, range) {
      // Chinese, Japanese, Korean and Thai stand in their matching form as they are.
      let count = range.count
      var id: WordID = 0
      if count <= Vocabulary.longestForm {
        for offset in 0..<count { scratch.key[offset] = bytes[range.start + offset] }
        id = vocabulary.lookup(scratch.key.span, count: count)
      }
      if count > 3 { state.lowers += 1 }
      append(
        &text,
        &state,
        Word(range.start, range.end, id: id, kind: .word, style: [])
      )
      return
    }
    let piece = Array(text.bytes[range.start..<range.end])
    guard piece.contains(where: { $0 != UInt8(ascii: "_") }) else { return }
    for range in divided(piece, segment) {
      wideWord(&text, range, isNumber: segment.isNumber, &state, &scratch)
    }
  }

  /// Whether every character is of a script of three bytes without capitals: Thai, kana,
  /// Han and Hangul.
  private func isCaseless(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
    var at = range.start
    while at < range.end {
      guard let read = UTF8Check.scalar(in: bytes, at: at) else { return false }
      switch read.scalar.value {
      case 0xE00...0xE7F, 0x3040...0xA4CF, 0xAC00...0xD7A3: at += read.length
      default: return false
      }
    }
    return true
  }

  /// A word of ICU, divided at full stops and colons between letters.
  func divided(
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

  func wideWord(
    _ text: inout TokenizedText,
    _ range: ByteRange,
    isNumber: Bool,
    _ state: inout State,
    _ scratch: inout Scratch
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
    var id = vocabulary.lookup(key.span, count: key.count)
    if id == 0, letters.count > 2, key.count <= Vocabulary.longestForm {
      for (offset, byte) in key.enumerated() { scratch.key[offset] = byte }
      id = lastLook(
        text.bytes.span,
        range.start..<range.end,
        key.count,
        text,
        state,
        &style,
        &scratch
      )
    }
    append(
      &text,
      &state,
      Word(range.start, range.end, id: id, kind: isNumber ? .number : .word, style: style)
    )
  }
}
