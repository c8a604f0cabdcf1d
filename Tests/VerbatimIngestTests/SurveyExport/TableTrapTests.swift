import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("Traps of tables")
struct TableTrapTests {
  @Test("an open quote does not swallow the rows behind it, and its line is named")
  func openQuote() throws {
    var text = "id,comment,rating\n1,\"fine, thanks\",5\n2,\"never closed,4\n"
    for row in 3...3000 { text += "\(row),plain words,3\n" }
    let reading = try SurveyReading(text)
    #expect(reading.records.count == 2999)
    #expect(reading.rejects.map(\.code) == [.quoteNeverClosed])
    #expect(reading.rejects.first?.location.line == 3)
    // A quote far below closes it in the middle of a text.
    let closed = try SurveyReading(text + "3001,\"quoted, here\",2\n")
    #expect(closed.records.count == 3000)
    #expect(closed.rejects.first?.location.line == 3)
    // And one that closes it as it should is told with the line on which it opened.
    let swallowed = try SurveyReading(text + "3001,stray\",2\n")
    #expect(swallowed.records.count == 2)
    #expect(swallowed.warnings.map(\.code).contains(.longQuotedField))
    #expect(swallowed.warnings.first { $0.code == .longQuotedField }?.location.line == 3)
  }

  @Test("a row of more columns than any tool writes is refused at once")
  func width() {
    let wide = "id,text" + String(repeating: ",x", count: 1_000_000) + "\n1,good lid here\n"
    let failure = #expect(throws: Diagnostic.self) { try SurveyReading(wide) }
    #expect(failure?.code == .tooManyColumns)
    #expect(failure?.message == "the row has 1000002 fields; a table has 65536 at most")
  }

  @Test("a mark in the middle, the header again, a quoted first name, a separator line")
  func joined() throws {
    let part = "\"id,x\";comment;rating\n1;ok;4\n"
    let reading = try SurveyReading("sep=;\n" + part + "\u{FEFF}" + part)
    #expect(reading.schema.columns.map(\.name) == ["id,x", "comment", "rating"])
    #expect(reading.records.count == 2)
    #expect(reading.rejects.map(\.message) == ["the row is the header again"])
  }

  @Test(
    "a spreadsheet's damage is told once a column, and lost digits are left out",
    arguments: [
      ("order id", "8.10138E+11", true), ("order id", "1234567890123450000", true),
      ("order id", "1234567890123456789", false), ("sku", "5-Mar", true), ("sku", "12E5", false),
      ("gtin", "16463992264", true), ("gtin", "16463992265", false), ("title", "#NAME?", true),
    ]
  )
  func damage(column: String, cell: String, isDamaged: Bool) throws {
    let reading = try SurveyReading("\(column),comment\n\(cell),ok then\n\(cell),fine then\n")
    let told = reading.warnings.filter { $0.code == .spreadsheetDamage }
    #expect(told.count == (isDamaged ? 2 : 0))
    let record = try #require(reading.records.first)
    if column == "order id" { #expect((record.orderID == nil) == isDamaged) }
    if column == "sku" { #expect(record.product.sku == cell) }
    if column == "gtin" { #expect(record.product.gtin == cell) }
  }

  @Test("dates that may be read both ways are left out, and it is said")
  func dates() throws {
    let open = try SurveyReading("date,comment\n3/4/2026,ok\n5/6/2026,fine\n")
    #expect(open.warnings.map(\.code) == [.dateUnread])
    #expect(open.records.allSatisfy { $0.occurredAt == nil })
    let late = "date,comment\n" + String(repeating: "31/3/2026,ok\n", count: 300)
    let reading = try SurveyReading(late + "3/31/2026,odd\n3/30/2026,odd\n")
    #expect(
      reading.warnings.map(\.message) == [
        "`3/31/2026` in `date` is no date in the order of its column",
        "in `date` 2 cells are so: each is no date in the order of its column",
      ]
    )
  }

  @Test("zones: of the cell, of the name, of the map, of none")
  func zones() throws {
    func moment(_ name: String, _ cell: String, zone: String? = nil) throws -> [String?] {
      var map = ColumnMap()
      map.timeZone = zone
      let record = try SurveyReading("\(name),comment\n\(cell),ok\n", map: map).records.first
      return [record?.occurredAt?.description, record?.sourceTimeZone]
    }
    let shown = "2026-07-01 10:00:00"
    #expect(try moment("date", shown) == ["2026-07-01T10:00:00Z", nil])
    #expect(try moment("date (UTC)", shown) == ["2026-07-01T10:00:00Z", "UTC"])
    #expect(try moment("date (PST)", shown) == ["2026-07-01T18:00:00Z", "PST"])
    #expect(
      try moment("date", shown, zone: "Europe/Berlin") == ["2026-07-01T08:00:00Z", "Europe/Berlin"]
    )
    #expect(
      try moment("date", shown + "+05:30", zone: "Europe/Berlin") == ["2026-07-01T04:30:00Z", nil]
    )
    #expect(try moment("date", "July 1 2026 10:00 PM EST") == ["2026-07-02T03:00:00Z", nil])
    // CET may be what clocks showed or what they should have: the day is sure.
    #expect(try moment("date", "1 July 2026 10:00 CET") == ["2026-07-01", nil])
  }

