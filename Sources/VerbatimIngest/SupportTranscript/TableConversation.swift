internal import VerbatimCore

/// One conversation, put together from the rows of several tables.
struct TableConversation {
  /// The facts and the turns.
  private(set) var conversation = Conversation()
  /// What was left out or put right.
  private(set) var findings = TicketFindings()
  /// Whether the help desk deleted it.
  var isDeleted = false
  /// Whether no table says who asked and who answered.
  var areRolesOpen = false

  let id: String
  let tables: TicketTables
  var messages: [TicketMessage] = []

  /// Puts a conversation together.
  init(_ id: String, in tables: TicketTables) {
    self.id = id
    self.tables = tables
    if !id.hasPrefix(TicketTable.nameless) { set("id", id) }
    switch tables.own.kind.family.first {
    case .zendeskComments: readZendesk()
    case .zendeskEvents: readZendeskChat()
    case .intercomParts: readIntercom()
    case .salesforceMails: readCase()
    case .salesforceChats: readChats()
    default: break
    }
    sort()
    conversation.add(messages, counting: &findings)
  }

  /// Notes a fact; what is nil says nothing.
  mutating func set(_ key: String, _ value: String?) {
    if let value { conversation.facts.set(key, value) }
  }

  /// Gives the conversation its headline.
  mutating func entitle(_ title: String?) { conversation.title = title }

  /// Notes what the customer gave, and the words with it as their last turn.
  mutating func rate(_ value: String?, remark: String?, by speaker: String, line: Int?) {
    // Intercom's scale: 1 to 5.
    if let value, let stars = Double(value),
      let rating = Rating(.csat, stars, min: 1, max: 5, direction: .higherIsBetter)
    {
      conversation.ratings = [rating]
    }
    guard let remark else { return }
    var message = TicketMessage()
    message.speaker = speaker
    message.role = .customer
    message.text = remark
    message.line = line
    messages.append(message)
  }

  /// The line of a row in the file that was named; a line of another file would mislead.
  func line(of row: TicketTable.Row, in table: TicketTable) -> Int? {
    table.kind == tables.own.kind ? row.line : nil
  }

  /// Messages of several tables go by time; those without stay where they are.
  private mutating func sort() {
    let times = messages.map { $0.at.flatMap { Instant(iso8601: $0) } }
    guard times.allSatisfy({ $0 != nil }) else { return }
    let order = zip(times.map { $0?.seconds ?? 0 }, messages.indices).sorted { $0 < $1 }
    messages = order.map { messages[$0.1] }
  }
}
