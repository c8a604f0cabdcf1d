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
    guard let breaks = scratch.wordBreaks() else { return }
    scratch.segments.removeAll(keepingCapacity: true)
    // ICU fails here only when memory does; the run then has no words.
    try? breaks.forEachSegment(of: text.bytes, in: ByteRange(start, end)) {
      scratch.segments.append($0)
    }
    let segments = scratch.segments
    let bytes = text.bytes
    // What punctuation and faces of several segments have taken in.
    var taken = start
    for (index, segment) in segments.enumerated() where segment.range.start >= taken {
      let at = segment.range.start
      if text.bytes[at] < 0x80, let face = face(bytes.span, at),
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
          wideWord(&text, range, isNumber: segment.isNumber, &state, &scratch)
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
        taken = punctuation(bytes.span, &text, at, end, &state)
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
}
