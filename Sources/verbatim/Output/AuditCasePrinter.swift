import VerbatimPipeline

/// One conversation for people.
struct AuditCasePrinter {
  let found: AuditCase

  /// The head, the turns, and what people said.
  var lines: [String] {
    var lines = head
    for turn in found.turns { lines += self.lines(of: turn) }
    guard !found.reviews.isEmpty else { return lines }
    lines += ["", "verdicts"]
    for review in found.reviews {
      lines.append(
        "  \(review.at)  \(Console.shown(review.reviewer))  \(review.category): "
          + "\(review.verdict)  “\(shown(review.reason))”"
      )
    }
    return lines
  }

  private var head: [String] {
    let conversation = found.audited.conversation
    let course = conversation.course
    let about = [conversation.queue, conversation.channel, conversation.issue, conversation.sku]
      .compactMap { $0.map { Console.shown($0) } }
    var lines = [
      "conversation  \(conversation.signalID)"
        + (conversation.nativeID.map { "  (\(Console.shown($0)) in its own system)" } ?? ""),
      "held          \(AuditWords.time(conversation.eventTime))  "
        + about.joined(separator: " · "),
      "turns         \(course.customerTurns) of the customer, \(course.agentTurns) of people, "
        + "\(course.botTurns) of machines; \(AuditWords.count(course.handoffs, "hand-off"))"
        + (found.audited.agent.map { "; mostly \($0)" } ?? ""),
    ]
    var mood = "mood          opening \(AuditWords.mood(course.opening)), closing "
    mood += "\(AuditWords.mood(course.closing)), recovery \(AuditWords.mood(course.recovery))"
    if found.audited.expected != nil {
      mood += "; \(AuditWords.usual(found.audited)), residual "
      mood += AuditWords.mood(found.audited.residual)
    }
    lines.append(mood)
    var waits =
      "waits         first human reply \(AuditWords.duration(course.firstResponseSeconds))"
    waits += ", longest \(AuditWords.duration(course.longestWaitSeconds))"
    if let business = course.firstResponseBusinessSeconds {
      waits += "; in opening hours \(AuditWords.duration(business)), "
      waits += AuditWords.duration(course.longestWaitBusinessSeconds)
    }
    lines.append(waits)
    if let resolution = course.events?.resolution {
      let claimed = resolution.claimed ? "claimed by the shop" : "not claimed"
      let confirmed =
        resolution.confirmed.map { $0 ? "confirmed by the customer" : "denied by the customer" }
        ?? "the customer does not say"
      lines.append("resolution    \(claimed), \(confirmed)")
    }
    if !found.audited.risks.isEmpty {
      lines.append("risk          " + found.audited.risks.map(\.words).joined(separator: ", "))
    }
    if course.eligibility != .eligible {
      lines.append("not counted   \(course.eligibility.rawValue)")
    }
    if let drawn = found.drawn {
      lines.append(
        "drawn         \(drawn.stratum) stratum, stands for \((drawn.weight * 10).rounded() / 10)"
      )
    }
    return lines + [""]
  }

  private func lines(of turn: AuditTurn) -> [String] {
    var lines: [String] = []
    if turn.isFirstReply, let wait = found.audited.conversation.course.firstResponseSeconds {
      lines.append("      … \(AuditWords.duration(wait)) to the first human reply")
    } else if let wait = turn.wait, wait >= 60 {
      // Below a minute a conversation only goes on.
      lines.append("      … \(AuditWords.duration(wait))")
    }
    let mood = turn.compound.map { "  \(AuditWords.mood($0))" } ?? ""
    lines.append("[\(turn.index)] \(turn.speaker)\(turn.at.map { "  \($0)" } ?? "")\(mood)")
    lines.append("      \(shown(turn.text))")
    for event in turn.events { lines.append("      ! " + words(event)) }
    for part in turn.contributions {
      let rules = part.rules.isEmpty ? "" : "  · " + part.rules.joined(separator: " · ")
      // A store may come from anywhere: a range outside the text is not cut.
      let isInside = part.range.end <= turn.text.utf8.count
      let words = isInside ? part.range.cut(turn.text) : part.term
      lines.append(
        "      = \(EvaluationPrinter.number(part.contribution, isSigned: true))  “\(shown(words))”  "
          + "\(part.range.start)–\(part.range.end)  `\(part.term)`\(rules)"
      )
    }
    return lines
  }

  private func words(_ event: AuditTurn.Event) -> String {
    var words = event.kind.replacing("_", with: " ")
    if let name = event.name { words += " " + name.replacing("_", with: " ") }
    if let quote = event.evidence?.quote { words += " “\(shown(quote))”" }
    if let due = event.due { words += ", due \(due)" }
    if let state = event.state { words += ": \(state.rawValue)" }
    return words
  }

  /// A text on one line with its control characters written out.
  private func shown(_ text: String) -> String {
    Console.shown(text.split(whereSeparator: \.isNewline).joined(separator: " / "))
  }
}
