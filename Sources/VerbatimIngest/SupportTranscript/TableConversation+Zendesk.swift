internal import VerbatimCore

/// Zendesk's tickets, comments, users and groups, and the events of its chats.
extension TableConversation {
  mutating func readZendesk() {
    let tickets = tables[.zendeskTickets]
    let ticket = tickets?.rows(of: id).last
    let people = tables[.zendeskUsers]
    var requester: String?
    if let tickets, let ticket {
      requester = tickets[ticket, "requester id"]
      isDeleted = tickets[ticket, "status"]?.lowercased() == "deleted"
      entitle(tickets[ticket, ["subject", "raw subject"]])
      set("customerid", requester)
      set("createdat", ticket.at)
      set("channel", tickets[ticket, ["via channel", "channel"]])
      if let group = tickets[ticket, "group id"] {
        let groups = tables[.zendeskGroups]
        set("queue", groups?.rows(of: group).last.flatMap { groups?[$0, "name"] } ?? group)
      }
    }
    areRolesOpen = ticket == nil && people == nil
    for row in tables[.zendeskComments]?.rows(of: id) ?? [] {
      guard let comments = tables[.zendeskComments] else { break }
      var message = TicketMessage()
      let author = comments[row, ["author id", "user id"]] ?? ""
      let person = people?.rows(of: author).last
      message.speaker = person.flatMap { people?[$0, "name"] } ?? author
      if author == "-1" {
        message.role = .system
      } else if !author.isEmpty, author == requester {
        message.role = .customer
      } else if let role = person.flatMap({ people?[$0, "role"] }) {
        message.role = TicketTool.role(role)
      } else if ticket != nil {
        // Whoever writes into a ticket and did not ask is an agent.
        message.role = .agent
      }
      message.at = row.at
      message.text =
        comments[row, "plain body"] ?? comments[row, "body"]
        ?? TicketMessage.plain(comments[row, "html body"])
      message.isInternal = comments[row, "public"].map { !TicketTable.isTrue($0) } ?? false
      message.line = line(of: row, in: comments)
      messages += CommentChat.messages(in: message, requester: requester) ?? [message]
    }
    guard messages.isEmpty, let tickets, let ticket else { return }
    var message = TicketMessage()
    let submitter = tickets[ticket, "submitter id"] ?? requester
    // A ticket that the shop opened in a customer's name is not in the customer's words.
    message.role = submitter == requester ? .customer : .agent
    message.speaker = submitter ?? message.role.rawValue
    message.at = ticket.at
    message.text = tickets[ticket, "description"] ?? ""
    message.line = line(of: ticket, in: tickets)
    messages = [message]
  }

  mutating func readZendeskChat() {
    guard let events = tables[.zendeskEvents] else { return }
    if let chats = tables[.zendeskChats], let chat = chats.rows(of: id).last {
      set("channel", chats[chat, "channel"])
      set("customerid", chats[chat, ["user id", "visitor id"]])
    }
    let parser = JSONReader()
    let rows = events.rows(of: id)
    // Of events at the same time the index tells which came first.
    let order = rows.indices.sorted { left, right in
      let (one, two) = (rows[left], rows[right])
      guard one.at == two.at else { return left < right }
      let places = [one, two].map { events[$0, "chat index"].flatMap(Int.init) ?? 0 }
      return (places[0], left) < (places[1], right)
    }
    for place in order {
      let row = rows[place]
      let original = events[row, "original message"].flatMap {
        try? parser.parse(Array($0.utf8))
      }
      let message = Self.event(events, row, original, line: line(of: row, in: events))
      if !message.text.isEmpty || message.attachments > 0 { messages.append(message) }
    }
  }

  private static func event(
    _ events: TicketTable,
    _ row: TicketTable.Row,
    _ original: JSONValue?,
    line: Int?
  ) -> TicketMessage {
    var message = original.map { TicketMessage($0, of: .messaging) } ?? TicketMessage()
    let actor = events[row, "actor id"] ?? ""
    if original?["author"] == nil {
      // Without the original only the event's own columns say who spoke.
      if events[row, "type"] != "ChatMessage" {
        message.role = .system
      } else if actor.hasPrefix("agent:") {
        message.role = .agent
      } else {
        message.role = actor.isEmpty ? .unknown : .customer
      }
      message.speaker = actor.isEmpty ? message.role.rawValue : actor
    }
    message.at = row.at
    message.text = events[row, "message"] ?? message.text
    message.attachments = events[row, "filename"] == nil ? message.attachments : 1
    message.line = line
    return message
  }
}
