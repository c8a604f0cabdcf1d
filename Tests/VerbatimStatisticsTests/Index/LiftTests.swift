import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Lifts of cohorts and outcomes")
struct LiftTests {
  @Test("of means are Welch's, as published")
  func welch() throws {
    // R's documentation of t.test on Student's sleep data: t = −1.8608, df = 17.776,
    // p = 0.07939, interval −3.3654832 to 0.2054832.
    let lift = CohortLift(
      "drug",
      "1",
      nil,
      [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
      [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
      2
    )
    #expect(try #require(lift.lift).isClose(to: -1.58))
    let interval = try #require(lift.interval)
    #expect(interval.lower.isClose(to: -3.3654832, within: 5e-7))
    #expect(interval.upper.isClose(to: 0.2054832, within: 5e-7))
    #expect(try #require(lift.pValue).isClose(to: 0.07939, within: 5e-6))
  }

  @Test("of shares are Katz's, as published")
  func katz() throws {
    // Agresti (2007), An introduction to categorical data analysis, section 2.2.3: infarctions of
    // 11,034 physicians with placebo and 11,037 with aspirin: 1.82 (1.43 to 2.30).
    let ratio = RiskRatio(189, of: 11_034, against: 104, of: 11_037)
    #expect(try #require(ratio.value).isClose(to: 1.82, within: 0.005))
    let interval = try #require(ratio.interval)
    #expect(interval.lower.isClose(to: 1.43, within: 0.005))
    // The book's 2.30 is of rounded logarithms.
    #expect(interval.upper.isClose(to: 2.30, within: 0.011))
    #expect(try #require(ratio.pValue) < 1e-5)
    let empty = RiskRatio(0, of: 10, against: 0, of: 10)
    #expect(empty.value == nil && empty.interval == nil && empty.pValue == 1)
    #expect(RiskRatio(0, of: 0, against: 1, of: 5).pValue == nil)
  }

  @Test("have the area of the published readings")
  func area() throws {
    // Hanley and McNeil (1982), table I: 58 normal and 51 abnormal images in five classes: an area
    // of 0.893 with a standard error of 0.032 by their formula.
    var scores: [Double] = []
    var outcomes: [Bool] = []
    for (index, counts) in [[33, 6, 6, 11, 2], [3, 2, 2, 11, 33]].enumerated() {
      for (rating, count) in counts.enumerated() {
        scores += [Double](repeating: Double(rating), count: count)
        outcomes += [Bool](repeating: index == 1, count: count)
      }
    }
    let area = try #require(DeLongArea(scores: scores, outcomes: outcomes))
    #expect(area.value.isClose(to: 0.893, within: 5e-4))
    #expect(area.error.isClose(to: 0.032, within: 2.5e-3))
  }

  @Test("have DeLong's variance from every pair", arguments: SeededGenerator.seeds(40))
  func deLong(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 8...60, using: &random)
    let scores = (0..<count).map { _ in Double(Int.random(in: 0...9, using: &random)) }
    let outcomes = (0..<count).map { $0 < 2 ? true : $0 < 4 ? false : random.chance(0.4) }
    let with = scores.indices.filter { outcomes[$0] }.map { scores[$0] }
    let without = scores.indices.filter { !outcomes[$0] }.map { scores[$0] }
    func wins(_ one: Double, _ other: Double) -> Double { one > other ? 1 : one == other ? 0.5 : 0 }
    let rows = with.map { one in
      without.reduce(0) { $0 + wins(one, $1) } / Double(without.count)
    }
    let columns = without.map { other in
      with.reduce(0) { $0 + wins($1, other) } / Double(with.count)
    }
    let mean = rows.reduce(0, +) / Double(rows.count)
    func variance(_ values: [Double]) -> Double {
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }
    let area = try #require(DeLongArea(scores: scores, outcomes: outcomes))
    #expect(area.value.isClose(to: mean))
    let error = variance(rows) / Double(rows.count) + variance(columns) / Double(columns.count)
    #expect(area.error.isClose(to: error.squareRoot()))
    // Shuffled outcomes leave the areas about one half, with the spread that the test counts on.
    var areas: [Double] = []
    for _ in 0..<400 {
      let shuffled = outcomes.shuffled(using: &random)
      areas.append(try #require(DeLongArea(scores: scores, outcomes: shuffled)).value)
    }
    let spread = (areas.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / 400).squareRoot()
    let z = abs(mean - 0.5) / spread
    let nearest = 2 * Gaussian.upperTail(z)
    #expect(abs(area.pValue - nearest) < 0.12)
  }

  @Test("flag the yes of a yes or no, and the worst fifth of numbers")
  func flags() {
    let outcomes = [true, true] + [Bool](repeating: false, count: 8)
    func flagged(_ scores: [Double]) -> Int {
      OutcomeLift(.churn, signal: "s", scores: scores, outcomes: outcomes).flagged
    }
    #expect(flagged([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == 1)
    #expect(flagged([1, 1, 1, 1, 0, 0, 0, 0, 0, 0]) == 4)
    #expect(flagged([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) == 2)
    #expect(flagged([5, 5, 5, 5, 5, 5, 5, 5, 5, 5]) == 0)
  }

  @Test("are not found where there are none, and found where they are planted")
  func calibration() {
    var random = SeededGenerator(seed: 77)
    var runsWithLift = 0
    for _ in 0..<200 {
      let outcomes = (0..<120).map { _ in random.chance(0.3) }
      let lifts = (0..<6).map { signal in
        OutcomeLift(
          .churn,
          signal: "s\(signal)",
          scores: outcomes.map { _ in random.unit() },
          outcomes: outcomes
        )
      }
      if OutcomeLift.judged(lifts).contains(where: { $0.verdict == .lift }) { runsWithLift += 1 }
    }
    // Without an effect every lift is false: at most 5 % of runs, and 3.1 % for chance.
    #expect(runsWithLift <= 16)
    let outcomes = (0..<200).map { $0 < 60 }
    let planted = OutcomeLift(
      .return,
      signal: "complaint",
      scores: outcomes.map { $0 ? (random.chance(0.6) ? 1 : 0) : (random.chance(0.2) ? 1 : 0) },
      outcomes: outcomes
    )
    let noise = OutcomeLift(
      .return,
      signal: "noise",
      scores: outcomes.map { _ in random.unit() },
      outcomes: outcomes
    )
    let few = OutcomeLift(
      .return,
      signal: "few",
      scores: [1, 0, 1],
      outcomes: [true, false, true]
    )
    let judged = OutcomeLift.judged([few, noise, planted])
    #expect(judged.map(\.signal) == ["complaint", "noise", "few"])
    #expect(judged.map(\.verdict) == [.lift, .noneShown, .insufficient])
  }

  @Test("of cohorts count a customer once, with q over the whole table")
  func cohorts() throws {
    var reports: [SatisfactionReport] = []
    for number in 0..<120 {
      let isSlow = number % 3 == 0
      reports.append(
        SampleAnswers.report(
          "s\(number)",
          customer: "c\(number)",
          week: number % 4,
          [(.rating, (isSlow ? 50 : 80) + Double(number % 7))],
          issues: isSlow ? ["DEL.LATE"] : number % 10 == 0 ? ["DUR.BREAKS"] : [],
          segments: [isSlow ? "turtle" : "hare", number == 5 ? nil : "east"]
        )
      )
    }
    // The same customer again: still one.
    reports.append(
      SampleAnswers.report(
        "again",
        customer: "c0",
        week: 3,
        [(.rating, 50)],
        segments: ["turtle", "east"]
      )
    )
    let history = SampleAnswers.history(reports, dimensions: ["carrier", "warehouse"])
    let period = CustomerPeriod(history)
    #expect(period.customers.count == 120)
    let table = CohortLift.table(
      period,
      names: ["carrier", "warehouse"],
      dimensions: [0, 1],
      minimum: 30
    )
    #expect(table.map(\.value) == ["hare", "hare", "turtle", "turtle", "east", "east"])
    let slow = try #require(table.first { $0.value == "turtle" && $0.measure == .satisfaction })
    #expect(slow.customers == 40 && slow.others == 80)
    #expect(try #require(slow.lift).isClose(to: -30, within: 1))
    let qValue = try #require(slow.qValue)
    #expect(qValue < 1e-9 && slow.testsRun == 4)
    let late = try #require(table.first { $0.value == "turtle" && $0.measure == .complaintShare })
    let lateness = try #require(late.lift)
    #expect(late.mean == 1 && lateness > 5)
    #expect(table.suffix(2).allSatisfy { $0.lift == nil && $0.qValue == nil })
  }
}
