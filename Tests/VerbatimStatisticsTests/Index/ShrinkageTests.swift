import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Shrinkage")
struct ShrinkageTests {
  @Test("is (n·x̄ + k·parent) ÷ (n + k), with an error of three parts, by hand")
  func byHand() {
    let estimate = IndexEstimate(
      n: 30,
      mean: 60,
      variance: 100,
      in: .init(
        parent: 70,
        parentVariance: 1,
        share: 0.1,
        squaredShares: 0.2,
        credibility: 30,
        between: 4
      )
    )
    #expect(estimate.index == 65 && estimate.shrinkage == 0.5)
    // 30·100 + 30²·1 + 2·30·0.1·100 = 4500, over 60².
    #expect(estimate.samplingVariance.isClose(to: 1.25))
    // and 30²·(1 − 0.2 + 0.2)·4 = 3600.
    #expect(estimate.variance.isClose(to: 2.25))
  }

  @Test("leaves the only child of a parent as it is")
  func onlyChild() {
    let parent = IndexEstimate(n: 40, mean: 62, variance: 90)
    let child = IndexEstimate(
      n: 40,
      mean: 62,
      variance: 90,
      in: .init(
        parent: parent.index,
        parentVariance: parent.variance,
        share: 1,
        squaredShares: 1,
        credibility: 30,
        between: 5
      )
    )
    #expect(child.index.isClose(to: 62) && child.variance.isClose(to: parent.variance))
  }

  @Test("has k from the spread within and between, by hand")
  func credibility() {
    var credibility = Credibility()
    #expect(credibility.customers(limit: 30) == 30 && credibility.between == nil)
    // Customers 1 and 3, and 5 and 7: within 2, between (16 − 2) ÷ (4 − 8 ÷ 4) = 7.
    credibility.add([(2, 2, 2), (2, 6, 2)])
    #expect(credibility.within == 2 && credibility.between == 7)
    #expect(credibility.customers(limit: 30).isClose(to: 2.0 / 7))
    // A later cycle in which they are alike: within 2, between (16 − 2·2) ÷ 4 = 3.
    credibility.add([(2, 4, 2), (2, 4, 2), (1, 90, 0)])
    #expect(credibility.between == 3)
    var alike = Credibility()
    alike.add([(50, 70, 100), (50, 70, 100)])
    #expect(alike.between == 0 && alike.customers(limit: 30) == 30)
  }

  @Test("has intervals that cover the truth in 93 to 97 % of segments", arguments: [2.0, 8])
  func coverage(spread: Double) {
    var random = SeededGenerator(seed: 11)
    var covered = 0
    var segments = 0
    var coveredAll = 0
    let sets = 40
    for set in 0..<sets {
      var builder = SatisfactionHistory.Builder(dimensions: ["category"])
      var truths: [String: Double] = [:]
      var sum = 0.0
      var total = 0.0
      for segment in 0..<15 {
        // A uniform spread of ±√3 standard deviations about 60; customers ±35 about that.
        let truth = 60 + spread * 3.0.squareRoot() * (2 * random.unit() - 1)
        let n = 30 + Int(random.unit() * 60)
        truths["s\(segment)"] = truth
        sum += Double(n) * truth
        total += Double(n)
        for customer in 0..<n {
          let value = truth + 35 * (2 * random.unit() - 1) * 0.7
          builder.add(
            SatisfactionReport(
              signalID: "\(set) \(segment) \(customer)",
              customerKey: nil,
              eventTime: Instant(seconds: 1_700_000_000),
              answers: Rating(.other, value, min: 0, max: 100).flatMap { SatisfactionAnswer($0) }
                .map { [$0] } ?? [],
              segments: ["s\(segment)"]
            )
          )
        }
      }
      for series in SatisfactionIndex().series(builder.history()) {
        guard let interval = series.points.first?.interval else { continue }
        let truth = series.segment.first.map { truths[$0.value] ?? 0 } ?? sum / total
        let holds = interval.lower <= truth && truth <= interval.upper
        if series.segment.isEmpty {
          coveredAll += holds ? 1 : 0
        } else {
          covered += holds ? 1 : 0
          segments += 1
        }
      }
    }
    #expect(segments == 15 * sets)
    let share = Double(covered) / Double(segments)
    #expect(share >= 0.93 && share <= 0.97, "\(share)")
    #expect(coveredAll >= 35)
  }

  @Test(
    "uses Student's quantiles",
    arguments: [(1.0, 12.7062), (5, 2.570582), (29, 2.04523), (120, 1.97993)]
  )
  func student(degrees: Double, quantile: Double) {
    #expect(StudentDistribution.quantile975(degrees).isClose(to: quantile, within: 5e-5))
  }
}
