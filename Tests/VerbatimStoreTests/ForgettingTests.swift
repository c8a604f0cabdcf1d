import Foundation
import GRDB
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimStore

@Suite("Forgetting a customer")
struct ForgettingTests {
  /// An entry of a customer.
  private func entry(
    _ id: String,
    of customer: String?,
    says text: String,
    day: Int = 1,
    quote: String? = nil
  ) -> Entry {
    var entry = Sample.entry(
      id,
      says: text,
      day: day,
      sku: "K-1",
      issues: quote.map { [Sample.issue("SAF.BURN_FIRE", quote: $0)] } ?? [],
      turns: [Turn(speaker: "Customer", role: .customer, text: "Turn: \(text)")]
    )
    entry.signal.customerKey = customer
    return entry
  }

  private static let words = "wolkenkratzerblau zimtschnecke"

  /// A store in which "cafe" said the words twice, once in a revision, and "beef" something else.
  private func withShop(_ body: (_ store: SignalStore, _ path: String) throws -> Void) throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      let id = try beginNew(store)
      let items: [ImportItem] = [
        .entry(entry("a", of: "cafe", says: "The first \(Self.words)")),
        .entry(entry("b", of: "beef", says: "Nothing to add.")),
        .reject(
          Diagnostic(
            .rowEmpty,
            at: SourceLocation(file: "june.csv", line: 4),
            "`\(Self.words)` is no date",
            hint: "leave it out"
          )
        ),
        .entry(entry("c", of: "cafe", says: "Again \(Self.words)", quote: Self.words)),
        .entry(entry("a", of: "cafe", says: "Changed \(Self.words)", day: 2)),
        Sample.reject(line: 9),
      ]
      _ = try store.commit(items, to: id)
      try store.finishImport(id, counts: ImportCounts(signals: 4, duplicates: 0, rejected: 2))
      try body(store, path)
    }
  }

  /// Whether the words stand anywhere in a file of the store.
  private func holds(_ words: String, _ path: String) throws -> Bool {
    try ["", "-wal", "-shm"].map { path + $0 }
      .filter { FileManager.default.fileExists(atPath: $0) }
      .contains {
        try Data(contentsOf: URL(fileURLWithPath: $0)).range(of: Data(words.utf8)) != nil
      }
  }

  @Test("takes the words out of every file")
  func words() throws {
    try withShop { store, path in
      let query = try #require(SearchQuery("zimtschnecke"))
      #expect(try store.search(query).count == 2)
      #expect(try holds("zimtschnecke", path))
      let forgotten = try store.forget(customers: ["cafe"])
      #expect(forgotten.signals == 2)
      #expect(forgotten.rejects == 1)
      #expect(try !holds("zimtschnecke", path))
      #expect(try store.search(query).isEmpty)
      #expect(try !holds("zimtschnecke", path))
      #expect(try holds("Nothing to add.", path))
    }
  }

  @Test("retracts the signals in their order, with the next revision and no words")
  func retractions() throws {
    try withShop { store, _ in
      _ = try store.forget(customers: ["cafe"])
      let changes = try store.changes(after: 0, limit: 9)
      #expect(changes.map(\.signalID) == ["b", "c", "a"])
      #expect(changes.map(\.revision) == [1, 2, 3])
      #expect(changes.map(\.isRetraction) == [false, true, true])
      #expect(changes.map(\.orderKey) == ["beef", "cafe", "cafe"])
      #expect(changes.map(\.seq) == [2, 5, 6])
      let json = String(decoding: changes[2].body, as: UTF8.self)
      #expect(json.contains(#""revision":3,"supersedes":2,"retracted":true"#))
      #expect(json.contains(#""sentiment":{"status":"no_text","compound":null"#))
      #expect(json.contains(#""customer_key":"cafe""#))
      #expect(!json.contains("june.csv"))
    }
  }

  @Test(
    "erases reasons of decisions that repeat the customer's words, and no others",
    arguments: [
      ("He says again Wolkenkratzerblau, ZIMTSCHNECKE; close it", true),
      ("customer-17 called twice", true), ("the first report of its kind", false),
      ("again a broken handle", false),
    ]
  )
  func reasons(reason: String, isErased: Bool) throws {
    try withShop { store, path in
      let at = try #require(Instant(iso8601: "2026-11-22T08:00:00Z"))
      var decision = ClusterDecision(
        clusterID: "sku:K-1:SAF.BURN_FIRE",
        ordinal: 1,
        at: at,
        by: "Ada",
        action: .acknowledge
      )
      decision.reason = reason
      try store.add(decision)
      let forgotten = try store.forget(customers: ["cafe"], names: ["customer-17"])
      #expect(forgotten.reasons == (isErased ? 1 : 0))
      let kept = try #require(store.decisions().first)
      #expect(kept.reason == (isErased ? nil : reason))
      #expect(kept.by == "Ada")
      #expect(try !holds("zimtschnecke", path))
    }
  }

  @Test("erases the reason of a mark on the customer's report, and retracts alerts that name it")
  func marks() throws {
    try withShop { store, _ in
      let at = try #require(Instant(iso8601: "2026-11-22T08:00:00Z"))
      var mark = EvidenceMark(
        clusterID: "sku:K-1:SAF.BURN_FIRE",
        ordinal: 1,
        signalID: "c",
        at: at,
        by: "Ada",
        finding: .notThisIssue
      )
      mark.reason = "read it"
      try store.add(mark)
      let draft = AlertDraft(
        clusterID: "sku:K-1:SAF.BURN_FIRE",
        eventTime: nil,
        json: Array(#"{"type":"cluster.alert.v1","signal_ids":["c"]}"#.utf8)
      )
      _ = try store.note([draft], computedIn: try store.state())
      _ = try store.forget(customers: ["cafe"])
      #expect(try store.marks().first?.reason == nil)
      #expect(try store.marks().first?.finding == .notThisIssue)
      let alert = try #require(store.changes(after: 0, limit: 9).first { $0.kind == .alert })
      #expect(alert.isRetraction)
      #expect(!String(decoding: alert.body, as: UTF8.self).contains("signal_ids"))
      #expect(try store.alertState() != store.state())
    }
  }

  @Test("leaves signals and reports without the customer")
  func aggregates() throws {
    try withShop { store, _ in
      _ = try store.forget(customers: ["cafe"])
      #expect(try store.totals().signals == 1)
      var reports: [String] = []
      try store.forEachReport { reports.append($0.signalID) }
      #expect(reports == ["b"])
      #expect(try store.verbatim(ofSignal: "a") == nil)
    }
  }

  @Test("keeps the ledger's counts and says how they add up")
  func ledger() throws {
    try withShop { store, _ in
      let before = try store.ledgerBalance()
      #expect(before == LedgerBalance(imported: 4, held: 4, forgotten: 0))
      _ = try store.forget(customers: ["cafe"])
      let after = try store.ledgerBalance()
      #expect(after == LedgerBalance(imported: 4, held: 1, forgotten: 3))
      #expect(after.isBalanced)
      #expect(try store.imports().map(\.counts.items) == [6])
    }
  }

  @Test("does not take back a forgotten record, nor give its cursor again")
  func returning() throws {
    try withShop { store, _ in
      _ = try store.forget(customers: ["cafe"])
      let state = try store.beginImport(
        ImportFile(contentHash: "beef", path: "july.csv", format: "text", encoding: "UTF-8")
      )
      guard case .new(let id) = state else { throw UnexpectedState(state: state) }
      let outcomes = try store.commit(
        [
          .entry(entry("a", of: "cafe", says: "Later \(Self.words)", day: 9)),
          .entry(entry("d", of: "cafe", says: "A new purchase.")),
        ],
        to: id
      )
      #expect(outcomes == [.duplicate, .added])
      #expect(try store.changes(after: 6, limit: 9).map(\.seq) == [7])
    }
  }

  @Test("does the same again, and a later signal too")
  func again() throws {
    try withShop { store, _ in
      _ = try store.forget(customers: ["cafe"])
      let again = try store.forget(customers: ["cafe"])
      #expect(again.signals == 0)
      #expect(again.before == 2)
      #expect(try store.knows(customers: ["cafe"]))
      #expect(try !store.knows(customers: ["c0de"]))
    }
  }

  @Test("leaves what others are cited with")
  func otherRejects() throws {
    try withShop { store, _ in
      _ = try store.forget(customers: ["beef"])
      let messages = try store.rejects(import: "f00d").map(\.message)
      #expect(messages[0] == "`\(Self.words)` is no date")
      #expect(messages[1] == "the row holds no words and no rating")
    }
  }

  @Test("of random imports leaves a ledger that adds up", arguments: SeededGenerator.seeds(8))
  func random(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    try withStorePath { path in
      let store = try SignalStore(path: path)
      let id = try beginNew(store)
      let items: [ImportItem] = (0..<60).map { number in
        .entry(
          entry(
            "s\(Int.random(in: 0..<20, using: &random))",
            of: "c\(Int.random(in: 0..<4, using: &random))",
            says: "Text \(number)",
            day: Int.random(in: 1...28, using: &random)
          )
        )
      }
      _ = try store.commit(items, to: id)
      _ = try store.forget(customers: ["c1", "c3"])
      #expect(try store.ledgerBalance().isBalanced)
      let seqs = try store.changes(after: 0, limit: 99).map(\.seq)
      #expect(seqs == Set(seqs).sorted())
    }
  }
}
