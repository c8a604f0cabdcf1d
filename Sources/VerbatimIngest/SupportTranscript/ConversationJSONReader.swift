public import VerbatimCore
public import VerbatimText

/// Reads conversations written as JSON: an array of them, one a line, or lists inside an object.
///
/// Lines and elements are parsed one by one, in memory that does not grow with the file. A broken
/// one costs only itself.
public struct ConversationJSONReader: FeedbackReader {
  private static let format = "conversations-json"

  private enum Input {
    case lines(LineReader)
    case document(JSONElementCutter)
  }

  private let source: TextSource
  private let roles: SpeakerRoles
  private let parser = JSONReader()
  private var input: Input?
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
      switch input {
      case .lines(var lines):
        let line = try lines.next()
        input = .lines(lines)
        if let line { read(line) } else { end(isOpen: false) }
      case .document(var cutter):
        let element = try cutter.next()
        input = .document(cutter)
        if let element { read(element) } else { end(isOpen: cutter.isInArray) }
      case nil: input = try Self.open(source)
      }
    }
    return pending.isEmpty ? nil : pending.removeFirst()
  }

  /// Lines when the first one is a whole value, else a document.
  private static func open(_ source: TextSource) throws(Diagnostic) -> Input {
    let head = try source.peek()
    let first = head.first { !isBlank($0) }
    guard first == UInt8(ascii: "{") else { return .document(JSONElementCutter(source)) }
    let line = head.drop(while: isBlank).prefix { $0 != 0x0A && $0 != 0x0D }
    // A pretty-printed object breaks off after "{" or a member; a broken line of NDJSON still ends
    // as an object does.
    guard line.count < head.count, line.last(where: { !isBlank($0) }) != UInt8(ascii: "}") else {
      return .lines(LineReader(source))
    }
    return .document(JSONElementCutter(source))
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
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

  private mutating func read(_ line: Line) {
    guard line.bytes.contains(where: { !Self.isBlank($0) }) else { return }
    read(line.bytes, line: line.number, ofLine: true, isClosed: true)
  }

  private mutating func read(_ element: JSONElementCutter.Element) {
    read(element.bytes, line: element.line, ofLine: false, isClosed: element.isClosed)
  }

  private mutating func read(_ bytes: [UInt8], line: Int, ofLine: Bool, isClosed: Bool) {
    let location = SourceLocation(file: source.path, line: line)
    let value: JSONValue
    do {
      value = try parser.parse(bytes)
    } catch {
      row += 1
      let thing = ofLine ? "the line" : "the value that begins here"
      pending.append(
        .reject(
          Diagnostic(
            .jsonBroken,
            at: location,
            isClosed ? "\(thing) is not JSON: \(error.message)" : "\(thing) is never closed",
            hint: "export the conversation again; the others are read"
          )
        )
      )
      return
    }
    let turnLine = ofLine ? line : nil
    let whole = JSONConversation(value, line: turnLine)
    if whole == nil, addLists(of: value, line: line, turnLine: turnLine) { return }
    add(whole, line: line)
  }

  /// Data sets keep their conversations in lists: `{"train": […], "test": […]}`.
  ///
  /// Lists without a single conversation are lists of other things and are not looked into.
  private mutating func addLists(of value: JSONValue, line: Int, turnLine: Int?) -> Bool {
    guard case .object(var members) = value else { return false }
    let people = TicketPerson.listed(in: value)
    if let tickets = TicketConversation.tickets(ofEventsIn: value) {
      members = [("ticket_events", .array(tickets))]
    }
    if case .object(let embedded) = value["_embedded"] { members += embedded }
    var isFound = false
    for member in members {
      let conversations = (member.value.elements ?? []).map {
        JSONConversation($0, line: turnLine, people: people)
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
