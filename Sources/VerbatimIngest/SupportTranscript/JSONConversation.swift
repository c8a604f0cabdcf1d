internal import VerbatimCore

/// One conversation of a JSON file.
struct JSONConversation {
  private static let turnKeys = [
    "turns", "messages", "conversation", "original", "transcript", "utterances",
  ]
  private static let textKeys = ["text", "body", "message", "content", "utterance"]
  private static let timeKeys = ["at", "time", "timestamp", "created_at"]
  private static let endKeys = ["end", "end_time", "ended_at"]

  /// The facts and the turns.
  private(set) var conversation = Conversation()
  /// What was left out or put right.
  private(set) var findings = TicketFindings()

  /// Reads an object that has turns; nil for anything else.
  init?(_ value: JSONValue, line: Int?, listing: TicketListing = TicketListing()) {
    if let ticket = TicketConversation(value, listing: listing, line: line) {
      conversation = ticket.conversation
      findings = ticket.findings
      return
    }
    guard case .object(let members) = value, let elements = Self.turns(of: value) else {
      return nil
    }
    conversation.facts.read(members)
    for element in elements {
      guard let turn = Self.turn(element, line: line) else { continue }
      conversation.add(turn)
    }
  }

  private static func turns(of value: JSONValue, isNested: Bool = false) -> [JSONValue]? {
    for key in turnKeys {
      guard let list = value[key] else { continue }
      if let elements = list.elements, elements.isEmpty || elements.contains(where: isTurn) {
        return elements
      }
      // {"conversation": {"messages": […]}}
      if !isNested, let elements = turns(of: list, isNested: true) { return elements }
    }
    return nil
  }

  private static func isTurn(_ value: JSONValue) -> Bool {
    if let pair = value.elements {
      return pair.count >= 2 && pair[0].string != nil && pair[1].string != nil
    }
    return textKeys.contains { value[$0].flatMap(words) != nil }
  }

  private static func turn(_ value: JSONValue, line: Int?) -> Turn? {
    if let pair = value.elements {
      guard pair.count >= 2, let speaker = pair[0].scalarText, let text = words(pair[1]) else {
        return nil
      }
      return Turn(
        speaker: speaker,
        role: .unknown,
        at: pair.count > 2 ? time(pair[2]) : nil,
        text: text,
        line: line
      )
    }
    guard let text = textKeys.lazy.compactMap({ value[$0].flatMap(words) }).first else {
      return nil
    }
    let (speaker, role) = speaker(of: value)
    return Turn(
      speaker: speaker,
      role: role,
      at: timeKeys.lazy.compactMap { value[$0].flatMap(time) }.first,
      end: endKeys.lazy.compactMap { value[$0].flatMap(time) }.first,
      text: text,
      line: line
    )
  }

  /// The words of a string, or of the parts that chat services make of it.
  private static func words(_ value: JSONValue) -> String? {
    if let text = value.string { return text }
    if let parts = value.elements {
      let texts = parts.compactMap { $0.string ?? $0["text"]?.string }
      return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }
    return value["text"]?.string
  }

  /// The name, and the role where the source states one in a word of its own.
  private static func speaker(of value: JSONValue) -> (String, Turn.Role) {
    var name: String?
    var role: Turn.Role?
    func take(_ value: JSONValue?, isRole: Bool) {
      guard let text = value?.scalarText, !text.isEmpty else { return }
      if isRole { role = role ?? SpeakerRoles.standard.role(of: text) }
      name = name ?? text
    }
    for key in ["speaker", "author", "sender", "from", "name", "role"] {
      guard let stated = value[key] else { continue }
      take(stated, isRole: key == "role")
      take(stated["name"], isRole: false)
      take(stated["role"] ?? stated["type"], isRole: true)
    }
    return (name ?? "", role ?? .unknown)
  }

  /// RFC 3339 when a date is stated, seconds from the start when a small number is.
  static func time(_ value: JSONValue) -> String? {
    guard let text = value.scalarText else { return nil }
    if let instant = Instant(iso8601: text) {
      // What is RFC 3339 already keeps its fractions and its zone.
      let bytes = Array(text.utf8)
      let isWhole =
        bytes.count > 19 && bytes[10] == UInt8(ascii: "T")
        && (bytes.last == UInt8(ascii: "Z") || bytes[bytes.count - 3] == UInt8(ascii: ":"))
      return isWhole ? text : instant.description
    }
    if let instant = TurnClock.epoch(text) { return instant.description }
    // Below a year a number counts seconds of the conversation.
    if let seconds = Double(text), seconds >= 0, seconds < 31_536_000 {
      return TurnTime.duration(milliseconds: Int((seconds * 1000).rounded()))
    }
    guard let time = TurnTime(text) else { return nil }
    return TurnClock.resolved([time], day: nil)[0].flatMap { stated in
      if stated.hasPrefix("PT") {
        time.elapsedMilliseconds.map(TurnTime.duration)
      } else {
        stated
      }
    }
  }
}
