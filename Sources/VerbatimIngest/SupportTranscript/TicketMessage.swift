internal import VerbatimCore

/// One message of a ticket, whichever help desk wrote it.
struct TicketMessage {
  var speaker = ""
  var role = Turn.Role.unknown
  var at: String?
  var end: String?
  var text = ""
  /// Whether only the shop's people saw it.
  var isInternal = false
  /// How many files are attached.
  var attachments = 0
  /// The 1-based line on which it begins, where it has one.
  var line: Int?

  /// A message of which nothing is known yet.
  init() {}

  /// Reads a message; what is unknown of its author stays open.
  init(_ value: JSONValue, of tool: TicketTool) {
    attachments = value["attachments"]?.elements?.count ?? 0
    switch tool {
    case .zendesk: readZendesk(value)
    case .messaging: readMessaging(value)
    case .intercom: readIntercom(value)
    case .freshdesk: readFreshdesk(value)
    case .gorgias: readGorgias(value)
    case .helpScout: readHelpScout(value)
    case .contactLens: readContactLens(value)
    case .callAnalytics: readCallAnalytics(value)
    }
  }

  /// A page as the reader saw it; plain text as it stands.
  static func plain(_ page: String?) -> String {
    guard let page else { return "" }
    let isPage = page.contains("<") || page.contains("&")
    return Conversation.trimmed(isPage ? MailMarkup.text(page) : page)
  }

  private static func isTrue(_ value: JSONValue?) -> Bool { value == .boolean(true) }

  /// The first text that holds anything.
  private static func words(_ texts: JSONValue?...) -> String? {
    texts.lazy.compactMap { $0?.string }.first { $0.contains { !$0.isWhitespace } }
  }

  private mutating func readZendesk(_ value: JSONValue) {
    speaker = value["author_id"]?.scalarText ?? ""
    if speaker == "-1" { role = .system }
    at = value["created_at"].flatMap(JSONConversation.time)
    text = Self.words(value["plain_body"]) ?? Self.plain(Self.words(value["html_body"]))
    if text.isEmpty { text = Self.words(value["body"]) ?? "" }
    isInternal = value["public"] == .boolean(false)
  }

  private mutating func readMessaging(_ value: JSONValue) {
    let author = value["author"]
    speaker = Self.words(author?["displayName"], author?["display_name"]) ?? ""
    role = TicketTool.role(author?["type"]?.string ?? "")
    if TicketTool.role(value["source"]?["type"]?.string ?? "") == .bot { role = .bot }
    if speaker.isEmpty { speaker = role.rawValue }
    at = (value["received"] ?? value["created_at"]).flatMap(JSONConversation.time)
    let content = value["content"]
    text = Self.words(content?["text"], content?["text"]?["text"]) ?? ""
    if ["image", "file"].contains(content?["type"]?.string) { attachments += 1 }
  }

  private mutating func readIntercom(_ value: JSONValue) {
    let author = value["author"]
    role = TicketTool.role(author?["type"]?.string ?? "")
    speaker =
      Self.words(author?["name"], author?["email"])
      ?? author?["id"]?.scalarText ?? role.rawValue
    at = value["created_at"].flatMap(JSONConversation.time)
    text = Self.plain(value["body"]?.string)
    guard let type = value["part_type"]?.string else { return }
    isInternal = type.hasPrefix("note")
    // Assignments and closings may carry a body, but no reply; a customer's always is one.
    if type != "comment", role != .customer { role = .system }
  }

  private mutating func readFreshdesk(_ value: JSONValue) {
    role = Self.isTrue(value["incoming"]) ? .customer : .agent
    speaker = value["user_id"]?.scalarText ?? role.rawValue
    at = value["created_at"].flatMap(JSONConversation.time)
    text = Self.words(value["body_text"]) ?? Self.plain(value["body"]?.string)
    isInternal = Self.isTrue(value["private"])
  }

  private mutating func readGorgias(_ value: JSONValue) {
    let sender = value["sender"]
    role = Self.isTrue(value["from_agent"]) ? .agent : .customer
    if value["rule_id"]?.scalarText != nil { role = .bot }
    speaker =
      Self.words(sender?["name"], sender?["email"]) ?? sender?["id"]?.scalarText ?? role.rawValue
    at = (value["created_datetime"] ?? value["sent_datetime"]).flatMap(JSONConversation.time)
    text =
      Self.words(value["stripped_text"], value["body_text"])
      ?? Self.plain(Self.words(value["stripped_html"], value["body_html"]))
    isInternal = value["public"] == .boolean(false)
  }

  private mutating func readHelpScout(_ value: JSONValue) {
    let author = value["createdBy"]
    // Their "user" is one of the shop's.
    role = author?["type"]?.string == "customer" ? .customer : .agent
    let name = [author?["first"]?.string, author?["last"]?.string].compactMap(\.self)
    speaker =
      name.isEmpty
      ? Self.words(author?["email"]) ?? author?["id"]?.scalarText ?? role.rawValue
      : name.joined(separator: " ")
    at = value["createdAt"].flatMap(JSONConversation.time)
    text = Self.plain(value["body"]?.string)
    attachments += value["_embedded"]?["attachments"]?.elements?.count ?? 0
    isInternal = value["type"]?.string == "note"
    if value["type"]?.string == "lineitem" { role = .system }
  }

  private mutating func readContactLens(_ value: JSONValue) {
    let stated = value["ParticipantRole"]?.string ?? ""
    role = TicketTool.role(stated)
    speaker =
      Self.words(value["DisplayName"])
      ?? (stated.isEmpty ? value["ParticipantId"]?.scalarText ?? "" : stated.lowercased())
    at = value["AbsoluteTime"].flatMap(JSONConversation.time) ?? Self.offset(value, "BeginOffset")
    end = Self.offset(value, "EndOffset")
    text = value["Content"]?.string ?? ""
  }

  private mutating func readCallAnalytics(_ value: JSONValue) {
    speaker = value["SegmentSpeaker"]?.string ?? ""
    at = value["SegmentStartTime"].flatMap(JSONConversation.time)
    end = value["SegmentEndTime"].flatMap(JSONConversation.time)
    text = Self.words(value["OriginalText"], value["DisplayText"]) ?? ""
  }

  private static func offset(_ value: JSONValue, _ key: String) -> String? {
    guard case .number(let milliseconds) = value[key + "Millis"], milliseconds >= 0,
      milliseconds < 1e12
    else { return nil }
    return TurnTime.duration(milliseconds: Int(milliseconds.rounded()))
  }
}
