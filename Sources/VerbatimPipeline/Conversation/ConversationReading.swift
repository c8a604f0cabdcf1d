internal import VerbatimCore
internal import VerbatimText

/// Reads the turns of a conversation for what happens in it.
///
/// The customer's words tell of escalation and farewell, the shop's of promises and questions; of a
/// kind that a turn names twice the first place counts.
struct ConversationReading {
  /// What was asked, threatened, promised and settled.
  private(set) var events = ConversationEvents()
  /// Turns of the shop that announce somebody else.
  private(set) var transfers: Set<Int> = []
  /// Turns of the shop in which somebody says who they are.
  private(set) var introductions: Set<Int> = []

  /// Reads a record.
  ///
  /// - Parameters:
  ///   - record: The record, masked.
  ///   - unscored: For each turn what of it is not the speaker's new words.
  ///   - times: The times of its turns.
  ///   - hours: When people answer.
  ///   - cues: The cues.
  ///   - scratch: Memory to reuse.
  init(
    _ record: FeedbackRecord,
    without unscored: [Int: [ByteRange]],
    _ times: TurnTimes,
    hours: BusinessHours?,
    _ cues: ConversationCues,
    scratch: inout Tokenizer.Scratch
  ) {
    var promises = PromiseReading(record, times, hours: hours, cues)
    var questions = RepeatedQuestions()
    var resolution = ResolutionReading()
    for (index, turn) in record.turns.enumerated() {
      guard turn.role != .system, turn.role != .unknown else { continue }
      let spoken = SpokenTurn(index, turn, without: unscored[index] ?? [], cues, scratch: &scratch)
      promises.take(spoken)
      questions.take(spoken)
      resolution.take(spoken)
      switch turn.role {
      case .customer: takeCustomer(spoken)
      case .agent: takeAgent(spoken)
      case .bot, .system, .unknown: break
      }
    }
    events.promises = promises.promises
    events.repeatedQuestions = questions.found
    events.resolution = resolution.claim
  }

  private mutating func takeCustomer(_ turn: SpokenTurn) {
    for found in turn.first(of: .escalations) {
      guard let kind = Escalation.Kind(rawValue: found.cue.kind) else { continue }
      events.escalations.append(
        Escalation(kind: kind, turn: turn.index, evidence: turn.evidence(found.words))
      )
    }
    for found in turn.first(of: .churn) {
      guard let kind = ChurnStatement.Kind(rawValue: found.cue.kind) else { continue }
      events.churnStatements.append(
        ChurnStatement(kind: kind, turn: turn.index, evidence: turn.evidence(found.words))
      )
    }
  }

  private mutating func takeAgent(_ turn: SpokenTurn) {
    for found in turn.found where found.cue.list == .handoffs {
      if found.cue.kind == "transfer" {
        transfers.insert(turn.index)
      } else {
        introductions.insert(turn.index)
      }
    }
  }
}
