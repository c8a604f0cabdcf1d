import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Squared hinge")
struct SquaredHingeFitTests {
  /// Random rows of up to six of twelve columns, and kinds that the first columns decide, mostly.
  private func sample(_ seed: UInt64) -> (rows: SquaredHingeFit.Rows, isYes: [Bool]) {
    var random = SeededGenerator(seed: seed)
    var rows = SquaredHingeFit.Rows()
    var isYes: [Bool] = []
    for _ in 0..<80 {
      let columns = (0..<12).filter { _ in random.chance(0.4) }.map { Int32($0) }
      rows.append(columns, columns.map { _ in Double(Int.random(in: 1...9, using: &random)) })
      isYes.append(columns.contains { $0 < 3 } != random.chance(0.1))
    }
    return (rows, isYes)
  }

  /// What is minimised, written out.
  private func loss(
    _ rows: SquaredHingeFit.Rows,
    _ isYes: [Bool],
    _ weights: [Double],
    _ intercept: Double,
    _ cost: Double
  ) -> Double {
    var loss = (weights.reduce(intercept * intercept) { $0 + $1 * $1 }) / 2
    for row in 0..<rows.count {
      let miss = max(0, 1 - (isYes[row] ? 1 : -1) * (rows.product(row, weights) + intercept))
      loss += cost * miss * miss
    }
    return loss
  }

  @Test("is least where it says: a step to any side costs", arguments: SeededGenerator.seeds(10))
  func least(seed: UInt64) {
    let (rows, isYes) = sample(seed)
    let fit = SquaredHingeFit(rows, isYes: isYes, columnCount: 12, cost: 0.7)
    let least = loss(rows, isYes, fit.weights, fit.intercept, 0.7)
    for column in 0..<12 {
      for step in [-0.05, 0.05] {
        var weights = fit.weights
        weights[column] += step
        #expect(loss(rows, isYes, weights, fit.intercept, 0.7) > least)
      }
    }
    #expect(loss(rows, isYes, fit.weights, fit.intercept - 0.05, 0.7) > least)
    #expect(loss(rows, isYes, fit.weights, fit.intercept + 0.05, 0.7) > least)
  }

  @Test("takes a row that counts twice as two", arguments: SeededGenerator.seeds(5))
  func counts(seed: UInt64) {
    let (rows, isYes) = sample(seed)
    var doubled = SquaredHingeFit.Rows()
    for row in 0..<rows.count {
      for _ in 0..<(row % 3 == 0 ? 2 : 1) {
        let places = rows.starts[row]..<rows.starts[row + 1]
        doubled.append(places.map { rows.columns[$0] }, places.map { rows.values[$0] })
      }
    }
    let twice = SquaredHingeFit(
      doubled,
      isYes: isYes.enumerated().flatMap { $0 % 3 == 0 ? [$1, $1] : [$1] },
      columnCount: 12,
      cost: 0.7
    )
    let counted = SquaredHingeFit(
      rows,
      isYes: isYes,
      columnCount: 12,
      cost: 0.7,
      counts: isYes.indices.map { $0 % 3 == 0 ? 2 : 1 }
    )
    for column in 0..<12 {
      #expect(abs(twice.weights[column] - counted.weights[column]) < 0.02)
    }
    #expect(abs(twice.intercept - counted.intercept) < 0.02)
  }

  @Test("does not divide a whole column")
  func whole() {
    var rows = SquaredHingeFit.Rows()
    rows.append([0, 1], [3, 4], ballast: 12, whole: 5)
    rows.append([2], [5])
    #expect(rows.columns == [0, 1, 5, 2])
    #expect(rows.values == [3.0 / 13, 4.0 / 13, 1, 1])
    #expect(rows.starts == [0, 3, 4])
  }

  @Test("is the same each time")
  func repeats() {
    let (rows, isYes) = sample(7)
    let fits = (0..<2).map { _ in
      SquaredHingeFit(rows, isYes: isYes, columnCount: 12, cost: 1)
    }
    #expect(fits[0].weights == fits[1].weights)
    #expect(fits[0].intercept == fits[1].intercept)
  }

  @Test("weighs nothing where all rows are of one kind", arguments: [true, false])
  func oneKind(isYes: Bool) {
    let rows = sample(1).rows
    let kinds = [Bool](repeating: isYes, count: rows.count)
    let fit = SquaredHingeFit(rows, isYes: kinds, columnCount: 12, cost: 1)
    #expect(fit.weights.allSatisfy { $0 == 0 })
    #expect(fit.intercept == (isYes ? 1 : -1))
  }

  @Test("takes no rows, and rows of nothing")
  func empty() {
    #expect(
      SquaredHingeFit(SquaredHingeFit.Rows(), isYes: [], columnCount: 2, cost: 1).intercept == -1
    )
    var rows = SquaredHingeFit.Rows()
    rows.append([], [])
    rows.append([0], [0])
    rows.append([1], [4])
    let fit = SquaredHingeFit(rows, isYes: [false, false, true], columnCount: 2, cost: 1)
    #expect(fit.weights[0] == 0)
    #expect(fit.weights[1] > 0)
  }
}
