import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Fitted curves")
struct CurveTests {
  @Test("pool what falls to its mean, by hand")
  func pooling() {
    let fit = IsotonicFit(places: [1, 2, 3, 4], values: [1, 3, 2, 4])
    #expect(
      fit.blocks == [
        .init(centre: 1, value: 1, weight: 1), .init(centre: 2.5, value: 2.5, weight: 2),
        .init(centre: 4, value: 4, weight: 1),
      ]
    )
    #expect(fit.value(at: 0) == 1)
    #expect(fit.value(at: 1.75) == 1.75)
    #expect(fit.value(at: 2.5) == 2.5)
    #expect(fit.value(at: 9) == 4)
    #expect(IsotonicFit(places: [], values: []).value(at: 0) == nil)
  }

  @Test("weigh, and take observations at one place together")
  func weighing() {
    let fit = IsotonicFit(places: [2, 1, 1], values: [0, 1, 4], weights: [3, 2, 1])
    #expect(fit.blocks == [.init(centre: 1.5, value: 1, weight: 6)])
  }

  @Test("join small blocks with the nearer neighbour and stay rising")
  func smallBlocks() {
    let fit = IsotonicFit(
      places: [1, 2, 3, 4, 5],
      values: [0, 0.1, 0.8, 0.9, 1],
      smallestBlock: 2
    )
    #expect(fit.blocks.map(\.weight) == [2, 3])
    #expect(fit.blocks.map(\.centre) == [1.5, 4])
    #expect(IsotonicFit(places: [1], values: [1], smallestBlock: 5).blocks.count == 1)
  }

  @Test("are the greatest least mean: the min-max formula", arguments: SeededGenerator.seeds(20))
  func naive(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...25, using: &random)
    let values = (0..<count).map { _ in Double(Int.random(in: 0...9, using: &random)) }
    let weights = (0..<count).map { _ in Double(Int.random(in: 1...4, using: &random)) }
    let places = (0..<count).map(Double.init)
    let fit = IsotonicFit(places: places, values: values, weights: weights)
    #expect(zip(fit.blocks, fit.blocks.dropFirst()).allSatisfy { $0.value < $1.value })
    func mean(_ from: Int, _ to: Int) -> Double {
      let sum = (from...to).reduce(0) { $0 + values[$1] * weights[$1] }
      return sum / (from...to).reduce(0) { $0 + weights[$1] }
    }
    let expected = (0..<count).map { place in
      (0...place).map { from in (place..<count).map { mean(from, $0) }.min() ?? 0 }.max() ?? 0
    }
    // Each block holds the places whose fitted value is its own.
    for block in fit.blocks {
      let members = expected.indices.filter { expected[$0].isClose(to: block.value) }
      let weight = members.reduce(0) { $0 + weights[$1] }
      #expect(weight.isClose(to: block.weight))
    }
  }

  @Test("of two numbers meet the shares they are fitted on, drawn in as Platt says")
  func logistic() {
    // At 0 one of four is yes, at 1 three of four; targets are 5/6 and 1/6, so 1/3 and 2/3.
    let places: [Double] = [0, 0, 0, 0, 1, 1, 1, 1]
    let isYes = [true, false, false, false, true, true, true, false]
    let fit = LogisticFit(places: places, isYes: isYes)
    #expect(fit.value(at: 0).isClose(to: 1.0 / 3, within: 1e-3))
    #expect(fit.value(at: 1).isClose(to: 2.0 / 3, within: 1e-3))
  }

  @Test("of two numbers stay finite where a threshold parts all", arguments: [1.0, -1.0])
  func parted(sign: Double) {
    let places = (0..<40).map { Double($0) / 20 - 1 }
    let fit = LogisticFit(places: places, isYes: places.map { $0 * sign > 0 })
    #expect(fit.slope.isFinite && fit.slope * sign > 0)
    #expect((0.9...1).contains(fit.value(at: sign)))
    #expect((0...0.1).contains(fit.value(at: -sign)))
    let none = LogisticFit(places: [], isYes: [])
    #expect(none.value(at: 3) == 0.5)
  }

  @Test("are reliable when as many come true as they say, by hand")
  func reliability() throws {
    let table = ReliabilityTable(
      chances: [0.1, 0.1, 0.9, 1],
      outcomes: [false, true, true, true]
    )
    #expect(table.bins.map(\.count) == [0, 2, 0, 0, 0, 0, 0, 0, 0, 2])
    #expect(table.bins[1].meanPredicted == 0.1)
    #expect(table.bins[1].observedShare == 0.5)
    #expect(table.bins[1].interval == ProportionInterval(wilson: 1, of: 2))
    #expect(table.bins[0].observedShare == nil)
    #expect(try #require(table.expectedError).isClose(to: (0.8 + 0.1) / 4))
    #expect(try #require(table.brierScore).isClose(to: (0.01 + 0.81 + 0.01 + 0) / 4))
    #expect(ReliabilityTable(chances: [], outcomes: []).expectedError == nil)
  }
}
