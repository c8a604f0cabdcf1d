import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

/// Worked examples of Montgomery, *Introduction to Statistical Quality Control*, 6th edition, to the
/// digits printed there.
@Suite("Montgomery's examples")
struct MontgomeryTests {
  /// Table 9.1: thirty values, the mean 10 up to the twentieth and 11 from there.
  private static let values = [
    9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40,
    10.08,
    9.37, 10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31,
    10.52,
  ]

  @Test("table 9.2: the tabular CUSUM with K = ½ and H = 5")
  func cusum() {
    let high = [
      0, 0, 0, 1.16, 2.82, 2.50, 0.04, 1.00, 0, 0, 0, 0.97, 0.98, 0, 0, 0, 0.12, 0, 0, 0.34, 0.74,
      0,
      1.79, 2.79, 2.89, 3.47, 3.35, 4.47, 5.28, 5.30,
    ]
    let low = [
      0.05, 1.56, 1.77, 0, 0, 0, 1.46, 0, 0.30, 0, 0.47, 0, 0, 0.10, 0, 0.13, 0, 0, 0.98, 0, 0,
      0.17,
      0, 0, 0, 0, 0, 0, 0, 0,
    ]
    let chart = TabularCUSUM(mean: 10, sigma: 1)
    let rows = chart.rows(of: Self.values)
    for index in rows.indices {
      #expect(rows[index].high.isClose(to: high[index], within: 0.0051), "C+ \(index + 1)")
      #expect(rows[index].low.isClose(to: low[index], within: 0.0051), "C- \(index + 1)")
    }
    // It decides at period 29, where N+ is 7: the shift came between 22 and 23.
    #expect(rows[28].highRun == 7)
    #expect(chart.points(of: Self.values).firstIndex(where: \.isAlarm) == 28)
  }

  @Test("example 9.2: the EWMA with λ = 0.10 and L = 2.7")
  func ewma() {
    let printed = [
      9.945, 9.7495, 9.70355, 9.8992, 10.1253, 10.1307, 9.92167, 10.0755, 9.98796, 10.0232, 9.92384,
      10.0785, 10.1216, 10.0495, 10.0525, 9.98426, 10.0478, 10.074, 9.91864, 10.0108, 10.0997,
      10.0227, 10.2495, 10.3745, 10.3971, 10.4654, 10.4568, 10.5731, 10.6468, 10.6341,
    ]
    let points = EWMAChart(mean: 10, sigma: 1, weight: 0.1, width: 2.7).points(of: Self.values)
    for (point, value) in zip(points, printed) {
      #expect(point.statistic?.isClose(to: value, within: 5.1e-5) == true, "\(value)")
    }
    let limits = [(0, 10.27, 9.73), (1, 10.36, 9.64), (29, 10.62, 9.38)]
    for (index, upper, lower) in limits {
      #expect(points[index].upper?.isClose(to: upper, within: 0.0051) == true)
      #expect(points[index].lower?.isClose(to: lower, within: 0.0051) == true)
    }
    #expect(points.indices.filter { points[$0].isAlarm } == [28, 29])
  }

