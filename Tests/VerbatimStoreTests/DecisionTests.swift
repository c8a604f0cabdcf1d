import GRDB
import Testing
import VerbatimCore
import VerbatimStore

@Suite("Decisions in the store")
struct DecisionTests {
  private static func decision(
    _ ordinal: Int,
    on clusterID: String = "sku:K-1:DUR.BREAKS",
    _ action: ClusterDecision.Action = .acknowledge
  ) -> ClusterDecision {
    ClusterDecision(
      clusterID: clusterID,
      ordinal: ordinal,
      at: Instant(seconds: 1_772_000_000 + Int64(ordinal)),
      by: "Ada Brandt",
      action: action
    )
  }

  private static func mark(_ ordinal: Int, _ finding: EvidenceMark.Finding) -> EvidenceMark {
    EvidenceMark(
      clusterID: "sku:K-1:DUR.BREAKS",
      ordinal: ordinal,
      signalID: "b",
      at: Instant(seconds: 1_772_000_000),
      by: "Ada Brandt",
      finding: finding
    )
  }

  @Test("come back as they were made, with every part")
  func roundTrip() throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      var snooze = Self.decision(1, .snooze)
      snooze.until = Instant(iso8601: "2026-12-01")
      snooze.reason = "the maker \"knows\";\u{0} waits for parts"
      var correct = Self.decision(2, .correct)
      correct.effective = Instant(iso8601: "2026-12-02")
      correct.lots = ["L9", "L10", "L1"]
      var hazard = Self.decision(1, on: "sku:K:2:SAF.HOT", .hazard)
      hazard.verdict = .notAHazard
      for decision in [snooze, hazard, correct] { try store.add(decision) }
      #expect(try store.decisions() == [snooze, correct, hazard])
      #expect(try store.decisions(on: "sku:K:2:SAF.HOT") == [hazard])
      #expect(try store.decisions(on: "sku:K-9:DUR.BREAKS") == [])
      #expect(try SignalStore(path: path).decisions() == [snooze, correct, hazard])
    }
  }

  @Test("take marks on evidence of every finding")
  func marks() throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      let findings =
        [EvidenceMark.Finding.notThisIssue]
        + VerbatimCore.Issue.Attribution.allCases.map { .fault($0) }
      let marks = zip(findings, 1...).map { Self.mark($1, $0) }
      for mark in marks { try store.add(mark) }
      #expect(try store.marks() == marks)
      #expect(try store.marks(on: "sku:K-1:DUR.BREAKS") == marks)
      #expect(try store.marks(on: "sku:K-2:DUR.BREAKS") == [])
    }
  }

  @Test("of two people at once are not mixed up: the second is told to try again")
  func race() throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      try store.add(Self.decision(1))
      #expect(throws: StoreFailure.locked(path: path)) { try store.add(Self.decision(1)) }
      #expect(throws: StoreFailure.locked(path: path)) { try store.add(Self.decision(3)) }
      try store.add(Self.mark(1, .notThisIssue))
      #expect(throws: StoreFailure.locked(path: path)) {
        try store.add(Self.mark(1, .notThisIssue))
      }
      #expect(try store.decisions().count == 1)
      #expect(try store.marks().count == 1)
    }
  }

  @Test(
    "cannot be rewritten or taken away, whoever tries",
    arguments: [
      "UPDATE decisions SET decided_by = 'Bo'", "DELETE FROM decisions",
      "UPDATE decision_lots SET lot = 'L2'", "DELETE FROM decision_lots",
      "UPDATE evidence_marks SET finding = 'supplier'", "DELETE FROM evidence_marks",
    ]
  )
  func appendOnly(statement: String) throws {
    try withStorePath { path in
      do {
        let store = try SignalStore(path: path)
        var correct = Self.decision(1, .correct)
        correct.effective = Instant(iso8601: "2026-12-02")
        correct.lots = ["L1"]
        try store.add(correct)
        try store.add(Self.mark(1, .notThisIssue))
      }
      let queue = try DatabaseQueue(path: path)
      #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: statement) } }
    }
  }

  @Test("stay when the feedback is imported again with other words")
  func reimport() throws {
    try withStorePath { path in
      _ = try runImport(into: path)
      let store = try SignalStore(path: path)
      try store.add(Self.decision(1))
      try store.add(Self.mark(1, .notThisIssue))
      var file = Sample.file
      file.contentHash = "beef"
      let newer = ImportItem.entry(Sample.entry("b", says: "A newer copy.", day: 6, sku: "K-1"))
      _ = try runImport([newer], of: file, into: path)
      #expect(try store.decisions() == [Self.decision(1)])
      #expect(try store.marks() == [Self.mark(1, .notThisIssue)])
    }
  }
}
