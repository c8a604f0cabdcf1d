import VerbatimPipeline

/// The course of a conversation for a person: turns with moods and waits, and under each turn what was
/// read from it.
enum ConversationPrinter {
  /// How many characters of a turn are shown.
  private static let width = 72

  /// The lines of a conversation.
  static func lines(_ course: FeedbackSignal.Transcript, _ turns: [Turn]) -> [String] {
    var lines = [
      "conversation  \(course.customerTurns) customer, \(course.agentTurns) agent, "
        + "\(course.botTurns) bot turns  \(course.eligibility.rawValue)"
    ]
    lines.append("  mood       \(mood(course))")
    lines.append(
      "  waits      first response \(waited(course.firstResponseSeconds)), longest "
        + "\(waited(course.longestWaitSeconds))"
    )
    if course.firstResponseBusinessSeconds != nil || course.longestWaitBusinessSeconds != nil {
      lines.append(
        "             in business hours \(waited(course.firstResponseBusinessSeconds)), longest "
          + "\(waited(course.longestWaitBusinessSeconds))"
      )
    }
    lines.append(
      "  handoffs   \(course.handoffs)" + (course.agentKey.map { "  mostly \($0)" } ?? "")
    )
    if let events = course.events { lines.append("  solved     \(solved(events.resolution))") }
    for (index, turn) in turns.enumerated() {
      lines.append(line(of: turn, index, course))
      for event in events(in: index, course.events) { lines.append("        \(event)") }
    }
    return lines
  }

  private static func mood(_ course: FeedbackSignal.Transcript) -> String {
    guard let opening = course.opening, let closing = course.closing else {
      return "no turn of the customer is scored"
    }
    var text = "opens \(signed(opening)), closes \(signed(closing))"
    if let recovery = course.recovery { text += ", recovery \(signed(recovery))" }
    if let turn = course.turningTurn { text += ", turns at turn \(turn)" }
    return text
  }

  private static func solved(_ claim: ResolutionClaim) -> String {
    var text = claim.claimedTurn.map { "claimed in turn \($0)" } ?? "not claimed"
    if let confirmed = claim.confirmed, let turn = claim.confirmedTurn {
      text += confirmed ? ", confirmed in turn \(turn)" : ", denied in turn \(turn)"
    } else {
      text += ", not confirmed"
    }
    return text
  }

  private static func line(
    of turn: Turn,
    _ index: Int,
    _ course: FeedbackSignal.Transcript
  ) -> String {
    let score = course.trajectory.first { $0.turn == index }.map { point in
      point.compound.map(signed) ?? "no opinion"
    }
    let words = turn.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let shown = words.count > width ? words.prefix(width - 1) + "…" : words[...]
    let parts = [turn.speaker, turn.at, score].compactMap(\.self)
    return "  turn \(index)  \(parts.joined(separator: "  "))  “\(shown)”"
  }

  /// What was read from a turn.
  private static func events(in turn: Int, _ events: ConversationEvents?) -> [String] {
    guard let events else { return [] }
    var lines: [String] = []
    for item in events.escalations where item.turn == turn {
      lines.append("escalation  \(item.kind.rawValue)  “\(item.evidence.quote)”")
    }
    for item in events.churnStatements where item.turn == turn {
      lines.append("churn  \(item.kind.rawValue)  “\(item.evidence.quote)”")
    }
    for item in events.repeatedQuestions where item.turn == turn {
      lines.append(
        "repeated question  \(item.topic)  first in turn \(item.firstTurn)  “\(item.evidence.quote)”"
      )
    }
    for item in events.promises where item.turn == turn {
      var line = "promise  \(item.kind.rawValue)  “\(item.evidence.quote)”"
      if let due = item.due { line += "  due \(due)" }
      line += "  \(item.state.rawValue)"
      if let settled = item.settledTurn { line += " in turn \(settled)" }
      lines.append(line)
    }
    return lines
  }

  /// A wait as a person says it: the two largest units.
  private static func waited(_ seconds: Double?) -> String {
    guard let seconds else { return "not known" }
    let whole = Int(seconds.rounded())
    let parts = [
      (whole / 86_400, "d"), (whole / 3600 % 24, "h"), (whole / 60 % 60, "min"), (whole % 60, "s"),
    ]
    let first = parts.firstIndex { $0.0 > 0 } ?? 3
    return parts[first..<min(first + 2, 4)].filter { $0.0 > 0 || first == 3 }
      .map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }

  private static func signed(_ value: Double) -> String {
    value > 0 ? "+\(value)" : value < 0 ? "−\(-value)" : "0"
  }
}
