import GRDB
import Testing
import VerbatimCore

@testable import VerbatimStore

@Suite("Copies of a record")
struct RevisionTests {
  /// What becomes of a second copy, and the signals that are left as (seq, revision, supersedes).
  private func copy(_ entries: [Entry]) throws -> (outcomes: [Outcome], rows: [[Int?]]) {
    var outcomes: [Outcome] = []
    var rows: [[Int?]] = []
    try withStorePath { (path) throws in
      let store = try SignalStore(path: path)
      let id = try beginNew(store)
      outcomes = try store.commit(entries.map { .entry($0) }, to: id)
      rows = try store.pool.read { db in
        let all = try Row.fetchAll(
          db,
          sql: "SELECT seq, revision, supersedes FROM signals ORDER BY seq"
        )
        return all.map { row -> [Int?] in [row[0], row[1], row[2]] }
      }
    }
    return (outcomes, rows)
  }

  @Test("with the same content are one")
  func same() throws {
    let (outcomes, rows) = try copy([Sample.entry("a"), Sample.entry("a", day: 9)])
    #expect(outcomes == [.added, .duplicate])
    #expect(rows == [[1, 1, nil]])
  }

  @Test("with other content replace the older one, under a new cursor")
  func newer() throws {
    let (outcomes, rows) = try copy([
      Sample.entry("a"), Sample.entry("b"), Sample.entry("a", says: "Other.", day: 2),
    ])
    #expect(outcomes == [.added, .added, .revised(2)])
    #expect(rows == [[2, 1, nil], [3, 2, 1]])
  }

  @Test("get a new cursor even when the replaced one was the last")
  func last() throws {
    let (_, rows) = try copy([Sample.entry("a"), Sample.entry("a", says: "Other.", day: 2)])
    #expect(rows == [[2, 2, 1]])
  }

  @Test("with an earlier event are stale")
  func stale() throws {
    let (outcomes, rows) = try copy([
      Sample.entry("a", day: 5), Sample.entry("a", says: "Other.", day: 4),
    ])
    #expect(outcomes == [.added, .duplicate])
    #expect(rows == [[1, 1, nil]])
  }

  @Test("of the same day, or of no day, follow the order of the input", arguments: [5, nil])
  func undecided(day: Int?) throws {
    let (outcomes, _) = try copy([
      Sample.entry("a", day: 5), Sample.entry("a", says: "Other.", day: day),
    ])
    #expect(outcomes == [.added, .revised(2)])
  }

  @Test("leave no issue, word or turn of the one they replace")
  func leftovers() throws {
    try withStorePath { (path) throws in
      let turn = Turn(speaker: "Customer", role: .customer, text: "It broke.")
      let old = Sample.entry("a", issues: [Sample.issue("DUR.BREAKS")], turns: [turn])
      let new = Sample.entry("a", says: "All is well.", day: 2)
      _ = try runImport([.entry(old), .entry(new)], into: path)
      let store = try SignalStore(readingPath: path)
      var expected = StoredVerbatim(title: "On a", text: "All is well.")
      expected.eventTime = new.signal.eventTime
      #expect(try store.verbatim(ofSignal: "a") == expected)
      let left = try store.pool.read { db in
        try Int.fetchOne(
          db,
          sql: """
            SELECT (SELECT count(*) FROM issues) + (SELECT count(*) FROM turns)
              + (SELECT count(*) FROM verbatims)
            """
        )
      }
      #expect(left == 1)
    }
  }

  @Test("carry their revision in the signal")
  func body() throws {
    try withStorePath { (path) throws in
      let new = Sample.entry("a", says: "Other.", day: 2)
      _ = try runImport([.entry(Sample.entry("a")), .entry(new)], into: path)
      var signal = new.signal
      signal.revision = 2
      var json = JSONWriter()
      signal.write(to: &json, explain: true)
      #expect(try SignalStore(readingPath: path).signalJSON(id: "a") == json.bytes)
    }
  }
}
