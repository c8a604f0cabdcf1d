import Testing
import VerbatimCore
import VerbatimStore

@Suite("Deliveries in the store")
struct DeliveryTests {
  @Test("are counted by kind, input and day")
  func counted() throws {
    try withStorePath { path in
      let items = [
        Sample.entry("a", day: 1), Sample.entry("b", day: 1), Sample.entry("c", day: 3),
        Sample.entry("d", day: nil),
      ].map { ImportItem.entry($0) }
      _ = try runImport(items, into: path)
      let store = try SignalStore(path: path)
      // 2026-03-01 is day 20,513 since 1970.
      let first = SourceDelivery(kind: .review, path: "june.csv", day: 20_513, signals: 2)
      let second = SourceDelivery(kind: .review, path: "june.csv", day: 20_515, signals: 1)
      #expect(try store.deliveries() == [first, second])
      #expect(try store.deliveries(until: Instant(iso8601: "2026-03-03")) == [first])
      #expect(try store.deliveries(until: Instant(iso8601: "2026-03-01")) == [])
    }
  }

  @Test("before 1970 fall on their own day")
  func longAgo() throws {
    try withStorePath { path in
      var entry = Sample.entry("a")
      entry.signal.eventTime = Instant(seconds: -1)
      _ = try runImport([.entry(entry)], into: path)
      #expect(try SignalStore(path: path).deliveries().map(\.day) == [-1])
    }
  }
}
