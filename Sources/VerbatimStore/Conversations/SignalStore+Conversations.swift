internal import GRDB
public import VerbatimCore

extension SignalStore {
  /// Gives the conversations in the order in which they were stored, one at a time, those that do
  /// not count in an audit too.
  ///
  /// - Parameters:
  ///   - filter: Which; its conditions are on the signal, so that `issue` finds any issue of a
  ///     conversation, not only its gravest.
  ///   - body: Gets each.
  /// - Throws: What `body` throws, as it is, else ``StoreFailure``.
  public func forEachConversation(
    _ filter: SignalFilter = SignalFilter(),
    _ body: (Conversation) throws -> Void
  ) throws {
    var refusal: (any Error)?
    try reading { db in
      let (condition, arguments) = filter.condition
      let (tables, seq) = filter.conversations
      let events = try db.cachedStatement(sql: ConversationEventRecord.selection)
      // SQLite takes a negative limit for none.
      let rows = try Row.fetchCursor(
        db,
        sql: """
          \(Conversation.columns) FROM \(tables) WHERE \(condition) ORDER BY \(seq) LIMIT ?
          """,
        arguments: arguments + [filter.limit.map { max(0, $0) } ?? -1]
      )
      while refusal == nil, let row = try rows.next() {
        let conversation = try Conversation(row, events: events)
        do { try body(conversation) } catch { refusal = error }
      }
    }
    if let refusal { throw refusal }
  }

  /// The conversation behind a signal; nil when there is none, or it was stored before
  /// conversations were measured.
  public func conversation(ofSignal id: String) throws(StoreFailure) -> Conversation? {
    try reading { db in
      let events = try db.cachedStatement(sql: ConversationEventRecord.selection)
      return try Row.fetchOne(
        db,
        sql: """
          \(Conversation.columns) FROM signals s JOIN conversations c ON c.seq = s.seq
          WHERE s.signal_id = ?
          """,
        arguments: [id]
      ).map { try Conversation($0, events: events) }
    }
  }

  /// How many conversations there are of each eligibility, over those a filter lets through.
  public func eligibility(
    _ filter: SignalFilter = SignalFilter()
  ) throws(StoreFailure) -> [FeedbackSignal.Transcript.Eligibility: Int] {
    try reading { db in
      let (condition, arguments) = filter.condition
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT c.eligibility, count(*) FROM \(filter.conversations.tables)
          WHERE \(condition) GROUP BY 1
          """,
        arguments: arguments
      )
      var counts: [FeedbackSignal.Transcript.Eligibility: Int] = [:]
      for row in rows { counts[try row.name(at: 0)] = try row.decode(Int.self, atIndex: 1) }
      return counts
    }
  }
}

extension Conversation {
  fileprivate static let columns = """
    SELECT s.seq, s.signal_id, s.event_time, s.event_precision, s.sku, s.supplier, s.customer_key,
      s.language, s.status, s.compound, s.severity, c.native_id, c.channel, c.queue, c.issue,
      c.eligibility, c.agent_key, c.customer_turns, c.agent_turns, c.bot_turns, c.opening,
      c.closing, c.lowest, c.recovery, c.turning_turn, c.first_response,
      c.first_response_business, c.longest_wait, c.longest_wait_business, c.handoffs, c.claimed,
      c.claimed_turn, c.confirmed, c.confirmed_turn
    """

  /// The conversation of a row, with its events.
  fileprivate init(_ row: Row, events: Statement) throws {
    try self.init(
      seq: row.decode(Int64.self, atIndex: 0),
      signalID: row.decode(String.self, atIndex: 1),
      status: row.name(at: 8),
      course: FeedbackSignal.Transcript(row)
    )
    eventTime = try row.instant(at: 2)
    sku = try row.optionalText(at: 4)
    supplier = try row.optionalText(at: 5)
    customerKey = try row.decode(String?.self, atIndex: 6)
    language = try row.optionalText(at: 7)
    compound = try row.decode(Double?.self, atIndex: 9)
    severity = try row.optionalName(at: 10)
    nativeID = try row.optionalText(at: 11)
    channel = try row.optionalText(at: 12)
    queue = try row.optionalText(at: 13)
    issue = try row.optionalText(at: 14)
    // Nothing was read when it was not even known whether a solution was claimed.
    guard let claimed = try row.decode(Bool?.self, atIndex: 30) else { return }
    var told = ConversationEvents()
    told.resolution.claimed = claimed
    told.resolution.claimedTurn = try row.decode(Int?.self, atIndex: 31)
    told.resolution.confirmed = try row.decode(Bool?.self, atIndex: 32)
    told.resolution.confirmedTurn = try row.decode(Int?.self, atIndex: 33)
    for event in try Row.fetchAll(events, arguments: [seq]) {
      try ConversationEventRecord.add(event, to: &told)
    }
    course.events = told
  }
}

extension FeedbackSignal.Transcript {
  /// The numbers of a row.
  fileprivate init(_ row: Row) throws {
    self.init()
    eligibility = try row.name(at: 15)
    agentKey = try row.decode(String?.self, atIndex: 16)
    customerTurns = try row.decode(Int.self, atIndex: 17)
    agentTurns = try row.decode(Int.self, atIndex: 18)
    botTurns = try row.decode(Int.self, atIndex: 19)
    opening = try row.decode(Double?.self, atIndex: 20)
    closing = try row.decode(Double?.self, atIndex: 21)
    lowest = try row.decode(Double?.self, atIndex: 22)
    recovery = try row.decode(Double?.self, atIndex: 23)
    turningTurn = try row.decode(Int?.self, atIndex: 24)
    firstResponseSeconds = try row.decode(Double?.self, atIndex: 25)
    firstResponseBusinessSeconds = try row.decode(Double?.self, atIndex: 26)
    longestWaitSeconds = try row.decode(Double?.self, atIndex: 27)
    longestWaitBusinessSeconds = try row.decode(Double?.self, atIndex: 28)
    handoffs = try row.decode(Int.self, atIndex: 29)
  }
}
