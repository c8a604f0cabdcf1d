import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("The spelling index")
struct SpellingIndexTests {
  /// The words behind a key.
  private func words(_ index: SpellingIndex, _ hash: UInt64) -> Set<PackedWord> {
    guard index.mayHold(hash) else { return [] }
    var cursor = index.cursor(hash)
    var found: Set<PackedWord> = []
    while let entry = index.next(&cursor) { found.insert(entry.word) }
    return found
  }

  @Test("leads to every word that is one slip away", arguments: SeededGenerator.seeds(3))
  func complete(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = ["a", "b", "e"]
    func word() throws -> PackedWord {
      try #require(PackedWord("ab" + random.text(of: alphabet, longest: 8)))
    }
    let targets = Set(try (0..<300).map { _ in try word() })
    let sorted = targets.sorted { $0.bits < $1.bits }
    let index = SpellingIndex(sorted.map { .init(word: $0, id: 1, role: .target) })
    for _ in 0..<300 {
      let written = try word()
      var reached = words(index, written.hash)
      for place in 0..<written.count {
        reached.formUnion(words(index, written.hash(removing: place)))
      }
      for target in sorted where target != written {
        guard let (_, place) = SpellingSlip.between(written, target), place > 0 else { continue }
        #expect(reached.contains(target), "\(random)")
      }
      #expect((index.entry(of: written) != nil) == targets.contains(written))
      let alike = words(index, SpellingIndex.consonants(of: written))
      for target in sorted
      where target.count >= SpellingIndex.shortestWithConsonants
        && SpellingSlip.weight(written, target, limit: 2) != nil
      {
        #expect(alike.contains(target), "\(random)")
      }
    }
  }

  @Test("keeps the first of two entries for a word")
  func first() throws {
    let word = try #require(PackedWord("battery"))
    let index = SpellingIndex([
      .init(word: word, id: 3, role: .misspelling), .init(word: word, id: 4, role: .target),
    ])
    let entry = try #require(index.entry(of: word))
    #expect(entry.id == 3)
    #expect(entry.role == .misspelling)
    #expect(index.entry(of: word.prefix(4)) == nil)
  }

  @Test("holds nothing when it is empty")
  func empty() throws {
    let index = SpellingIndex([])
    #expect(index.entry(of: try #require(PackedWord("battery"))) == nil)
    #expect(index.entry(of: try #require(PackedWord(""))) == nil)
  }
}
