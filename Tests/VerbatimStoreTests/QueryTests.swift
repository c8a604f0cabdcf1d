import Testing
import VerbatimCore

@testable import VerbatimStore

@Suite("Queries")
struct QueryTests {
  private struct Refusal: Error {}

  static let entries = [
    Sample.entry("s1", day: 1, sku: "K-1", supplier: "north", issues: [Sample.issue("DUR.BREAKS")]),
    Sample.entry("s2", day: 2, sku: "K-2", supplier: "north", issues: [Sample.issue("DEL.LATE")]),
    Sample.entry("s3", day: nil, sku: "K-1", supplier: "south"),
    Sample.entry(
      "s4",
      day: 4,
      sku: "K-1",
      supplier: "north",
      lot: "L7",
      issues: [Sample.issue("DEL.LATE"), Sample.issue("DUR.BREAKS", modality: .negated)]
    ),
    Sample.entry("s5", day: 5),
  ]

  static let filters: [(SignalFilter, [String])] = [
    (SignalFilter(), ["s1", "s2", "s3", "s4", "s5"]),
    (SignalFilter(since: day(2)), ["s2", "s4", "s5"]),
    (SignalFilter(until: day(4)), ["s1", "s2"]),
    (SignalFilter(since: day(2), until: day(5)), ["s2", "s4"]),
    (SignalFilter(sku: "K-1"), ["s1", "s3", "s4"]),
    (SignalFilter(supplier: "north"), ["s1", "s2", "s4"]),
    (SignalFilter(issue: "DUR.BREAKS"), ["s1", "s4"]),
    (SignalFilter(sku: "K-1", supplier: "north", issue: "DEL.LATE"), ["s4"]),
    (SignalFilter(sku: "k-1"), []),
    (SignalFilter(afterSeq: 3), ["s4", "s5"]),
    (SignalFilter(sku: "K-1", afterSeq: 1, limit: 1), ["s3"]),
    (SignalFilter(limit: 2), ["s1", "s2"]),
    (SignalFilter(limit: 0), []),
  ]

  private static func day(_ number: Int) -> Instant? {
    Instant(year: 2026, month: 3, day: number, precision: .day)
  }

  private func withStore(
    _ entries: [Entry] = QueryTests.entries,
    _ body: (SignalStore) throws -> Void
  ) throws {
    try withStorePath { (path) throws in
      _ = try runImport(entries.map { .entry($0) }, into: path)
      let store = try SignalStore(readingPath: path)
      try body(store)
    }
  }

  private func reports(_ filter: SignalFilter, of store: SignalStore) throws -> [Report] {
    var reports: [Report] = []
    try store.forEachReport(filter) { reports.append($0) }
    return reports
  }

  @Test(
    "give what the filter lets through, in the order of the cursor",
    arguments: QueryTests.filters
  )
  func filter(filter: SignalFilter, expected: [String]) throws {
    try withStore { (store) throws in
      let found = try reports(filter, of: store)
      #expect(found.map(\.signalID) == expected)
      var signals: [Int64] = []
      try store.forEachSignal(filter) { seq, _ in signals.append(seq) }
      #expect(signals == found.map(\.seq))
    }
  }

  @Test("by cursor, page after page, miss nothing and repeat nothing")
  func pages() throws {
    try withStore { (store) throws in
      var seen: [Int64] = []
      while true {
        let before = seen.count
        let filter = SignalFilter(afterSeq: seen.last ?? 0, limit: 2)
        try store.forEachSignal(filter) { seq, _ in seen.append(seq) }
        if seen.count == before { break }
      }
      #expect(seen == [1, 2, 3, 4, 5])
    }
  }

  @Test("give signals as they were written")
  func json() throws {
    try withStore { (store) throws in
      var found: [[UInt8]] = []
      try store.forEachSignal { _, json in found.append(json) }
      let expected = Self.entries.map { entry in
        var json = JSONWriter()
        entry.signal.write(to: &json, explain: true)
        return json.bytes
      }
      #expect(found == expected)
      #expect(try store.signalJSON(id: "s4") == expected[3])
      #expect(try store.signalJSON(id: "none") == nil)
    }
  }

