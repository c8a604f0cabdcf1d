internal import VerbatimCore

/// One ticket or call of a help desk's or call service's JSON.
///
/// Internal notes are left out and counted; what the customer wrote with a rating is their last
/// turn. Messages out of order are put in order of time.
struct TicketConversation {
  /// The facts and the turns.
  private(set) var conversation = Conversation()
  /// What was left out or put right.
  private(set) var findings = TicketFindings()

  private let tool: TicketTool
  private let listing: TicketListing
  private var messages: [TicketMessage] = []

  /// Reads an object of one of the tools; nil for anything else.
  init?(_ value: JSONValue, listing: TicketListing, line: Int?) {
    guard case .object(let members) = value, let found = TicketTool.messages(in: value) else {
      return nil
    }
    tool = found.tool
    self.listing = listing.filled(by: TicketListing(value))
    conversation.facts.read(members.filter { !Self.unread.contains($0.key) })
    readFacts(value)
    messages = found.messages.map { TicketMessage($0, of: found.tool) }
    if tool == .intercom, !messages.isEmpty {
      // The first message has no time of its own.
      messages[0].at = messages[0].at ?? value["created_at"].flatMap(JSONConversation.time)
    }
    messages.removeAll { $0.text.isEmpty && $0.attachments == 0 && !$0.isInternal }
    addOpening(value)
    settleRoles(value)
    openChats(value)
    sort()
    addRating(value)
    conversation.add(messages, line: line, counting: &findings)
  }

  /// Objects whose members are not the conversation's.
  private static let unread: Set<String> = [
    "comments", "messages", "conversations", "threads", "_embedded", "conversation_parts",
    "source", "assignee", "assignee_user", "teammates", "users", "Transcript", "SpeechSegments",
    "Categories", "ConversationCharacteristics", "satisfaction_rating", "conversation_rating",
    "statistics", "linked_objects", "via", "ticket", "via_id", "group", "groups", "assignee_team",
  ]

  private mutating func readFacts(_ value: JSONValue) {
    func set(_ key: String, _ stated: JSONValue?) {
      guard let text = stated?.scalarText, text != "None" else { return }
      conversation.facts.set(key, text)
    }
    conversation.title = ["subject", "title"].lazy.compactMap { value[$0]?.string }
      .first { !$0.isEmpty }
    set("customerid", value["requester_id"])
    set("createdat", value["created_datetime"])
    set("channel", value["via"]?["channel"] ?? value["source"]?["type"] ?? value["Channel"])
    set("customeremail", value["primaryCustomer"]?["email"])
    readQueue(value)
    if tool == .intercom, let author = value["source"]?["author"],
      TicketTool.role(author["type"]?.string ?? "") == .customer
    {
      set("customerid", author["id"])
    }
    let metadata = value["CustomerMetadata"] ?? value["CustomMetadata"]
    set("id", metadata?["ContactId"] ?? value["JobName"])
    set("language", value["LanguageCode"])
    guard tool == .callAnalytics, let call = value["ConversationAnalytics"] else { return }
    set("id", call["GUID"])
    set("date", call["ConversationTime"])
    set("language", call["LanguageCode"])
  }

  /// The group or team that has the ticket, by its name where the export lists it.
  private mutating func readQueue(_ value: JSONValue) {
    let group = value["group_id"] ?? value["team_assignee_id"]
    let name =
      (value["group"] ?? value["assignee_team"])?["name"]?.string
      ?? group?.scalarText.flatMap { listing.groups[$0] }
    guard let queue = name ?? group?.scalarText, queue != "None", queue != "0" else { return }
    conversation.facts.set("queue", queue)
  }

  /// The first words where they stand in the ticket itself.
  private mutating func addOpening(_ value: JSONValue) {
    guard tool == .freshdesk || (tool == .zendesk && messages.isEmpty) else { return }
    guard let words = value["description_text"]?.string ?? value["description"]?.string else {
      return
    }
    var message = TicketMessage()
    message.speaker = value["requester_id"]?.scalarText ?? "customer"
    // A ticket that the shop opened towards a customer.
    message.role = value["source"]?.scalarText == "10" ? .agent : .customer
    message.at = value["created_at"].flatMap(JSONConversation.time)
    message.text = TicketMessage.plain(words)
    message.attachments = value["attachments"]?.elements?.count ?? 0
    messages.insert(message, at: 0)
  }

