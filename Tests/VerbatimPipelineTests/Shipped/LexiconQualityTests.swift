import Testing
import VerbatimPipeline

@testable import VerbatimSentiment

@Suite("The lexicons of the package")
struct LexiconQualityTests {
  private let engine: SignalEngine

  init() throws { engine = try ShippedLexicons.engine() }

  @Test("have no finding")
  func lint() {
    #expect(engine.diagnostics.map(\.description) == [])
  }

  @Test("hold 3,000 terms and 800 phrases or more")
  func counts() throws {
    let files = try EngineFiles(directory: ShippedLexicons.path)
    var lexicon = SentimentLexicon()
    for name in SentimentLexicon.files {
      let file = try #require(files.files["en/sentiment/\(name)"])
      try lexicon.read(name: name, path: file.path, bytes: file.bytes)
    }
    #expect(lexicon.entries.count { $0.kind == .term && $0.valence != 0 } >= 3000)
    #expect(lexicon.entries.count { $0.kind == .phrase } >= 800)
    #expect(lexicon.entries.count { $0.kind == .emoji } >= 100)
    #expect(lexicon.entries.count { $0.kind == .emoticon } >= 50)
  }

  @Test("have ten patterns or more for each leaf")
  func patterns() {
    let matches = engine.issueMatcher.patterns.filter { $0.use == .match }
    let count = Dictionary(grouping: matches, by: \.code).mapValues(\.count)
    for leaf in engine.issueMatcher.taxonomy.leaves {
      #expect(count[leaf.code] ?? 0 >= 10, "\(leaf.code)")
    }
  }

  @Test("have examples of each leaf: ten true ones and five look-alikes or more")
  func examples() throws {
    let outcomes = try LeafTests.run(engine, directory: ShippedLexicons.path)
    for leaf in engine.issueMatcher.taxonomy.leaves {
      let own = outcomes.map(\.example).filter { $0.code == leaf.code }
      #expect(own.count { $0.expected == .actual } >= 10, "\(leaf.code)")
      #expect(own.count { $0.expected == .none } >= 5, "\(leaf.code)")
    }
    let codes = Set(engine.issueMatcher.taxonomy.leaves.map(\.code))
    #expect(outcomes.map(\.example.code).filter { !codes.contains($0) } == [])
  }

  @Test("keep 97 % of their examples")
  func examplesPass() throws {
    let outcomes = try LeafTests.run(engine, directory: ShippedLexicons.path)
    let failing = outcomes.filter { !$0.passes }
    let share = Double(outcomes.count - failing.count) / Double(outcomes.count)
    let list = failing.map {
      "\($0.example.location): \($0.example.code) expected \($0.example.expected.rawValue), "
        + "found \($0.found): \($0.example.text)"
    }.joined(separator: "\n")
    if !list.isEmpty { print("\(failing.count) of \(outcomes.count) examples fail:\n\(list)") }
    #expect(share >= 0.97, "\(list)")
  }
}
