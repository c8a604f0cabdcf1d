internal import VerbatimCore

/// The body of one of Salesforce's chat transcripts: a page with a line for each message.
///
/// Centred paragraphs say when the chat began and who the agents are. A message begins with the
/// time since then, `( 1m 13s ) Maya: …`; the name is an agent's or that of the one visitor, so a
/// line that only looks like a message goes on with the one before it.
struct LiveChatPage {
  /// When the chat began, as RFC 3339.
  private(set) var start: String?
  /// What was said, in order.
  private(set) var messages: [TicketMessage] = []

  /// Longer runs of words after "Agent" are a sentence and no name.
  private static let longestName = 40

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - page: The HTML.
  ///   - start: When the chat began, where the page does not say.
  init(_ page: String, start: String?) {
    var reader = LiveChatPageReader()
    _ = MarkupParser.parse(Array(page.utf8), into: &reader)
    reader.finish()
    var agents: [String] = []
    for line in reader.lines where line.isCentred {
      read(notice: line.text, &agents)
    }
    self.start = self.start ?? start
    let base = self.start.flatMap { Instant(iso8601: $0) }
    var visitor: String?
    for line in reader.lines where !line.isCentred {
      if let said = Self.said(line.text) {
        let isAgent = agents.contains(said.name)
        if !isAgent, visitor == nil { visitor = said.name }
        if isAgent || said.name == visitor {
          var message = TicketMessage()
          message.speaker = said.name
          message.role = isAgent ? .agent : .customer
          message.at =
            base.map { Instant(seconds: $0.seconds + Int64(said.seconds)).description }
            ?? TurnTime.duration(milliseconds: said.seconds * 1000)
          message.text = said.text
          messages.append(message)
          continue
        }
      }
      guard !messages.isEmpty, !line.text.isEmpty else { continue }
      let last = messages.count - 1
      messages[last].text += messages[last].text.isEmpty ? line.text : "\n" + line.text
    }
    messages.removeAll { $0.text.isEmpty }
  }

  /// `Chat Started: Monday, December 17, 2018, 23:27:57 (-0500)`, or `Agent Maya`.
  private mutating func read(notice: String, _ agents: inout [String]) {
    if let colon = notice.firstIndex(of: ":") {
      let value = Conversation.trimmed(notice[notice.index(after: colon)...])
      start = start ?? TurnClock.instant(value)?.description
      return
    }
    guard notice.hasPrefix("Agent ") else { return }
    let name = Conversation.trimmed(notice.dropFirst(6))
    guard !name.isEmpty, name.count <= Self.longestName else { return }
    agents.append(name)
  }

  /// The name, the seconds since the start and the words of a line that begins a message.
  private static func said(_ line: String) -> (name: String, seconds: Int, text: String)? {
    guard line.hasPrefix("("), let close = line.firstIndex(of: ")"),
      let time = TurnTime(
        Conversation.trimmed(line[line.index(after: line.startIndex)..<close])
      ),
      time.isElapsed, let milliseconds = time.milliseconds
    else { return nil }
    let rest = line[line.index(after: close)...]
    guard let colon = rest.firstIndex(of: ":") else { return nil }
    let name = Conversation.trimmed(rest[..<colon])
    guard !name.isEmpty, name.count <= longestName else { return nil }
    let text = Conversation.trimmed(rest[rest.index(after: colon)...])
    return (name, milliseconds / 1000, text)
  }
}

/// Collects the lines of a page and whether they are centred.
private struct LiveChatPageReader: MarkupHandler {
  private(set) var lines: [(text: String, isCentred: Bool)] = []
  private var line: [UInt8] = []
  private var opened: [(isBlock: Bool, isCentred: Bool)] = []
  private var piece: [UInt8] = []

  mutating func start(_ element: MarkupElement) {
    let isBlock = element.name.flow == .block
    if isBlock { finish() }
    let align = element.value(of: "align")?.text.lowercased()
    let isCentred = element.name.is("center") || align == "center"
    opened.append((isBlock, isCentred))
  }

  mutating func end() {
    if opened.last?.isBlock == true { finish() }
    _ = opened.popLast()
  }

  mutating func text(_ bytes: MarkupBytes) {
    piece.removeAll(keepingCapacity: true)
    bytes.append(to: &piece)
    line += piece
  }

  /// Ends the line.
  mutating func finish() {
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    if !words.isEmpty {
      lines.append((words.joined(separator: " "), opened.contains { $0.isCentred }))
    }
    line.removeAll(keepingCapacity: true)
  }
}
