internal import VerbatimCore

/// The transcript of a chat that a help desk keeps as one comment of a ticket.
///
/// Source of the form: Zendesk's own, `(10:14:33 AM) Maya: text` under `Chat started: …` and
/// `Served by: …`, with notices in asterisks.
enum CommentChat {
  /// What stands at the start of such a comment, before the day.
  private static let lead = "chat started"

  /// The messages of the chat in a comment; nil when it holds none.
  ///
  /// The clock in it is the account's, and the comment's own time is UTC and follows the last
  /// line: the difference, to the nearest quarter of an hour, is the zone.
  ///
  /// - Parameters:
  ///   - comment: The comment, with the time at which it was written.
  ///   - requester: The id of who asked, in whose name the visitor speaks.
  /// - Returns: One message for each turn of the chat.
  static func messages(in comment: TicketMessage, requester: String?) -> [TicketMessage]? {
    guard comment.text.prefix(400).lowercased().contains(lead) else { return nil }
    let texts = comment.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var lines: [Line] = []
    var matched = 0
    var offset = 0
    for (place, text) in texts.enumerated() {
      let bytes = Array(text.utf8)
      lines.append(Line(bytes: bytes, number: place + 1, byte: offset, isClosed: true))
      offset += bytes.count + 1
      let trimmed = SpeakerName.trimmed(text)
      if SpeakerLinePattern.parenthesised.match([trimmed], 0) != nil { matched += 1 }
    }
    guard matched >= 2 else { return nil }
    let log = LogConversation(lines, pattern: .parenthesised, roles: .standard, day: nil)
    var turns = log.conversation.turns
    let agents = log.conversation.facts.agents
    SpeakerRoles.standard.assign(to: &turns, agents: agents)
    let shift = zone(of: turns.last?.at, before: comment.at)
    return turns.map { turn in
      var message = TicketMessage()
      // In a ticket whoever is no agent, bot or notice is the one who asked.
      message.role = turn.role == .unknown ? .customer : turn.role
      message.speaker = message.role == .customer ? requester ?? turn.speaker : turn.speaker
      message.at = turn.at.flatMap { Instant(iso8601: $0) }.map {
        Instant(seconds: $0.seconds + shift).description
      }
      message.text = turn.text
      message.line = comment.line
      return message
    }
  }

  /// What is added to the clock of the last line to have it in UTC; 0 when that is no zone.
  private static func zone(of last: String?, before written: String?) -> Int64 {
    guard let last = last.flatMap({ Instant(iso8601: $0) }),
      let written = written.flatMap({ Instant(iso8601: $0) }), written.precision == .second
    else { return 0 }
    let quarter: Int64 = 900
    let seconds = written.seconds - last.seconds
    let shift = (seconds + (seconds < 0 ? -quarter / 2 : quarter / 2)) / quarter * quarter
    // Zones lie between 12 hours behind UTC and 14 before it.
    return (-14 * 3600...12 * 3600).contains(shift) ? shift : 0
  }
}
