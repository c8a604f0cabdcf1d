import VerbatimPipeline
import VerbatimReport

/// Conversations by residual for a report, from what the audit says of them.
enum ReportConversations {
  /// The view; nil where too few conversations have a recovery to say anything.
  static func view(_ list: AuditList) -> ResidualsView? {
    let rows = list.conversations.compactMap { audited -> ResidualsView.Conversation? in
      let conversation = audited.conversation
      guard let recovery = conversation.course.recovery, let usual = audited.expected,
        let error = audited.expectedError, let within = audited.expectedWithin,
        let alike = audited.expectedWithinCount
      else { return nil }
      var row = ResidualsView.Conversation(
        id: conversation.signalID,
        recovery: recovery,
        usual: usual,
        error: error,
        within: within,
        alike: alike
      )
      row.time = conversation.eventTime.map(Figures.day)
      row.queue = conversation.queue
      row.issue = conversation.issue
      row.channel = conversation.channel
      return row
    }
    guard !rows.isEmpty else { return nil }
    return ResidualsView(
      rows,
      queues: queues(list),
      note: "\(Figures.count(rows.count)) of \(Figures.count(list.summary.conversations)) "
        + "conversations have two scored turns of the customer at either end. What is usual is the "
        + "mean of the others of the same queue, issue and channel, drawn towards that of the issue, "
        + "the channel and the whole shop the more, the fewer they are and the less such groups "
        + "differ; the interval is that of what is usual. It tells of a conversation, not of a "
        + "person."
    )
  }

  /// What can be said of teams: those that recover more or less than usual, and of how many nothing
  /// can be said.
  private static func queues(_ list: AuditList) -> [String] {
    guard let comparison = list.comparisons[.queue] else { return [] }
    let spoken = comparison.rows.filter { $0.reading == .worse || $0.reading == .better }
      .sorted { ($0.residual ?? 0, $0.name) < ($1.residual ?? 0, $1.name) }
    var lines = spoken.compactMap { row -> String? in
      guard let residual = row.residual, let interval = row.interval else { return nil }
      return
        "Queue \(row.name): \(Figures.signed(residual)) against what others reach with the same "
        + "issues (95\u{A0}% \(Figures.signed(interval.lower)) to "
        + "\(Figures.signed(interval.upper)), n = \(Figures.count(row.comparable)))"
    }
    let few = comparison.rows.count { $0.reading == .insufficient }
    if few > 0 {
      lines.append(
        "\(Figures.count(few, "queue")) with fewer than \(Figures.count(comparison.minimum)) "
          + "conversations: nothing is said."
      )
    }
    return lines
  }
}
