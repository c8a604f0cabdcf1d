internal import VerbatimCore

/// The help desks and call services whose JSON has keys of its own.
enum TicketTool: String, CaseIterable {
  case zendesk = "Zendesk"
  case messaging = "Zendesk messaging"
  case intercom = "Intercom"
  case freshdesk = "Freshdesk"
  case gorgias = "Gorgias"
  case helpScout = "Help Scout"
  case contactLens = "Amazon Connect or Transcribe Call Analytics"
  case callAnalytics = "Transcribe's post-call analytics"

  /// The tool that wrote an object, with the messages in it; nil when it is none of these.
  static func messages(in value: JSONValue) -> (tool: TicketTool, messages: [JSONValue])? {
    func list(_ key: String, of value: JSONValue? = value, where key2: String) -> [JSONValue]? {
      guard let elements = value?[key]?.elements,
        elements.contains(where: { $0[key2] != nil })
      else { return nil }
      return elements
    }
    if let source = value["source"], source["author"] != nil {
      let parts = value["conversation_parts"]?["conversation_parts"]?.elements
      return (.intercom, [source] + (parts ?? value["conversation_parts"]?.elements ?? []))
    }
    if let elements = list("comments", where: "author_id") { return (.zendesk, elements) }
    if let elements = list("conversations", where: "incoming") { return (.freshdesk, elements) }
    if let elements = list("messages", where: "from_agent") { return (.gorgias, elements) }
    if let elements = value["messages"]?.elements,
      elements.contains(where: { $0["author"]?["type"] != nil && $0["content"]?["type"] != nil })
    {
      return (.messaging, elements)
    }
    if let elements = list("threads", of: value["_embedded"], where: "createdBy")
      ?? list("threads", where: "createdBy")
    {
      return (.helpScout, elements)
    }
    if let elements = list("Transcript", where: "ParticipantRole")
      ?? list("Transcript", where: "ParticipantId")
    {
      return (.contactLens, elements)
    }
    if let elements = list("SpeechSegments", where: "SegmentSpeaker") {
      return (.callAnalytics, elements)
    }
    if value["requester_id"] != nil, value["description"]?.string != nil {
      return (value["responder_id"] != nil ? .freshdesk : .zendesk, [])
    }
    return nil
  }

  /// The tool whose keys stand in the head of a file.
  static func recognised(in head: String) -> String? {
    let signs: [(TicketTool, [String])] = [
      (.intercom, ["\"conversation_parts\""]),
      (.intercom, ["\"delivered_as\""]),
      (.zendesk, ["\"child_events\""]),
      (.zendesk, ["\"comments\"", "\"author_id\""]),
      (.freshdesk, ["\"conversations\"", "\"incoming\""]),
      (.helpScout, ["\"threads\"", "\"createdBy\""]),
      (.contactLens, ["\"ParticipantRole\""]),
      (.callAnalytics, ["\"SpeechSegments\""]),
      (.callAnalytics, ["\"ConversationAnalytics\""]),
      (.zendesk, ["\"requester_id\"", "\"description\""]),
    ]
    return signs.first { $0.1.allSatisfy { head.contains($0) } }?.0.rawValue
  }

  /// The role that a type of author stands for.
  static func role(_ type: String) -> Turn.Role {
    switch type.lowercased() {
    case "user", "lead", "contact", "customer", "end-user", "end_user", "visitor": .customer
    case "admin", "agent", "team", "business", "supervisor", "teammate": .agent
    case "bot", "custom_bot", "answer_bot", "zd:answerbot": .bot
    case "system": .system
    default: .unknown
    }
  }
}
