import Testing
import VerbatimPipeline

@Suite("Trends from the store")
struct TrendRunTests {
  /// Forty answers a week for three weeks from Monday, 5 January 2026; those of the web fall in the
  /// third.
  private static let survey: String = {
    var lines = ["Date,Customer ID,Category,Channel,NPS,CES,Comment"]
    for week in 0..<3 {
      for number in 0..<40 {
        let isWeb = number.isMultiple(of: 2)
        let score = isWeb && week == 2 ? number % 6 : 7 + number % 4
        lines.append(
          "2026-01-\(week * 7 + 5 < 10 ? "0" : "")\(week * 7 + 5),c\(number),lamps,"
            + "\(isWeb ? "web" : "shop"),\(score),4,"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  private static func shop() async throws -> ImportShop {
    let shop = try ImportShop()
    _ = try await shop.ingest(try shop.folder.write("survey.csv", survey))
    return shop
  }

  private static func options(_ by: [String]) -> TrendRun.Options {
    var options = TrendRun.Options()
    options.by = by
    options.settings.minimum = 10
    return options
  }

  @Test("know ratings, customers, segments and cycles")
  func whole() async throws {
    let shop = try await Self.shop()
    let run = try TrendRun(shop.store, Self.options(["category", "channel"]))
    let series = run.series()
    #expect(
      series.map { $0.segment.map(\.value) } == [
        [], ["lamps"], ["lamps", "shop"], ["lamps", "web"],
      ]
    )
    #expect(
      series.allSatisfy { $0.points.map(\.cycle.id) == ["2026-W02", "2026-W03", "2026-W04"] }
    )
    #expect(series.map { $0.points.map(\.customers) }.prefix(1) == [[40, 40, 40]])
    let web = try #require(series.last)
    #expect(web.points.map(\.state) == [.stable, .stable, .wobble1])
    #expect(web.points.map { $0.promotion?.detractors } == [0, 0, 20])
    #expect(series[2].points.map(\.state) == [.stable, .stable, .stable])
    // Effort without a direction is refused, and said.
    #expect(run.diagnostics.map(\.code) == [.ratingScale])
    #expect(run.diagnostics.first?.message == "120 ratings left out: ces 1 to 7, direction unknown")
    #expect(series.allSatisfy { $0.points.allSatisfy { $0.eased == nil } })
  }

  @Test("as of an earlier day, and read anew, say the same of the cycles before")
  func asOf() async throws {
    let shop = try await Self.shop()
    var options = Self.options(["channel"])
    let whole = try TrendRun(shop.store, options).series()
    let again = try SignalStore(readingPath: shop.store.path)
    #expect(try TrendRun(again, options).series() == whole)
    options.asOf = Instant(iso8601: "2026-01-18")
    let then = try TrendRun(again, options).series()
    #expect(then.map(\.points) == whole.map { Array($0.points.prefix(2)) })
  }

  @Test("refuse a segment that no signal has, and name those there are")
  func unknown() async throws {
    let shop = try await Self.shop()
    let failure = #expect(throws: Diagnostic.self) {
      try TrendRun(shop.store, Self.options(["chanel"]))
    }
    #expect(failure?.code == .segmentUnknown)
    #expect(failure?.hint == "the store has category, channel, sku, source, supplier")
    #expect(throws: Never.self) { try TrendRun(shop.store, Self.options(["source", "sku"])) }
  }

  @Test("count copies of an anonymous text once, and rewarded ones never")
  func copies() async throws {
    let shop = try ImportShop()
    let text = "a lamp that does what it says and more"
    _ = try await shop.ingest(
      try shop.folder.write(
        "reviews.csv",
        """
        Date,SKU,Rating,Review Text
        2026-01-06,K-1,2,\(text)
        2026-01-07,K-1,2,\(text)
        2026-01-07,K-1,5,\(text)
        2026-01-07,K-2,2,\(text)
        2026-01-08,K-1,4,fine
        2026-01-08,K-1,4,fine

        """
      )
    )
    var options = TrendRun.Options()
    options.settings.minimum = 2
    let point = try TrendRun(shop.store, options).series().first?.points.first
    #expect(point?.customers == 5)
  }

  @Test("join outcomes by the hash of the customer, and know only what came before")
  func outcomes() async throws {
    let shop = try await Self.shop()
    // Customers of the web, unhappy since the 19th, leave on the 25th; two of them before that.
    var rows = ["customer,date,outcome"]
    for number in stride(from: 0, to: 40, by: 2) {
      rows.append("c\(number),\(number < 4 ? "2026-01-10" : "2026-01-25"),churn")
    }
    rows += [
      "c1,2026-01-25,gone", ",2026-01-25,churn", "c1,yesterday,churn", "x9,2026-01-25,churn",
    ]
    let path = try shop.folder.write("churn.csv", rows.joined(separator: "\n") + "\n")
    let table = try OutcomeTable(path: path)
    #expect(table.rows.count == 21 && table.rejected == 3)
    #expect(table.diagnostics.map(\.code) == [.outcomeKind, .outcomeCustomer, .outcomeDate])
    #expect(table.diagnostics.first?.location.description == "\(path):22:15")
    let run = try OutcomeRun(table, shop.store, customerKey: EngineOptions().customerKey)
    #expect(run.named == 21 && run.joined == 20)
    let nps = try #require(run.lifts.first { $0.signal == "nps" })
    #expect(nps.customers == 40 && nps.outcomes == 20 && nps.verdict == .lift)
    #expect(try #require(nps.area).value > 0.85)
    let complaint = try #require(run.lifts.first { $0.signal == "complaint" })
    #expect(complaint.verdict == .insufficient && complaint.flagged == 0)
    let failure = #expect(throws: Diagnostic.self) {
      try OutcomeRun(table, shop.store, customerKey: [1, 2, 3])
    }
    #expect(failure?.code == .customersUnknown)
  }

  @Test("take the stored keys themselves, a file of one outcome, and an empty one")
  func keys() async throws {
    let shop = try await Self.shop()
    let key = shop.engine.customerKey(of: "c6")
    let path = try shop.folder.write("r.csv", "customer_id,date\n\(key),2026-01-25\n")
    let table = try OutcomeTable(path: path, outcome: .return)
    let run = try OutcomeRun(table, shop.store, customerKey: [9])
    #expect(run.joined == 1 && run.lifts.allSatisfy { $0.verdict == .insufficient })
    #expect(throws: Diagnostic.self) { try OutcomeTable(path: path) }
    let empty = try OutcomeTable(path: try shop.folder.write("e.csv", "customer,date,outcome\n"))
    #expect(try OutcomeRun(empty, shop.store, customerKey: [9]).lifts == [])
  }
}
