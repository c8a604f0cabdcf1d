internal import VerbatimCore

/// How long a customer waited for a person, on the calendar and within opening hours.
///
/// A wait begins with the first of the customer's messages that nobody has answered and ends with the
/// next turn of a person of the shop. Machines and notices end no wait. What nobody answered is no
/// wait: it has no end yet.
struct Waits {
  /// One wait; nil where a time is missing or the answer is earlier than the message.
  struct Wait {
    var calendar: Double?
    var business: Double?
  }

  private let all: [Wait]

  /// The waits of a conversation.
  init(_ turns: [Turn], at times: TurnTimes, hours: BusinessHours?) {
    var all: [Wait] = []
    var asked: Int?
    for (index, turn) in turns.enumerated() {
      switch turn.role {
      case .customer: asked = asked ?? index
      case .agent:
        guard let from = asked else { continue }
        asked = nil
        all.append(Self.wait(from: from, to: index, times, hours))
      case .bot, .system, .unknown: break
      }
    }
    self.all = all
  }

  /// From the customer's first message to the first answer; nil when there is none.
  var first: Wait? { all.first }

  /// The longest on the calendar; nil when there is none or one of them is not known.
  var longest: Double? { Self.longest(all.map(\.calendar)) }

  /// The longest within opening hours.
  var longestBusiness: Double? { Self.longest(all.map(\.business)) }

  private static func longest(_ waits: [Double?]) -> Double? {
    // The unknown one may be the longest.
    waits.contains { $0 == nil } ? nil : waits.compactMap(\.self).max()
  }

  private static func wait(
    from asked: Int,
    to answered: Int,
    _ times: TurnTimes,
    _ hours: BusinessHours?
  ) -> Wait {
    guard let from = times.seconds[asked], let to = times.seconds[answered], to >= from else {
      return Wait()
    }
    var wait = Wait(calendar: to - from)
    if let hours, let from = times.instant(ofTurn: asked),
      let to = times.instant(ofTurn: answered)
    {
      wait.business = hours.seconds(from: from, to: to)
    }
    return wait
  }
}
