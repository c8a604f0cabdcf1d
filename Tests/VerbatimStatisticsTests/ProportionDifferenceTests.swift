import Testing
import VerbatimStatistics

@Suite("Changes of a share")
struct ProportionDifferenceTests {
  /// Newcombe (1998), table II, method 10: the examples a to h.
  @Test(
    "have the published intervals",
    arguments: [
      ((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090),
      ((6, 7), (2, 7), 0.0582, 0.8062), ((5, 56), (0, 29), -0.0381, 0.1926),
      ((0, 10), (0, 20), -0.1611, 0.2775), ((0, 10), (0, 10), -0.2775, 0.2775),
      ((10, 10), (0, 20), 0.6791, 1.0000), ((10, 10), (0, 10), 0.6075, 1.0000),
    ]
  )
  func published(first: (Int, Int), second: (Int, Int), lower: Double, upper: Double) {
    let change = ProportionDifference(first, minus: second)
    #expect(abs(change.lower - lower) < 5e-5)
    #expect(abs(change.upper - upper) < 5e-5)
  }

  @Test("are the same with the sign turned when the groups are swapped: seeded")
  func swapped() {
    var random = SplitMix64(seed: 98)
    for _ in 0..<200 {
      let totals = (Int(random.next() % 90) + 1, Int(random.next() % 90) + 1)
      let first = (Int(random.next() % UInt64(totals.0 + 1)), totals.0)
      let second = (Int(random.next() % UInt64(totals.1 + 1)), totals.1)
      let there = ProportionDifference(first, minus: second)
      let back = ProportionDifference(second, minus: first)
      #expect(abs(there.lower + back.upper) < 1e-12)
      #expect(there.lower <= (there.value ?? 2) && (there.value ?? -2) <= there.upper)
    }
  }

  @Test("of nothing are unknown and not zero")
  func nothing() {
    let change = ProportionDifference((0, 0), minus: (3, 10))
    #expect(change.value == nil)
    #expect(change.lower == -1)
    #expect(change.upper == 1)
  }
}
