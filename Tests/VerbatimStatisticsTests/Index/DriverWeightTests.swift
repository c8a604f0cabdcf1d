import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Driver weights")
struct DriverWeightTests {
  /// Customers with planted effects; the noise is uniform.
  private static func customers(_ effects: [Double], count: Int, seed: UInt64) -> (
    values: [Double], columns: [[Int]]
  ) {
    var random = SeededGenerator(seed: seed)
    var values: [Double] = []
    var columns: [[Int]] = []
    for _ in 0..<count {
      let yes = effects.indices.filter { _ in random.chance(0.15) }
      columns.append(yes)
      values.append(75 + yes.reduce(0) { $0 + effects[$1] } + 40 * (random.unit() - 0.5))
    }
    return (values, columns)
  }

  @Test("solve the ridge's equations", arguments: SeededGenerator.seeds(10))
  func naive(seed: UInt64) throws {
    let data = Self.customers([-20, -10, 0, 5], count: 80, seed: seed)
    let fit = try #require(RidgeFit(values: data.values, columns: data.columns, count: 4))
    // The gradient of Σ (y − a − x·b)² + λ·|b|² is 0 in each direction, the mean free.
    let misses = zip(data.values, data.columns).map { value, yes in
      value - fit.intercept - yes.reduce(0) { $0 + fit.coefficients[$1] }
    }
    #expect(misses.reduce(0, +).isClose(to: 0, within: 1e-9 * 80))
    for column in 0..<4 {
      let pull = zip(misses, data.columns).reduce(0) { $0 + ($1.1.contains(column) ? $1.0 : 0) }
      let push = fit.penalty * fit.coefficients[column]
      #expect(pull.isClose(to: push, within: 1e-7))
    }
  }

  @Test(
    "choose the penalty of the least generalised cross-validation",
    arguments: [1, 2, 3] as [UInt64]
  )
  func penalty(seed: UInt64) throws {
    let data = Self.customers([-6, 3], count: 60, seed: seed)
    let fit = try #require(RidgeFit(values: data.values, columns: data.columns, count: 2))
    // The score of two columns written out.
    let n = Double(data.values.count)
    let mean = data.values.reduce(0, +) / n
    let x = data.columns.map { yes in [0, 1].map { yes.contains($0) ? 1.0 : 0 } }
    let centre = [0, 1].map { column in x.reduce(0) { $0 + $1[column] } / n }
    func product(_ one: Int, _ other: Int) -> Double {
      x.reduce(0) { $0 + ($1[one] - centre[one]) * ($1[other] - centre[other]) }
    }
    let target = [0, 1].map { column in
      zip(x, data.values).reduce(0) { $0 + ($1.0[column] - centre[column]) * ($1.1 - mean) }
    }
    func score(_ penalty: Double) -> Double {
      let a = product(0, 0) + penalty
      let b = product(0, 1)
      let d = product(1, 1) + penalty
      let det = a * d - b * b
      let fit = [(d * target[0] - b * target[1]) / det, (a * target[1] - b * target[0]) / det]
      let freedom = 2 - penalty * (a + d) / det
      let rest = zip(x, data.values).reduce(0) { sum, row in
        let explained = [0, 1].reduce(0) { $0 + (row.0[$1] - centre[$1]) * fit[$1] }
        return sum + (row.1 - mean - explained) * (row.1 - mean - explained)
      }
      return rest / ((n - 1 - freedom) * (n - 1 - freedom))
    }
    let best = RidgeFit.penalties.min { score($0) < score($1) }
    #expect(fit.penalty == best)
  }

  @Test("have intervals that cover planted effects")
  func coverage() throws {
    let effects = [-25.0, -15, -8, -3, 0, 4]
    var covered = 0
    let sets = 100
    for seed in 0..<sets {
      let data = Self.customers(effects, count: 250, seed: UInt64(seed) + 500)
      let fit = try #require(RidgeFit(values: data.values, columns: data.columns, count: 6))
      for (column, effect) in effects.enumerated() {
        let half = 1.959963984540054 * fit.errors[column]
        if abs(fit.coefficients[column] - effect) <= half { covered += 1 }
      }
    }
    let share = Double(covered) / Double(sets * effects.count)
    #expect(share >= 0.93 && share <= 0.97, "\(share)")
  }

  @Test("are the loss by share and effect, the greatest first")
  func losses() throws {
    var customers: [(value: Double, issues: [String])] = []
    for number in 0..<200 {
      var issues: [String] = []
      var value = 80 + Double(number % 5)
      if number % 4 == 0 {
        issues.append("DUR.BREAKS")
        value -= 30
      }
      if number % 40 == 1 {
        issues.append("DEL.LATE")
        value -= 20
      }
      if number == 7 { issues.append("SVC.SLOW") }
      customers.append((value, issues))
    }
    let weights = DriverWeight.weights(of: customers, target: "index", segment: [], days: 0...6)
    #expect(weights.map(\.issue) == ["DUR.BREAKS", "DEL.LATE"])
    let first = try #require(weights.first)
    #expect(first.customers == 50 && first.total == 200 && first.share == 0.25)
    #expect(first.effect.isClose(to: -30, within: 1) && first.loss.isClose(to: 7.5, within: 0.3))
    #expect(first.lossInterval.lower < first.loss && first.loss < first.lossInterval.upper)
  }

  @Test("say nothing where there is nothing to tell")
  func degenerate() {
    let none = DriverWeight.weights(of: [], target: "index", segment: [], days: 0...0)
    #expect(none == [])
    let equal = (0..<50).map { (value: 60.0, issues: $0 < 20 ? ["A"] : []) }
    #expect(DriverWeight.weights(of: equal, target: "index", segment: [], days: 0...0) == [])
    let everybody = (0..<50).map { (value: Double($0), issues: ["A"]) }
    #expect(DriverWeight.weights(of: everybody, target: "index", segment: [], days: 0...0) == [])
  }
}
