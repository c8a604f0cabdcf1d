/// Text whose UTF-8 was read as windows-1252, or ISO-8859-1, and encoded as UTF-8 again: "Ã¼" for
/// "ü", "donâ€™t" for "don’t".
///
/// It is mended stretch by stretch, because often only a part of a text is damaged. A stretch is a
/// character of U+00C2 to U+00F4 with as many after it as its byte in windows-1252 announces, whose
/// bytes together are one sequence of UTF-8. Most stretches can be nothing else; one that could
/// also be a word's last letter and punctuation ("MAÇÃ”", "café »" with a no-break space) is mended
/// only when another stretch of the same text with a character of the same script leaves no doubt.
///
/// Also mended are characters of which a byte that windows-1252 does not define was lost, where
/// only one character can be meant, and single control characters of U+0080 to U+009F, which are
/// the quotes and dashes of windows-1252 read as ISO-8859-1.
public enum TwiceEncoded {
  /// How often a text is mended at most; what would need more is no text.
  private static let rounds = 6

  /// The mended text; nil when there is nothing to mend.
  ///
  /// Mending it again changes nothing.
  ///
  /// - Parameter bytes: A text in UTF-8; bytes that are none stay as they are.
  /// - Returns: The text in UTF-8.
  /// - Complexity: O(*n*); a text without damage is scanned once, thirty-two bytes at a step, and
  ///   nothing is allocated.
  public static func repaired(_ bytes: Span<UInt8>) -> [UInt8]? {
    guard firstSuspect(in: bytes) < bytes.count, var text = mended(bytes) else { return nil }
    for _ in 1..<rounds {
      guard let next = mended(text.span) else { return text }
      text = next
    }
    return mended(text.span) == nil ? text : nil
  }

  /// The place of the first character that may open a damaged stretch; the count without one.
  static func firstSuspect(in bytes: Span<UInt8>, from start: Int = 0) -> Int {
    // All that may open one begins with C2 or C3.
    var at = ByteScan.first(0xC2, mask: 0xFE, in: bytes, from: start)
    while at + 1 < bytes.count {
      if bytes[at] == 0xC2 {
        if bytes[at + 1] < 0xA0 { return at }
      } else if mayOpen(bytes[at + 1], before: at + 2 < bytes.count ? bytes[at + 2] : 0x20) {
        return at
      }
      at = ByteScan.first(0xC2, mask: 0xFE, in: bytes, from: at + 1)
    }
    return bytes.count
  }

  /// Whether the character C3 `second` may open a stretch when the next one begins with `third`:
  /// windows-1252's characters beyond ASCII begin with C2, C5, C6, CB and E2; a blank may be what
  /// is left of a no-break space.
  private static func mayOpen(_ second: UInt8, before third: UInt8) -> Bool {
    guard second >= 0x82, second <= 0xB4 else { return false }
    switch third {
    case 0xC2, 0xC5, 0xC6, 0xCB, 0xE2: return true
    case 0x20: return second == 0x83
    default: return false
    }
  }

  /// The text mended once; nil when nothing changed.
  private static func mended(_ bytes: Span<UInt8>) -> [UInt8]? {
    var scan = DamageScan()
    scan.read(bytes)
    guard scan.stretches.contains(where: { scan.isMended($0) }) else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var copied = 0
    for stretch in scan.stretches where scan.isMended(stretch) {
      for place in copied..<stretch.start { output.append(bytes[place]) }
      if let scalar = Unicode.Scalar(stretch.scalar) {
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      copied = stretch.end
    }
    for place in copied..<bytes.count { output.append(bytes[place]) }
    return output
  }
}
