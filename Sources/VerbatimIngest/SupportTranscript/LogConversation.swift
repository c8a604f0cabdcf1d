internal import VerbatimCore

/// One conversation of a log, from its lines.
struct LogConversation {
  /// The facts and the turns.
  private(set) var conversation = Conversation()

  /// Whether anybody speaks.
  var hasTurns: Bool { !conversation.turns.isEmpty }
  /// Whether a heading states anything.
  var isStated: Bool { !conversation.facts.isEmpty }

  /// What one speaker says, not yet joined.
  private struct Message {
    var match: SpeakerLinePattern.Match
    var line: Int
    var more: [Substring] = []
  }

  /// Reads the lines of one conversation, its headings among them.
  init(_ lines: [Line], pattern: SpeakerLinePattern?, roles: SpeakerRoles, day: Instant?) {
    let texts = lines.map { SpeakerName.trimmed($0.text[...]) }
    let body = readHead(texts, pattern)
    guard let pattern else { return }
    let messages = Self.messages(in: texts, from: body, lines, pattern, roles)
    let times = TurnClock.resolved(
      messages.map(\.match.time),
      day: conversation.facts.date ?? day
    )
    for (message, time) in zip(messages, times) {
      let parts = [message.match.text] + message.more
      conversation.add(
        Turn(
          speaker: String(message.match.name),
          role: .unknown,
          at: time,
          text: parts.filter { !$0.isEmpty }.joined(separator: "\n"),
          line: message.line
        )
      )
    }
  }

  /// Reads headings and labels; gives the index of the first line of talk.
  private mutating func readHead(_ texts: [Substring], _ pattern: SpeakerLinePattern?) -> Int {
    for (at, text) in texts.enumerated() where !text.isEmpty {
      if LogHeading.isHeading(text) {
        LogHeading.read(text, into: &conversation.facts)
      } else if !conversation.facts.readLabel(text), pattern?.match(texts, at) != nil {
        return at
      }
    }
    return texts.count
  }

  private static func messages(
    in texts: [Substring],
    from start: Int,
    _ lines: [Line],
    _ pattern: SpeakerLinePattern,
    _ roles: SpeakerRoles
  ) -> [Message] {
    var census = SpeakerCensus()
    var found: [Int: SpeakerLinePattern.Match] = [:]
    var at = start
    while at < texts.count {
      let match = pattern.match(texts, at)
      if let match {
        found[at] = match
        at += match.used
      } else {
        at += 1
      }
      if match != nil || !texts[at - 1].isEmpty { census.note(match?.name) }
    }
    var messages: [Message] = []
    let speakers = census.speakers(roles)
    at = start
    while at < texts.count {
      if let match = found[at],
        !pattern.isLoose || speakers.contains(SpeakerRoles.folded(String(match.name)))
      {
        messages.append(Message(match: match, line: lines[at].number))
        at += match.used
      } else {
        if !texts[at].isEmpty, !messages.isEmpty {
          messages[messages.count - 1].more.append(texts[at])
        }
        at += 1
      }
    }
    return messages
  }
}
