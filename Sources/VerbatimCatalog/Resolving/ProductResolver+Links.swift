internal import VerbatimCore
internal import VerbatimText

/// Addresses and GS1 strings in texts.
extension ProductResolver {
  /// The article of the first address or GS1 string in a text.
  func linked(_ text: borrowing TokenizedText) -> Finding? {
    var found: Finding?
    forEachStatement(in: text) { piece, isLink in
      found = isLink ? page(piece) : GS1Statement(elements: piece).flatMap { statement($0) }
      return found != nil
    }
    return found
  }

  /// Whether an address or a bracketed GS1 string may begin in some bytes.
  func mayState(_ bytes: Span<UInt8>) -> Bool {
    let last = bytes.count &- 3
    var at = 0
    while at < last {
      let byte = bytes[at]
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "(") {
        let next = bytes[at &+ 1]
        if next == UInt8(ascii: "/") || next == UInt8(ascii: "0") { return true }
      }
      at &+= 1
    }
    return false
  }

  /// Calls `take` with each address and each bracketed GS1 string of a text until it says to stop.
  ///
  /// - Complexity: One pass over the bytes.
  func forEachStatement(
    in text: borrowing TokenizedText,
    _ take: (_ piece: String, _ isLink: Bool) -> Bool
  ) {
    let bytes = text.bytes.span
    let last = bytes.count &- 3
    var at = 0
    while at < last {
      let byte = bytes[at]
      guard byte == UInt8(ascii: ":") || byte == UInt8(ascii: "(") else {
        at &+= 1
        continue
      }
      if byte == UInt8(ascii: ":"), bytes[at &+ 1] == UInt8(ascii: "/"),
        bytes[at &+ 2] == UInt8(ascii: "/")
      {
        let end = end(of: bytes, from: at)
        if take("https" + text.cut(ByteRange(at, end)), true) { return }
        at = end
      } else if byte == UInt8(ascii: "("), bytes[at &+ 1] == UInt8(ascii: "0"),
        bytes[at &+ 2] == UInt8(ascii: "1") || bytes[at &+ 2] == UInt8(ascii: "2"),
        bytes[at &+ 3] == UInt8(ascii: ")")
      {
        var end = at
        while end < bytes.count, bytes[end] != 0x0A, end - at < 200 { end += 1 }
        if take(text.cut(ByteRange(at, end)), false) { return }
        at = end
      }
      at &+= 1
    }
  }

  private func end(of bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] > 0x20, end - start < 2_048 { end += 1 }
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    // What closes a sentence is no part of an address.
    while end > start + 3, [0x2E, 0x2C, 0x29, 0x21, 0x3F, 0x22, 0x3E].contains(bytes[end - 1]) {
      end -= 1
    }
    return end
  }
}
