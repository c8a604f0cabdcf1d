/// A sequence from which one of the five bytes was lost that windows-1252 does not define (81, 8D,
/// 8F, 90, 9D), where what is left can stand for one character only, or for one far more often
/// than for any other: closing quotes, the heart, the variation selector behind it, thumbs up.
struct LostByte {
  /// Where it ends; a U+FFFD in place of the lost byte belongs to it.
  let end: Int
  /// The character that was meant.
  let scalar: UInt32
  /// Its kind.
  let script: TwiceEncodedSequence.Script

  /// The damaged sequence at a place; nil when there is none.
  init?(in bytes: Span<UInt8>, at start: Int) {
    let first = TextCharacter(in: bytes, at: start)
    let second = TextCharacter(in: bytes, at: first.end)
    var last = second
    switch (first.value, Windows1252.byte(of: second.value)) {
    case (0xE2, 0x80): (scalar, script) = (0x201D, .punctuation)
    case (0xE2, 0xA4): (scalar, script) = (0x2764, .punctuation)
    case (0xEF, 0xB8): (scalar, script) = (0xFE0F, .other)
    case (0xF0, 0x9F):
      last = TextCharacter(in: bytes, at: second.end)
      guard Windows1252.byte(of: last.value) == 0x91 else { return nil }
      (scalar, script) = (0x1F44D, .pictograph)
    default: return nil
    }
    let next = TextCharacter(in: bytes, at: last.end)
    if let byte = Windows1252.byte(of: next.value), byte < 0xC0 { return nil }
    end = next.value == 0xFFFD ? next.end : last.end
  }
}
