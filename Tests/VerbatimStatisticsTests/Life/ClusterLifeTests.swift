import Testing
import VerbatimCore
import VerbatimStatistics

@Suite("The life of a cluster")
struct ClusterLifeTests {
  private typealias Sample = LifeSample
  private typealias State = ComplaintCluster.State

  /// A way through the states: what is decided in which week, whether there is a second burst in
  /// week 30, and how the cluster stands after forty weeks.
  struct Way: Sendable, CustomTestStringConvertible {
    let name: String
    var isHazard = false
    var burst = 0
    let decisions: [ClusterDecision]
    let states: [ComplaintCluster.State]

    var testDescription: String { name }
  }

  private static func at(
    _ week: Int,
    _ action: ClusterDecision.Action,
    until: Int? = nil,
    effective: Int? = nil,
    verdict: ClusterDecision.HazardVerdict? = nil
  ) -> ClusterDecision {
    Sample.decision(
      Sample.day(week),
      action,
      until: until.map(Sample.day),
      effective: effective.map(Sample.day),
      verdict: verdict
    )
  }

  static let ways: [Way] = [
    Way(name: "nobody", decisions: [], states: [.watch, .open]),
    Way(
      name: "taken on",
      decisions: [at(12, .acknowledge)],
      states: [.watch, .open, .acknowledged]
    ),
    Way(
      name: "snoozed for long",
      burst: 15,
      decisions: [at(12, .snooze, until: 50)],
      states: [.watch, .open, .snoozed]
    ),
    Way(
      name: "snoozed and quiet",
      decisions: [at(12, .snooze, until: 20)],
      states: [.watch, .open, .snoozed, .open]
    ),
    Way(
      name: "taken on, snoozed, prolonged, quiet",
      decisions: [at(12, .acknowledge), at(13, .snooze, until: 16), at(14, .snooze, until: 20)],
      states: [.watch, .open, .acknowledged, .snoozed, .snoozed, .acknowledged]
    ),
    Way(
      name: "snoozed, then a new alert",
      burst: 15,
      decisions: [at(12, .snooze, until: 20)],
      states: [.watch, .open, .snoozed, .open, .reopened]
    ),
    Way(
      name: "snoozed beyond the new alert",
      burst: 15,
      decisions: [at(12, .snooze, until: 32)],
      states: [.watch, .open, .snoozed, .open]
    ),
    Way(
      name: "a snooze that is ended",
      decisions: [at(12, .snooze, until: 50), at(14, .reopen)],
      states: [.watch, .open, .snoozed, .reopened]
    ),
    Way(name: "closed", decisions: [at(12, .close)], states: [.watch, .open, .closed]),
    Way(
      name: "closed, then a new alert",
      burst: 15,
      decisions: [at(12, .close)],
      states: [.watch, .open, .closed, .reopened]
    ),
    Way(
      name: "closed, then too little for an alert",
      burst: 2,
      decisions: [at(12, .close)],
      states: [.watch, .open, .closed]
    ),
    Way(
      name: "closed, new alert, taken on again",
      burst: 15,
      decisions: [at(12, .close), at(35, .acknowledge)],
      states: [.watch, .open, .closed, .reopened, .acknowledged]
    ),
    Way(
      name: "corrected, too early to tell",
      decisions: [
        at(12, .correct, effective: 12), Sample.decision(Sample.day(12) + 1, .verify),
      ],
      states: [.watch, .open, .correctiveAction, .correctiveAction]
    ),
    Way(
      name: "corrected, verified and quiet",
      decisions: [at(12, .correct, effective: 12), at(36, .verify)],
      states: [.watch, .open, .correctiveAction, .verified]
    ),
    Way(
      name: "corrected, verified early, closed by eight quiet weeks",
      decisions: [at(12, .correct, effective: 12), at(26, .verify)],
      states: [.watch, .open, .correctiveAction, .verified, .closed]
    ),
    Way(
      name: "corrected, verified, and back",
      burst: 15,
      decisions: [at(12, .correct, effective: 12), at(26, .verify)],
      states: [.watch, .open, .correctiveAction, .verified, .reopened]
    ),
    Way(
      name: "corrected, and worse",
      burst: 20,
      decisions: [at(12, .correct, effective: 29), at(32, .verify)],
      states: [.watch, .open, .correctiveAction, .reopened]
    ),
    Way(
      name: "nothing to verify",
      decisions: [at(12, .verify)],
      states: [.watch, .open, .open]
    ),
    Way(name: "a hazard", isHazard: true, decisions: [], states: [.open]),
    Way(
      name: "an actual hazard",
      isHazard: true,
      burst: 1,
      decisions: [at(12, .hazard, verdict: .actual)],
      states: [.open, .acknowledged]
    ),
    Way(
      name: "a potential hazard",
      isHazard: true,
      decisions: [at(12, .hazard, verdict: .potential)],
      states: [.open, .acknowledged]
    ),
    Way(
      name: "a hazard that cannot be told",
      isHazard: true,
      decisions: [at(12, .hazard, verdict: .needMore)],
      states: [.open, .open]
    ),
    Way(
      name: "not a hazard",
      isHazard: true,
      decisions: [at(12, .hazard, verdict: .notAHazard)],
      states: [.open, .closed]
    ),
    Way(
      name: "not a hazard, until one more report",
      isHazard: true,
      burst: 1,
      decisions: [at(12, .hazard, verdict: .notAHazard)],
      states: [.open, .closed, .reopened]
    ),
  ]

