internal import VerbatimCore

/// The text of a mail written as HTML.
enum MailMarkup {
  /// The text as a reader sees it, a line for each block.
  ///
  /// Quoted mails (`blockquote`) keep their mark, "> " before each line, as plain text has it.
  static func text(_ page: String) -> String {
    var reader = MailMarkupReader()
    _ = MarkupParser.parse(Array(page.utf8), into: &reader)
    return reader.text
  }
}

/// Collects the text of a mail with its breaks and depths of quotation.
private struct MailMarkupReader: MarkupHandler {
  private enum Opened {
    case hidden, block, quote, preformatted, inline
  }

  private var output: [UInt8] = []
  private var opened: [Opened] = []
  private var hidden = 0
  private var quotes = 0
  private var preformatted = 0
  private var hasBlank = false
  private var hasBreak = false
  private var piece: [UInt8] = []

  var text: String { String(decoding: output, as: UTF8.self) }

  mutating func start(_ element: MarkupElement) {
    switch element.name.flow {
    case .hidden:
      hidden += 1
      opened.append(.hidden)
    case .block:
      hasBreak = true
      if element.name.is("blockquote") {
        quotes += 1
        opened.append(.quote)
      } else if element.name.is("pre") {
        preformatted += 1
        opened.append(.preformatted)
      } else {
        opened.append(.block)
      }
    case .inline:
      opened.append(.inline)
      guard hidden == 0, element.name.is("img"), let alt = element.value(of: "alt") else { return }
      text(alt)
    }
  }

  mutating func end() {
    switch opened.popLast() {
    case .hidden: hidden -= 1
    case .quote:
      quotes -= 1
      hasBreak = true
    case .preformatted:
      preformatted -= 1
      hasBreak = true
    case .block: hasBreak = true
    case .inline, nil: break
    }
  }

  mutating func text(_ bytes: MarkupBytes) {
    guard hidden == 0 else { return }
    piece.removeAll(keepingCapacity: true)
    bytes.append(to: &piece)
    var at = 0
    while at < piece.count {
      let byte = piece[at]
      at += 1
      if byte == 0x0A, preformatted > 0 {
        hasBreak = true
      } else if byte <= 0x20 {
        hasBlank = true
      } else if byte == 0xC2, at < piece.count, piece[at] == 0xA0 {
        // A no-break space is white space to a reader.
        at += 1
        hasBlank = true
      } else {
        put(byte)
      }
    }
  }

  private mutating func put(_ byte: UInt8) {
    if hasBreak || output.isEmpty {
      if !output.isEmpty { output.append(0x0A) }
      for _ in 0..<min(quotes, 16) { output.append(UInt8(ascii: ">")) }
      if quotes > 0 { output.append(0x20) }
    } else if hasBlank {
      output.append(0x20)
    }
    hasBreak = false
    hasBlank = false
    output.append(byte)
  }
}
