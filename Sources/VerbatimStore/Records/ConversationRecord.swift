internal import GRDB
internal import VerbatimCore

/// A row of `conversations`.
struct ConversationRecord {
  let seq: Int64
  let signal: FeedbackSignal
  let course: FeedbackSignal.Transcript

  static let insertion = """
    INSERT INTO conversations (
      seq, native_id, channel, queue, issue, eligibility, agent_key, customer_turns, agent_turns,
      bot_turns, opening, closing, lowest, recovery, turning_turn, first_response,
      first_response_business, longest_wait, longest_wait_business, handoffs, repeated_questions,
      escalations, churn_statements, promises, promises_kept, promises_broken, claimed,
      claimed_turn, confirmed, confirmed_turn
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
      ?)
    """

  var arguments: StatementArguments {
    let events = course.events
    func promises(_ state: Promise.State) -> Int? { events?.promises.count { $0.state == state } }
    let envelope: StatementArguments = [
      seq,
      signal.source.nativeID.map(StoredText.init),
      signal.dims["channel"].map(StoredText.init),
      signal.dims["queue"].map(StoredText.init),
      signal.mainIssue?.code,
      course.eligibility.rawValue,
      course.agentKey,
      course.customerTurns,
      course.agentTurns,
      course.botTurns,
    ]
    let measured: StatementArguments = [
      course.opening,
      course.closing,
      course.lowest,
      course.recovery,
      course.turningTurn,
      course.firstResponseSeconds,
      course.firstResponseBusinessSeconds,
      course.longestWaitSeconds,
      course.longestWaitBusinessSeconds,
      course.handoffs,
    ]
    let told: StatementArguments = [
      events?.repeatedQuestions.count,
      events?.escalations.count,
      events?.churnStatements.count,
      events?.promises.count,
      promises(.kept),
      promises(.broken),
      events?.resolution.claimed,
      events?.resolution.claimedTurn,
      events?.resolution.confirmed,
      events?.resolution.confirmedTurn,
    ]
    return envelope + measured + told
  }
}

extension FeedbackSignal {
  /// The issue a conversation is about: of those reported the gravest, of several the first.
  var mainIssue: Issue? {
    issues.filter(\.modality.isReport).min { $0.tier < $1.tier }
  }
}
