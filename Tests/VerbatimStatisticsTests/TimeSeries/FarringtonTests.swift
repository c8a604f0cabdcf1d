import Foundation
import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Farrington")
struct FarringtonTests {
  private typealias Vectors = SurveillanceVectors
  /// 1990-01-01, a Monday.
  private static let firstDay = 7305
  private static let agona = CountSeries(firstDay: firstDay, counts: Vectors.agona)

  @Test("has the limits of `algo.farrington` on Salmonella Agona")
  func original() {
    let points = Farrington().points(of: Self.agona, stepsPerYear: 52)
    for (place, index) in (280..<312).enumerated() {
      let upper = Vectors.farringtonUpper[place]
      let found = points[index].upper ?? .nan
      if upper > 0 { #expect(found.isClose(to: upper, relatively: 1e-7), "\(index)") }
      // Its one alarm of these weeks.
      #expect(points[index].isAlarm == (index == 283))
      let p = 1 - Vectors.farringtonQuantile[place]
      #expect(points[index].pValue?.isClose(to: p, within: 1e-7) == true, "\(index)")
    }
  }

  @Test("has its limits without re-weighting")
  func plain() {
    let method = Farrington(years: 4, halfWidth: 2, alpha: 0.01, reweights: false)
    let points = method.points(of: Self.agona, stepsPerYear: 52)
    for (place, index) in (280..<312).enumerated() where Vectors.farringtonPlainUpper[place] > 0 {
      let upper = Vectors.farringtonPlainUpper[place]
      #expect(points[index].upper?.isClose(to: upper, relatively: 1e-7) == true, "\(index)")
    }
  }

  @Test("has the threshold that the package's test gives")
  func threshold() {
    // Published: surveillance, tests/testthat/test-farringtonFlexible.R, exponent 2/3.
    let limits = PowerLimits(mean: 5, variance: 0.2 * 0.2, dispersion: 1, tail: 0.05)
    #expect(limits.lower.isClose(to: 1.8084477, within: 5.1e-8))
    #expect(limits.upper.isClose(to: 9.1154825, within: 5.1e-8))
    #expect(limits.upperTail(8).isClose(to: 0.1094727, within: 5.1e-8))
    #expect(((8 - 5) / (limits.upper - 5)).isClose(to: 0.7289546, within: 5.1e-8))
    // The same, method "nbPlugin", predicted mean 5, dispersion 1.5 and 1.
    let wide = CountDistribution(mean: 5, dispersion: 0.5 / 5)
    #expect([wide.quantile(0.05), wide.quantile(0.95)] == [1, 10])
    #expect(wide.upperTail(from: 11).isClose(to: 0.03763657, within: 5.1e-9))
    let narrow = CountDistribution(mean: 5)
    #expect([narrow.quantile(0.05), narrow.quantile(0.95)] == [2, 9])
    #expect(narrow.upperTail(from: 11).isClose(to: 0.01369527, within: 5.1e-9))
  }

  @Test("has the weights that the package's test works out by hand")
  func weights() {
    let residuals = [Double](repeating: 0, count: 5) + [Double](repeating: 2, count: 5)
    let weights = QuasiPoissonFit.weights(residuals: residuals, threshold: 0)
    #expect(weights.prefix(5).allSatisfy { $0.isClose(to: 1.6) })
    #expect(weights.suffix(5).allSatisfy { $0.isClose(to: 0.4) })
  }

  @Test("looks for the same week of earlier years where the package's test does")
  func calendar() {
    // 2013-06-06, a Thursday, from 1990-06-07 on: 2010-06-03, 2011-06-09, 2012-06-07.
    let first = 7462
    let weeks = ReferenceWeeks(calendar: .dates(firstDay: first))
    let index = (15_862 - first) / 7
    let days = (1...3).map { first + 7 * weeks.index($0, before: index) }
    #expect(days == [15_498, 15_134, 14_763])
    // 29 February 2016 was a Monday; the Monday nearest to 1 March 2015 is 2 March.
    let leap = ReferenceWeeks(calendar: .dates(firstDay: 16_860 - 7 * 100))
    #expect(16_860 - 7 * 100 + 7 * leap.index(1, before: 100) == 16_496)
  }

  @Test("the flexible method has the limits of `farringtonFlexible`")
  func flexible() {
    let points = FarringtonFlexible(years: 4).points(of: Self.agona)
    for (place, index) in (280..<312).enumerated() {
      let p = Vectors.noufailyP[place]
      #expect(points[index].pValue?.isClose(to: p, within: 1e-7) == true, "\(index)")
      guard Vectors.noufailyUpper[place].isFinite else { continue }
      let expected = Vectors.noufailyExpected[place]
      #expect(points[index].expected?.isClose(to: expected, relatively: 1e-7) == true, "\(index)")
      #expect(points[index].upper == Vectors.noufailyUpper[place], "\(index)")
      #expect(points[index].isAlarm == (index == 283 || index == 284))
    }
  }

  @Test("the flexible method takes exposure as an offset")
  func offset() {
    let population = (1...312).map { (week: Int) -> Double in
      let i = Double(week)
      return 1000 + 3 * i + 200 * sin(i / 8)
    }
    let series = CountSeries(
      firstDay: Self.firstDay,
      counts: Vectors.agona,
      exposures: population
    )
    let points = FarringtonFlexible(years: 4).points(of: series)
    for (place, index) in (280..<312).enumerated() {
      let p = Vectors.offsetP[place]
      #expect(points[index].pValue?.isClose(to: p, within: 1e-7) == true, "\(index)")
      guard Vectors.offsetUpper[place].isFinite else { continue }
      let expected = Vectors.offsetExpected[place]
      #expect(points[index].expected?.isClose(to: expected, relatively: 1e-7) == true, "\(index)")
      #expect(points[index].upper == Vectors.offsetUpper[place], "\(index)")
    }
  }

  @Test("the regression agrees with dense normal equations", arguments: SeededGenerator.seeds(4))
  func regression(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let groups = Int.random(in: 1...6, using: &random)
    let n = Int.random(in: 30...60, using: &random)
    let data = QuasiPoissonFit.Data(
      counts: RandomSeries.counts(n, mean: 6, dispersion: 0.2, &random),
      times: (0..<n).map { Double($0 - n) },
      offsets: (0..<n).map { _ in random.unit() },
      groups: (0..<n).map { $0 % groups },
      groupCount: groups
    )
    let weights = (0..<n).map { _ in 0.5 + random.unit() }
    let fit = try #require(QuasiPoissonFit(data, weights: weights, trend: true))
    let design = (0..<n).map { row in
      var columns = [Double](repeating: 0, count: groups + 1)
      columns[data.groups[row]] = 1
      columns[groups] = data.times[row]
      return columns
    }
    let (beta, inverse) = try Self.regress(design, data.counts, data.offsets, weights)
    #expect(fit.slope.isClose(to: beta[groups]), "\(random)")
    for group in 0..<groups {
      var row = [Double](repeating: 0, count: groups + 1)
      row[group] = 1
      let mean = exp(beta[group] + 0.3)
      let prediction = fit.prediction(at: 0, group: group, offset: 0.3)
      #expect(prediction.mean.isClose(to: mean, relatively: 1e-9), "\(random)")
      var variance = 0.0
      for i in row.indices { for j in row.indices { variance += row[i] * inverse[i][j] * row[j] } }
      #expect(prediction.variance.isClose(to: variance, relatively: 1e-9), "\(random)")
    }
  }

  @Test("says nothing before three years are there, and nothing of a series of zeros")
  func short() {
    let short = CountSeries(counts: [Double](repeating: 3, count: 150))
    #expect(Farrington().points(of: short).allSatisfy { $0 == .unknown })
    #expect(FarringtonFlexible().points(of: short).allSatisfy { $0 == .unknown })
    let zeros = CountSeries(counts: [Double](repeating: 0, count: 180))
    for point in Farrington().points(of: zeros) + FarringtonFlexible().points(of: zeros) {
      #expect(!point.isAlarm)
    }
  }

  /// The regression by Gaussian elimination, with the weights of the last step.
  private static func regress(
    _ design: [[Double]],
    _ counts: [Double],
    _ offsets: [Double],
    _ weights: [Double]
  ) throws -> (beta: [Double], inverse: [[Double]]) {
    let p = design[0].count
    var mu = counts.map { $0 + 0.1 }
    var eta = mu.map { log($0) }
    func deviance() -> Double {
      var sum = 0.0
      for i in counts.indices {
        let log = counts[i] > 0 ? counts[i] * Foundation.log(counts[i] / mu[i]) : 0
        sum += 2 * weights[i] * (log - counts[i] + mu[i])
      }
      return sum
    }
    var before = deviance()
    while true {
      var matrix = [[Double]](repeating: [Double](repeating: 0, count: 2 * p + 1), count: p)
      for i in counts.indices {
        let z = eta[i] - offsets[i] + (counts[i] - mu[i]) / mu[i]
        for a in 0..<p {
          for b in 0..<p { matrix[a][b] += weights[i] * mu[i] * design[i][a] * design[i][b] }
          matrix[a][2 * p] += weights[i] * mu[i] * design[i][a] * z
        }
      }
      for a in 0..<p { matrix[a][p + a] = 1 }
      for pivot in 0..<p {
        let best = (pivot..<p).max { abs(matrix[$0][pivot]) < abs(matrix[$1][pivot]) } ?? pivot
        matrix.swapAt(pivot, best)
        let scale = matrix[pivot][pivot]
        try #require(scale != 0)
        matrix[pivot] = matrix[pivot].map { $0 / scale }
        for row in 0..<p where row != pivot {
          let factor = matrix[row][pivot]
          for column in matrix[row].indices {
            matrix[row][column] -= factor * matrix[pivot][column]
          }
        }
      }
      let beta = matrix.map { $0[2 * p] }
      eta = counts.indices.map { i in
        var sum = offsets[i]
        for column in 0..<p { sum += design[i][column] * beta[column] }
        return sum
      }
      mu = eta.map { exp($0) }
      let now = deviance()
      if abs(now - before) / (abs(now) + 0.1) < 1e-8 {
        return (beta, matrix.map { Array($0[p..<(2 * p)]) })
      }
      before = now
    }
  }
}
