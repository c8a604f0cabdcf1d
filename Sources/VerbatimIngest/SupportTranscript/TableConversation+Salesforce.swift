internal import VerbatimCore

/// Salesforce's cases with their comments and mails, and its chats.
extension TableConversation {
  mutating func readCase() {
    let cases = tables[.salesforceCases]
    let rows = cases?.rows(of: id) ?? []
    var customer = Turn.Role.customer.rawValue
    var contact: String?
    if let cases, let row = rows.first {
      for field in cases.ownFields(of: row) { set(field.name, field.value) }
      entitle(cases[row, ["subject", "case subject"]])
      contact = cases[row, "contact id"]
      let address = cases[row, ["supplied email", "web email", "contact email"]]
      customer = cases[row, ["supplied name", "web name", "contact name"]] ?? contact ?? customer
      set("customerid", contact ?? address)
      set("createdat", row.at)
      set("channel", cases[row, ["origin", "case origin"]])
      set("queue", cases[row, ["queue", "queue name"]])
      // An owner whose id begins with 00G is a queue and no person.
      if let owner = cases[row, "owner id"], owner.hasPrefix("00G") { set("queue", owner) }
      var opening = TicketMessage()
      opening.speaker = customer
      opening.role = .customer
      opening.at = row.at
      opening.text = cases[row, "description"] ?? ""
      opening.line = line(of: row, in: cases)
      messages = [opening]
      addReported(cases, rows, customer)
    }
    areRolesOpen = cases == nil
    if let comments = tables[.salesforceComments] {
      for row in comments.rows(of: id) { add(comment: row, of: comments, contact, customer) }
    }
    guard let mails = tables[.salesforceMails] else { return dropEmpty() }
    for row in mails.rows(of: id) { add(mail: row, of: mails, customer) }
    dropEmpty()
  }

  /// A report on cases and comments has a row for each comment, with the case in all of them.
  private mutating func addReported(
    _ cases: TicketTable,
    _ rows: [TicketTable.Row],
    _ customer: String
  ) {
    for row in rows {
      guard let text = cases[row, ["comments", "case comments", "case comment"]] else { continue }
      var message = TicketMessage()
      message.speaker =
        cases[row, ["case comment created by", "comment created by"]] ?? Turn.Role.agent.rawValue
      message.role = message.speaker == customer ? .customer : .agent
      message.at =
        cases[row, ["case comment created date", "comment created date"]]
        .flatMap { Instant(iso8601: $0)?.description }
      message.text = text
      message.isInternal =
        cases[row, ["public case comment", "published", "is published"]]
        .map { !TicketTable.isTrue($0) } ?? false
      message.line = line(of: row, in: cases)
      messages.append(message)
    }
  }

  private mutating func add(
    comment row: TicketTable.Row,
    of comments: TicketTable,
    _ contact: String?,
    _ customer: String
  ) {
    var message = TicketMessage()
    let author = comments[row, ["created by id", "created by", "creator id"]]
    // Whoever comments on a case and is not its contact is one of the shop's.
    let isContact = author != nil && author == contact
    if !areRolesOpen { message.role = isContact ? .customer : .agent }
    message.speaker = isContact ? customer : author ?? message.role.rawValue
    message.at = row.at
    message.text = comments[row, "comment body"] ?? ""
    message.isInternal = comments[row, "is published"].map { !TicketTable.isTrue($0) } ?? false
    message.line = line(of: row, in: comments)
    messages.append(message)
  }

  private mutating func add(
    mail row: TicketTable.Row,
    of mails: TicketTable,
    _ customer: String
  ) {
    var message = TicketMessage()
    let isIncoming = mails[row, "incoming"].map(TicketTable.isTrue) ?? false
    message.role = isIncoming ? .customer : .agent
    message.speaker =
      mails[row, ["from name", "from address"]] ?? (isIncoming ? customer : message.role.rawValue)
    message.at = row.at
    message.text = mails[row, "text body"] ?? TicketMessage.plain(mails[row, "html body"])
    message.line = line(of: row, in: mails)
    if isIncoming, let opening = messages.first, Self.repeats(message.text, opening.text) {
      // The description of a case that came by mail is that mail's words.
      messages.removeFirst()
    }
    messages.append(message)
  }

  /// Whether a mail begins with the words of the description, white space aside.
  private static func repeats(_ mail: String, _ description: String) -> Bool {
    func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
    let opening = words(description)
    return !opening.isEmpty && words(mail).starts(with: opening)
  }

  private mutating func dropEmpty() { messages.removeAll { $0.text.isEmpty } }

  mutating func readChats() {
    guard let chats = tables[.salesforceChats] else { return }
    for row in chats.rows(of: id) {
      set("customerid", chats[row, ["contact id", "visitor id", "live chat visitor id"]])
      set("queue", chats[row, ["live chat button id", "skill id"]])
      set("channel", "chat")
      let page = LiveChatPage(chats[row, "body"] ?? "", start: row.at)
      set("createdat", page.start ?? row.at)
      for var message in page.messages {
        message.line = line(of: row, in: chats)
        messages.append(message)
      }
    }
  }
}
