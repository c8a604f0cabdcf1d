import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Lists of numbers")
struct NumberListsTests {
  @Test("of pairs hold each list's numbers in the order of the pairs")
  func pairs() {
    var random = SeededGenerator(seed: 5)
    let pairs = (0..<500).map { number in
      (list: Int32.random(in: 0..<20, using: &random), number: Int32(number))
    }
    let lists = NumberLists(lists: 22, pairs)
    #expect(lists.count == 22)
    for list in 0..<22 {
      #expect(Array(lists[list]) == pairs.filter { $0.list == Int32(list) }.map(\.number))
    }
    #expect(NumberLists(lists: 3, []).range(2) == 0..<0)
  }
}
