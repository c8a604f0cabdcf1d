import Testing
import VerbatimTestSupport

@testable import VerbatimPipeline

@Suite("A bridge between two engines")
struct BridgeTests {
  /// Reviews of two weeks: good, good, good, bad; then good, good, bad, bad.
  private static let reviews = """
    Date,SKU,Rating,Review Text
    2026-03-02,K-1,5,It is good in the first room
    2026-03-03,K-1,4,It is good in the second room
    2026-03-04,K-1,4,It is good in the third room
    2026-03-08,K-2,1,It is bad in the fourth room
    2026-03-09,K-1,5,It is good in the fifth room
    2026-03-10,K-1,5,It is good in the sixth room
    2026-03-11,K-2,2,It is bad in the seventh room
    2026-03-15,K-2,1,It is bad in the eighth room
    2026-03-20,K-2,1,It is bad and after the period

    """

  private static let span = BridgeSpan(
    since: Instant(seconds: 1_773_014_400),
    until: Instant(seconds: 1_773_532_800)
  )

  /// A shop with the reviews, and an engine to which good is bad.
  private func shop() async throws -> (shop: ImportShop, other: SignalEngine) {
    let shop = try ImportShop()
    let path = try shop.folder.write("reviews.csv", Self.reviews)
    _ = try await shop.ingest(path)
    try shop.folder.write("laid/terms-negative.tsv", "term\tvalence\tnote\ngood\t-2\t\n")
    let other = try SmallLexicons.engine { $0.overlays = ["\(shop.folder.path)/laid"] }
    return (shop, other)
  }

