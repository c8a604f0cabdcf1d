public import VerbatimCore

/// Why a decision is not taken, in words for whoever made it.
public struct DecisionRefusal: Error, Hashable, Sendable {
  /// `V5112` or `V5113`.
  public var code: DiagnosticCode
  /// What is wrong.
  public var message: String
  /// What to do about it.
  public var hint: String
}

extension ClusterDecision {
  /// Refuses a decision that lacks what its action needs, or has what only others have.
  public func requireWhole() throws(DecisionRefusal) {
    func demand(_ isMet: Bool, _ message: String, _ hint: String) throws(DecisionRefusal) {
      guard isMet else {
        throw DecisionRefusal(code: .decisionIncomplete, message: message, hint: hint)
      }
    }
    try demand(
      by.contains { !$0.isWhitespace },
      "a decision has somebody's name",
      "add --by \"Ada Brandt\""
    )
    try demand(
      (action == .snooze) == (until != nil),
      action == .snooze ? "a snooze ends on a day" : "only a snooze has an end",
      action == .snooze ? "add --until 2026-12-01" : "leave --until out"
    )
    try demand(
      (action == .correct) == (effective != nil),
      action == .correct
        ? "a corrective action has a first day" : "only a corrective action has a first day",
      action == .correct ? "add --effective 2026-12-01" : "leave --effective out"
    )
    try demand(
      action == .correct || lots.isEmpty,
      "only a corrective action names the lots made before it",
      "leave --lots out"
    )
    try demand(
      (action == .hazard) == (verdict != nil),
      action == .hazard ? "the judgement of a hazard has a verdict" : "only a hazard has a verdict",
      action == .hazard
        ? "add --verdict actual, potential, not_a_hazard or need_more" : "leave --verdict out"
    )
    try demand(
      until.map { $0.dayNumber > at.dayNumber } ?? true,
      "a snooze that ends on \(until.map { "\($0)" } ?? "") is over before it begins",
      "name a day after \(ClusterLife.printed(at.dayNumber))"
    )
  }
}

extension ClusterLife {
  /// What people can decide in a state.
  ///
  /// - Parameters:
  ///   - state: The state.
  ///   - isHazard: Whether there is a hazard to judge.
  /// - Returns: The actions, in the order in which they are documented.
  public static func actions(
    in state: ComplaintCluster.State,
    isHazard: Bool
  ) -> [ClusterDecision.Action] {
    let actions: [ClusterDecision.Action] =
      switch state {
      case .watch, .open, .reopened: [.acknowledge, .snooze, .correct, .close]
      case .acknowledged: [.snooze, .correct, .close]
      case .snoozed: [.acknowledge, .snooze, .correct, .reopen, .close]
      case .correctiveAction: [.snooze, .correct, .verify, .reopen, .close]
      case .verified: [.correct, .reopen, .close]
      case .closed: [.reopen]
      }
    return isHazard ? actions + [.hazard] : actions
  }

  /// Refuses a decision that does not fit the state that the cluster is in.
  ///
  /// - Parameters:
  ///   - decision: What somebody wants to decide; whole in itself.
  ///   - cluster: What the decision is about.
  ///   - isHazard: Whether its reports are of tier T0 or T1.
  ///   - last: The last decision of its log, of whatever day; nil when there is none.
  /// - Throws: The refusal, with what would fit.
  public func require(
    _ decision: ClusterDecision,
    fits cluster: ClusterIdentity,
    isHazard: Bool,
    after last: ClusterDecision?
  ) throws(DecisionRefusal) {
    func refuse(_ message: String, _ hint: String) -> DecisionRefusal {
      DecisionRefusal(code: .decisionRefused, message: "\(cluster) \(message)", hint: hint)
    }
    if let last, decision.at < last.at {
      throw refuse(
        "was decided about on \(last.at) by \(last.by), which is later than \(decision.at)",
        "decisions are added in the order of time"
      )
    }
    if cluster.direction == .positive, [.correct, .verify, .hazard].contains(decision.action) {
      throw refuse(
        "is praise: there is nothing to correct",
        "praise can be acknowledged, snoozed, closed and reopened"
      )
    }
    if decision.action == .hazard, !isHazard {
      throw refuse(
        "is no hazard: none of its reports is of tier T0 or T1",
        "use --action acknowledge or close"
      )
    }
    let name = state.rawValue.split(separator: "_").joined(separator: " ")
    let allowed = Self.actions(in: state, isHazard: isHazard)
    guard allowed.contains(decision.action) else {
      throw decision.action == .verify && correction == nil
        ? refuse(
          "is \(name): there is no corrective action to verify",
          "`--action correct --effective DATE` says from when on it should be better"
        )
        : refuse(
          "is \(name): `\(decision.action.rawValue)` does not apply",
          "from there: \(allowed.map(\.rawValue).joined(separator: ", "))"
        )
    }
    guard decision.action == .verify, let correction,
      correction.effective > decision.at.dayNumber
    else { return }
    throw refuse(
      "cannot be verified before its corrective action begins, on "
        + Self.printed(correction.effective),
      "ask again when reports of later days are there"
    )
  }
}
