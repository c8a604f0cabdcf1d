import VerbatimPipeline

/// The list of an audit for people.
struct AuditListPrinter {
  let list: AuditList
  let limit: Int

  /// What is said of all, the comparisons, and who to read first.
  var lines: [String] {
    var lines = header
    for level in AuditList.Level.allCases { lines += comparison(level) }
    lines += ["", "read these first: by risk, then by recovery against what is usual"]
    for (number, conversation) in list.conversations.prefix(limit).enumerated() {
      lines += card(number + 1, conversation)
    }
    let rest = list.conversations.count - min(limit, list.conversations.count)
    if list.conversations.isEmpty { lines.append("  none") }
    if rest > 0 { lines.append("and \(EvaluationPrinter.grouped(rest)) more") }
    return lines
  }

  private var header: [String] {
    let summary = list.summary
    var first = AuditWords.count(summary.conversations, "conversation")
    first += " = \(EvaluationPrinter.grouped(summary.eligible)) eligible"
    if let share = summary.eligibleShare { first += " (\(AuditWords.percent(share)) %)" }
    let missing = summary.conversations - summary.eligible
    first += " + \(EvaluationPrinter.grouped(missing)) not scored"
    if !summary.notScored.isEmpty {
      first +=
        ": "
        + summary.notScored.map { "\($0.count) \(words($0.reason))" }
        .joined(separator: ", ")
    }
    let promises = summary.promises
    return [
      first,
      "mood          starts \(AuditWords.mood(summary.opening)), ends "
        + "\(AuditWords.mood(summary.closing)); recovery \(AuditWords.mood(summary.recovery)), "
        + "usual for these issues \(AuditWords.mood(summary.expected)) (n = "
        + "\(EvaluationPrinter.grouped(summary.withRecovery)))",
      "first reply   " + spread(summary.firstResponse, summary.firstResponseBusiness),
      "longest wait  " + spread(summary.longestWait, summary.longestWaitBusiness),
      "promises      \(AuditWords.count(promises.made, "promise")) = \(promises.kept) kept + "
        + "\(promises.broken) broken + \(promises.open) open",
      "came back     " + repeats,
    ]
  }

  private func words(_ reason: FeedbackSignal.Transcript.Eligibility) -> String {
    switch reason {
    case .eligible: "eligible"
    case .noCustomer: "without a customer"
    case .botOnly: "bot only"
    case .unsupportedLanguage: "in a language that is not read"
    case .underTenWords: "under 10 words"
    }
  }

  private func spread(
    _ calendar: AuditSummary.Spread,
    _ business: AuditSummary.Spread
  ) -> String {
    func part(_ name: String, _ spread: AuditSummary.Spread) -> String {
      guard spread.count > 0 else { return "\(name): not known" }
      return "\(name): median \(AuditWords.duration(spread.median)), p90 "
        + "\(AuditWords.duration(spread.p90)) (n = \(EvaluationPrinter.grouped(spread.count)))"
    }
    return part("calendar", calendar) + "; " + part("opening hours", business)
  }

  private var repeats: String {
    let repeats = list.repeats
    guard repeats.followed > 0 else {
      return "not known: no conversation has a customer, an issue, an article and "
        + "\(repeats.window) days after it"
    }
    let interval = ProportionInterval(wilson: repeats.pairs.count, of: repeats.followed)
    var line = "\(repeats.pairs.count) of \(repeats.followed) within \(repeats.window) days, "
    line += "\(AuditWords.percent(repeats.share)) % (95 % \(AuditWords.percent(interval.lower))"
    line += "–\(AuditWords.percent(interval.upper)))"
    let top = list.repeatIssues.prefix(5).map { "\($0.issue) \($0.count)" }
    return top.isEmpty ? line : line + ": " + top.joined(separator: ", ")
  }

  private func comparison(_ level: AuditList.Level) -> [String] {
    guard let comparison = list.comparisons[level] else { return [] }
    let name = level == .queue ? "queue" : "person (pseudonym)"
    guard !comparison.rows.isEmpty else {
      return ["", "recovery against what is usual, by \(name): none is named"]
    }
    let isPeople = level == .agent
    var table = AlignedTable(
      [name] + (isPeople ? ["queues"] : [])
        + ["n", "residual", "95 %", "q", "usual by", "reads"]
    )
    for row in comparison.rows {
      table.add(
        [Console.shown(row.name)] + (isPeople ? [AuditWords.queues(row.queues)] : []) + [
          EvaluationPrinter.grouped(row.count), AuditWords.mood(row.residual),
          AuditWords.moods(row.interval), EvaluationPrinter.number(row.qValue),
          AuditWords.within(row.expectedWithin), reading(row, comparison),
        ]
      )
    }
    let what = isPeople ? "in the same queues with the same issues" : "with the same issues"
    return ["", "recovery against what others reach \(what); by name, no ranking"]
      + table.lines
  }

  private func reading(_ row: ResidualComparison.Row, _ comparison: ResidualComparison) -> String {
    switch row.reading {
    case .better: "better"
    case .usual: "as usual"
    case .worse: "worse"
    case .insufficient:
      "not enough data: \(AuditWords.count(row.count, "conversation")), "
        + "\(comparison.minimum) needed"
    case .incomparable:
      "not comparable: \(row.comparable) of \(row.count) are of issues that others "
        + (row.queues.isEmpty ? "have too" : "of the queue have too")
    }
  }

  private func card(_ number: Int, _ audited: AuditedConversation) -> [String] {
    let conversation = audited.conversation
    let about = [conversation.queue, conversation.channel, conversation.issue, conversation.sku]
      .compactMap { $0.map { Console.shown($0) } }
    var lines = [
      "\(number). \(conversation.signalID)  \(AuditWords.time(conversation.eventTime))  "
        + about.joined(separator: " · ")
    ]
    var second = "   residual \(AuditWords.mood(audited.residual)) (recovery "
    second += "\(AuditWords.mood(conversation.course.recovery)), \(AuditWords.usual(audited)))"
    if audited.residual == nil {
      second = "   recovery \(AuditWords.mood(conversation.course.recovery))"
    }
    second += "; longest wait \(AuditWords.duration(conversation.course.longestWaitSeconds))"
    if let agent = audited.agent { second += "; \(agent)" }
    lines.append(second)
    let repeated = conversation.course.events?.repeatedQuestions.count ?? 0
    var flags = audited.risks.map(\.words)
    if repeated > 0 { flags.append(AuditWords.count(repeated, "repeated question")) }
    if !flags.isEmpty { lines.append("   ! " + flags.joined(separator: ", ")) }
    return lines
  }
}