  /// Table 7.1: cans of orange juice concentrate that leak, in samples of 50.
  private static let cans: [Double] = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
    7,
    13, 9, 6,
  ]

  @Test("example 7.1: the p chart of the orange juice cans")
  func shares() {
    let chart = AttributeChart(
      .p,
      counts: Self.cans,
      sizes: [Double](repeating: 50, count: 30)
    )
    #expect(chart.centre?.isClose(to: 0.2313, within: 5.1e-5) == true)
    let points = chart.points
    #expect(points[0].upper?.isClose(to: 0.4102, within: 5.1e-5) == true)
    #expect(points[0].lower?.isClose(to: 0.0524, within: 5.1e-5) == true)
    #expect(points.indices.filter { points[$0].isAlarm } == [14, 22])
    // Without samples 15 and 23, whose causes were found.
    let kept = Self.cans.indices.filter { $0 != 14 && $0 != 22 }.map { Self.cans[$0] }
    let revised = AttributeChart(.p, counts: kept, sizes: [Double](repeating: 50, count: 28))
    #expect(revised.centre?.isClose(to: 0.2150, within: 5.1e-5) == true)
    #expect(revised.points[0].upper?.isClose(to: 0.3893, within: 5.1e-5) == true)
    #expect(revised.points[0].lower?.isClose(to: 0.0407, within: 5.1e-5) == true)
  }

  @Test("Pyzdek's bruised peaches: a p chart with samples of two sizes")
  func peaches() {
    // Pyzdek and Keller (2013), *The Handbook for Quality Management*, 2nd edition, table 9.6: crates of
    // 250 peaches, one or two a shipment.
    let bruised: [Double] = [
      47, 42, 55, 51, 46, 61, 39, 44, 41, 51, 88, 101, 101, 40, 48, 47, 50, 48, 57, 45, 43, 105, 98,
      100, 96,
    ]
    let two: Set = [10, 11, 12, 21, 22, 23, 24]
    let chart = AttributeChart(
      .p,
      counts: bruised,
      sizes: bruised.indices.map { two.contains($0) ? 500 : 250 }
    )
    #expect(bruised.reduce(0, +) == 1544)
    #expect(chart.centre?.isClose(to: 0.193, within: 5.1e-4) == true)
    for (index, point) in chart.points.enumerated() {
      let (lower, upper) = two.contains(index) ? (0.140, 0.246) : (0.118, 0.268)
      #expect(point.lower?.isClose(to: lower, within: 5.1e-4) == true)
      #expect(point.upper?.isClose(to: upper, within: 5.1e-4) == true)
      #expect(!point.isAlarm)
    }
  }

  @Test("example 7.5: the u chart of the dyed cloth, with sizes that differ")
  func rates() {
    let counts: [Double] = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23]
    let sizes = [10.0, 8.0, 13.0, 10.0, 9.5, 10.0, 12.0, 10.5, 12.0, 12.5]
    let chart = AttributeChart(.u, counts: counts, sizes: sizes)
    #expect(chart.centre?.isClose(to: 1.42, within: 0.0051) == true)
    let upper = [2.55, 2.68, 2.41, 2.55, 2.58, 2.55, 2.45, 2.52, 2.45, 2.43]
    let lower = [0.29, 0.16, 0.43, 0.29, 0.26, 0.29, 0.39, 0.32, 0.39, 0.41]
    for (index, point) in chart.points.enumerated() {
      // The book rounds the centre to 1.42 before it computes the limits.
      #expect(point.upper?.isClose(to: upper[index], within: 0.009) == true, "\(index)")
      #expect(point.lower?.isClose(to: lower[index], within: 0.009) == true, "\(index)")
      #expect(!point.isAlarm)
    }
  }

  @Test("table 9.3: without a shift the CUSUM decides after some 465 values, the EWMA after 500")
  func runLengths() {
    var random = SeededGenerator(seed: 11)
    let cusum = TabularCUSUM(mean: 0, sigma: 1)
    let ewma = EWMAChart(mean: 0, sigma: 1)
    var lengths = (cusum: 0.0, ewma: 0.0)
    let runs = 300
    for _ in 0..<runs {
      var values: [Double] = []
      var decided: (cusum: Int, ewma: Int)?
      while decided == nil {
        values += (0..<900).map { _ in RandomSeries.normal(&random) }
        guard let high = cusum.rows(of: values).firstIndex(where: { max($0.high, $0.low) > 5 }),
          let far = ewma.points(of: values).firstIndex(where: Self.isOutside)
        else { continue }
        decided = (high + 1, far + 1)
      }
      lengths.cusum += Double(decided?.cusum ?? 0)
      lengths.ewma += Double(decided?.ewma ?? 0)
    }
    // Run lengths are nearly exponential: their mean has a standard error of a seventeenth.
    #expect((lengths.cusum / Double(runs)).isClose(to: 465, within: 0.18 * 465))
    #expect((lengths.ewma / Double(runs)).isClose(to: 500, within: 0.18 * 500))
  }

  private static func isOutside(_ point: SeriesPoint) -> Bool {
    guard let z = point.statistic, let upper = point.upper, let lower = point.lower else {
      return false
    }
    return z > upper || z < lower
  }
}
