import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("What a stratified sample says")
struct StratifiedEstimateTests {
  typealias Stratum = StratifiedEstimate.Stratum

  @Test("is a mean with its variance and Satterthwaite's interval, by hand")
  func byHand() throws {
    // Two strata of 10 and 30: means 2 and 5, variances 1 and 4.
    let strata = [
      Stratum(population: 10, values: [1, 2, 3]), Stratum(population: 30, values: [3, 5, 7]),
    ]
    let mean = try StratifiedEstimate.mean(strata)
    #expect(mean.value.isClose(to: 4.25))
    // (10² · 0.7 · 1 ÷ 3 + 30² · 0.9 · 4 ÷ 3) ÷ 40² = (23.33 + 1080) ÷ 1600.
    let variance = (70.0 / 3 + 1080) / 1600
    #expect(try #require(mean.standardError).isClose(to: variance.squareRoot()))
    #expect(mean.count == 6)
    let total = try StratifiedEstimate.total(strata)
    #expect(total.value.isClose(to: 170))
    #expect(try #require(total.standardError).isClose(to: (70.0 / 3 + 1080).squareRoot()))
    // Satterthwaite: (g₁ + g₂)² ÷ (g₁² ÷ 2 + g₂² ÷ 2) = 2.0864 degrees, where t is 4.1364.
    let interval = try #require(mean.interval)
    let half = (interval.upper - interval.lower) / 2
    #expect((half / variance.squareRoot()).isClose(to: 4.1364, within: 1e-4))
  }

  @Test("is exact, without an interval's width, when all was looked at")
  func census() throws {
    let strata = [
      Stratum(population: 2, values: [0, 1]), Stratum(population: 3, values: [1, 1, 0]),
    ]
    for estimate in [try StratifiedEstimate.mean(strata), try StratifiedEstimate.share(strata)] {
      #expect(estimate.value.isClose(to: 0.6))
      #expect(estimate.standardError == 0)
      #expect(estimate.interval == Bootstrap.Interval(lower: estimate.value, upper: estimate.value))
    }
  }

  @Test("says what is missing")
  func gaps() throws {
    let unread = [
      Stratum(population: 3, values: [1]), Stratum(population: 0, values: []),
      Stratum(population: 4, values: []),
    ]
    #expect(throws: SampleGap.unread(stratum: 2)) { try StratifiedEstimate.mean(unread) }
    #expect(throws: SampleGap.noPopulation) { try StratifiedEstimate.share([]) }
    #expect(throws: SampleGap.noMember) {
      try StratifiedEstimate.mean([Stratum(population: 3, values: [nil, nil])])
    }
    // One of many tells a value and nothing of its error.
    let single = try StratifiedEstimate.mean([Stratum(population: 5, values: [2])])
    #expect(single.value == 2)
    #expect(single.standardError == nil)
    #expect(single.interval == nil)
  }

  @Test("leaves out units without a value as a part of the population, by weight")
  func domain() throws {
    let strata = [
      Stratum(population: 100, values: [1, nil, 1, nil]), Stratum(population: 20, values: [0, 0]),
    ]
    let share = try StratifiedEstimate.share(strata)
    // 50 of the first stand against 20 of the second.
    #expect(share.value.isClose(to: 50.0 / 70))
    #expect(share.count == 4)
  }

  @Test("stays within 0 to 1 and keeps a width when all agree")
  func agreement() throws {
    let all = try StratifiedEstimate.share([
      Stratum(population: 200, values: [Double?](repeating: 1, count: 12)),
      Stratum(population: 900, values: [Double?](repeating: 1, count: 20)),
    ])
    let interval = try #require(all.interval)
    #expect(all.value == 1)
    #expect(interval.upper == 1)
    #expect((0.7...0.95).contains(interval.lower))
  }

  /// A population like a week's: some 2,900 conversations, 214 of them risky, 402 positive.
  private struct Population {
    let units: [(id: String, strata: [Int])]
    let recoveries: [Double]
    let solved: [Double]

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      let strata = (0..<2_874).map { $0 < 214 ? 0 : $0 < 616 ? 1 : 2 }
      units = strata.enumerated().map { (id: "c\($0)", strata: $1 == 2 ? [] : [$1]) }
      let centres = [-0.1, 0.3, 0.6]
      recoveries = strata.map { stratum in
        // The mean of three even draws: a hump of width 0.6, bent by the stratum.
        let noise = (0..<3).reduce(0) { sum, _ in sum + random.unit() } / 3 - 0.5
        return min(2, max(-2, centres[stratum] + 1.2 * noise))
      }
      solved = strata.map { random.chance([0.35, 0.9, 0.6][$0]) ? 1 : 0 }
    }

    func sample(seed: UInt64) -> StratifiedSample {
      StratifiedSample(of: units, wanted: [12, 8, 20], seed: seed)
    }

    func strata(_ values: [Double], of sample: StratifiedSample) -> [Stratum] {
      sample.strata.map { stratum in
        Stratum(population: stratum.population, values: stratum.drawn.map { values[$0] })
      }
    }
  }

  @Test("holds the truth in 93 to 97 % of 1,000 samples")
  func coverage() throws {
    let population = Population(seed: 7)
    let count = Double(population.units.count)
    let mean = population.recoveries.reduce(0, +) / count
    let solved = population.solved.reduce(0, +) / count
    var covered = (mean: 0, share: 0, sum: 0.0)
    for seed in 0..<1_000 {
      let sample = population.sample(seed: UInt64(seed))
      let recovery = try StratifiedEstimate.mean(
        population.strata(population.recoveries, of: sample)
      )
      let share = try StratifiedEstimate.share(population.strata(population.solved, of: sample))
      covered.sum += recovery.value
      if let interval = recovery.interval, interval.lower <= mean, interval.upper >= mean {
        covered.mean += 1
      }
      if let interval = share.interval, interval.lower <= solved, interval.upper >= solved {
        covered.share += 1
      }
    }
    #expect((930...970).contains(covered.mean))
    #expect((930...970).contains(covered.share))
    // And without bias: within three standard errors of the mean of 1,000 means.
    #expect((covered.sum / 1_000).isClose(to: mean, within: 0.006))
  }

  @Test("of kappa, by draws within the strata, holds the truth about as often as it says")
  func kappa() throws {
    var random = SeededGenerator(seed: 12)
    let population = Population(seed: 8)
    let engine = population.solved.map { value in
      random.chance(0.85) ? Int(value) : random.chance(0.5) ? 1 : 0
    }
    let person = population.solved.map { Int($0) }
    let truth = try KappaMeasure(first: person, second: engine, classes: 2, weighting: .identity)
      .outcome.get()
    var covered = 0
    for seed in 0..<100 {
      let sample = StratifiedSample(
        of: population.units,
        wanted: [40, 40, 80],
        seed: UInt64(seed)
      )
      let drawn = sample.strata.enumerated().flatMap { stratum, part in
        part.drawn.map { (place: $0, stratum: stratum, weight: part.weight ?? 0) }
      }
      let strata = drawn.map(\.stratum)
      let measure = KappaMeasure(
        first: drawn.map { person[$0.place] },
        second: drawn.map { engine[$0.place] },
        classes: 2,
        weighting: .identity,
        weights: Bootstrap.rescaled(drawn.map(\.weight), strata: strata)
      )
      let found = Bootstrap(resamples: 100, seed: UInt64(seed))
        .intervals(of: [measure], strata: strata)[0]
      let interval = try #require(found)
      if interval.lower <= truth, interval.upper >= truth { covered += 1 }
    }
    #expect((89...100).contains(covered))
  }
}
