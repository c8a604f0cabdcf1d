internal import VerbatimCore

/// A table of which a help desk's or a warehouse's conversations are made.
///
/// Source of the columns: the help desks' own field names, as their exports and the usual
/// connectors to warehouses keep them.
enum TicketTableKind: String, CaseIterable {
  case zendeskComments = "Zendesk's comments"
  case zendeskTickets = "Zendesk's tickets"
  case zendeskEvents = "Zendesk's chat events"
  case intercomParts = "Intercom's conversation parts"
  case intercomConversations = "Intercom's conversations"
  case salesforceMails = "Salesforce's e-mail messages"
  case salesforceComments = "Salesforce's case comments"
  case salesforceCases = "Salesforce's cases"
  case salesforceChats = "Salesforce's chat transcripts"
  // Tables that only say more of the others.
  case zendeskUsers = "Zendesk's users"
  case zendeskGroups = "Zendesk's groups"
  case zendeskChats = "Zendesk's chats"
  case zendeskChanges = "Zendesk's changes of tickets"
  case zendeskTags = "Zendesk's tags"
  case intercomTags = "Intercom's tags"

  /// The table that a header belongs to; nil when it is another's, or one that holds no words.
  ///
  /// - Parameters:
  ///   - header: The names of the columns, normalized.
  ///   - path: The file, whose name tells a table that its columns do not.
  init?(header: [String], path: String) {
    let names = Set(header)
    let kind = Self.allCases.first { kind in
      kind.signs.contains { $0.allSatisfy(names.contains) }
    }
    guard let kind = kind ?? (Self.isGroups(names, path) ? .zendeskGroups : nil) else { return nil }
    self = kind
  }

  /// Any table of names has an id and a name: groups have nothing else that could be feedback, and
  /// their file is named for them.
  private static func isGroups(_ header: Set<String>, _ path: String) -> Bool {
    var known: Set<String> = [
      "id", "name", "url", "default", "deleted", "is public", "created at", "updated at",
      "fivetran synced", "fivetran deleted", "fivetran active",
    ]
    // Elsewhere a description is somebody's words.
    if header.contains("fivetran synced") { known.insert("description") }
    let name = SiblingFile.parts(path).name
    return header.isSuperset(of: ["id", "name"]) && header.isSubset(of: known)
      && TicketTableKind.zendeskGroups.fileNames.contains { name.contains($0) }
  }

  /// Columns that only this table has together, normalized; any one of the lists is enough.
  private var signs: [[String]] {
    switch self {
    case .zendeskComments:
      [
        ["ticket id", "public", "body", "user id"], ["ticket id", "public", "body", "author id"],
        ["ticket id", "public", "plain body", "author id"],
      ]
    case .zendeskTickets: [["requester id", "submitter id", "description", "status"]]
    case .zendeskEvents: [["chat id", "actor id", "chat index", "message"]]
    case .intercomParts: [["conversation id", "part type", "author type", "body"]]
    case .intercomConversations: [["source body", "source author type"]]
    case .salesforceMails: [["parent id", "incoming", "text body"]]
    case .salesforceComments: [["parent id", "comment body"]]
    case .salesforceCases: [["case number", "description"]]
    case .salesforceChats: [["chat key", "body"], ["live chat visitor id", "body"]]
    case .zendeskUsers: [["fivetran synced", "email", "name", "role"]]
    case .zendeskChats: [["chat id", "visitor id", "ticket id"]]
    case .zendeskChanges: [["field name", "ticket id", "updated", "value"]]
    case .zendeskTags: [["tag", "ticket id"]]
    case .intercomTags: [["tag id", "conversation id"]]
    // Any table of names has these columns; its own name tells.
    case .zendeskGroups: []
    }
  }

  /// Whether its rows are conversations or parts of them; else they only say more of others.
  var hasWords: Bool { !family.isEmpty }

