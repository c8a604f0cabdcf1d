import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("EARS")
struct EARSTests {
  private typealias Vectors = SurveillanceVectors

  @Test("has the limits of the test of `earsC` on Salmonella Newport")
  func newport() {
    let points = EARS(.c1, alpha: 0.05).points(of: Vectors.newport)
    // Published: surveillance, tests/testthat/test-earsC.R.
    for (point, printed) in zip(points.dropFirst(7), [3.278854, 3.278854, 3.436517, 3.855617]) {
      #expect(point.upper?.isClose(to: printed, within: 5.1e-7) == true)
    }
    #expect(points.prefix(7).allSatisfy { $0 == .unknown })
  }

  @Test("has the limits and alarms of `earsC` on Salmonella Agona")
  func agona() {
    let expected: [(EARS.Chart, [Double])] = [
      (.c1, Vectors.earsC1), (.c2, Vectors.earsC2), (.c3, Vectors.earsC3),
    ]
    for (chart, limits) in expected {
      let points = EARS(chart).points(of: Vectors.agona)
      for (index, limit) in zip(200..<240, limits) {
        #expect(
          points[index].upper?.isClose(to: limit, within: 2e-9 * max(1, limit)) == true,
          "\(chart) \(index)"
        )
        #expect(points[index].isAlarm == (Vectors.agona[index] > limit))
      }
    }
  }

  @Test("agrees with the formulas written out", arguments: SeededGenerator.seeds(5))
  func naive(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let counts = RandomSeries.counts(80, mean: 5, dispersion: 0.2, &random)
    let baseline = Int.random(in: 3...12, using: &random)
    func c2(_ t: Int) -> (mean: Double, sigma: Double, score: Double) {
      let part = counts[(t - baseline - 2)..<(t - 2)]
      let mean = part.reduce(0, +) / Double(part.count)
      let squares = part.map { pow($0 - mean, 2) }.reduce(0, +)
      let sigma = (squares / Double(part.count - 1)).squareRoot()
      return (mean, max(0.2, sigma), (counts[t] - mean) / max(0.2, sigma))
    }
    let z = 1.644_853_626_951_47
    let two = EARS(.c2, baseline: baseline, alpha: 0.05, minimumSigma: 0.2).points(of: counts)
    let three = EARS(.c3, baseline: baseline, alpha: 0.05, minimumSigma: 0.2).points(of: counts)
    let today = EARS(
      .c3,
      baseline: baseline,
      alpha: 0.05,
      minimumSigma: 0.2,
      countsToday: true
    ).points(of: counts)
    for t in baseline + 4..<counts.count {
      let now = c2(t)
      #expect(two[t].upper?.isClose(to: now.mean + z * now.sigma) == true, "\(random)")
      #expect(two[t].statistic?.isClose(to: now.score) == true, "\(random)")
      let earlier = max(0, c2(t - 1).score - 1) + max(0, c2(t - 2).score - 1)
      let limit = max(0, counts[t] + now.sigma * (z - earlier))
      #expect(three[t].upper?.isClose(to: limit) == true, "\(random)")
      let statistic = earlier + max(0, now.score - 1)
      #expect(three[t].statistic?.isClose(to: statistic) == true, "\(random)")
      #expect(today[t].isAlarm == (statistic > z), "\(random)")
    }
  }

  @Test("a count after nothing at all is an alarm of C1, without a statistic")
  func silence() {
    let point = EARS(.c1).points(of: [0, 0, 0, 0, 0, 0, 0, 1])[7]
    #expect(point == SeriesPoint(expected: 0, upper: 0, isAlarm: true))
    // A least deviation of a half says no: 0 + 3.09 · 0.5.
    #expect(!EARS(.c1, minimumSigma: 0.5).points(of: [0, 0, 0, 0, 0, 0, 0, 1])[7].isAlarm)
  }
}
