internal import VerbatimCore

/// Text of a page as its reader sees it.
enum MarkupText {
  /// Stands for the line break of a block or `br` among collected text.
  ///
  /// HTML has no such byte.
  static let lineBreak: UInt8 = 0x1E

  /// Stand around what a reader does not see, and what is no word of the text's own: the text of an
  /// element inside counts, that of one around leaves it out.
  static let veil: UInt8 = 0x0E
  static let unveil: UInt8 = 0x0F

  /// One past the end of what the veil at `start` hides; nil when nothing lifts it.
  private static func unveiled(_ span: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var depth = 0
    for at in start..<end {
      if span[at] == veil {
        depth += 1
      } else if span[at] == unveil {
        depth -= 1
        if depth == 0 { return at + 1 }
      }
    }
    return nil
  }

  /// The text of `range`: white space collapsed, breaks as single line feeds, nothing around it,
  /// what is veiled left out.
  static func collapsed(_ bytes: [UInt8], _ range: ByteRange) -> String {
    let span = bytes.span
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    var hasBlank = false
    var hasBreak = false
    var at = range.start
    var canLift = true
    while at < range.end {
      let byte = span[at]
      at += 1
      if byte > 0x20 {
        // A no-break space is white space to a reader.
        if byte == 0xC2, at < range.end, span[at] == 0xA0 {
          at += 1
          hasBlank = true
          continue
        }
        if hasBreak || hasBlank, !output.isEmpty {
          output.append(hasBreak ? UInt8(ascii: "\n") : UInt8(ascii: " "))
        }
        hasBreak = false
        hasBlank = false
        output.append(byte)
      } else if byte == lineBreak {
        hasBreak = true
      } else {
        hasBlank = true
        guard byte == veil, canLift else { continue }
        if let end = unveiled(span, from: at - 1, to: range.end) {
          at = end
        } else {
          // A veil that nothing lifts is a byte of the page.
          canLift = false
        }
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The pieces between white space, as HTML's lists of tokens have them.
  static func tokens(_ text: String) -> [Substring] {
    text.utf8.split { $0 <= 0x20 }.map { Substring($0) }
  }

  /// Text that stands in JSON or an attribute, where shops put HTML and entities escaped once too
  /// often: read as a page while it looks like one, at most twice.
  static func cleaned(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<2 {
      let look = Look(bytes)
      guard look.hasTag || look.hasEntity else { break }
      var reader = FragmentText(readsRoot: false, leavesReplies: true)
      let marked = look.hasTag ? bytes : protected(bytes)
      _ = MarkupParser.parse(marked, into: &reader)
      bytes = Array(collapsed(reader.words, ByteRange(0, reader.words.count)).utf8)
    }
    for index in bytes.indices where bytes[index] == 0x0A { bytes[index] = lineBreak }
    return collapsed(bytes, ByteRange(0, bytes.count))
  }

  /// Text without tags as HTML: a line feed is the writer's own, a "<" is no tag.
  private static func protected(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case 0x0A, lineBreak: output.append(contentsOf: "<br>".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      default: output.append(byte)
      }
    }
    return output
  }

  /// Whether text has something in it that only HTML writes.
  private struct Look {
    var hasTag = false
    var hasEntity = false

    init(_ bytes: [UInt8]) {
      var at = 0
      while at + 1 < bytes.count {
        let next = bytes[at + 1]
        let isLetter = (next | 0x20) >= UInt8(ascii: "a") && (next | 0x20) <= UInt8(ascii: "z")
        if bytes[at] == UInt8(ascii: "<") {
          // "I <3 it" and "a <b" without a ">" are words.
          let opens = isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
          if opens, bytes[at...].prefix(2_000).contains(UInt8(ascii: ">")) { hasTag = true }
        } else if bytes[at] == UInt8(ascii: "&"), isLetter || next == UInt8(ascii: "#") {
          if bytes[at...].prefix(32).contains(UInt8(ascii: ";")) { hasEntity = true }
        }
        if hasTag, hasEntity { return }
        at += 1
      }
    }
  }
}
