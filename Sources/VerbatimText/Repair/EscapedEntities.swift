/// Character references that were left in plain text: `&amp;`, `&#39;`, `&eacute;`, also escaped
/// several times over: `&amp;amp;`, `&amp;#39;`.
///
/// A reference needs its semicolon and a name of HTML 4: "AT&T", "Q&A;" and `?a=1&copy=2` stay.
/// Numbers read as the HTML standard says: 128 to 159 are windows-1252, and 0, surrogates and what
/// lies beyond Unicode are U+FFFD; only a pair of surrogates, as older exports write an emoji, is
/// the one character it means.
public enum EscapedEntities {
  /// How many levels of escaping are undone.
  ///
  /// What is still escaped after them was meant to show references, and the text stays as it is.
  static let levels = 3

  /// The text with its references decoded, and how many levels of them there were; nil when there
  /// is nothing to decode.
  ///
  /// Decoding the result again changes nothing. Bytes that are no UTF-8 stay as they are.
  ///
  /// - Complexity: O(*n*); without an ampersand one scan, thirty-two bytes at a step.
  public static func decoded(_ bytes: Span<UInt8>) -> (bytes: [UInt8], levels: Int)? {
    guard var text = decodedOnce(bytes) else { return nil }
    for level in 1..<levels {
      guard let next = decodedOnce(text.span) else { return (text, level) }
      text = next
    }
    return decodedOnce(text.span) == nil ? (text, levels) : nil
  }

  /// The text with every reference decoded once; nil when there is none.
  private static func decodedOnce(_ bytes: Span<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var copied = 0
    var at = ByteScan.first(UInt8(ascii: "&"), in: bytes)
    while at < bytes.count {
      if let (scalar, end) = reference(in: bytes, at: at) {
        if output.isEmpty { output.reserveCapacity(bytes.count) }
        for place in copied..<at { output.append(bytes[place]) }
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        copied = end
        at = end
      } else {
        at += 1
      }
      at = ByteScan.first(UInt8(ascii: "&"), in: bytes, from: at)
    }
    guard copied > 0 else { return nil }
    for place in copied..<bytes.count { output.append(bytes[place]) }
    return output
  }

  /// The character of the reference whose ampersand stands at a place, and where it ends.
  private static func reference(
    in bytes: Span<UInt8>,
    at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard start + 2 < bytes.count else { return nil }
    guard bytes[start + 1] == UInt8(ascii: "#") else { return named(in: bytes, at: start + 1) }
    guard let (value, end) = number(in: bytes, at: start) else { return nil }
    switch value {
    case 0x80...0x9F:
      return (Unicode.Scalar(Windows1252.scalar(of: UInt8(value))) ?? "\u{FFFD}", end)
    case 0xD800...0xDBFF:
      guard let (low, lowEnd) = number(in: bytes, at: end), 0xDC00...0xDFFF ~= low,
        let scalar = Unicode.Scalar(0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF))
      else { return ("\u{FFFD}", end) }
      return (scalar, lowEnd)
    case 0: return ("\u{FFFD}", end)
    default: return (Unicode.Scalar(value) ?? "\u{FFFD}", end)
    }
  }

  private static func named(
    in bytes: Span<UInt8>,
    at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var name: UInt64 = 0
    var at = start
    while at < bytes.count, at <= start + EntityName.longest {
      let byte = bytes[at]
      if byte == UInt8(ascii: ";") {
        return EntityName.scalar(name).flatMap(Unicode.Scalar.init).map { ($0, at + 1) }
      }
      guard 0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte else { return nil }
      name = name << 8 | UInt64(byte)
      at += 1
    }
    return nil
  }

  /// The number of the numeric reference at a place; more than Unicode has when it has more.
  private static func number(
    in bytes: Span<UInt8>,
    at start: Int
  ) -> (value: UInt32, end: Int)? {
    guard start + 3 < bytes.count, bytes[start] == UInt8(ascii: "&"),
      bytes[start + 1] == UInt8(ascii: "#")
    else { return nil }
    let isHexadecimal = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
    let first = start + (isHexadecimal ? 3 : 2)
    var value: UInt32 = 0
    var at = first
    while at < bytes.count {
      let byte = bytes[at]
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte - 0x30)
      case 0x41...0x46 where isHexadecimal, 0x61...0x66 where isHexadecimal:
        digit = UInt32(byte | 0x20) - 0x57
      case UInt8(ascii: ";") where at > first: return (value, at + 1)
      default: return nil
      }
      value = min(0x11_0000, value * (isHexadecimal ? 16 : 10) + digit)
      at += 1
    }
    return nil
  }
}
