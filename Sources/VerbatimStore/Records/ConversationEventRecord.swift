internal import GRDB
internal import VerbatimCore

/// A row of `conversation_events`: an escalation, a word of leaving, a promise or a repeated
/// question, with its words.
struct ConversationEventRecord {
  /// Which of the four it is.
  enum Event: String {
    case escalation
    case churn
    case promise
    case `repeat`
  }

  let event: Event
  let name: String
  let turn: Int
  let evidence: Issue.Evidence
  var due: Instant?
  var state: Promise.State?
  /// The turn that settled a promise, or that asked a question first.
  var otherTurn: Int?

  static let insertion = """
    INSERT INTO conversation_events (
      seq, ordinal, event, name, turn, start, "end", quote, due, due_precision, state, other_turn
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static let selection = """
    SELECT event, name, turn, start, "end", quote, due, due_precision, state, other_turn
    FROM conversation_events WHERE seq = ? ORDER BY ordinal
    """

  /// The rows of a conversation, in the order in which they are stored.
  static func all(of events: ConversationEvents) -> [ConversationEventRecord] {
    events.escalations.map {
      Self(event: .escalation, name: $0.kind.rawValue, turn: $0.turn, evidence: $0.evidence)
    }
      + events.churnStatements.map {
        Self(event: .churn, name: $0.kind.rawValue, turn: $0.turn, evidence: $0.evidence)
      }
      + events.promises.map {
        Self(
          event: .promise,
          name: $0.kind.rawValue,
          turn: $0.turn,
          evidence: $0.evidence,
          due: $0.due,
          state: $0.state,
          otherTurn: $0.settledTurn
        )
      }
      + events.repeatedQuestions.map {
        Self(
          event: .repeat,
          name: $0.topic,
          turn: $0.turn,
          evidence: $0.evidence,
          otherTurn: $0.firstTurn
        )
      }
  }

  func arguments(seq: Int64, ordinal: Int) -> StatementArguments {
    [
      seq,
      ordinal,
      event.rawValue,
      name,
      turn,
      evidence.range.start,
      evidence.range.end,
      StoredText(evidence.quote),
      due?.seconds,
      due?.precision.rawValue,
      state?.rawValue,
      otherTurn,
    ]
  }

  /// Puts the event of a row of `selection` where it belongs.
  static func add(_ row: Row, to events: inout ConversationEvents) throws {
    let turn = try row.decode(Int.self, atIndex: 2)
    let evidence = try Issue.Evidence(
      part: .turn(turn),
      range: ByteRange(row.decode(Int.self, atIndex: 3), row.decode(Int.self, atIndex: 4)),
      quote: row.text(at: 5)
    )
    switch try row.name(Event.self, at: 0) {
    case .escalation:
      events.escalations.append(
        try Escalation(kind: row.name(at: 1), turn: turn, evidence: evidence)
      )
    case .churn:
      events.churnStatements.append(
        try ChurnStatement(kind: row.name(at: 1), turn: turn, evidence: evidence)
      )
    case .promise:
      var promise = try Promise(
        kind: row.name(at: 1),
        turn: turn,
        evidence: evidence,
        due: row.instant(at: 6)
      )
      promise.state = try row.name(at: 8)
      promise.settledTurn = try row.decode(Int?.self, atIndex: 9)
      events.promises.append(promise)
    case .repeat:
      events.repeatedQuestions.append(
        try RepeatedQuestion(
          topic: row.text(at: 1),
          turn: turn,
          firstTurn: row.decode(Int.self, atIndex: 9),
          evidence: evidence
        )
      )
    }
  }
}