  private mutating func settleRoles(_ value: JSONValue) {
    var roles: [String: (name: String?, role: Turn.Role)] = [:]
    for person in value["Participants"]?.elements ?? [] {
      guard let id = person["ParticipantId"]?.scalarText else { continue }
      let stated = person["ParticipantRole"]?.string ?? ""
      roles[id] = (stated.lowercased(), TicketTool.role(stated))
    }
    for label in value["ConversationAnalytics"]?["SpeakerLabels"]?.elements ?? [] {
      guard let id = label["Speaker"]?.string, let name = label["DisplayText"]?.string else {
        continue
      }
      roles[id] = (name, SpeakerRoles.standard.role(of: name) ?? .unknown)
    }
    // Whoever writes into a Zendesk ticket and neither asked nor is copied in is an agent.
    var copied: Set<String> = []
    for key in ["collaborator_ids", "follower_ids", "email_cc_ids"] {
      copied.formUnion((value[key]?.elements ?? []).compactMap(\.scalarText))
    }
    let requester =
      value["requester_id"]?.scalarText ?? (tool == .zendesk ? messages.first?.speaker : nil)
    for place in messages.indices {
      let id = messages[place].speaker
      let known =
        listing.people[id].map { ($0.name, $0.role) } ?? roles[id].map { ($0.name, $0.role) }
      if let name = known?.0 { messages[place].speaker = name }
      guard messages[place].role == .unknown else { continue }
      if let role = known?.1, role != .unknown {
        messages[place].role = role
      } else if tool == .zendesk {
        messages[place].role = id == requester || copied.contains(id) ? .customer : .agent
      }
    }
  }

  /// A chat that became a ticket is one comment with all that was said.
  private mutating func openChats(_ value: JSONValue) {
    guard tool == .zendesk else { return }
    let requester = value["requester_id"]?.scalarText
    messages = messages.flatMap { message -> [TicketMessage] in
      guard let chat = CommentChat.messages(in: message, requester: requester) else {
        return [message]
      }
      findings.attachments += message.attachments
      return chat
    }
  }

  private mutating func sort() {
    let times = messages.map { $0.at.flatMap { Instant(iso8601: $0)?.seconds } }
    var last = Int64.min
    var isOrdered = true
    for time in times {
      guard let time else { return }
      if time < last { isOrdered = false }
      last = time
    }
    guard !isOrdered else { return }
    let order = zip(times, messages.indices).map { ($0 ?? 0, $1) }.sorted { $0 < $1 }
    messages = order.map { messages[$0.1] }
    findings.sorted = 1
  }

  private mutating func addRating(_ value: JSONValue) {
    var rating: Rating?
    var remark: String?
    switch tool {
    case .zendesk:
      let stated = value["satisfaction_rating"]
      switch stated?["score"]?.string {
      case let score? where score.hasPrefix("good"): rating = Rating(.thumbs, 1, min: 0, max: 1)
      case let score? where score.hasPrefix("bad"): rating = Rating(.thumbs, 0, min: 0, max: 1)
      default: break
      }
      remark = stated?["comment"]?.string
    case .intercom:
      let stated = value["conversation_rating"]
      rating = Self.rating(stated?["rating"], 1, 5, .higherIsBetter)
      remark = stated?["remark"]?.string
    case .gorgias:
      let stated = value["satisfaction_survey"]
      rating = Self.rating(stated?["score"], 1, 5, .higherIsBetter)
      remark = stated?["body_text"]?.string
    case .helpScout:
      // Great, okay, not good.
      rating = Self.rating(value["rating_id"], 1, 3, .lowerIsBetter)
      remark = value["rating_comments"]?.string
    case .messaging, .freshdesk, .contactLens, .callAnalytics: break
    }
    if let rating { conversation.ratings = [rating] }
    guard let remark, let customer = messages.first(where: { $0.role == .customer }) else { return }
    var message = customer
    message.text = TicketMessage.plain(remark)
    message.at = nil
    message.isInternal = false
    message.attachments = 0
    messages.append(message)
  }

  private static func rating(
    _ value: JSONValue?,
    _ low: Double,
    _ high: Double,
    _ direction: Rating.Direction
  ) -> Rating? {
    guard case .number(let stated) = value else { return nil }
    return Rating(.csat, stated, min: low, max: high, direction: direction)
  }
}
