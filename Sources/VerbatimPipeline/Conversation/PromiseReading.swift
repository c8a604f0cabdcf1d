internal import VerbatimCore
internal import VerbatimText

/// What people of the shop promise, by when, and what later turns say came of it.
struct PromiseReading {
  /// A later turn of the shop keeps a promise of news only after so many seconds: before, the same
  /// sitting goes on (authored).
  private static let sitting = 3600.0

  private(set) var promises: [Promise] = []
  private let record: FeedbackRecord
  private let times: TurnTimes
  private let hours: BusinessHours?
  private let cues: ConversationCues

  /// A reading of a conversation.
  init(
    _ record: FeedbackRecord,
    _ times: TurnTimes,
    hours: BusinessHours?,
    _ cues: ConversationCues
  ) {
    self.record = record
    self.times = times
    self.hours = hours
    self.cues = cues
  }

  /// Takes the next turn of the conversation: first what it says of earlier promises, then its own.
  mutating func take(_ turn: SpokenTurn) {
    switch turn.role {
    case .agent:
      settle(by: turn, use: .done)
      settleNews(by: turn)
      promises += made(in: turn)
    case .customer:
      settle(by: turn, use: .received)
      settle(by: turn, use: .missing)
    case .bot, .system, .unknown: break
    }
  }

  // MARK: Promises

  private func made(in turn: SpokenTurn) -> [Promise] {
    let said = Deadline.Said(turn: turn.index, times, record, hours)
    return turn.first(of: .promises).compactMap { found in
      guard let kind = Promise.Kind(rawValue: found.cue.kind) else { return nil }
      let sentence = turn.words(ofSentence: found.sentence)
      func has(_ word: ConversationCues.Word, in words: Range<Int>) -> Bool {
        words.contains { cues.isWord(turn.text.words[$0].id, word) }
      }
      // What hangs on the customer, or is said of all, is promised to nobody: "if you …, I will",
      // "I will if you …", but not "I will see if it is here".
      let before = sentence.lowerBound..<found.words.upperBound
      if has(.condition, in: before) || has(.habit, in: before) { return nil }
      let hangs = (found.words.upperBound..<sentence.upperBound).contains { place in
        cues.isWord(turn.text.words[place].id, .condition) && place + 1 < sentence.upperBound
          && cues.isWord(turn.text.words[place + 1].id, .listener)
      }
      if hangs { return nil }
      let deadline = deadline(of: found, in: turn)
      var words = found.words
      if let deadline, deadline.sentence == found.sentence {
        words =
          min(
            words.lowerBound,
            deadline.words.lowerBound
          )..<max(
            words.upperBound,
            deadline.words.upperBound
          )
      }
      // "Once it is here, within five days": from a day that nobody knows yet.
      let due =
        has(.sequence, in: sentence)
        ? nil
        : deadline.flatMap { Deadline($0, in: turn.text, hours: hours)?.due(from: said) }
      return Promise(kind: kind, turn: turn.index, evidence: turn.evidence(words), due: due)
    }
  }

  /// How many words may open a sentence before a deadline that speaks for all of it: "By Friday we …"
  /// (authored).
  private static let opening = 3

  /// The deadline of a promise: the first after it in its sentence, else one before it in its clause
  /// or at the sentence's head, else the first of the next sentence, unless that promises something
  /// itself.
  private func deadline(
    of promise: SpokenTurn.Found,
    in turn: SpokenTurn
  ) -> SpokenTurn.Found? {
    let all = turn.found.filter { $0.cue.list == .deadlines }
    let own = all.filter { $0.sentence == promise.sentence }
    if let after = own.first(where: { $0.words.lowerBound >= promise.words.lowerBound }) {
      return after
    }
    let head = turn.words(ofSentence: promise.sentence).lowerBound + Self.opening
    let words = turn.text.words
    let clause = words[promise.words.lowerBound].clause
    let before = own.last {
      $0.words.lowerBound < head || words[$0.words.lowerBound].clause == clause
    }
    if let before { return before }
    // "I refunded you today, and I will …": a day of something else.
    guard own.isEmpty else { return nil }
    let next = promise.sentence + 1
    let promisesMore = turn.found.contains { $0.cue.list == .promises && $0.sentence == next }
    return promisesMore ? nil : all.first { $0.sentence == next }
  }

  // MARK: What came of them

  private mutating func settle(by turn: SpokenTurn, use: Cue.Use) {
    for found in turn.first(of: .outcomes, use: use) {
      for index in promises.indices where promises[index].state == .open {
        guard found.cue.isOf(promises[index].kind.rawValue), promises[index].turn < turn.index
        else { continue }
        if use == .missing {
          if isMissed(promises[index], at: turn.index) { close(index, .broken, turn.index) }
        } else {
          close(
            index,
            isLate(promises[index], at: turn.index) == true ? .broken : .kept,
            turn.index
          )
        }
      }
    }
  }

  /// Whoever promised news and writes again at another sitting has kept it, unless too late.
  private mutating func settleNews(by turn: SpokenTurn) {
    for index in promises.indices
    where promises[index].state == .open && promises[index].kind == .reply {
      guard let said = times.seconds[promises[index].turn], let now = times.seconds[turn.index],
        now - said >= Self.sitting
      else { continue }
      close(index, isLate(promises[index], at: turn.index) == true ? .broken : .kept, turn.index)
    }
  }

  private mutating func close(_ index: Int, _ state: Promise.State, _ turn: Int) {
    promises[index].state = state
    promises[index].settledTurn = turn
  }

  /// Whether a customer who says that it is not there may say so: no time was set, or it is over.
  private func isMissed(_ promise: Promise, at turn: Int) -> Bool {
    promise.due == nil || isLate(promise, at: turn) == true
  }

  /// Whether a turn is later than a promise allows; nil when no time was set or the turn's is not
  /// known.
  private func isLate(_ promise: Promise, at turn: Int) -> Bool? {
    guard let due = promise.due, let now = times.instant(ofTurn: turn) else { return nil }
    return due.precision == .day
      ? Deadline.Said.day(of: now, hours) > due.dayNumber
      : now > Double(due.seconds)
  }
}
