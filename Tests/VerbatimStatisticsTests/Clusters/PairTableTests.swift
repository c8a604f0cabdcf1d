import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Pairs of numbers")
struct PairTableTests {
  private struct Pair: Hashable {
    let first: Int32
    let second: Int32
  }

  @Test(
    "have the numbers that a dictionary gives them, in the order of their first appearance",
    arguments: SeededGenerator.seeds(6)
  )
  func naive(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = PairTable(capacity: Int(seed % 3) * 900)
    var known: [Pair: Int] = [:]
    var differing = 0
    for _ in 0..<5_000 {
      let pair = Pair(
        first: Int32.random(in: -2...40, using: &random),
        second: Int32.random(in: -2...60, using: &random)
      )
      let (number, isNew) = table.number(of: pair.first, pair.second)
      let expected = known[pair] ?? known.count
      if number != expected || isNew != (known[pair] == nil) { differing += 1 }
      known[pair] = expected
    }
    #expect(differing == 0, "\(random)")
    #expect(table.count == known.count, "\(random)")
  }

  @Test("are told apart at the ends of their range, and by their order")
  func ends() {
    let ends: [Int32] = [.min, -1, 0, 1, .max]
    var table = PairTable()
    let numbers = ends.flatMap { first in ends.map { table.number(of: first, $0).number } }
    #expect(numbers == Array(0..<25))
    #expect(table.number(of: .max, .min).number == 20)
    #expect(table.count == 25)
  }
}
