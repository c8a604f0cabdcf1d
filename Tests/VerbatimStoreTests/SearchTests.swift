import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimStore

@Suite("Search over the customers' words")
struct SearchTests {
  private static let entries = [
    Sample.entry("s1", says: "The handle snapped off.", sku: "K-1", supplier: "north"),
    Sample.entry("s2", says: "Snapped, the HANDLE did! It won't hold.", sku: "K-2"),
    Sample.entry("s3", says: "Die Tür ist schön; a café is not.", sku: "K-1"),
    Sample.entry(
      "s4",
      says: nil,
      turns: [
        Turn(speaker: "Ann", role: .customer, text: "My handle is loose"),
        Turn(speaker: "Bob", role: .agent, text: "Which rivet do you mean?"),
      ]
    ),
    Sample.entry("s5", says: "把手断了"),
  ]

  private func withStore(
    _ entries: [Entry] = entries,
    _ body: (SignalStore) throws -> Void
  ) throws {
    try withStorePath { (path) throws in
      _ = try runImport(entries.map(ImportItem.entry), into: path)
      try body(SignalStore(readingPath: path))
    }
  }

  private func ids(
    _ text: String,
    _ match: SearchQuery.Match = .all,
    _ filter: SignalFilter = SignalFilter(),
    in store: SignalStore
  ) throws -> [String] {
    let query = try #require(SearchQuery(text, match: match))
    return try store.search(query, filter: filter).map(\.signalID).sorted()
  }

  @Test(
    "finds words whatever their case, accents and apostrophes, and phrases and beginnings",
    arguments: [
      ("handle", ["s1", "s2", "s4"]), ("HANDLE snapped", ["s1", "s2"]),
      ("\"handle snapped\"", ["s1"]), ("wont", ["s2"]), ("won’t", ["s2"]), ("tur schon", ["s3"]),
      ("CAFÉ", ["s3"]), ("snap*", ["s1", "s2"]), ("snap", []), ("rivet", []), ("把手", ["s5"]),
      ("手把", []), ("\"手把\"", []), ("on", ["s1", "s2", "s3", "s4", "s5"]),
    ]
  )
  func words(text: String, found: [String]) throws {
    try withStore { (store) throws in
      #expect(try ids(text, in: store) == found)
    }
  }

  @Test(
    "takes no operator of the index from a person",
    arguments: ["NEAR(handle", "words:handle", "handle)"]
  )
  func operators(text: String) throws {
    try withStore { (store) throws in
      #expect(throws: Never.self) { try ids(text, in: store) }
    }
  }

  @Test("of nothing but signs is no query", arguments: ["", "?!", "\"\"", "* -"])
  func empty(text: String) {
    #expect(SearchQuery(text) == nil)
  }

  @Test("keeps to the filter and the limit, and puts what holds more of the words first")
  func filters() throws {
    try withStore { (store) throws in
      #expect(try ids("handle", .all, SignalFilter(sku: "K-1"), in: store) == ["s1"])
      #expect(try ids("handle", .all, SignalFilter(supplier: "north"), in: store) == ["s1"])
      let query = try #require(SearchQuery("handle snapped loose", match: .any))
      #expect(try store.search(query).map(\.signalID).count == 3)
      #expect(try store.search(query, limit: 1).count == 1)
      #expect(try store.search(query, limit: 0).isEmpty)
    }
  }

  @Test("marks the bytes that a person would underline")
  func highlights() throws {
    try withStore { (store) throws in
      let query = try #require(SearchQuery("tur \"schon a\" cafe"))
      let hit = try #require(store.search(query).first)
      let passage = try #require(hit.passages.first)
      #expect(passage.part == .text)
      #expect(passage.ranges.map { $0.cut(passage.text) } == ["Tür", "schön; a", "café"])
      let loose = try #require(SearchQuery("loose"))
      let turn = try #require(store.search(loose).first)
      #expect(turn.passages.map(\.part) == [.turn(0)])
      #expect(turn.passages.first?.ranges == [ByteRange(13, 18)])
    }
  }

  @Test("knows what came since, forgets what was replaced, and can be made anew")
  func upToDate() throws {
    try withStorePath { (path) throws in
      _ = try runImport([.entry(Sample.entry("s1", says: "The lid cracked."))], into: path)
      let store = try SignalStore(path: path)
      #expect(try ids("cracked", in: store) == ["s1"])
      #expect(try store.bringSearchUpToDate() == 0)
      let file = ImportFile(contentHash: "beef", path: "b", format: "review-csv", encoding: "UTF-8")
      _ = try runImport(
        [.entry(Sample.entry("s1", says: "The lid melted.", day: 9)), .entry(Sample.entry("s2"))],
        of: file,
        into: path
      )
      #expect(try ids("cracked", in: store) == [])
      #expect(try ids("melted", in: store) == ["s1"])
      #expect(try ids("broke", in: store) == ["s2"])
      #expect(try store.rebuildSearch() == 2)
      #expect(try ids("melted", in: store) == ["s1"])
    }
  }

  @Test("finds what a plain look through all texts finds", arguments: SeededGenerator.seeds(5))
  func naive(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = ["lid", "Lid", "cracks", "hot", "é", "e", "can't", "cant", "-", ".", "x1"]
    let entries = (0..<60).map { index in
      let text = (0..<Int.random(in: 1...6, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      return Sample.entry("s\(index)", says: text)
    }
    try withStore(entries) { (store) throws in
      for _ in 0..<20 {
        let asked = (0..<Int.random(in: 1...2, using: &random))
          .map { _ in words.randomElement(using: &random) ?? "" }
        let text = asked.joined(separator: " ")
        guard let query = SearchQuery("\"\(text)\"") else { continue }
        let plain = FoldedWords(text).map(\.word).joined(separator: " ")
        let expected = entries.filter { entry in
          let words = FoldedWords(entry.record.text ?? "").map(\.word).joined(separator: " ")
          return " \(words) ".contains(" \(plain) ")
        }.map(\.signal.id)
        let found = try store.search(query, limit: 100)
        #expect(found.map(\.signalID).sorted() == expected.sorted(), "\(random) \(text)")
        #expect(found.allSatisfy { !$0.passages.isEmpty }, "\(random) \(text)")
      }
    }
  }

  @Test("likely lots come with their probabilities, for signals that state none")
  func likelyLots() throws {
    var likely = Sample.entry("s1")
    likely.signal.lot.status = .inferred
    likely.signal.lot.candidates = [
      LotResolution.Candidate(id: "L1", probability: 0.7),
      LotResolution.Candidate(id: "L2", probability: 0.2),
    ]
    var stated = Sample.entry("s2", lot: "L1")
    stated.signal.lot.status = .confirmed
    try withStore([likely, stated]) { (store) throws in
      let found = try store.lotCandidates(ofSignals: ["s1", "s2", "s3"])
      #expect(found == ["s1": likely.signal.lot.candidates])
    }
  }
}
