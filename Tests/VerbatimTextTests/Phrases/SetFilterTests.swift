import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Filter of word sets")
struct SetFilterTests {
  @Test("passes every member, and few words that are none", arguments: SeededGenerator.seeds(3))
  func passes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var sets = WordSets()
    for _ in 0..<400 {
      let size = Int.random(in: 2...60, using: &generator)
      var ids: Set<WordID> = []
      while ids.count < size { ids.insert(WordID.random(in: 1...500, using: &generator)) }
      _ = sets.number(of: ids.sorted())
    }
    let filter = SetFilter(sets)
    var others = 0
    var passing = 0
    for set in 0..<sets.count {
      let members = Set(sets.members[sets.range(of: set)])
      #expect(members.allSatisfy { filter.mayHold($0, in: set) })
      for word in WordID(0)...600 where !members.contains(word) {
        others += 1
        if filter.mayHold(word, in: set) { passing += 1 }
      }
    }
    #expect(passing * 8 < others)
  }

  @Test("of no sets passes nothing")
  func empty() {
    let filter = SetFilter(WordSets())
    #expect(!filter.mayHold(0, in: 0))
    #expect(!filter.mayHold(7, in: 0))
  }
}
