internal import VerbatimCore

extension Conversation {
  /// Adds what was said in a ticket; internal notes are left out.
  ///
  /// - Parameters:
  ///   - messages: The messages, in their order.
  ///   - line: The line of all of them where they share one; nil leaves each its own.
  ///   - findings: Where notes and attachments are counted.
  mutating func add(
    _ messages: [TicketMessage],
    line: Int? = nil,
    counting findings: inout TicketFindings
  ) {
    for message in messages {
      if message.isInternal {
        findings.notes += 1
        continue
      }
      findings.attachments += message.attachments
      add(
        Turn(
          speaker: message.speaker,
          role: message.role,
          at: message.at,
          end: message.end,
          text: message.text,
          line: line ?? message.line
        )
      )
    }
  }
}