  /// Forty weeks of twenty customers, six of them with the issue in weeks 6 to 11.
  private static func life(
    _ decisions: [ClusterDecision],
    burst: Int,
    isHazard: Bool = false,
    asOf: Int? = nil
  ) -> ClusterLife {
    let weeks = (0..<40).map { week in
      (reports: (6...11).contains(week) ? 6 : week == 30 ? burst : 0, writers: 20)
    }
    return ClusterLife(
      Sample.series(weeks),
      decisions: Sample.log(decisions),
      judged: .open,
      isHazard: isHazard,
      asOf: asOf ?? Sample.day(40)
    )
  }

  @Test("goes as the table says", arguments: ways)
  func table(way: Way) {
    let life = Self.life(way.decisions, burst: way.burst, isHazard: way.isHazard)
    #expect(life.transitions.map(\.state) == way.states)
    #expect(life.state == way.states.last)
    let days = life.transitions.map(\.day)
    #expect(days == days.sorted())
    #expect(life.transitions.allSatisfy { !$0.note.isEmpty })
    #expect(life.transitions.compactMap(\.decision) == Sample.log(way.decisions))
    #expect(life.lastDecision == Sample.log(way.decisions).last)
  }

  @Test("knows on a day only what was decided and reported by then", arguments: ways)
  func asOf(way: Way) {
    let whole = Self.life(way.decisions, burst: way.burst, isHazard: way.isHazard)
    for week in stride(from: 8, to: 40, by: 3) {
      let then = Self.life(
        way.decisions,
        burst: way.burst,
        isHazard: way.isHazard,
        asOf: Sample.day(week)
      )
      // The judgement beside all other combinations is today's; what follows it is of the log.
      let known = whole.transitions.filter { $0.day <= Sample.day(week) }
      #expect(then.transitions.filter { $0.note.contains("judged") == false } == known)
    }
  }

  @Test("says until when it sleeps, since when it stands, and who decided last")
  func facts() {
    let snoozed = Self.life([Self.at(12, .snooze, until: 50)], burst: 0)
    #expect(snoozed.snoozedUntil == Sample.day(50))
    #expect(snoozed.since == Sample.day(12))
    #expect(snoozed.lastDecision?.by == "Ada")
    #expect(snoozed.correction == nil)
    let woken = Self.life([Self.at(12, .snooze, until: 20)], burst: 0)
    #expect(woken.snoozedUntil == nil)
    #expect(woken.since == Sample.day(20))
    // A verification that says nothing new does not begin the state again.
    let waiting = Self.life(
      [Self.at(12, .correct, effective: 13), Self.at(13, .verify)],
      burst: 0
    )
    #expect(waiting.since == Sample.day(12))
    #expect(waiting.correction?.effective == Sample.day(13))
  }

  @Test("ends a snooze on its day, and not the day before")
  func snoozeEnds() {
    let decisions = [Self.at(12, .snooze, until: 20)]
    let before = Self.life(decisions, burst: 0, asOf: Sample.day(20) - 1)
    #expect(before.state == .snoozed)
    #expect(Self.life(decisions, burst: 0, asOf: Sample.day(20)).state == .open)
  }

  @Test("lets a person's word stand where later imports have changed what it was said of")
  func lateImport() {
    // Taken on when it was reopened; the reports that reopened it turn out to be of another year.
    let life = Self.life([Self.at(12, .close), Self.at(35, .acknowledge)], burst: 0)
    #expect(life.state == .acknowledged)
  }

  @Test("without reports is what the run judges it")
  func empty() {
    let life = ClusterLife(
      Sample.series(of: []),
      decisions: [],
      judged: .watch,
      isHazard: false,
      asOf: Sample.start
    )
    #expect(life.state == .watch)
    #expect(Sample.lines(life) == ["2026-01-05 watch: judged beside all other combinations"])
  }
}
