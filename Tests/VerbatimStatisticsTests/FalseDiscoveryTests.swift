import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("False discovery")
struct FalseDiscoveryTests {
  @Test("gives q-values as by hand")
  func byHand() {
    // Sorted 0.01, 0.02, 0.03, 0.04, 0.2 of five: 5p/k = 0.05, 0.05, 0.05, 0.05, 0.2.
    let found = FalseDiscovery.qValues([0.04, 0.01, 0.2, 0.03, 0.02])
    for (q, expected) in zip(found, [0.05, 0.05, 0.2, 0.05, 0.05]) {
      #expect(q.isClose(to: expected, within: 1e-15))
    }
  }

  @Test("rejects the four of Benjamini and Hochberg's example")
  func published() {
    // Benjamini and Hochberg (1995), section 4.1: fifteen tests, four rejected at 0.05.
    let pValues = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000,
    ]
    let rejected = FalseDiscovery.qValues(pValues).map { $0 <= 0.05 }
    #expect(rejected == pValues.indices.map { $0 < 4 })
  }

  @Test("leaves one test as it is and none without an answer")
  func short() {
    #expect(FalseDiscovery.qValues([]).isEmpty)
    #expect(FalseDiscovery.qValues([0.03]) == [0.03])
    #expect(FalseDiscovery.qValues([1, 1, 1]) == [1, 1, 1])
    #expect(FalseDiscovery.qValues([0, 1]) == [0, 1])
  }

  @Test("tells the greatest p-value within a rate", arguments: SeededGenerator.seeds(20))
  func line(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for count in 0..<40 {
      // Rounding makes ties.
      let pValues = (0..<count).map { _ in
        (Double.random(in: 0...0.2, using: &random) * 100).rounded() / 100
      }
      let within = zip(pValues, FalseDiscovery.qValues(pValues)).filter { $1 <= 0.05 }.map(\.0)
      #expect(FalseDiscovery.greatestPValue(pValues, rate: 0.05) == within.max())
    }
  }

  @Test("agrees with the definition", arguments: SeededGenerator.seeds(20))
  func naive(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let count = Int.random(in: 1...30, using: &random)
      // Rounding makes ties.
      let pValues = (0..<count).map { _ in (random.unit() * 50).rounded() / 50 }
      let found = FalseDiscovery.qValues(pValues)
      for (index, p) in pValues.enumerated() {
        #expect(found[index].isClose(to: Self.naive(p, pValues), within: 1e-12), "\(random)")
      }
    }
  }

  @Test("rejects what the step-up procedure rejects", arguments: SeededGenerator.seeds(20))
  func stepUp(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let count = Int.random(in: 1...30, using: &random)
      let pValues = (0..<count).map { _ in random.unit() * random.unit() * random.unit() }
      let rate = 0.01 + random.unit() * 0.3
      let sorted = pValues.sorted()
      let rank = (1...count).last { sorted[$0 - 1] <= Double($0) / Double(count) * rate }
      let limit = rank.map { sorted[$0 - 1] } ?? -1
      let found = FalseDiscovery.qValues(pValues).map { $0 <= rate }
      #expect(found == pValues.map { $0 <= limit }, "\(random)")
    }
  }

  /// The smallest share of false alerts at which `p` is still one: over every limit not below it,
  /// the limit times the number of tests over the number that it lets in.
  static func naive(_ p: Double, _ pValues: [Double]) -> Double {
    pValues.filter { $0 >= p }.map { limit in
      limit * Double(pValues.count) / Double(pValues.count { $0 <= limit })
    }.min() ?? 1
  }
}
