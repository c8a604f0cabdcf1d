import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Verification of a corrective action")
struct FixVerificationTests {
  private typealias Sample = LifeSample

  private static func verification(
    _ before: (Int, Int),
    _ after: (Int, Int)
  ) -> FixVerification {
    FixVerification(
      before: .init(before.0, of: before.1),
      after: .init(after.0, of: after.1)
    )
  }

  @Test("says what the interval says")
  func verdicts() {
    let fell = Self.verification((28, 2_000), (5, 1_000))
    #expect(fell.verdict == .verified)
    #expect(
      fell.summary == "rate 1.4 % → 0.5 %, 95 % interval of the change −1.6 to −0.1: verified"
    )
    #expect(fell.stillNeeded == nil)
    let rose = Self.verification((5, 1_000), (28, 1_000))
    #expect(rose.verdict == .worse)
    #expect(rose.stillNeeded == nil)
    let same = Self.verification((10, 200), (4, 100))
    #expect(same.verdict == .notYet)
    let equal = Self.verification((0, 50), (0, 50))
    #expect(equal.verdict == .notYet)
    #expect(equal.stillNeeded == nil)
    #expect(equal.summary.contains("not yet, and no number would tell: 50 reports about it before"))
  }

  @Test("is not yet without anything before or after")
  func nothing() {
    let noneBefore = Self.verification((0, 0), (3, 40))
    #expect(noneBefore.verdict == .notYet)
    #expect(noneBefore.change == nil)
    #expect(noneBefore.stillNeeded == nil)
    #expect(
      noneBefore.summary
        == "nobody wrote between the alert and the change, to compare with: not yet"
    )
    let noneAfter = Self.verification((12, 100), (0, 0))
    #expect(noneAfter.verdict == .notYet)
    #expect(noneAfter.after.rate == nil)
    #expect(noneAfter.stillNeeded != nil)
    #expect(noneAfter.summary.hasPrefix("rate 12.0 % before, nobody wrote since: not yet, "))
  }

  @Test("needs so many more, and not one fewer", arguments: [(12, 100), (28, 2_000), (4, 30)])
  func stillNeeded(count: Int, exposure: Int) throws {
    // Nobody after has the issue, so that whole numbers of customers keep the rate.
    let before = (count, exposure)
    let needed = try #require(Self.verification(before, (0, 0)).stillNeeded)
    #expect(Self.verification(before, (0, needed)).verdict == .verified)
    #expect(Self.verification(before, (0, needed - 1)).verdict == .notYet)
    let some = needed / 2
    #expect(Self.verification(before, (0, some)).stillNeeded == needed - some)
  }

  @Test("compares what lies between alert and change with the days from the change on")
  func stretches() {
    let first = Sample.day(60)
    var writers: [ClusterSeries.Writer] = []
    func add(_ day: Int, _ count: Int, _ hasIssue: Bool, lots: [String] = []) {
      for _ in 0..<count { writers.append(.init(day: day, hasIssue: hasIssue, lots: lots)) }
    }
    add(first - 365, 7, true)
    add(first - 364, 2, true)
    add(first - 1, 5, false, lots: ["L2"])
    add(first, 3, true, lots: ["L1"])
    add(first, 4, true)
    add(first + 9, 11, false, lots: ["L2"])
    add(first + 10, 100, true)
    let series = Sample.series(of: writers)
    func split(_ alert: Int?) -> FixVerification {
      series.verification(effective: first, alert: alert, lots: ["L1"], through: first + 9)
    }
    #expect(split(nil).before == .init(5, of: 10))
    #expect(split(nil).after == .init(4, of: 15))
    // What led to the alert is left out.
    #expect(split(first - 364).before == .init(3, of: 8))
    #expect(split(first - 364).after == split(nil).after)
    #expect(split(first - 1).before == .init(3, of: 3))
  }

  /// How often each verdict comes when nothing was changed, of 4,000 seeded pairs of stretches.
  private static func shares(
    rate: Double,
    before: Int,
    after: Int,
    seed: UInt64
  ) -> (verified: Double, worse: Double) {
    var random = SplitMix64(seed: seed)
    let bound = Int(rate * 1_000_000)
    func draw(_ count: Int) -> Int {
      (0..<count).reduce(0) { sum, _ in sum + (random.index(below: 1_000_000) < bound ? 1 : 0) }
    }
    var verified = 0
    var worse = 0
    for _ in 0..<4_000 {
      let verdict = verification((draw(before), before), (draw(after), after)).verdict
      verified += verdict == .verified ? 1 : 0
      worse += verdict == .worse ? 1 : 0
    }
    return (Double(verified) / 4_000, Double(worse) / 4_000)
  }

  @Test(
    "says that an action helped in at most one case of forty when it did nothing",
    arguments: [(0.05, 400, 200, 1), (0.1, 300, 60, 2), (0.02, 200, 50, 3), (0.3, 80, 40, 4)]
  )
  func calibration(rate: Double, before: Int, after: Int, seed: UInt64) {
    let shares = Self.shares(rate: rate, before: before, after: after, seed: seed)
    // 2.5 % of 4,000 with its own sampling error (two standard errors are 0.5 %).
    #expect(shares.verified <= 0.03)
    #expect(shares.worse <= 0.04)
  }

  @Test("finds an action that did help")
  func power() {
    var random = SplitMix64(seed: 5)
    func draw(_ count: Int, _ share: Double) -> Int {
      let bound = Int(share * 1_000)
      return (0..<count).reduce(0) { sum, _ in sum + (random.index(below: 1_000) < bound ? 1 : 0) }
    }
    let found = (0..<500).filter { _ in
      Self.verification((draw(400, 0.1), 400), (draw(200, 0.02), 200)).verdict == .verified
    }
    #expect(found.count > 450)
  }
}