  @Test("stop at an error of the caller's and hand it on")
  func refusal() throws {
    try withStore { (store) throws in
      var seen = 0
      #expect(throws: Refusal.self) {
        try store.forEachSignal { _, _ in
          seen += 1
          if seen == 2 { throw Refusal() }
        }
      }
      #expect(seen == 2)
    }
  }

  @Test("can be asked within the loop of another")
  func nested() throws {
    try withStore { (store) throws in
      var texts: [String?] = []
      var inner = 0
      try store.forEachSignal { _, _ in
        texts.append(try store.verbatim(ofSignal: "s1")?.text)
        try store.forEachSignal { _, _ in inner += 1 }
      }
      #expect(texts == Array(repeating: "It broke.", count: 5))
      #expect(inner == 25)
    }
  }

  @Test("give reports with all their issues")
  func report() throws {
    let evidence = Sample.issue("SAF.BURN_FIRE", quote: "burnt")
    var entry = Sample.entry(
      "s",
      day: 3,
      sku: "K-1",
      supplier: "north",
      lot: "L7",
      issues: [evidence, Sample.issue("DEL.LATE", modality: .potential)]
    )
    entry.signal.customerKey = "c0ffee"
    entry.signal.flags.incentivised = true
    try withStore([entry]) { (store) throws in
      var expected = Report(seq: 1, signalID: "s", kind: .review, textKey: entry.textKey)
      expected.eventTime = Self.day(3)
      expected.sku = "K-1"
      expected.supplier = "north"
      expected.lot = "L7"
      expected.category = "lamps"
      expected.customerKey = "c0ffee"
      expected.isIncentivised = true
      expected.label = .negative
      expected.compound = -0.25
      var burn = ReportedIssue(
        code: "SAF.BURN_FIRE",
        tier: .t2,
        modality: .actual,
        attribution: .supplier,
        confidence: 0.9
      )
      burn.part = .turn(1)
      burn.start = 0
      burn.end = 5
      burn.quote = "burnt"
      let late = ReportedIssue(
        code: "DEL.LATE",
        tier: .t2,
        modality: .potential,
        attribution: .supplier,
        confidence: 0.9
      )
      expected.issues = [burn, late]
      #expect(try reports(SignalFilter(), of: store) == [expected])
    }
  }

  @Test("give the words with their turns")
  func verbatim() throws {
    let turns = [
      Turn(speaker: "Maya", role: .agent, text: "Hello."),
      Turn(speaker: "Customer", role: .customer, text: "It broke."),
    ]
    try withStore([Sample.entry("s", says: nil, turns: turns)]) { (store) throws in
      var expected = StoredVerbatim(title: "On s", turns: turns)
      expected.compounds = [nil, nil]
      expected.eventTime = Self.day(1)
      #expect(try store.verbatim(ofSignal: "s") == expected)
      #expect(try store.verbatim(ofSignal: "none") == nil)
    }
  }

  @Test("give the words of many signals in the order in which they were stored")
  func manyVerbatims() throws {
    let turns = [Turn(speaker: "Customer", role: .customer, text: "It broke.")]
    let entries = [
      Sample.entry("x", says: "First."), Sample.entry("a", says: nil, turns: turns),
      Sample.entry("m", says: "Not asked for."), Sample.entry("b", says: "Last."),
    ]
    try withStore(entries) { (store) throws in
      let seqs = try reports(SignalFilter(), of: store).map(\.seq)
      var given: [(seq: Int64, verbatim: StoredVerbatim)] = []
      try store.forEachVerbatim(at: [seqs[3], seqs[0], 1_000, seqs[1], seqs[0]]) { seq, verbatim in
        given.append((seq, verbatim))
      }
      #expect(given.map(\.seq) == [seqs[0], seqs[1], seqs[3]])
      #expect(
        given.map(\.verbatim) == [
          StoredVerbatim(title: "On x", text: "First."),
          StoredVerbatim(title: "On a", turns: turns),
          StoredVerbatim(title: "On b", text: "Last."),
        ]
      )
      var none = 0
      try store.forEachVerbatim(at: []) { _, _ in none += 1 }
      #expect(none == 0)
    }
  }

  @Test(
    "give every text back byte for byte",
    arguments: ["", "a\u{0}b", "\u{FEFF}é", "'; --", "\u{1F469}\u{200D}\u{1F527}"]
  )
  func anyText(text: String) throws {
    let entry = Sample.entry("s", says: text, sku: text, issues: [Sample.issue("A.B", quote: text)])
    try withStore([entry]) { (store) throws in
      let stored = try store.verbatim(ofSignal: "s")?.text
      #expect(stored.map { Array($0.utf8) } == Array(text.utf8))
      let report = try reports(SignalFilter(sku: text), of: store).first
      #expect(report?.issues.first?.quote.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test("count what is known")
  func totals() throws {
    try withStore { (store) throws in
      var totals = try store.totals()
      #expect(totals.productMethods.values.reduce(0, +) == 5)
      #expect(totals.supplierMethods.values.reduce(0, +) == 5)
      totals.productMethods = [:]
      totals.supplierMethods = [:]
      #expect(
        totals == StoreTotals(signals: 5, withSKU: 4, withSupplier: 4, withLot: 1, scored: 5)
      )
    }
    try withStore([]) { (store) throws in
      #expect(
        try store.totals()
          == StoreTotals(signals: 0, withSKU: 0, withSupplier: 0, withLot: 0, scored: 0)
      )
    }
  }
}