  private func bridge(
    _ shop: ImportShop,
    to other: SignalEngine,
    by dimensions: [BridgeSegment.Dimension] = []
  ) throws -> Bridge {
    try BridgeRun(shop.store, from: shop.engine, to: other)
      .bridge(over: try #require(Self.span), by: dimensions)
  }

  @Test("spans the days that were asked for and as many before")
  func days() throws {
    let span = try #require(Self.span)
    #expect(span.after.start.description == "2026-03-09")
    #expect(span.after.end.description == "2026-03-16")
    #expect(span.before.start.description == "2026-03-02")
    #expect(span.before.end == span.after.start)
    #expect(BridgeSpan(since: span.after.end, until: span.after.start) == nil)
  }

  // By hand: negative are 1 of 4 and then 2 of 4 to the old engine, all to the new one. The change
  // from 0.25 to 1 is ½(0.25 + 0) by customers and ½(0.75 + 0.5) by the engine. Text by text, the
  // engines differ by 1, 1, 1, 0 and then 1, 1, 0, 0: squared errors of 1/16 and 1/12, a quarter of
  // whose sum has the root 0.190941.
  @Test("splits a change as by hand")
  func byHand() async throws {
    let (shop, other) = try await shop()
    let bridge = try bridge(shop, to: other)
    #expect(bridge.signals == 8)
    #expect(bridge.reproduced == 8)
    let row = try #require(bridge.rows.first { $0.measure == .negative })
    #expect(row.before.count == 4)
    #expect(row.before.from == 0.25)
    #expect(row.before.to == 1)
    #expect(row.after.from == 0.5)
    #expect(row.change.value == 0.75)
    #expect(row.customers.value == 0.125)
    #expect(row.engine.value == 0.625)
    #expect(try #require(row.engine.low).isClose(to: 0.625 - 0.374237, within: 1e-6))
    #expect(try #require(row.engine.high).isClose(to: 0.625 + 0.374237, within: 1e-6))
    #expect(row.engine.isClear)
    #expect(!row.customers.isClear)
  }

  @Test("gives nothing to an engine that is the same")
  func same() async throws {
    let (shop, _) = try await shop()
    for row in try bridge(shop, to: shop.engine).rows {
      #expect(row.engine.value == 0)
      #expect(row.engine.low == 0)
      #expect(row.customers == row.change)
    }
  }

  @Test("has a row for each segment and measure, in order")
  func segments() async throws {
    let (shop, other) = try await shop()
    let rows = try bridge(shop, to: other, by: [.kind, .sku]).rows
    let segments = rows.filter { $0.measure == .compound }.map {
      "\($0.segment.by.rawValue) \($0.segment.value ?? "-")"
    }
    #expect(segments.first == "all -")
    #expect(segments.contains("kind review"))
    #expect(rows.count == segments.count * BridgeMeasure.allCases.count)
  }

  @Test("prints rows that its schema knows")
  func schema() async throws {
    let (shop, other) = try await shop()
    let validator = try JSONSchemaValidator(
      schema: try #require(Schema.named("engine.bridge.v1")).json
    )
    let empty = try SignalStore(path: "\(shop.folder.path)/empty.db")
    let bridges = [
      try bridge(shop, to: other, by: [.kind, .category]),
      try BridgeRun(empty, from: shop.engine, to: other)
        .bridge(over: try #require(Self.span), by: []),
    ]
    for bridge in bridges {
      for row in bridge.rows {
        var json = JSONWriter()
        bridge.write(row, to: &json)
        #expect(validator.failures(in: json.text) == [])
      }
    }
    #expect(bridges[1].rows.allSatisfy { $0.change.value == nil && $0.change.low == nil })
    #expect(bridges[1].rows.count == BridgeMeasure.allCases.count)
  }

  @Test("changes nothing in the store")
  func untouched() async throws {
    let (shop, other) = try await shop()
    let before = try shop.signals()
    _ = try bridge(shop, to: other)
    #expect(try shop.signals() == before)
  }

  @Test("is needed: an import by another engine scores nothing anew")
  func noRescoring() async throws {
    let (shop, other) = try await shop()
    let before = try shop.signals()
    let again = ImportRun(engine: other, store: shop.store, jobs: 2)
    #expect(try await again.run("\(shop.folder.path)/reviews.csv").isKnown)
    let copy = try shop.folder.write("copy.csv", Self.reviews + "2026-03-21,K-1,5,It is good\n")
    #expect(try await again.run(copy).counts.duplicates == 9)
    #expect(try shop.signals().prefix(9) == before[...])
    #expect(try shop.store.latestEngine() == other.identity)
  }
}

@Suite("The parts of a bridge")
struct BridgeRowTests {
  private func row(before: [(Double, Double)], after: [(Double, Double)]) -> BridgeRow {
    var row = BridgeRow(BridgeSegment(by: .all), .compound)
    for pair in before { row.before.add(pair.0, pair.1) }
    for pair in after { row.after.add(pair.0, pair.1) }
    return row
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private func squaredError(_ values: [Double]) -> Double {
    let centre = mean(values)
    let squares = values.map { ($0 - centre) * ($0 - centre) }.reduce(0, +)
    return squares / Double(values.count - 1) / Double(values.count)
  }

  @Test("agree with sums taken the long way", arguments: SeededGenerator.seeds(20))
  func naive(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func pairs() -> [(Double, Double)] {
      (0..<Int.random(in: 2...60, using: &random)).map { _ in
        (random.unit() * 2 - 1, random.unit() * 2 - 1)
      }
    }
    let (before, after) = (pairs(), pairs())
    let row = row(before: before, after: after)
    let customers =
      (mean(after.map(\.0)) - mean(before.map(\.0)) + mean(after.map(\.1)) - mean(before.map(\.1)))
      / 2
    let differences = [before, after].map { $0.map { $0.1 - $0.0 } }
    let engine = (mean(differences[0]) + mean(differences[1])) / 2
    #expect(try #require(row.customers.value).isClose(to: customers, within: 1e-9))
    #expect(try #require(row.engine.value).isClose(to: engine, within: 1e-9))
    #expect(try #require(row.change.value).isClose(to: customers + engine, within: 1e-9))
    let half =
      1.959963984540054
      * ((squaredError(differences[0]) + squaredError(differences[1])) / 4).squareRoot()
    #expect(try #require(row.engine.high).isClose(to: engine + half, within: 1e-9))
  }

  @Test("cover no change in 93 to 97 of 100 draws without one")
  func calibration() {
    var random = SeededGenerator(seed: 20_261_122)
    var covered = [0, 0]
    let draws = 1000
    for _ in 0..<draws {
      func pairs() -> [(Double, Double)] {
        (0..<150).map { _ in
          let said = random.chance(0.3)
          // Two engines that err alike.
          return (random.chance(0.1) != said ? 1 : 0, random.chance(0.1) != said ? 1 : 0)
        }
      }
      let row = row(before: pairs(), after: pairs())
      if !row.customers.isClear { covered[0] += 1 }
      if !row.engine.isClear { covered[1] += 1 }
    }
    for count in covered { #expect((930...970).contains(count)) }
  }

  @Test("have no interval of one signal, and no value of none")
  func few() {
    let one = row(before: [(1, 0)], after: [(0, 0), (1, 1)])
    #expect(one.change.value == -0.5)
    #expect(one.change.low == nil)
    #expect(!one.change.isClear)
    let none = row(before: [], after: [(0, 0)])
    #expect(none.change == BridgeEstimate(nil, squaredError: nil))
    #expect(none.before.from == nil)
  }

  @Test("of values that are all equal have an interval without width")
  func equal() {
    let row = row(before: [(0.5, 0.5), (0.5, 0.5)], after: [(0.5, 0.5), (0.5, 0.5)])
    #expect(row.change.low == 0)
    #expect(row.change.high == 0)
  }
}
