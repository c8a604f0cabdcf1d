import Testing
import VerbatimCore
import VerbatimText
import VerbatimTestSupport

@testable import VerbatimIngest

@Suite("Survey exports")
struct SurveyExportReaderTests {
  private static let qualtrics = """
    StartDate,Status,RecordedDate,ResponseId,UserLanguage,Q1,Q1_NPS_GROUP,Q2,Q2 - Topics
    Start Date,Response Type,Recorded Date,Response ID,User Language,How likely?,Group,Why?,Topics
    "{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""recordedDate""}",\
    "{""ImportId"":""_recordId""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1""}",\
    "{""ImportId"":""QID1_NPS_GROUP""}","{""ImportId"":""QID2_TEXT""}",\
    "{""ImportId"":""QID2_TEXT_1fTopics""}"
    2026-03-01 10:00:00,IP Address,2026-03-01 10:05:00,R_1,EN,9,Promoter,"Lid, good",Lid
    2026-03-01 10:00:00,Survey Preview,2026-03-01 10:05:00,R_2,EN,9,Promoter,Test,
    2026-03-01 10:00:00,Survey Test,2026-03-01 10:05:00,R_3,EN,9,Promoter,Test,
    2026-03-01 10:00:00,Spam,2026-03-01 10:05:00,R_4,EN,9,Promoter,Test,
    2026-03-01 10:00:00,IP Address,2026-03-01 10:06:00,R_5,de_DE,0,Detractor,,

    """

