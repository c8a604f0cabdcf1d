internal import VerbatimCore
internal import VerbatimSentiment
internal import VerbatimText

extension SignalEngine {
  /// The course of a conversation: the customer's mood turn by turn.
  func transcript(
    of record: FeedbackRecord,
    language: DetectedLanguage?,
    scratch: inout Scratch
  ) -> FeedbackSignal.Transcript {
    var course = FeedbackSignal.Transcript()
    for turn in record.turns {
      switch turn.role {
      case .customer: course.customerTurns += 1
      case .agent: course.agentTurns += 1
      case .bot: course.botTurns += 1
      case .system, .unknown: break
      }
    }
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
      course.trajectory.append((index, record.turns[index].speaker, compound))
    }
    let scored = course.trajectory.compactMap(\.compound)
    func mean(_ values: some Collection<Double>) -> Double? {
      guard !values.isEmpty else { return nil }
      return (values.reduce(0, +) / Double(values.count) * 10_000).rounded() / 10_000
    }
    course.opening = mean(scored.prefix(2))
    course.closing = mean(scored.suffix(2))
    course.lowest = scored.min()
    if scored.count >= 2, let opening = course.opening, let closing = course.closing {
      course.recovery = ((closing - opening) * 10_000).rounded() / 10_000
    }
    course.firstResponseSeconds = firstResponse(record.turns)
    return course
  }

  /// Seconds from the customer's first message to the first by a person of the shop after it; a
  /// machine's answer does not count.
  ///
  /// Nil when a time is missing.
  private func firstResponse(_ turns: [Turn]) -> Double? {
    guard let asked = turns.firstIndex(where: { $0.role == .customer }),
      let answered = turns[asked...].firstIndex(where: { $0.role == .agent }),
      let from = seconds(turns[asked].at), let to = seconds(turns[answered].at), to >= from
    else { return nil }
    return to - from
  }

  private func seconds(_ at: String?) -> Double? {
    guard let at else { return nil }
    if at.hasPrefix("PT"), at.hasSuffix("S") { return Double(at.dropFirst(2).dropLast()) }
    return Instant(iso8601: at).map { Double($0.seconds) }
  }
}
