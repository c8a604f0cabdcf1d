import Testing
import VerbatimCore
import VerbatimStatistics

@Suite("Decisions that are not taken")
struct DecisionRefusalTests {
  private typealias Sample = LifeSample
  private typealias Action = ClusterDecision.Action

  /// What can be decided in each state of a hazard, as the article on the life of a cluster has it.
  static let legal: [(ComplaintCluster.State, String)] = [
    (.watch, "acknowledge snooze correct close hazard"),
    (.open, "acknowledge snooze correct close hazard"),
    (.acknowledged, "snooze correct close hazard"),
    (.snoozed, "acknowledge snooze correct reopen close hazard"),
    (.correctiveAction, "snooze correct verify reopen close hazard"),
    (.verified, "correct reopen close hazard"),
    (.reopened, "acknowledge snooze correct close hazard"),
    (.closed, "reopen hazard"),
  ]

  @Test("in a state are all but those of the table", arguments: legal)
  func table(state: ComplaintCluster.State, actions: String) {
    let all = ClusterLife.actions(in: state, isHazard: true)
    #expect(all.map(\.rawValue).joined(separator: " ") == actions)
    #expect(ClusterLife.actions(in: state, isHazard: false) == all.filter { $0 != .hazard })
  }

  @Test("know every state") func every() {
    #expect(Self.legal.map(\.0) == ComplaintCluster.State.allCases)
  }

  private static func refusal(
    of decision: ClusterDecision,
    after decisions: [ClusterDecision] = [],
    id: String = "sku:K-1:DUR.BREAKS",
    isHazard: Bool = false
  ) -> DecisionRefusal? {
    let log = Sample.log(decisions)
    let life = ClusterLife(
      Sample.series((0..<10).map { _ in (reports: 2, writers: 10) }),
      decisions: log,
      judged: .open,
      isHazard: isHazard,
      asOf: decision.at.dayNumber
    )
    guard let identity = ClusterIdentity(id) else { return nil }
    do {
      try decision.requireWhole()
      try life.require(decision, fits: identity, isHazard: isHazard, after: log.last)
      return nil
    } catch {
      return error
    }
  }

  @Test("fit, and nothing is refused")
  func fits() {
    let day = Sample.day(10)
    #expect(Self.refusal(of: Sample.decision(day, .acknowledge)) == nil)
    #expect(Self.refusal(of: Sample.decision(day, .snooze, until: day + 1)) == nil)
    let correct = Sample.decision(day, .correct, effective: day, lots: ["L1"])
    #expect(Self.refusal(of: correct) == nil)
    #expect(Self.refusal(of: Sample.decision(day + 1, .verify), after: [correct]) == nil)
    let hazard = Sample.decision(day, .hazard, verdict: .actual)
    #expect(Self.refusal(of: hazard, isHazard: true) == nil)
  }

  @Test("do not fit the state, and say why and what does")
  func refused() {
    let day = Sample.day(10)
    let verify = Self.refusal(of: Sample.decision(day, .verify))
    #expect(verify?.code == .decisionRefused)
    #expect(
      verify?.message == "sku:K-1:DUR.BREAKS is open: there is no corrective action to verify"
    )
    let close = Sample.decision(day, .close)
    let late = Self.refusal(of: Sample.decision(day, .snooze, until: day + 9), after: [close])
    #expect(late?.message == "sku:K-1:DUR.BREAKS is closed: `snooze` does not apply")
    #expect(late?.hint == "from there: reopen")
    let early = Self.refusal(of: Sample.decision(day - 1, .reopen), after: [close])
    #expect(early?.message.contains("decided about on 2026-03-16 by Ada, which is later") == true)
    let future = Sample.decision(day, .correct, effective: day + 30)
    let hasty = Self.refusal(of: Sample.decision(day + 1, .verify), after: [future])
    #expect(hasty?.message.hasSuffix("before its corrective action begins, on 2026-04-15") == true)
    let tame = Self.refusal(of: Sample.decision(day, .hazard, verdict: .actual))
    #expect(
      tame?.message == "sku:K-1:DUR.BREAKS is no hazard: none of its reports is of tier T0 or T1"
    )
    let praise = Self.refusal(
      of: Sample.decision(day, .correct, effective: day),
      id: "praise:sku:K-1:sturdy"
    )
    #expect(praise?.message == "praise:sku:K-1:sturdy is praise: there is nothing to correct")
  }

  @Test("are not whole, and say what is missing or too much")
  func incomplete() {
    let day = Sample.day(10)
    var nameless = Sample.decision(day, .close)
    nameless.by = " \t"
    let cases: [(ClusterDecision, String)] = [
      (nameless, "a decision has somebody's name"),
      (Sample.decision(day, .snooze), "a snooze ends on a day"),
      (Sample.decision(day, .close, until: day + 1), "only a snooze has an end"),
      (Sample.decision(day, .correct), "a corrective action has a first day"),
      (
        Sample.decision(day, .close, effective: day),
        "only a corrective action has a first day"
      ),
      (
        Sample.decision(day, .close, lots: ["L1"]),
        "only a corrective action names the lots made before it"
      ),
      (Sample.decision(day, .hazard), "the judgement of a hazard has a verdict"),
      (Sample.decision(day, .close, verdict: .actual), "only a hazard has a verdict"),
      (
        Sample.decision(day, .snooze, until: day),
        "a snooze that ends on 2026-03-16 is over before it begins"
      ),
    ]
    for (decision, message) in cases {
      let refusal = Self.refusal(of: decision)
      #expect(refusal?.code == .decisionIncomplete)
      #expect(refusal?.message == message)
      #expect(refusal?.hint.isEmpty == false)
    }
  }
}
