public import VerbatimCore
public import VerbatimText

/// Reads conversations written as JSON: an array of them, one a line, or lists inside an object.
///
/// Lines and elements are parsed one by one, in memory that does not grow with the file. A broken
/// one costs only itself.
public struct ConversationJSONReader: FeedbackReader {
  private static let format = "conversations-json"

  private let source: TextSource
  private let roles: SpeakerRoles
  private let parser = JSONReader()
  private var stream: JSONStream?
  private var pending: [ReadItem] = []
  private var row = 0
  private var findings = TicketFindings()
  private var isDone = false

  /// A JSON file, with what is known of its speakers.
  public init(_ source: TextSource, roles: SpeakerRoles = .standard) {
    self.source = source
    self.roles = roles
  }

  /// The next conversation, or why there is none in a line or an element.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    while pending.isEmpty, !isDone {
      if stream == nil { stream = try JSONStream(source) }
      if let value = try stream?.next() {
        read(value)
      } else {
        end(isOpen: stream?.isInArray ?? false)
      }
    }
    return pending.isEmpty ? nil : pending.removeFirst()
  }

  private mutating func end(isOpen: Bool) {
    isDone = true
    pending += findings.warnings(file: source.path).map(ReadItem.warning)
    guard isOpen else { return }
    pending.append(
      .warning(
        Diagnostic(
          .jsonBroken,
          .warning,
          at: SourceLocation(file: source.path),
          "the file ends inside its array: conversations may be missing",
          hint: "export the file again, or end it with ]"
        )
      )
    )
  }

  private mutating func read(_ element: JSONStream.Value) {
    let line = element.line
    let location = SourceLocation(file: source.path, line: line)
    let value: JSONValue
    do {
      value = try parser.parse(element.bytes)
    } catch {
      row += 1
      let thing = element.isLine ? "the line" : "the value that begins here"
      pending.append(
        .reject(
          Diagnostic(
            .jsonBroken,
            at: location,
            element.isLine || element.isClosed
              ? "\(thing) is not JSON: \(error.message)" : "\(thing) is never closed",
            hint: "export the conversation again; the others are read"
          )
        )
      )
      return
    }
    let turnLine = element.isLine ? line : nil
    let whole = JSONConversation(value, line: turnLine)
    if whole == nil, addLists(of: value, line: line, turnLine: turnLine) { return }
    add(whole, line: line)
  }

  /// Data sets keep their conversations in lists: `{"train": […], "test": […]}`.
  ///
  /// Lists without a single conversation are lists of other things and are not looked into.
  private mutating func addLists(of value: JSONValue, line: Int, turnLine: Int?) -> Bool {
    guard case .object(var members) = value else { return false }
    let listing = TicketListing(value)
    if let tickets = TicketConversation.tickets(ofEventsIn: value) {
      members = [("ticket_events", .array(tickets))]
    }
    if case .object(let embedded) = value["_embedded"] { members += embedded }
    var isFound = false
    for member in members {
      let conversations = (member.value.elements ?? []).map {
        JSONConversation($0, line: turnLine, listing: listing)
      }
      guard conversations.contains(where: { $0 != nil }) else { continue }
      isFound = true
      for (place, conversation) in conversations.enumerated() {
        add(conversation, line: line, path: "\(member.key)[\(place)]")
      }
    }
    return isFound
  }

  private mutating func add(_ conversation: JSONConversation?, line: Int, path: String? = nil) {
    row += 1
    var place = FeedbackRecord.Source(kind: .transcript, format: Self.format, file: source.path)
    place.line = line
    place.row = row
    place.path = path
    let location = SourceLocation(file: source.path, line: line)
    guard let conversation else {
      pending.append(
        .reject(
          Diagnostic(
            .jsonField,
            at: location,
            "the conversation has no list of turns",
            hint: "put them under \"turns\", each as {\"speaker\": …, \"text\": …}"
          )
        )
      )
      return
    }
    findings.add(conversation.findings, line: line)
    pending.append(
      conversation.conversation.item(source: place, roles: roles)
        ?? .reject(
          Diagnostic(
            .noTurns,
            at: location,
            "the turns hold no words",
            hint: "export the conversation with its messages"
          )
        )
    )
  }
}
