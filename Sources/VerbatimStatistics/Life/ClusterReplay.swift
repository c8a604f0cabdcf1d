internal import VerbatimCore

/// Replays the log of a cluster: days with a report and decisions, in their order.
///
/// Counts move a cluster only where no person has spoken: from watch to open, and out of a state in
/// which somebody thought it was over. There a new alert reopens it: reports of the last eight weeks,
/// and only of the time since, are at least three and at least twice what chance predicts; of a
/// hazard, one.
struct ClusterReplay {
  /// The fewest reports of an alert, as ``ClusterFinder`` has it.
  static let minimumCount = 3
  /// The least ratio of an alert at its 5 % point (DuMouchel 1999, EB05 ≥ 2).
  static let alertRatio = 2.0
  /// How far back a new alert looks, and how long a verified cluster must be quiet to be closed: the
  /// detector's window of eight weeks (``DetectorSettings``).
  static let window = 56

  private let series: ClusterSeries
  private let judged: ComplaintCluster.State
  private let isHazard: Bool
  private var state: ComplaintCluster.State?
  private var transitions: [ClusterLife.Transition] = []
  private var snooze: (until: Int, before: ComplaintCluster.State)?
  private var correction: (decision: ClusterDecision, alert: Int?)?
  /// The day of the latest move that the counts made: what led to it is no measure of what follows.
  private var alert: Int?
  /// The latest day with a report of the issue that was looked at.
  private var lastLook: Int?
  /// The day after which reports are news to whoever thought it was over.
  private var quietSince: Int?

  init(_ series: ClusterSeries, judged: ComplaintCluster.State, isHazard: Bool) {
    self.series = series
    self.judged = judged
    self.isHazard = isHazard
  }

  mutating func run(_ decisions: [ClusterDecision], through end: Int) -> ClusterLife {
    var waiting = decisions.filter { $0.at.dayNumber <= end }.sorted { $0.ordinal < $1.ordinal }[
      ...
    ]
    let days = series.issueDays(through: end)
    for day in days {
      // What is decided on a day is decided before its reports are read.
      while let decision = waiting.first, decision.at.dayNumber <= day {
        waiting.removeFirst()
        take(decision)
      }
      passTime(to: day)
      look(at: day)
      lastLook = day
    }
    for decision in waiting { take(decision) }
    passTime(to: end)
    settle(on: days.last ?? end)
    return ClusterLife(
      transitions: transitions,
      state: state ?? judged,
      snoozedUntil: snooze?.until,
      correction: correction.flatMap { correction in
        verification(through: end).map { verification in
          ClusterLife.Correction(
            decision: correction.decision,
            effective: correction.decision.effective?.dayNumber ?? end,
            verification: verification
          )
        }
      }
    )
  }

  /// Ends what a day ends: a snooze, and the eight quiet weeks of a verified cluster.
  private mutating func passTime(to day: Int) {
    if let snooze, snooze.until <= day {
      self.snooze = nil
      quietSince = snooze.until
      move(to: snooze.before, on: snooze.until, "the snooze is over")
    }
    if state == .verified, let quietSince, quietSince + Self.window <= day {
      move(to: .closed, on: quietSince + Self.window, "eight weeks without a new alert")
    }
  }

  /// Judges the reports up to a day on which there was one.
  private mutating func look(at day: Int) {
    guard let quietSince else {
      guard snooze == nil, state == nil || state == .watch else { return }
      return lookForTheFirstTime(on: day)
    }
    guard day > quietSince else { return }
    let start = max(quietSince, day - Self.window)
    let stretch = series.stretch(after: start, through: day)
    guard isAlert(stretch) else { return }
    self.quietSince = nil
    moveByCount(
      to: .reopened,
      on: day,
      "a new alert since \(ClusterLife.printed(start)): " + words(stretch)
    )
  }

  private mutating func lookForTheFirstTime(on day: Int) {
    let stretch = series.stretch(after: .min, through: day)
    if judged == .open, isAlert(stretch) {
      moveByCount(to: .open, on: day, words(stretch))
    } else if state == nil, stretch.observed >= Self.minimumCount, stretch.isBeyondChance {
      moveByCount(to: .watch, on: day, words(stretch))
    }
  }

