import Testing
import VerbatimStatistics
import VerbatimTestSupport

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

  /// The limits of Wilson's interval as the roots of (p̂ − p)² = z² p (1 − p) / n.
  private static func wilson(_ share: Double, _ n: Double) -> (Double, Double) {
    let z = 1.959963984540054
    let a = 1 + z * z / n
    let b = -(2 * share + z * z / n)
    let root = max(0, b * b - 4 * a * share * share).squareRoot()
    return ((-b - root) / (2 * a), (-b + root) / (2 * a))
  }

  @Test("agree with the roots of the score equation on random tables")
  func naive() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<2_000 {
      let m = 1 + random.index(below: 400)
      let n = 1 + random.index(below: 400)
      let a = random.index(below: m + 1)
      let b = random.index(below: n + 1)
      let change = ProportionDifference((a, m), minus: (b, n))
      let first = Double(a) / Double(m)
      let second = Double(b) / Double(n)
      let (low, high) = Self.wilson(first, Double(m))
      let (otherLow, otherHigh) = Self.wilson(second, Double(n))
      let down = (first - low, otherHigh - second)
      let up = (high - first, second - otherLow)
      let lower = first - second - (down.0 * down.0 + down.1 * down.1).squareRoot()
      let upper = first - second + (up.0 * up.0 + up.1 * up.1).squareRoot()
      #expect(change.lower.isClose(to: lower, within: 1e-9))
      #expect(change.upper.isClose(to: upper, within: 1e-9))
    }
  }
}
