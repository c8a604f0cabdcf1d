public import VerbatimCore
internal import VerbatimSentiment
internal import VerbatimText

extension SignalEngine {
  /// Customers who wrote less say too little to be read (the audit's own line, authored).
  private static let fewestWords = 10

  /// What is wrong with the times of a conversation's turns, as warnings.
  public static func findings(in record: FeedbackRecord) -> [Diagnostic] {
    record.source.kind == .transcript ? TurnTimes(record).diagnostics : []
  }

  /// The course of a conversation.
  ///
  /// The customer's mood comes from the customer's turns alone; agents' turns are read by a tokeniser
  /// and a vocabulary of their own, so that nothing they say can reach a score.
  ///
  /// - Parameters:
  ///   - record: The record, masked, its agents under their own names.
  ///   - unscored: What of its turns is not the speaker's new words.
  ///   - language: The customer's language.
  ///   - scratch: The customer's words, divided, and memory to reuse.
  /// - Returns: The course.
  func transcript(
    of record: FeedbackRecord,
    without unscored: [Int: [ByteRange]],
    language: DetectedLanguage?,
    scratch: inout Scratch
  ) -> FeedbackSignal.Transcript {
    var course = FeedbackSignal.Transcript()
    course.customerTurns = record.turns.count { $0.role == .customer }
    course.agentTurns = record.turns.count { $0.role == .agent }
    course.botTurns = record.turns.count { $0.role == .bot }
    course.trajectory = trajectory(of: record, language: language, scratch: &scratch)
    let mood = MoodCourse(course.trajectory)
    course.opening = mood.opening
    course.closing = mood.closing
    course.lowest = mood.lowest
    course.recovery = mood.recovery
    course.turningTurn = mood.turningTurn
    let times = TurnTimes(record)
    let waits = Waits(record.turns, at: times, hours: options.hours)
    course.firstResponseSeconds = waits.first?.calendar
    course.firstResponseBusinessSeconds = waits.first?.business
    course.longestWaitSeconds = waits.longest
    course.longestWaitBusinessSeconds = waits.longestBusiness
    course.agentKey = mainAgent(of: record.turns)
    if let cues, isEnglish(language) {
      let reading = ConversationReading(
        record,
        without: unscored,
        times,
        hours: options.hours,
        cues,
        scratch: &scratch.conversation
      )
      course.events = reading.events
      course.handoffs = Handoffs.count(
        in: record.turns,
        transfers: reading.transfers,
        introductions: reading.introductions
      )
    } else {
      course.handoffs = Handoffs.count(in: record.turns)
    }
    course.eligibility = eligibility(of: course, language: language, scratch)
    return course
  }

  /// The customer's turns with their scores.
  private func trajectory(
    of record: FeedbackRecord,
    language: DetectedLanguage?,
    scratch: inout Scratch
  ) -> [FeedbackSignal.Transcript.Point] {
    var points: [FeedbackSignal.Transcript.Point] = []
    for (place, (name, text)) in zip(scratch.names, scratch.texts).enumerated() {
      guard case .turn(let index) = name else { continue }
      let compound: Double? =
        if let vader {
          self.compound(by: vader, ofPart: place, &scratch.spoken)
        } else if isEnglish(language) {
          sentiment.score(
            [text],
            named: [name],
            statements: scratch.statements,
            explains: false,
            scratch: &scratch.sentiment
          ).compound
        } else {
          nil
        }
      points.append(
        .init(turn: index, speaker: record.turns[index].speaker, compound: compound)
      )
    }
    return points
  }

  /// Whether a conversation counts in an audit; of several reasons against it the first.
  private func eligibility(
    of course: FeedbackSignal.Transcript,
    language: DetectedLanguage?,
    _ scratch: Scratch
  ) -> FeedbackSignal.Transcript.Eligibility {
    if course.customerTurns == 0 { return .noCustomer }
    if course.agentTurns == 0, course.botTurns > 0 { return .botOnly }
    if vader == nil, !isEnglish(language) { return .unsupportedLanguage }
    let words = zip(scratch.names, scratch.texts).reduce(0) { sum, part in
      if case .turn = part.0 { sum + part.1.words.count } else { sum }
    }
    return words < Self.fewestWords ? .underTenWords : .eligible
  }

  /// What of the turns of a conversation is not the speaker's new words, by turn.
  ///
  /// Of the customer's turns it is known already; the shop quotes, too.
  func unscoredByTurn(
    _ unscored: [UnscoredPart],
    of record: FeedbackRecord
  ) -> [Int: [ByteRange]] {
    guard record.source.kind == .transcript else { return [:] }
    var ranges: [Int: [ByteRange]] = [:]
    for item in unscored {
      if case .turn(let index) = item.part { ranges[index, default: []].append(item.range) }
    }
    for (index, turn) in record.turns.enumerated()
    where turn.role != .customer && turn.text.utf8.contains(0x0A) {
      let parts = cleaner.parts(of: Array(turn.text.utf8).span)
      if !parts.isEmpty { ranges[index] = parts.map(\.range) }
    }
    return ranges
  }
}
