import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Recommendation, satisfaction and effort")
struct NetPromoterScoreTests {
  @Test("have the published margin")
  func published() throws {
    // W. Huber, "How can I calculate margin of error in a NPS result?", Cross Validated 18603: of
    // half promoters, a third passives and a sixth detractors, 324 customers give 33.3 with a
    // standard error of 4.1.
    let score = NetPromoterScore(promoters: 162, passives: 108, detractors: 54)
    let value = try #require(score.value)
    let margin = try #require(score.margin95)
    #expect(value.isClose(to: 100.0 / 3))
    #expect((margin / 1.96).isClose(to: 4.1, within: 0.05))
    #expect(margin.isClose(to: 196 * (5.0 / 9 / 324).squareRoot()))
  }

  @Test("count 0 as a detractor, and nothing between or beyond the points")
  func answers() {
    var score = NetPromoterScore()
    for answer in 0...10 {
      let isCounted = score.count(Double(answer))
      #expect(isCounted)
    }
    #expect(score == NetPromoterScore(promoters: 2, passives: 2, detractors: 7))
    for answer in [-1, 8.5, 11, .nan, .infinity] {
      let isCounted = score.count(answer)
      #expect(!isCounted)
    }
    #expect(score.count == 11)
  }

  @Test("say nothing about nobody, and 0 of customers who all agree")
  func edges() {
    #expect(NetPromoterScore().value == nil && NetPromoterScore().margin95 == nil)
    let same = NetPromoterScore(promoters: 40, passives: 0, detractors: 0)
    #expect(same.value == 100 && same.margin95 == 0)
  }

  @Test("have the margin of a mean of tickets", arguments: SeededGenerator.seeds(50))
  func naive(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let counts = (0..<3).map { _ in Int.random(in: 0...40, using: &random) }
    let score = NetPromoterScore(promoters: counts[0], passives: counts[1], detractors: counts[2])
    let tickets = [100.0, 0, -100].enumerated().flatMap { place, ticket in
      [Double](repeating: ticket, count: counts[place])
    }
    guard !tickets.isEmpty else { return }
    let n = Double(tickets.count)
    let mean = tickets.reduce(0, +) / n
    let spread = tickets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
    #expect(try #require(score.value).isClose(to: mean))
    #expect(try #require(score.margin95).isClose(to: 1.96 * (spread / n).squareRoot()))
  }

  @Test(
    "are taken on their own scales only",
    arguments: [
      (Rating(.nps, 9, min: 0, max: 10), SatisfactionComponent.nps, 90),
      (Rating(.csat, 4, min: 1, max: 5), .csat, 75),
      (Rating(.ces, 5, min: 1, max: 7), .ces, 400 / 6.0),
      (Rating(.ces, 3, min: 1, max: 7, direction: .lowerIsBetter), .ces, 400 / 6.0),
      (Rating(.stars, 4, min: 1, max: 5), .rating, 75),
      (Rating(.thumbs, 0, min: 0, max: 1), .rating, 0),
    ] as [(Rating?, SatisfactionComponent, Double)]
  )
  func taken(rating: Rating?, component: SatisfactionComponent, value: Double) throws {
    let rating = try #require(rating)
    let answer = try #require(SatisfactionAnswer(rating))
    #expect(answer.component == component && answer.value.isClose(to: value))
  }

  @Test(
    "are refused on any other scale",
    arguments: [
      Rating(.nps, 4, min: 1, max: 5), Rating(.nps, 8.5, min: 0, max: 10),
      Rating(.csat, 7, min: 0, max: 10), Rating(.ces, 3, min: 1, max: 5),
      Rating(.ces, 5, min: 1, max: 7, direction: .unknown),
      Rating(.nps, 9, min: 0, max: 10, direction: .lowerIsBetter),
      Rating(.stars, 3, min: 1, max: 5, direction: .unknown),
    ]
  )
  func refused(rating: Rating?) throws {
    let rating = try #require(rating)
    #expect(SatisfactionAnswer(rating) == nil)
  }
}