  @Test(
    "scales are those that are stated",
    arguments: [
      ("How likely are you to recommend us?", "9", ["nps 9.0 of 0.0–10.0"]),
      ("How likely are you to recommend us? (1-10)", "9", []),
      ("How satisfied are you? (1-7)", "6", ["csat 6.0 of 1.0–7.0"]),
      ("How satisfied are you?", "4", []),
      ("How easy was it to pay? (1 to 7)", "6", ["ces 6.0 of 1.0–7.0"]),
      ("Wie zufrieden sind Sie (0–100)?", "80", ["csat 80.0 of 0.0–100.0"]),
    ]
  )
  func scales(question: String, cell: String, ratings: [String]) throws {
    let reading = try SurveyReading("q,comment\n".replacing("q", with: question) + "\(cell),ok\n")
    let found = reading.records.first?.ratings.map {
      "\($0.kind.rawValue) \($0.value) of \($0.min)–\($0.max)"
    }
    #expect(found == ratings)
  }

  @Test("which end of an effort scale is good is what the question says")
  func effort() throws {
    func direction(_ question: String) throws -> Rating.Direction? {
      try SurveyReading("\(question),comment\n2,ok\n").records.first?.ratings.first?.direction
    }
    #expect(try direction("The shop made it easy to return (1-7)") == .higherIsBetter)
    #expect(try direction("How much effort did it take? (1-5)") == .lowerIsBetter)
    #expect(try direction("CES") == .unknown)
  }

  @Test("a map states a scale and its good end")
  func mapped() throws {
    var map = ColumnMap(roles: ["x": .csat])
    map.scales["x"] = RatingScale(min: 1, max: 4, direction: .lowerIsBetter)
    let reading = try SurveyReading("x,comment\n2,ok\n5,no\n", map: map)
    #expect(
      reading.records.first?.ratings
        == [try #require(Rating(.csat, 2, min: 1, max: 4, direction: .lowerIsBetter))]
    )
    #expect(reading.warnings.map(\.code) == [.ratingOutOfRange])
    map.scales["y"] = RatingScale(min: 1, max: 4)
    #expect(throws: Diagnostic.self) { try SurveyReading("x,comment\n2,ok\n", map: map) }
  }

  @Test("any cell gives a date, a scale, a zone or none", arguments: SeededGenerator.seeds(2))
  func anyCell(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pool = Array("0123456789/-.: ,()+TZamPM年月日午後JanUTCE#\"'".utf8) + [0xE2, 0xFF]
    for _ in 0..<3000 {
      let cell = String(decoding: generator.bytes(of: pool, longest: 30), as: UTF8.self)
      for isDayFirst in [nil, true, false] {
        var order = DateOrder(isDayFirst: isDayFirst, months: ShippedNames.all.months)
        order.learn(cell)
        _ = order.reading(cell)
      }
      let bytes = Array(cell.utf8)
      if let plain = DateOrder.plain(bytes, 0..<bytes.count) {
        #expect(DateOrder().reading(cell)?.instant == plain.instant)
      }
      if let scale = RatingScale.stated(in: HeaderName.normalized(cell)) {
        #expect(scale.min < scale.max)
      }
      _ = HeaderName.zone(in: cell)
      _ = HeaderName.forms(cell)
      _ = SpreadsheetDamage.of(code: cell)
      _ = RatingParser.rating(cell, .thumbs)
      _ = ClockZone.offset(cell)
    }
  }
}
