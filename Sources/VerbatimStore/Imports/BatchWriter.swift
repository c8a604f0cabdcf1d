internal import GRDB
internal import VerbatimCore

/// Writes the items of one batch, inside its transaction.
struct BatchWriter {
  private let importID: Int64
  private let find: Statement
  private let findRetraction: Statement
  private let delete: Statement
  private let insertSignal: Statement
  private let insertResolution: Statement
  private let insertIssue: Statement
  private let insertRating: Statement
  private let insertSegment: Statement
  private let insertVerbatim: Statement
  private let insertTurn: Statement
  private let insertConversation: Statement
  private let insertEvent: Statement
  private let insertReject: Statement
  private var nextSeq: Int64
  private let hasRetractions: Bool

  init(_ db: Database, importID: Int64) throws {
    self.importID = importID
    find = try db.cachedStatement(sql: StoredCopy.selection)
    findRetraction = try db.cachedStatement(sql: RetractionRecord.presence)
    delete = try db.cachedStatement(sql: "DELETE FROM signals WHERE seq = ?")
    insertSignal = try db.cachedStatement(sql: SignalRecord.insertion)
    insertResolution = try db.cachedStatement(
      sql: "INSERT INTO resolutions (seq, product, supplier, lot) VALUES (?, ?, ?, ?)"
    )
    insertIssue = try db.cachedStatement(sql: IssueRecord.insertion)
    insertRating = try db.cachedStatement(sql: RatingRecord.insertion)
    insertSegment = try db.cachedStatement(sql: SegmentRecord.insertion)
    insertVerbatim = try db.cachedStatement(sql: VerbatimRecord.insertion)
    insertTurn = try db.cachedStatement(sql: TurnRecord.insertion)
    insertConversation = try db.cachedStatement(sql: ConversationRecord.insertion)
    insertEvent = try db.cachedStatement(sql: ConversationEventRecord.insertion)
    insertReject = try db.cachedStatement(sql: RejectRecord.insertion)
    // Asked before a revision can take the highest row away, and a revision's own row is the highest
    // from then on: no cursor is given twice.
    nextSeq = try StoredChange.lastSeq(in: db) + 1
    hasRetractions = try RetractionRecord.areAny(in: db)
  }

  /// Stores a signal unless it is there already, or was there and its customer is forgotten.
  mutating func write(_ entry: Entry) throws -> Outcome {
    var signal = entry.signal
    signal.revision = 1
    if let row = try Row.fetchOne(find, arguments: [signal.id]) {
      let stored = try StoredCopy(row)
      guard stored.isReplaced(by: entry) else { return .duplicate }
      // Issues and texts go with it.
      try delete.execute(arguments: [stored.seq])
      signal.revision = stored.revision + 1
    } else if hasRetractions,
      try Row.fetchOne(findRetraction, arguments: [signal.id]) != nil
    {
      return .duplicate
    }
    let seq = nextSeq
    nextSeq += 1
    var json = JSONWriter()
    signal.write(to: &json, explain: true)
    let record = SignalRecord(
      seq: seq,
      importID: importID,
      signal: signal,
      contentHash: entry.contentHash,
      textKey: entry.textKey,
      body: json.bytes
    )
    try insertSignal.execute(arguments: record.arguments)
    try insertResolution.execute(
      arguments: [
        seq, signal.product.method.rawValue, signal.supplier.method.rawValue,
        signal.lot.status.rawValue,
      ]
    )
    for (ordinal, issue) in signal.issues.enumerated() {
      try insertIssue.execute(
        arguments: IssueRecord(seq: seq, ordinal: ordinal, issue: issue).arguments
      )
    }
    for (ordinal, rating) in signal.ratings.enumerated() {
      try insertRating.execute(
        arguments: RatingRecord(seq: seq, ordinal: ordinal, rating: rating).arguments
      )
    }
    for (name, value) in signal.dims.sorted(by: { $0.key < $1.key }) {
      try insertSegment.execute(
        arguments: SegmentRecord(seq: seq, name: name, value: value).arguments
      )
    }
    try insertVerbatim.execute(
      arguments: VerbatimRecord(seq: seq, title: entry.record.title, text: entry.record.text)
        .arguments
    )
    try write(entry.record.turns, of: signal, seq: seq)
    return signal.revision == 1 ? .added : .revised(signal.revision)
  }

  /// The turns of a conversation, and what happened in it.
  private func write(_ turns: [Turn], of signal: FeedbackSignal, seq: Int64) throws {
    var compounds = [Double?](repeating: nil, count: turns.count)
    for point in signal.transcript?.trajectory ?? [] where point.turn < turns.count {
      compounds[point.turn] = point.compound
    }
    for (ordinal, turn) in turns.enumerated() {
      let record = TurnRecord(seq: seq, ordinal: ordinal, turn: turn, compound: compounds[ordinal])
      try insertTurn.execute(arguments: record.arguments)
    }
    guard let course = signal.transcript else { return }
    let record = ConversationRecord(seq: seq, signal: signal, course: course)
    try insertConversation.execute(arguments: record.arguments)
    guard let events = course.events else { return }
    for (ordinal, event) in ConversationEventRecord.all(of: events).enumerated() {
      try insertEvent.execute(arguments: event.arguments(seq: seq, ordinal: ordinal))
    }
  }

  /// Puts a record that cannot be used on the list.
  func write(_ diagnostic: Diagnostic, item: Int) throws -> Outcome {
    try insertReject.execute(
      arguments: RejectRecord(importID: importID, item: item, diagnostic: diagnostic).arguments
    )
    return .rejected
  }
}
