import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Control charts")
struct ControlChartTests {
  @Test("agree with the formulas written out", arguments: SeededGenerator.seeds(6))
  func naive(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sizes = (0..<40).map { _ in 20 + (200 * random.unit()).rounded() }
    let counts = sizes.map { min($0, RandomSeries.count($0 * 0.1, dispersion: 0.2, &random)) }
    for kind in AttributeChart.Kind.allCases {
      let chart = AttributeChart(kind, counts: counts, sizes: sizes)
      let centre = counts.reduce(0, +) / sizes.reduce(0, +)
      let sigma = sizes.map { size in
        ((kind.isShare ? centre * (1 - centre) : centre) / size).squareRoot()
      }
      let z = counts.indices.map { (counts[$0] / sizes[$0] - centre) / sigma[$0] }
      let ranges = (1..<40).map { abs(z[$0] - z[$0 - 1]) }
      let spread = kind.isLaney ? ranges.reduce(0, +) / 39 / 1.128 : 1
      #expect(chart.spread.isClose(to: spread), "\(random)")
      for (index, point) in chart.points.enumerated() {
        let upper = centre + 3 * sigma[index] * spread
        let lower = max(0, centre - 3 * sigma[index] * spread)
        #expect(point.upper?.isClose(to: kind.isShare ? min(1, upper) : upper) == true)
        #expect(point.lower?.isClose(to: lower) == true)
        #expect(point.statistic?.isClose(to: counts[index] / sizes[index]) == true)
        #expect(point.isAlarm == (z[index] > 3 * spread), "\(random)")
      }
    }
  }

  @Test("Laney's chart is Shewhart's where the spread is what chance makes")
  func laney() {
    // Counts 90 and 110 by turns, of 1,000 each: c = 0.1, σ = √(0.1 · 0.9 ÷ 1000) = 0.00948683,
    // z = ∓1.0540926, every move 2.1081851, and so σz = 2.1081851 ÷ 1.128 = 1.8689584.
    let counts = (0..<20).map { $0.isMultiple(of: 2) ? 90.0 : 110 }
    let sizes = [Double](repeating: 1000, count: 20)
    let chart = AttributeChart(.pPrime, counts: counts, sizes: sizes)
    #expect(chart.spread.isClose(to: 1.8689584, within: 5.1e-8))
    #expect(chart.points[0].upper?.isClose(to: 0.1531912, within: 5.1e-7) == true)
    // Where the spread is 1 both charts are one: moves of 1.128σ.
    let sigma = (0.1 * 0.9 / 1000).squareRoot()
    let even = (0..<20).map { 1000 * (0.1 + ($0.isMultiple(of: 2) ? -0.564 : 0.564) * sigma) }
    let prime = AttributeChart(.pPrime, counts: even, sizes: sizes)
    let plain = AttributeChart(.p, counts: even, sizes: sizes)
    #expect(prime.spread.isClose(to: 1))
    for (left, right) in zip(prime.points, plain.points) {
      #expect(left.upper?.isClose(to: right.upper ?? .nan) == true)
    }
  }

  @Test("great samples that scatter flood Shewhart's chart and not Laney's")
  func overdispersion() {
    var random = SeededGenerator(seed: 3)
    let sizes = [Double](repeating: 50_000, count: 104)
    let counts = sizes.map { RandomSeries.count($0 * 0.02, dispersion: 0.01, &random) }
    let plain = AttributeChart(.u, counts: counts, sizes: sizes).points.count { $0.isAlarm }
    let prime = AttributeChart(.uPrime, counts: counts, sizes: sizes).points.count { $0.isAlarm }
    #expect(plain > 10)
    #expect(prime <= 2)
  }

  @Test(
    "rules are told where their pattern is complete",
    arguments: [
      (RunRules.beyondThree, [0, 3.1, 0], [1]), (.beyondThree, [0, -3.1, 3], [1]),
      (.twoOfThree, [2.1, 0, 2.1, 0], [2]), (.twoOfThree, [2.1, 0, -2.1, 0], []),
      (.fourOfFive, [1.1, 1.1, 0, 1.1, 1.1, 0.5], [4]),
      (.eightOnOneSide, [1, 1, 1, 1, 1, 1, 1, 1, 1], [7, 8]),
      (.eightOnOneSide, [1, 1, 1, 1, 0, 1, 1, 1, 1], []),
      (.nineOnOneSide, [1, 1, 1, 1, 1, 1, 1, 1, 1], [8]),
      (.sixRising, [0, 1, 2, 3, 4, 5, 4], [5]), (.sixRising, [5, 4, 3, 2, 1, 0], [5]),
      (.fourteenAlternating, [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1], [13]),
      (.fifteenWithinOne, [Double](repeating: 0.2, count: 16), [14, 15]),
      (.eightBeyondOne, [2, -2, 2, -2, 2, -2, 2, -2], [7]),
    ] as [(RunRules, [Double], [Int])]
  )
  func rules(rule: RunRules, values: [Double], places: [Int]) {
    let found = rule.signals(in: values)
    #expect(found.indices.filter { found[$0].contains(rule) } == places)
  }

  @Test("a period without a value breaks a run")
  func gap() {
    var values = [Double?](repeating: 1, count: 16)
    values[7] = nil
    let found = RunRules.eightOnOneSide.signals(in: values)
    #expect(found.indices.filter { !found[$0].isEmpty } == [15])
  }

  @Test("each of Western Electric's rules fires about as rarely as chance has it")
  func rarity() {
    var random = SeededGenerator(seed: 5)
    let values = (0..<20_000).map { _ in RandomSeries.normal(&random) as Double? }
    let found = RunRules.westernElectric.signals(in: values)
    func share(_ rule: RunRules) -> Double { Double(found.count { $0.contains(rule) }) / 20_000 }
    // Two sides of Φ: 0.0027; two of three beyond 2σ, the newest within: 2·(0.0228·(1 − 0.9772²));
    // eight on a side: 2 ÷ 2⁸.
    #expect(share(.beyondThree).isClose(to: 0.0027, within: 0.0012))
    #expect(share(.twoOfThree).isClose(to: 0.00205, within: 0.0012))
    #expect(share(.eightOnOneSide).isClose(to: 0.0078, within: 0.004))
  }

  @Test("the counted CUSUM is the likelihood ratio's, in another unit")
  func counted() {
    var random = SeededGenerator(seed: 9)
    let counts = RandomSeries.counts(60, mean: 4, &random)
    let rows = TabularCUSUM(poissonMean: 4, shifted: 6).rows(of: counts)
    let points = LikelihoodRatioCUSUM(ratio: 1.5, threshold: 1e9)
      .points(of: counts, laws: counts.map { _ in CountDistribution(mean: 4) })
    for (row, point) in zip(rows, points) {
      #expect(point.statistic?.isClose(to: row.high * log(1.5)) == true)
    }
  }

  @Test("the standard CUSUM is that of `algo.cusum`")
  func standard() {
    let agona = SurveillanceVectors.agona
    let mean = agona.prefix(200).reduce(0, +) / 200
    let values = agona[200..<240].map { ($0 - mean) / mean.squareRoot() }
    let rows = TabularCUSUM(mean: 0, sigma: 1, k: 1.04, h: 2.26).rows(of: values)
    for (row, expected) in zip(rows, SurveillanceVectors.standardCUSUM) {
      #expect(row.high.isClose(to: expected, within: 1e-9))
    }
  }
}