  /// The names that files of the table have, before what an export adds to all of them.
  var fileNames: [String] {
    switch self {
    case .zendeskComments: ["ticket_comments", "ticket_comment"]
    case .zendeskTickets: ["tickets", "ticket"]
    case .zendeskEvents: ["ticket_chat_events", "ticket_chat_event"]
    case .zendeskUsers: ["users", "user"]
    case .zendeskGroups: ["groups", "group"]
    case .zendeskChats: ["ticket_chats", "ticket_chat"]
    case .zendeskChanges: ["ticket_field_history"]
    case .zendeskTags: ["ticket_tags", "ticket_tag"]
    case .intercomTags: ["conversation_tag_history"]
    case .intercomParts:
      ["conversation_part_history", "conversation_parts", "conversation_part"]
    case .intercomConversations: ["conversation_history", "conversations", "conversation"]
    case .salesforceMails: ["EmailMessages", "EmailMessage", "email_message"]
    case .salesforceComments: ["CaseComments", "CaseComment", "case_comment"]
    case .salesforceCases: ["Cases", "Case", "case"]
    case .salesforceChats: ["LiveChatTranscript", "live_chat_transcript"]
    }
  }

  /// The tables of one export, the one first that gives a conversation when it has words of it.
  var family: [TicketTableKind] {
    switch self {
    case .zendeskComments, .zendeskTickets: [.zendeskComments, .zendeskTickets]
    case .zendeskEvents: [.zendeskEvents]
    case .intercomParts, .intercomConversations: [.intercomParts, .intercomConversations]
    case .salesforceMails, .salesforceComments, .salesforceCases:
      [.salesforceMails, .salesforceComments, .salesforceCases]
    case .salesforceChats: [.salesforceChats]
    case .zendeskUsers, .zendeskGroups, .zendeskChats, .zendeskChanges, .zendeskTags, .intercomTags:
      []
    }
  }

  /// The tables that say more of the family's conversations.
  var companions: [TicketTableKind] {
    switch self {
    case .zendeskComments, .zendeskTickets: [.zendeskUsers, .zendeskGroups]
    case .zendeskEvents: [.zendeskChats, .zendeskUsers]
    default: []
    }
  }

  /// The tables of conversations that one without words says more of, the one to have first.
  var explained: [TicketTableKind] {
    switch self {
    case .zendeskUsers: [.zendeskComments, .zendeskTickets, .zendeskEvents]
    case .zendeskGroups, .zendeskChanges, .zendeskTags: [.zendeskComments, .zendeskTickets]
    case .zendeskChats: [.zendeskEvents]
    case .intercomTags: [.intercomParts, .intercomConversations]
    default: []
    }
  }

  /// The column, by any of its names, that holds the id of a row's conversation.
  var conversationID: [String] {
    switch self {
    case .zendeskComments: ["ticket id"]
    case .zendeskEvents, .zendeskChats: ["chat id"]
    case .intercomParts: ["conversation id"]
    case .salesforceMails, .salesforceComments: ["parent id"]
    case .salesforceCases: ["id", "case id", "case number"]
    case .zendeskTickets, .zendeskUsers, .zendeskGroups, .intercomConversations, .salesforceChats,
      .zendeskChanges, .zendeskTags, .intercomTags:
      ["id"]
    }
  }

  /// The columns that may hold the time of a row, the best first.
  var timeNames: [String] {
    switch self {
    case .zendeskComments: ["created", "created at"]
    case .salesforceMails: ["message date", "created date"]
    case .salesforceComments: ["created date"]
    case .salesforceCases:
      ["created date", "date/time opened", "opened date", "case date/time opened"]
    case .salesforceChats: ["start time", "created date", "request time"]
    default: ["created at", "created", "created date"]
    }
  }

  /// The table that a file's head is; nil when it is none of these.
  static func recognised(in head: [UInt8], _ dialect: Dialect, path: String) -> TicketTableKind? {
    var scanner = DelimitedScanner(dialect: dialect)
    scanner.feed(head[...])
    scanner.finish()
    var record = TableRecord()
    while scanner.next(into: &record) {
      if !record.isBlank {
        return TicketTableKind(header: record.fields.map(HeaderName.normalized), path: path)
      }
    }
    return nil
  }
}
