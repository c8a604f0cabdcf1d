import Foundation
import GRDB
import Testing
import VerbatimCore

@testable import VerbatimStore

@Suite("Ratings and segments")
struct StoredRatingTests {
  /// Three signals: with everything, with nothing, and with a segment that is hard to write.
  private static func items() throws -> [ImportItem] {
    var whole = Sample.entry(
      "a",
      day: 3,
      sku: "K-1",
      supplier: "north",
      issues: [
        Sample.issue("FUN.NOISE"), Sample.issue("DUR.BREAKS"),
        Sample.issue("DEL.LATE", modality: .negated), Sample.issue("DUR.BREAKS"),
      ]
    )
    whole.signal.customerKey = "c1"
    whole.signal.ratings = [
      try #require(Rating(.nps, 9, min: 0, max: 10)),
      try #require(Rating(.ces, 2, min: 1, max: 7, direction: .lowerIsBetter)),
    ]
    whole.signal.dims = ["channel": "web", "category": "lamps"]
    var odd = Sample.entry("c", day: nil)
    odd.signal.dims = ["promotion": "10 % off, \"today\" only"]
    odd.signal.flags.incentivised = true
    odd.signal.sentiment.compound = nil
    return [.entry(whole), .entry(Sample.entry("b")), .entry(odd)]
  }

  private static func signals(_ store: SignalStore, _ filter: SignalFilter = SignalFilter()) throws
    -> [RatedSignal]
  {
    var signals: [RatedSignal] = []
    try store.forEachRatedSignal(filter) { signals.append($0) }
    return signals
  }

  @Test("come back as they were stored, with the issues that are reports")
  func plain() throws {
    try withStorePath { (path) throws in
      _ = try runImport(Self.items(), into: path)
      let store = try SignalStore(readingPath: path)
      let signals = try Self.signals(store)
      #expect(signals.map(\.signalID) == ["a", "b", "c"])
      let first = try #require(signals.first)
      #expect(first.ratings.map(\.kind) == [.nps, .ces])
      #expect(first.ratings.map(\.direction) == [.higherIsBetter, .lowerIsBetter])
      #expect(first.ratings.map(\.value) == [9, 2])
      #expect(first.dims == ["channel": "web", "category": "lamps"])
      #expect(first.issues.map(\.code) == ["DUR.BREAKS", "FUN.NOISE"])
      #expect(first.customerKey == "c1" && first.sku == "K-1" && first.supplier == "north")
      #expect(first.compound == -0.25)
      #expect(signals[1].ratings == [] && signals[1].dims == [:])
      #expect(signals[2].dims == ["promotion": "10 % off, \"today\" only"])
      #expect(signals[2].isIncentivised && signals[2].compound == nil)
      #expect(try store.segmentNames() == ["category", "channel", "promotion"])
      #expect(try store.lastEventTime()?.description.hasPrefix("2026-03-03") == true)
    }
  }

  @Test("are found with a filter, and after a cursor")
  func filtered() throws {
    try withStorePath { (path) throws in
      _ = try runImport(Self.items(), into: path)
      let store = try SignalStore(readingPath: path)
      let lamps = try Self.signals(store, SignalFilter(sku: "K-1"))
      #expect(lamps.map(\.ratings.count) == [2])
      let later = try Self.signals(store, SignalFilter(afterSeq: 2))
      #expect(later.map(\.dims.count) == [1])
      #expect(try Self.signals(store, SignalFilter(limit: 2)).map(\.signalID) == ["a", "b"])
    }
  }

  @Test("go with a copy that is replaced")
  func revised() throws {
    try withStorePath { (path) throws in
      var newer = Sample.entry("a", says: "It broke again.", day: 4)
      newer.signal.dims = ["channel": "shop"]
      _ = try runImport(Self.items() + [.entry(newer)], into: path)
      let last = try Self.signals(SignalStore(readingPath: path)).last
      #expect(last?.signalID == "a" && last?.ratings == [] && last?.dims == ["channel": "shop"])
      let queue = try DatabaseQueue(path: path)
      #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM ratings") } == 0)
    }
  }

  @Test("keep a value whole that holds U+0000")
  func nul() throws {
    try withStorePath { (path) throws in
      var entry = Sample.entry("a")
      entry.signal.dims = ["promotion": "10 %\u{0} off"]
      _ = try runImport([.entry(entry)], into: path)
      let signal = try Self.signals(SignalStore(readingPath: path)).first
      #expect(signal?.dims == ["promotion": "10 %\u{0} off"])
    }
  }

  @Test("are taken from the bodies of a store that was made before")
  func migrated() throws {
    try withStorePath { (path) throws in
      _ = try runImport(Self.items(), into: path)
      let before = try Self.signals(SignalStore(readingPath: path))
      let queue = try DatabaseQueue(path: path)
      try queue.write { db in
        try db.execute(sql: "DROP TABLE ratings; DROP TABLE segments")
        try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '%ratings and seg%'")
      }
      try queue.close()
      #expect(throws: StoreFailure.self) { try SignalStore(readingPath: path) }
      let after = try Self.signals(SignalStore(path: path))
      #expect(after == before)
    }
  }
}
