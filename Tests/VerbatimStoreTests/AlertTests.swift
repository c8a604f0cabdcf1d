import Testing
import VerbatimCore
import VerbatimStore

@Suite("Alerts in the outbox")
struct AlertTests {
  private func draft(_ id: String, _ says: String) -> AlertDraft {
    AlertDraft(
      clusterID: id,
      eventTime: Instant(year: 2026, month: 3, day: 16, precision: .day),
      json: Array(#"{"type":"cluster.alert.v1","cluster_id":"\#(id)","says":"\#(says)"}"#.utf8)
    )
  }

  private func bodies(_ store: SignalStore) throws -> [String] {
    try store.changes(after: 0, limit: 100).filter { $0.kind == .alert }
      .map { String(decoding: $0.body, as: UTF8.self) }
  }

  @Test("get a revision when they say something new, and a retraction when they are gone")
  func life() throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      #expect(try store.alertState() == nil)
      var changes = try store.note([draft("a", "1"), draft("b", "1")], computedIn: StoreState())
      #expect(changes.opened == 2)
      #expect(try store.alertState() == StoreState())
      let first = try store.lastSeq()
      let later = StoreState(lastSignal: 7)
      changes = try store.note([draft("a", "1"), draft("b", "1")], computedIn: later)
      #expect(changes == AlertChanges())
      #expect(try store.lastSeq() == first)
      changes = try store.note([draft("a", "2")], computedIn: later)
      #expect((changes.revised, changes.retracted) == (1, 1))
      #expect(
        try bodies(store) == [
          #"{"type":"cluster.alert.v1","cluster_id":"a","says":"2","revision":2,"supersedes":1}"#,
          #"{"type":"cluster.alert.v1","cluster_id":"b","revision":2,"supersedes":1,"#
            + #""retracted":true}"#,
        ]
      )
      #expect(try store.alertClusters() == ["a"])
      changes = try store.note([draft("a", "2"), draft("b", "3")], computedIn: later)
      #expect(changes.opened == 1)
      #expect(try bodies(store).last?.contains(#""revision":3,"supersedes":2"#) == true)
    }
  }

  @Test("share the cursor with signals, and change no count of them")
  func cursor() throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      _ = try store.note([draft("a", "1")], computedIn: StoreState())
      #expect(try store.lastSeq() == 1)
      #expect(try store.state() == StoreState())
      #expect(try store.totals().signals == 0)
      let destination = try store.destination("https://scores.example/in")
      #expect(try store.deliveryStandings().map(\.backlog) == [1])
      let page = try store.outbox(destination, limit: 10)
      #expect(page.parcels.map(\.change.orderKey) == ["a"])
      try store.markTaken(page.parcels, by: destination, at: 1_800_000_000)
      try store.settle(destination, upTo: page.end)
      let standing = try store.deliveryStandings()
      #expect(standing.map(\.backlog) == [0])
      #expect(standing.map(\.takenAt) == [1_800_000_000])
    }
  }
}
