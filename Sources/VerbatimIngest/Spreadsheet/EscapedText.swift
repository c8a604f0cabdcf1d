/// Texts of cells, in which `_x000D_` stands for a character that XML cannot hold.
///
/// - SeeAlso: ECMA-376 part 1, 22.9.2.19, `ST_Xstring`.
enum EscapedText {
  /// Resolves the escapes in the bytes from `start` on.
  static func resolve(_ bytes: inout [UInt8], from start: Int) {
    guard var at = escape(in: bytes, from: start) else { return }
    var output = Array(bytes[start..<at])
    while at < bytes.count {
      guard let first = unit(in: bytes, at: at) else {
        output.append(bytes[at])
        at += 1
        continue
      }
      at += 7
      var units = [first]
      if UTF16.isLeadSurrogate(first), let second = unit(in: bytes, at: at),
        UTF16.isTrailSurrogate(second)
      {
        units.append(second)
        at += 7
      }
      output.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    }
    bytes.removeLast(bytes.count - start)
    bytes.append(contentsOf: output)
  }

  /// The place of the first escape.
  private static func escape(in bytes: [UInt8], from start: Int) -> Int? {
    let span = bytes.span
    var at = start
    while at + 6 < span.count {
      if span[at] == UInt8(ascii: "_"), unit(in: bytes, at: at) != nil { return at }
      at += 1
    }
    return nil
  }

  /// The UTF-16 unit of an escape at a place.
  private static func unit(in bytes: [UInt8], at start: Int) -> UInt16? {
    guard start + 6 < bytes.count, bytes[start] == UInt8(ascii: "_"),
      bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt16 = 0
    for index in start + 2..<start + 6 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
