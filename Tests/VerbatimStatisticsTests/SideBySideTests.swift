import Testing
import VerbatimStatistics

@Suite("Work side by side")
struct SideBySideTests {
  @Test("gives the results in the order of the elements", arguments: [0, 1, 2, 1_000])
  func order(count: Int) {
    // The first elements take longest.
    let results = SideBySide.map(Array(0..<count)) { element in
      (0..<(count - element) * 10).reduce(0) { $0 &+ $1 } * 0 + element
    }
    #expect(results == Array(0..<count))
  }
}
