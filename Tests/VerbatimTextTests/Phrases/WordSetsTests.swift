import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Word sets")
struct WordSetsTests {
  @Test("number each set once, and keep its members", arguments: SeededGenerator.seeds(2))
  func numbers(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var sets = WordSets()
    var twin: [[WordID]: Int] = [:]
    for _ in 0..<2000 {
      let count = Int.random(in: 1...4, using: &generator)
      let ids = Set((0..<count).map { _ in WordID.random(in: 1...12, using: &generator) }).sorted()
      let number = sets.number(of: ids)
      #expect(twin[ids, default: number] == number)
      twin[ids] = number
    }
    #expect(sets.count == twin.count)
    #expect(twin.allSatisfy { Array(sets.members[sets.range(of: $0.value)]) == $0.key })
  }
}
