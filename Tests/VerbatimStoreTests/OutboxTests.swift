import Testing
import VerbatimCore
import VerbatimStore

@Suite("The outbox")
struct OutboxTests {
  /// A store with signals, and the id of a destination.
  private func withOutbox(
    _ entries: [Entry],
    _ body: (_ store: SignalStore, _ destination: Int64) throws -> Void
  ) throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      _ = try store.commit(entries.map { .entry($0) }, to: beginNew(store))
      try body(store, store.destination("https://scores.example/in"))
    }
  }

  private static let three = ["a", "b", "c"].map { Sample.entry($0) }

  private func ids(_ page: OutboxPage) -> [String] { page.parcels.map(\.change.signalID) }

  @Test("gives a new destination every signal, in order, page by page")
  func pages() throws {
    try withOutbox(Self.three) { store, destination in
      let first = try store.outbox(destination, limit: 2)
      #expect(ids(first) == ["a", "b"])
      #expect(first.end == 2)
      try store.settle(destination, upTo: first.end)
      let second = try store.outbox(destination, limit: 2)
      #expect(ids(second) == ["c"])
      try store.settle(destination, upTo: second.end)
      let last = try store.outbox(destination, limit: 2)
      #expect(last.parcels.isEmpty)
      #expect(last.end == nil)
    }
  }

  @Test("keeps a destination's cursor when the store is opened again")
  func cursor() throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      _ = try store.commit(Self.three.map { .entry($0) }, to: beginNew(store))
      try store.settle(store.destination("here"), upTo: 2)
      let again = try SignalStore(changingPath: path)
      #expect(try ids(again.outbox(again.destination("here"), limit: 9)) == ["c"])
      #expect(try ids(again.outbox(again.destination("elsewhere"), limit: 9)) == ["a", "b", "c"])
    }
  }

  @Test("leaves out what was taken out of turn")
  func taken() throws {
    try withOutbox(Self.three) { store, destination in
      let page = try store.outbox(destination, limit: 9)
      try store.markTaken([page.parcels[1]], by: destination)
      #expect(try ids(store.outbox(destination, limit: 9)) == ["a", "c"])
    }
  }

  @Test("remembers tries and when the next one is due")
  func waiting() throws {
    try withOutbox(Self.three) { store, destination in
      var parcel = try store.outbox(destination, limit: 1).parcels[0]
      parcel.attempts = 4
      parcel.nextAttempt = 1_800_000_000
      try store.markWaiting([parcel], for: destination, reason: "503")
      let page = try store.outbox(destination, limit: 9)
      #expect(page.parcels.map(\.attempts) == [4, 0, 0])
      #expect(page.parcels.map(\.nextAttempt) == [1_800_000_000, nil, nil])
    }
  }

  @Test("sets dead letters aside until they are raised, and then gives them first")
  func dead() throws {
    try withOutbox(Self.three) { store, destination in
      let page = try store.outbox(destination, limit: 9)
      var refused = page.parcels[0]
      refused.attempts = 1
      try store.markDead(refused, for: destination, reason: "422")
      #expect(try ids(store.outbox(destination, limit: 9)) == ["b", "c"])
      try store.settle(destination, upTo: page.end)
      let letter = DeadLetter(
        address: "https://scores.example/in",
        seq: 1,
        signalID: "a",
        revision: 1,
        attempts: 1,
        reason: "422"
      )
      #expect(try store.deadLetters() == [letter])
      #expect(try store.deadLetters(of: "https://other.example") == [])
      #expect(try store.raiseDeadLetters(of: destination) == 1)
      let again = try store.outbox(destination, limit: 9)
      #expect(ids(again) == ["a"])
      #expect(again.end == nil)
      try store.markTaken(again.parcels, by: destination)
      try store.settle(destination, upTo: again.end)
      #expect(try store.outbox(destination, limit: 9).parcels.isEmpty)
      #expect(try store.deadLetters() == [])
    }
  }

  @Test("drops a dead letter when a later revision was taken")
  func superseded() throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      let id = try beginNew(store)
      let destination = try store.destination("there")
      _ = try store.commit([.entry(Sample.entry("a"))], to: id)
      let first = try store.outbox(destination, limit: 9)
      try store.markDead(first.parcels[0], for: destination, reason: "422")
      try store.settle(destination, upTo: first.end)
      _ = try store.commit([.entry(Sample.entry("a", says: "Other.", day: 2))], to: id)
      let second = try store.outbox(destination, limit: 9)
      #expect(second.parcels.map(\.change.revision) == [2])
      try store.markTaken(second.parcels, by: destination)
      #expect(try store.deadLetters() == [])
    }
  }

  @Test("remembers that a destination asked for quiet, until something is settled")
  func quiet() throws {
    try withOutbox(Self.three) { store, destination in
      try store.keepQuiet(destination, until: 50)
      try store.keepQuiet(destination, until: 40)
      #expect(try store.outbox(destination, limit: 1).quietUntil == 50)
      try store.settle(destination, upTo: 1)
      #expect(try store.outbox(destination, limit: 1).quietUntil == nil)
    }
  }

  @Test("belongs to one process at a time")
  func lock() throws {
    try withStorePath { path in
      let lock = try OutboxLock(forStoreAt: path)
      #expect(lock != nil)
      #expect(try OutboxLock(forStoreAt: path) == nil)
      withExtendedLifetime(lock) {}
    }
  }

  @Test("is free again when its process lets go")
  func unlock() throws {
    try withStorePath { path in
      do { _ = try OutboxLock(forStoreAt: path) }
      #expect(try OutboxLock(forStoreAt: path) != nil)
    }
  }

  @Test("says when there is no store to change")
  func missing() throws {
    try withFolder { folder in
      #expect(throws: StoreFailure.self) { try SignalStore(changingPath: "\(folder)/none.db") }
    }
  }
}