  @Test("of Qualtrics have their roles by the ids")
  func qualtricsRoles() throws {
    let reading = try SurveyReading(Self.qualtrics)
    #expect(reading.schema.dialect == .qualtrics)
    #expect(reading.schema.headerRecords == 3)
    #expect(
      reading.roles == [
        .metadata, .status, .date, .id, .language, .nps, .derived, .text, .derived,
      ]
    )
    let record = try #require(reading.records.first)
    #expect(record.text == "Lid, good")
    #expect(record.ratings == [try #require(Rating(.nps, 9, min: 0, max: 10))])
    #expect(record.occurredAt?.description == "2026-03-01T10:05:00Z")
    #expect(record.language == "en")
    #expect(record.source.nativeID == "R_1")
    #expect(record.source.kind == .survey)
    #expect(record.source.format == "qualtrics")
    #expect(record.source.system == "qualtrics")
    #expect(record.source.solicited == true)
    #expect(record.source.line == 4)
    #expect(record.source.row == 1)
    #expect(record.answers.count == 9)
    #expect(
      record.answers[7]
        == FeedbackRecord.Answer(
          question: "Why?",
          questionID: "QID2_TEXT",
          role: "text",
          value: "Lid, good"
        )
    )
    #expect(reading.records.last?.language == "de-DE")
    #expect(reading.records.last?.text == nil)
  }

  @Test("reject previews, tests and spam")
  func notCustomers() throws {
    let reading = try SurveyReading(Self.qualtrics)
    #expect(
      reading.rejects.map(\.description)
        == [("5", "a preview"), ("6", "a test"), ("7", "spam")].map { line, what in
          """
          june.csv:\(line): error: the row is \(what) by its own status [V1107]
            hint: only customers' rows count
          """
        }
    )
    let coded = Self.qualtrics.replacing("IP Address", with: "0")
      .replacing("Survey Preview", with: "1").replacing("Survey Test", with: "2")
      .replacing("Spam", with: "8")
    let numbers = try SurveyReading(coded)
    #expect(numbers.rejects == reading.rejects)
    #expect(numbers.records.count == 2)
  }

  @Test("a row that is short or long is kept, told, and never shifted")
  func ragged() throws {
    let reading = try SurveyReading(
      """
      id,rating,text,sku
      1,5,good,A-1
      2,4
      3,3,bad,B-2,extra,,more
      4,2,poor,C-3,,

      """
    )
    #expect(reading.records.map(\.text) == ["good", nil, "bad", "poor"])
    #expect(reading.records.map(\.product.sku) == ["A-1", nil, "B-2", "C-3"])
    #expect(reading.records.map { $0.ratings.first?.value } == [5, 4, 3, 2])
    #expect(
      reading.records[2].answers == [
        .init(question: "", role: "overflow", value: "extra"),
        .init(question: "", role: "overflow", value: "more"),
      ]
    )
    #expect(
      reading.warnings.map(\.description) == [
        """
        june.csv:3: warning: the row has 2 fields, the header 4 [V1103]
          hint: the missing fields were read as empty
        """,
        """
        june.csv:4: warning: the row has 7 fields, the header 4 [V1103]
          hint: the extra fields were kept apart
        """,
      ]
    )
  }

  @Test("decimal commas, words beside the number, and zero stars")
  func ratings() throws {
    let rows =
      ["4,5;good", "3;ok", "5 stars;fine", "0;unrated", "7;odd"]
      + (1...45).map { _ in "1,0;bad" }
    let reading = try SurveyReading("rating;text\n" + rows.joined(separator: "\n"))
    #expect(reading.roles == [.stars, .text])
    #expect(reading.records.prefix(5).map { $0.ratings.first?.value } == [4.5, 3, 5, nil, nil])
    #expect(
      reading.warnings.map(\.description) == [
        """
        june.csv:6: warning: `7` in `rating` lies outside the scale of stars [V1108]
          hint: the row was kept without this rating
        """
      ]
    )
    #expect(reading.records.allSatisfy { $0.source.kind == .review })
  }

  @Test("columns of the same name have numbers, and both count")
  func duplicates() throws {
    let reading = try SurveyReading("rating,text,rating,\n5,good,4,x\n")
    #expect(reading.schema.columns.map(\.name) == ["rating", "text", "rating#2", "column 4"])
    #expect(reading.records.first?.ratings.map(\.value) == [5, 4])
  }

  @Test("the order of day and month is decided for the whole column")
  func dates() throws {
    func dates(_ cells: [String], map: ColumnMap = ColumnMap()) throws -> [String?] {
      let text = "date,text\n" + cells.map { "\($0),good\n" }.joined()
      return try SurveyReading(text, map: map).records.map { $0.occurredAt?.description }
    }
    #expect(try dates(["03/04/2026", "13/04/2026"]) == ["2026-04-03", "2026-04-13"])
    #expect(try dates(["03/04/2026", "04/13/2026"]) == ["2026-03-04", "2026-04-13"])
    #expect(try dates(["03/04/2026", "05/06/2026"]) == [nil, nil])
    #expect(
      try dates(["03/04/2026"], map: ColumnMap(isDayFirst: true)) == ["2026-04-03"]
    )
    #expect(try dates(["31-Jul-18", "1-Aug-18"]) == ["2018-07-31", "2018-08-01"])
    let mixed = try SurveyReading("date,text\n13/04/2026,good\n04/13/2026,bad\n2026-03-01,ok\n")
    #expect(mixed.records.map { $0.occurredAt?.description } == [nil, nil, "2026-03-01"])
    #expect(
      mixed.warnings.map(\.description) == [
        """
        june.csv: warning: the dates mix day-first and month-first; they are left out [V1105]
          hint: say which it is with `day_first: true` in a column map
        """
      ]
    )
  }

  @Test("all that a shop exports finds its place")
  func everything() throws {
    let reading = try SurveyReading(
      """
      Review ID,Review Headline,Review Body,Star Rating,Date Created,Nickname,Order Number,EAN,ASIN,\
      MPN,Product Name,Brand,Product URL,Supplier,Lot Number,Category,Sales Channel,Marketplace,\
      Verified Purchase,Locale,Customer ID,Mystery
      R1,Nice lid,Good<br>lid,4,2026-03-01,Anna,114-1,4006381333931,B07FZ8S74R,M-1,Lid,Acme,\
      https://example.com/lid,Lids Ltd,L42,Kitchen,web,DE,Yes,de_DE,C-9,x

      """
    )
    let record = try #require(reading.records.first)
    #expect(record.source.nativeID == "R1")
    #expect(record.title == "Nice lid")
    #expect(record.text == "Good\nlid")
    #expect(record.ratings.map(\.value) == [4])
    #expect(record.occurredAt?.description == "2026-03-01")
    #expect(record.author == "Anna")
    #expect(record.orderID == "114-1")
    #expect(record.product.gtin == "4006381333931")
    #expect(record.product.asin == "B07FZ8S74R")
    #expect(record.product.mpn == "M-1")
    #expect(record.product.name == "Lid")
    #expect(record.product.brand == "Acme")
    #expect(record.product.url == "https://example.com/lid")
    #expect(record.supplier == "Lids Ltd")
    #expect(record.lot == "L42")
    #expect(record.dims == ["category": "Kitchen", "channel": "web", "market": "DE"])
    #expect(record.flags.verifiedPurchase == true)
    #expect(record.language == "de-DE")
    #expect(record.customer == "C-9")
    #expect(reading.roles.last == .unmapped)
    #expect(record.source.format == "delimited")
    #expect(record.source.system == nil)
    #expect(record.answers.isEmpty)
  }

  @Test("returns with a reason are returns")
  func returns() throws {
    let reading = try SurveyReading(
      "return-date,order-id,sku,reason,customer-comments\n2026-03-01,114-1,A-1,DEFECTIVE,broke\n"
    )
    let record = try #require(reading.records.first)
    #expect(record.source.kind == .returnComment)
    #expect(record.returnReason == .init(scheme: "amazon", code: "DEFECTIVE"))
    #expect(record.text == "broke")
  }

  @Test("several text answers are one text; words that mean nothing are left out")
  func texts() throws {
    let reading = try SurveyReading(
      """
      review,comment,nps
      good lid,also cheap,9
      n/a,{QUESTION_NOT_SHOWN},8
      N/A,-,
      -99,.,n/a

      """
    )
    #expect(reading.records.map(\.text) == ["good lid\n\nalso cheap", nil])
    #expect(reading.rejects.map(\.location.line) == [4, 5])
    #expect(
      reading.rejects.first?.description == """
        june.csv:4: error: the row has no words and no rating [V1106]
          hint: answers left empty, or marked as not shown, are no feedback
        """
    )
  }

  @Test("a broken first name is mended when a byte order mark stands before it")
  func brokenMark() throws {
    let text = "ating\tdate\tvariation\tverified_reviews\n5\t31-Jul-18\tBlack\tLove it\n"
    let marked = try SurveyReading("\u{FEFF}" + text)
    #expect(marked.roles.first == .stars)
    #expect(marked.records.first?.ratings.map(\.value) == [5])
    #expect(marked.records.first?.source.byte == 3 + 38)
    #expect(try SurveyReading(text).roles.first == .unmapped)
  }

  @Test("a quote that is never closed costs its row only")
  func openQuote() throws {
    let quoted = "id,text\n1,\"good, really\"\n2,\"bad, \"\"so\"\"\"\n"
    let reading = try SurveyReading(quoted + "3,\"open\n4,ok\n")
    #expect(reading.records.map(\.text) == ["good, really", "bad, \"so\"", "ok"])
    #expect(reading.rejects.map(\.code) == [.quoteNeverClosed])
    #expect(reading.rejects.first?.location.line == 4)
    let after = try SurveyReading(quoted + "3,\"good\" lid\n")
    #expect(after.records.last?.text == "good lid")
    #expect(after.warnings.map(\.code) == [.textAfterQuote])
  }

  @Test("a file cut into blocks anywhere gives the same items", arguments: [1, 2, 7, 4096])
  func blocks(size: Int) throws {
    let head = "id;text;rating\r\n"
    let row = "1;\"schön; \"\"so\"\"\r\nlala\";4,5\r\n2;gut;x\r\n3;kurz\r\n"
    let bytes = Array((head + String(repeating: row, count: 2000)).utf8)
    let whole = try SurveyReading(TextSource(path: "june.csv", bytes: bytes))
    var at = 0
    let source = try TextSource(path: "june.csv") {
      let end = min(bytes.count, at + size)
      defer { at = end }
      return Array(bytes[at..<end])
    }
    let cut = try SurveyReading(source)
    #expect(cut.items == whole.items)
    #expect(cut.schema == whole.schema)
    #expect(whole.records.count == 6000)
  }

  @Test("any bytes give items or a diagnostic", arguments: SeededGenerator.seeds(3))
  func anyBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let heads = ["", "text\n", "id,text,rating\n", "V1,V2,V3\nResponseID,a,b\n", "date;text\n"]
    let pool = Array("1,;\"\n\r\t {}'ImportId-/.R_é5".utf8) + [0x00, 0xFF, 0xC3]
    for _ in 0..<600 {
      let head = heads[Int.random(in: 0..<heads.count, using: &generator)]
      let bytes = Array(head.utf8) + generator.bytes(of: pool, longest: 80)
      do {
        let reading = try SurveyReading(TextSource(path: "june.csv", bytes: bytes))
        #expect(!reading.schema.columns.isEmpty)
      } catch let diagnostic as Diagnostic {
        #expect(!diagnostic.message.isEmpty)
      }
    }
  }
}
