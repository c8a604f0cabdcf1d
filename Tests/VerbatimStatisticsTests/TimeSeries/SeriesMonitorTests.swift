import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Series monitor")
struct SeriesMonitorTests {
  private static let shapes: [[Double]] = [
    [], [0], [5], [Double](repeating: 0, count: 166), [Double](repeating: 7, count: 166),
    [Double](repeating: 9e18, count: 166), (0..<166).map { $0.isMultiple(of: 2) ? 0 : 9e18 },
    (0..<166).map { $0 == 165 ? 1 : 0 }, (0..<166).map { $0 == 0 ? 1e12 : 0 },
    [.nan, .infinity, -.infinity, -4, 3],
  ]

  @Test("never traps and never prints what is no number", arguments: SeriesMethod.allCases)
  func extremes(method: SeriesMethod) {
    let exposures: [[Double]?] = [
      nil, [], [Double](repeating: 1e-300, count: 166), (0..<166).map { $0 % 3 == 0 ? 0 : 1e300 },
    ]
    var monitor = SeriesMonitor()
    monitor.scan = TemporalScan(longest: 5, replicates: 9)
    for counts in Self.shapes {
      for exposure in exposures {
        let series = CountSeries(firstDay: 19_000, counts: counts, exposures: exposure)
        guard case .points(let points) = monitor.outcome(of: method, for: series) else { continue }
        #expect(points.count == counts.count)
        let isSound = points.allSatisfy { point in
          [point.statistic, point.expected, point.upper, point.lower, point.pValue]
            .allSatisfy { $0?.isFinite ?? true }
        }
        #expect(isSound, "\(method) \(counts.prefix(3)) \(exposure?.prefix(3) ?? [])")
      }
    }
  }

  @Test("settings that make no sense are drawn in", arguments: [Int.min, -1, 0, 1, 1000, Int.max])
  func settings(value: Int) {
    let series = CountSeries(firstDay: 19_000, counts: (0..<170).map { Double($0 % 4) })
    let counts = series.counts
    #expect(EARS(.c3, baseline: value, alpha: 0).points(of: counts).count == 170)
    let baseline = Baseline(window: value, gap: value, minimum: value)
    #expect(baseline.estimates(for: series).count == 170)
    let original = Farrington(years: value, halfWidth: value, alpha: 2)
    #expect(original.points(of: series, stepsPerYear: value).count == 170)
    let flexible = FarringtonFlexible(
      years: value,
      halfWidth: value,
      seasons: value,
      excluded: value,
      alpha: .nan,
      threshold: -1
    )
    #expect(flexible.points(of: series).count == 170)
    let scan = TemporalScan(longest: value, reference: value, replicates: 3, enough: value)
    #expect(scan.points(of: series).count == 170)
    let laws = counts.map { _ in CountDistribution(mean: 1) }
    let chart = GeneralizedLikelihoodRatio(window: value, threshold: .nan)
    #expect(chart.points(of: counts, laws: laws).count == 170)
    let short = BayesPredictive(baseline: baseline, alpha: 0)
    #expect(short.points(of: series).count == 170)
  }

  @Test("says why a method cannot be used")
  func reasons() {
    let monitor = SeriesMonitor()
    let short = CountSeries(counts: [1, 2, 3])
    for method in SeriesMethod.allCases {
      guard case .skipped(let reason) = monitor.outcome(of: method, for: short) else {
        Issue.record("\(method) ran on three weeks")
        continue
      }
      #expect(!reason.isEmpty)
    }
    #expect(
      monitor.outcome(of: .earsC1, for: short)
        == .skipped("history too short: 3 of at least 8 weeks")
    )
    let days = CountSeries(period: .day, counts: [Double](repeating: 1, count: 2000))
    #expect(monitor.outcome(of: .farrington, for: days) == .skipped("it is for weeks"))
    let above = CountSeries(
      counts: [Double](repeating: 3, count: 20),
      exposures: [Double](repeating: 2, count: 20)
    )
    #expect(
      monitor.outcome(of: .p, for: above)
        == .skipped("a count is above its exposure, so it is no share of it")
    )
  }

  @Test("chooses by the length of the history and by exposure")
  func choice() {
    let monitor = SeriesMonitor()
    func chosen(_ periods: Int, exposed: Bool = false) -> [SeriesMethod] {
      monitor.recommended(
        for: CountSeries(
          counts: [Double](repeating: 1, count: periods),
          exposures: exposed ? [Double](repeating: 9, count: periods) : nil
        )
      )
    }
    #expect(chosen(10) == [.earsC1, .earsC2, .earsC3, .westernElectric])
    #expect(
      chosen(60, exposed: true) == [.bayes, .nbCUSUM, .scan, .score, .uPrime, .westernElectric]
    )
    #expect(chosen(200) == [.farringtonFlexible, .nbCUSUM, .scan, .score, .westernElectric])
  }

  @Test("exposure explains what a launch would make look like a burst")
  func launch() {
    var random = SeededGenerator(seed: 4)
    let orders = (0..<60).map { $0 < 40 ? 100.0 : 1000 }
    let counts = orders.map { RandomSeries.poisson($0 * 0.03, &random) }
    let monitor = SeriesMonitor()
    let blind = monitor.scorePValues(of: CountSeries(counts: counts))
    let seeing = monitor.scorePValues(of: CountSeries(counts: counts, exposures: orders))
    #expect(blind[41].map { $0 < 1e-6 } == true)
    #expect(seeing[41].map { $0 > 0.01 } == true)
  }
}
