internal import VerbatimCore

/// What of tickets is no turn, counted over a file, so that a warning is told once.
struct TicketFindings: Hashable, Sendable {
  /// Internal notes, which no customer saw.
  var notes = 0
  /// Files that were attached.
  var attachments = 0
  /// Conversations whose messages were out of order.
  var sorted = 0

  private var noteLine: Int?
  private var attachmentLine: Int?
  private var sortLine: Int?

  /// Adds those of one conversation.
  mutating func add(_ other: TicketFindings, line: Int) {
    notes += other.notes
    attachments += other.attachments
    sorted += other.sorted
    if other.notes > 0 { noteLine = noteLine ?? line }
    if other.attachments > 0 { attachmentLine = attachmentLine ?? line }
    if other.sorted > 0 { sortLine = sortLine ?? line }
  }

  /// One warning for each kind that was found.
  func warnings(file: String) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    func tell(_ code: DiagnosticCode, _ line: Int?, _ message: String, _ hint: String) {
      guard let line else { return }
      let place = SourceLocation(file: file, line: line)
      warnings.append(Diagnostic(code, .warning, at: place, message, hint: hint))
    }
    tell(
      .internalNotes,
      noteLine,
      "internal notes: \(notes), in this conversation first; they are left out",
      "nothing is to be done: only what the customer could see is read"
    )
    tell(
      .attachments,
      attachmentLine,
      "attachments: \(attachments), in this conversation first; they hold no words",
      "read what is attached where it is; only words are scored"
    )
    tell(
      .messageOrder,
      sortLine,
      "conversations with messages out of order: \(sorted), this one first; they are put in order of time",
      "nothing is to be done, unless the times are wrong"
    )
    return warnings
  }
}
