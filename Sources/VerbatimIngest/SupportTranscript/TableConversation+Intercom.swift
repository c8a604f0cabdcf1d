internal import VerbatimCore

/// Intercom's conversations and their parts, as a warehouse keeps them.
extension TableConversation {
  mutating func readIntercom() {
    let heads = tables[.intercomConversations]
    let head = heads?.rows(of: id).last
    var customer = Turn.Role.customer.rawValue
    if let heads, let head {
      let author = heads[head, "source author id"]
      let role = TicketTool.role(heads[head, "source author type"] ?? "")
      entitle(heads[head, ["source subject", "title"]])
      set("createdat", head.at)
      set("channel", heads[head, "source type"])
      set("queue", heads[head, ["team assignee name", "team assignee id"]])
      if role == .customer {
        set("customerid", author)
        customer = author ?? customer
      }
      var message = TicketMessage()
      message.role = role
      message.speaker = author ?? role.rawValue
      message.at = head.at
      message.text = TicketMessage.plain(heads[head, "source body"])
      message.line = line(of: head, in: heads)
      if !message.text.isEmpty { messages.append(message) }
    }
    addParts()
    guard let heads, let head else { return }
    rate(
      heads[head, "conversation rating value"],
      remark: heads[head, "conversation rating remark"],
      by: customer,
      line: line(of: head, in: heads)
    )
  }

  private mutating func addParts() {
    guard let parts = tables[.intercomParts] else { return }
    for row in parts.rows(of: id) {
      guard let body = parts[row, "body"] else { continue }
      let type = parts[row, "part type"] ?? "comment"
      var message = TicketMessage()
      message.role = TicketTool.role(parts[row, "author type"] ?? "")
      message.speaker = parts[row, ["author name", "author id"]] ?? message.role.rawValue
      message.at = row.at
      message.text = TicketMessage.plain(body)
      message.isInternal = type.hasPrefix("note")
      // Assignments and closings may carry a body, but no reply; a customer's always is one.
      if type != "comment", message.role != .customer { message.role = .system }
      message.line = line(of: row, in: parts)
      messages.append(message)
    }
  }
}
