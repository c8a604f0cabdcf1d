internal import VerbatimCore

/// When the turns of a conversation were said, on one scale of seconds.
///
/// Times are moments in UTC, or seconds from the start of a recording; a conversation that mixes the
/// two has no scale, and no times.
struct TurnTimes {
  /// For each turn its time in seconds; nil when it states none that can be read.
  let seconds: [Double?]
  /// What is added to a time to make seconds since 1970; nil when it is not known when a recording
  /// was made.
  let origin: Double?
  private let turns: [Turn]
  private let location: SourceLocation

  /// The times of a record's turns.
  init(_ record: FeedbackRecord) {
    turns = record.turns
    location = record.location
    let offsets = turns.map { Self.offset($0.at) }
    let moments = turns.map { Self.moment($0.at) }
    if offsets.allSatisfy({ $0 == nil }) {
      seconds = moments
      origin = 0
    } else if moments.allSatisfy({ $0 == nil }) {
      seconds = offsets
      origin = record.occurredAt.flatMap {
        $0.precision == .second ? Double($0.seconds) : nil
      }
    } else {
      seconds = [Double?](repeating: nil, count: turns.count)
      origin = nil
    }
  }

  /// Seconds since 1970 of a turn; nil when they are not known.
  func instant(ofTurn turn: Int) -> Double? {
    guard let time = seconds[turn], let origin else { return nil }
    return time + origin
  }

  /// What is wrong with the times, for whoever exported them: nothing when no turn states one.
  ///
  /// Turns by which no wait is measured do not count.
  var diagnostics: [Diagnostic] {
    guard turns.contains(where: { $0.at != nil }) else { return [] }
    var found: [Diagnostic] = []
    let spoken = turns.indices.filter { [.customer, .agent].contains(turns[$0].role) }
    let missing = spoken.filter { seconds[$0] == nil }
    if let first = missing.first {
      found.append(
        Diagnostic(
          .turnTimeMissing,
          .warning,
          at: place(first),
          "\(missing.count) of \(spoken.count) turns have no time that can be read, "
            + "so not every wait is known",
          hint: "export the times of all messages, in one form"
        )
      )
    }
    var last: Double?
    var descends: (count: Int, first: Int)?
    for turn in spoken {
      guard let time = seconds[turn] else { continue }
      if let last, time < last { descends = ((descends?.count ?? 0) + 1, descends?.first ?? turn) }
      last = time
    }
    if let descends {
      found.append(
        Diagnostic(
          .turnTimesDescend,
          .warning,
          at: place(descends.first),
          "\(descends.count) \(descends.count == 1 ? "turn is" : "turns are") earlier than the "
            + "one before, so not every wait is known",
          hint: "export the times with their offsets, or the messages in order of time"
        )
      )
    }
    return found
  }

  private func place(_ turn: Int) -> SourceLocation {
    guard let line = turns[turn].line else { return location }
    return SourceLocation(file: location.file, line: line)
  }

  /// Seconds from the start, as `PT12.5S`.
  private static func offset(_ at: String?) -> Double? {
    guard let at, at.hasPrefix("PT"), at.hasSuffix("S"),
      let seconds = Double(at.dropFirst(2).dropLast()), seconds.isFinite
    else { return nil }
    return seconds
  }

  /// A moment in UTC; a day alone is no time of a turn.
  private static func moment(_ at: String?) -> Double? {
    guard let at, let instant = Instant(iso8601: at), instant.precision == .second else {
      return nil
    }
    return Double(instant.seconds)
  }
}
