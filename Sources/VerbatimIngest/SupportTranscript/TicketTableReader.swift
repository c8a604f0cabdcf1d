public import VerbatimCore
public import VerbatimText

/// Reads the conversations of a help desk from its tables: Zendesk and Intercom as a warehouse
/// keeps them, Salesforce's cases and chats.
///
/// The file that is named is read together with the tables beside it, by their names. So that a
/// folder's conversations are read once, each is given by the first table that has words of it:
/// the comments before the tickets, the parts before the conversations, mails before comments
/// before cases.
public struct TicketTableReader: FeedbackReader {
  private static let format = "ticket-tables"

  private let roles: SpeakerRoles
  private let tables: TicketTables
  private var pending: [ReadItem]
  private var ids: ArraySlice<String> = []
  private var elsewhere = 0
  private var isUnasked = false
  private var findings = TicketFindings()
  private var row = 0
  private var isDone = false

  /// A table, with what is known of its speakers.
  ///
  /// - Throws: `V1104` when the header is that of another table, `V1309` when it holds no words and
  ///   the table that does is not beside it, and what makes the file unusable.
  /// - Complexity: Holds the table and those beside it in memory.
  public init(_ source: TextSource, roles: SpeakerRoles = .standard) throws(Diagnostic) {
    self.roles = roles
    tables = try TicketTables(source)
    pending = tables.findings.map { finding in
      var finding = finding
      finding.severity = .warning
      return .warning(finding)
    }
    let own = tables.own
    guard own.kind.hasWords else {
      let missing = tables.missingConversations
      guard missing.isEmpty else {
        throw Diagnostic(
          .tablesApart,
          at: SourceLocation(file: own.path),
          "the table holds \(own.kind.rawValue) and no words of customers, and the table that does "
            + "is not beside it: \(missing[0])",
          hint: "put \(missing.joined(separator: " or ")) into the same folder, as the same export "
            + "writes it"
        )
      }
      isDone = true
      pending = [
        .warning(
          Diagnostic(
            .tablesApart,
            .warning,
            at: SourceLocation(file: own.path),
            "the table holds \(own.kind.rawValue) and no words of customers",
            hint: "nothing is to be done: where it says more of a conversation it is read with it"
          )
        )
      ]
      return
    }
    let before = own.kind.family.prefix { $0 != own.kind }.compactMap { tables[$0] }
    ids = own.order.filter { id in !before.contains { $0.places[id] != nil } }[...]
    elsewhere = own.order.count - ids.count
    guard elsewhere > 0 else { return }
    let others = before.filter { !$0.rows.isEmpty }.map(\.path).joined(separator: " or ")
    pending.append(
      .warning(
        Diagnostic(
          .tablesApart,
          .warning,
          at: SourceLocation(file: own.path),
          "conversations that are read with \(others): \(elsewhere), and \(ids.count) here",
          hint: "give all of them, or their folder; each conversation is read once"
        )
      )
    )
  }

  /// The next conversation, in the order in which they begin in the file.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    while pending.isEmpty, !isDone {
      if let id = ids.popFirst() { read(id) } else { end() }
    }
    return pending.isEmpty ? nil : pending.removeFirst()
  }

  private mutating func read(_ id: String) {
    row += 1
    let found = TableConversation(id, in: tables)
    let line = tables.own.places[id].flatMap { $0.first }.map { tables.own.rows[$0].line }
    let location = SourceLocation(file: tables.own.path, line: line)
    var place = FeedbackRecord.Source(
      kind: .transcript,
      format: Self.format,
      file: tables.own.path
    )
    place.line = line
    place.row = row
    findings.add(found.findings, line: line ?? 1)
    if found.isDeleted {
      pending.append(
        .reject(
          Diagnostic(
            .rowNotCustomer,
            at: location,
            "the ticket was deleted",
            hint: "nothing is to be done: what a help desk deleted is not counted"
          )
        )
      )
    } else if found.areRolesOpen, !found.conversation.turns.contains(where: \.isCustomers) {
      isUnasked = true
      pending.append(
        .reject(
          Diagnostic(
            .noCustomer,
            at: location,
            "no table says who asked and who answered",
            hint: missingHint
          )
        )
      )
    } else {
      pending.append(
        found.conversation.item(source: place, roles: roles)
          ?? .reject(
            Diagnostic(
              .noTurns,
              at: location,
              "the conversation has no words that a customer could see",
              hint: "nothing is to be done when it was only assigned or closed"
            )
          )
      )
    }
  }

  /// The table that says who asked, where it was looked for.
  private var lookedFor: String? {
    tables.own.kind.family.last.flatMap { tables.missing[$0] }
  }

  private var missingHint: String? {
    if let lookedFor { return "put \(lookedFor) beside it, as the same export writes it" }
    let last = tables.own.kind.family.last.flatMap { tables[$0] }
    return last.map { "it is not in \($0.path): export both tables for the same days" }
  }

  private mutating func end() {
    isDone = true
    pending += findings.warnings(file: tables.own.path).map(ReadItem.warning)
    if isUnasked, let lookedFor {
      pending.append(
        .warning(
          Diagnostic(
            .tablesApart,
            .warning,
            at: SourceLocation(file: tables.own.path),
            "\(lookedFor) is not there, so it is not known who asked",
            hint: "export the table of tickets too, into the same folder"
          )
        )
      )
    }
    guard row == 0, elsewhere == 0 else { return }
    pending.append(
      .warning(
        Diagnostic(
          .noTurns,
          .warning,
          at: SourceLocation(file: tables.own.path),
          "the table has a header and no rows",
          hint: "export it again, with the conversations of the days that matter"
        )
      )
    )
  }
}

extension Turn {
  fileprivate var isCustomers: Bool { role == .customer }
}