  /// What the run over all combinations says holds where no person has spoken.
  private mutating func settle(on day: Int) {
    guard state == nil || state == .watch || state == .open, state != judged else { return }
    let last = max(day, transitions.last?.day ?? day)
    moveByCount(to: judged, on: last, "judged beside all other combinations")
  }

  /// What the latest corrective action has come to by a day.
  private func verification(through day: Int) -> FixVerification? {
    guard let correction, let effective = correction.decision.effective else { return nil }
    return series.verification(
      effective: effective.dayNumber,
      alert: correction.alert,
      lots: correction.decision.lots,
      through: day
    )
  }

  private mutating func take(_ decision: ClusterDecision) {
    let day = decision.at.dayNumber
    passTime(to: day)
    if state == nil { settle(on: lastLook ?? day) }
    let before = state ?? judged
    let (after, note) = outcome(of: decision, in: before, on: day)
    if decision.action == .snooze {
      snooze = (decision.until?.dayNumber ?? day, snooze?.before ?? before)
      quietSince = nil
    } else if after != before || decision.action == .correct {
      snooze = nil
      quietSince = after == .verified || after == .closed ? day : nil
    }
    state = after
    transitions.append(
      ClusterLife.Transition(day: day, state: after, decision: decision, note: note)
    )
  }

  /// Where a decision leads.
  ///
  /// It holds even where later imports have changed the state that it was made in: a person's word is
  /// not undone by a late file.
  private mutating func outcome(
    of decision: ClusterDecision,
    in state: ComplaintCluster.State,
    on day: Int
  ) -> (ComplaintCluster.State, String) {
    switch decision.action {
    case .acknowledge: return (.acknowledged, "taken on")
    case .snooze:
      return (.snoozed, "snoozed until \(decision.until.map { "\($0)" } ?? "the same day")")
    case .correct:
      correction = (decision, alert)
      let lots =
        decision.lots.isEmpty ? "" : "; made before: " + decision.lots.joined(separator: ", ")
      return (
        .correctiveAction,
        "corrective action from \(decision.effective.map { "\($0)" } ?? "then") on" + lots
      )
    case .verify:
      guard let verification = verification(through: day) else {
        return (state, "there is no corrective action to verify")
      }
      switch verification.verdict {
      case .verified: return (.verified, verification.summary)
      case .notYet: return (state, verification.summary)
      case .worse: return (.reopened, verification.summary)
      }
    case .reopen: return (.reopened, "taken up again")
    case .close: return (.closed, "done with")
    case .hazard:
      switch decision.verdict ?? .needMore {
      case .needMore: return (state, "cannot be told yet")
      case .notAHazard: return (.closed, "not a hazard")
      case .actual, .potential:
        let isNew = [.watch, .open, .reopened, .verified, .closed].contains(state)
        let name = decision.verdict == .actual ? "an actual" : "a potential"
        return (isNew ? .acknowledged : state, name + " hazard")
      }
    }
  }

  private func isAlert(_ stretch: ClusterSeries.Stretch) -> Bool {
    if isHazard { return stretch.observed > 0 }
    return stretch.observed >= Self.minimumCount && stretch.lowerRatio >= Self.alertRatio
  }

  private func words(_ stretch: ClusterSeries.Stretch) -> String {
    let expected = (stretch.expected * 10).rounded() / 10
    let reports = stretch.observed == 1 ? "1 report" : "\(stretch.observed) reports"
    return isHazard ? "a hazard: \(reports)" : "\(reports) where chance predicts \(expected)"
  }

  private mutating func moveByCount(
    to state: ComplaintCluster.State,
    on day: Int,
    _ note: String
  ) {
    alert = day
    move(to: state, on: day, note)
  }

  private mutating func move(to state: ComplaintCluster.State, on day: Int, _ note: String) {
    self.state = state
    transitions.append(
      ClusterLife.Transition(day: day, state: state, decision: nil, note: note)
    )
  }
}
