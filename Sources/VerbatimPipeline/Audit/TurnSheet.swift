internal import VerbatimCore
internal import VerbatimStore

/// Puts what was measured of a conversation beside its turns.
struct TurnSheet {
  let turns: [AuditTurn]

  init(
    _ verbatim: StoredVerbatim,
    _ course: FeedbackSignal.Transcript,
    _ contributions: [Int: [AuditTurn.Contribution]]
  ) {
    let turns = verbatim.turns
    let speakers = Self.pseudonyms(turns)
    let times = Self.times(of: turns)
    let asked = turns.firstIndex { $0.role == .customer }
    let reply = asked.flatMap { asked in
      turns.indices.first { $0 > asked && turns[$0].role == .agent }
    }
    let scores = turns.indices.map { index in
      index < verbatim.compounds.count ? verbatim.compounds[index] : nil
    }
    let lowest = course.lowest.flatMap { lowest in scores.firstIndex { $0 == lowest } }
    var events = [[AuditTurn.Event]](repeating: [], count: turns.count)
    func add(_ event: AuditTurn.Event, to turn: Int?) {
      if let turn, events.indices.contains(turn) { events[turn].append(event) }
    }
    for event in course.events?.escalations ?? [] {
      add(.init("escalation", event.kind.rawValue, evidence: event.evidence), to: event.turn)
    }
    for event in course.events?.churnStatements ?? [] {
      add(.init("churn", event.kind.rawValue, evidence: event.evidence), to: event.turn)
    }
    for promise in course.events?.promises ?? [] {
      add(
        .init(
          "promise",
          promise.kind.rawValue,
          evidence: promise.evidence,
          due: promise.due,
          state: promise.state
        ),
        to: promise.turn
      )
    }
    for event in course.events?.repeatedQuestions ?? [] {
      add(.init("repeated_question", event.topic, evidence: event.evidence), to: event.turn)
    }
    if let resolution = course.events?.resolution {
      add(.init("claimed_solved"), to: resolution.claimedTurn)
      add(
        .init(resolution.confirmed == false ? "denied" : "confirmed"),
        to: resolution.confirmedTurn
      )
    }
    add(.init("turning_point"), to: course.turningTurn)
    add(.init("lowest"), to: scores.compactMap(\.self).count > 1 ? lowest : nil)
    self.turns = turns.indices.map { index in
      var wait: Double?
      if index > 0, let now = times[index], let before = times[index - 1], now >= before {
        wait = now - before
      }
      return AuditTurn(
        index: index,
        role: turns[index].role,
        speaker: speakers[index],
        at: turns[index].at,
        wait: wait,
        isFirstReply: index == reply,
        compound: scores[index],
        text: turns[index].text,
        events: events[index],
        contributions: contributions[index] ?? []
      )
    }
  }

  /// Customers and machines by their role, people of the shop by their pseudonyms; those without one
  /// are numbered as they come in.
  private static func pseudonyms(_ turns: [Turn]) -> [String] {
    var unnamed: [String] = []
    return turns.map { turn in
      guard turn.role == .agent else { return turn.role.rawValue }
      guard !turn.speaker.hasPrefix("agent-") else { return turn.speaker }
      if !unnamed.contains(turn.speaker) { unnamed.append(turn.speaker) }
      return "agent \((unnamed.firstIndex(of: turn.speaker) ?? 0) + 1)"
    }
  }

  private static func times(of turns: [Turn]) -> [Double?] {
    var record = FeedbackRecord(source: .init(kind: .transcript, format: "store", file: "-"))
    record.turns = turns
    return TurnTimes(record).seconds
  }
}
