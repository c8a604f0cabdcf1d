import Testing

@testable import VerbatimIngest

@Suite("Survey headers")
struct SurveyHeaderTests {
  private static let names = ["StartDate", "RecordedDate", "ResponseId", "Q1", "Q2"]
  private static let questions = [
    "Start Date", "Recorded Date", "Response ID", "How likely are you to recommend us?", "Why?",
  ]
  private static let ids = ["startDate", "recordedDate", "_recordId", "QID1", "QID2_TEXT"]
  private static let importIDs = ids.map { "{\"ImportId\":\"\($0)\",\"timeZone\":\"Z\"}" }
  private static let row = [
    "2026-03-01 10:00:00", "2026-03-01 10:05:00", "R_1abc", "9", "Good lid",
  ]

  @Test("of Qualtrics today are three records")
  func three() {
    let header = SurveyHeader([Self.names, Self.questions, Self.importIDs], forced: nil)
    #expect(header.dialect == .qualtrics)
    #expect(header.records == 3)
    #expect(header.names == Self.names)
    #expect(header.questions == Self.questions)
    #expect(header.importIDs == Self.ids)
  }

  @Test("of 2016 have single quotes")
  func singleQuotes() {
    let third = Self.ids.map { "{'ImportId': '\($0)'}" }
    let header = SurveyHeader([Self.names, Self.questions, third], forced: nil)
    #expect(header.dialect == .qualtrics)
    #expect(header.records == 3)
    #expect(header.importIDs == Self.ids)
  }

  @Test("before 2016 are two records")
  func legacy() {
    let header = SurveyHeader(
      [
        ["V1", "V2", "V3", "V8", "Q1", ""],
        ["ResponseID", "ResponseSet", "Name", "StartDate", "Why?", ""],
        ["R_1abc", "Default", "Anonymous", "2016-05-27 11:44:08", "Good lid", ""],
      ],
      forced: nil
    )
    #expect(header.dialect == .qualtricsLegacy)
    #expect(header.records == 2)
    #expect(header.names == ["ResponseID", "ResponseSet", "Name", "StartDate", "Q1", "column 6"])
    #expect(header.questions == ["ResponseID", "ResponseSet", "Name", "StartDate", "Why?", ""])
  }

  @Test("may have lost the record with the questions")
  func noQuestions() {
    let header = SurveyHeader([Self.names, Self.importIDs, Self.row], forced: nil)
    #expect(header.dialect == .qualtrics)
    #expect(header.records == 2)
    #expect(header.importIDs == Self.ids)
  }

  @Test("may have lost the record with the ids")
  func noIDs() {
    let header = SurveyHeader([Self.names, Self.questions, Self.row], forced: nil)
    #expect(header.dialect == .qualtrics)
    #expect(header.records == 2)
    #expect(header.questions == Self.questions)
  }

  @Test("may have lost both")
  func neither() {
    let header = SurveyHeader([Self.names, Self.row, Self.row], forced: nil)
    #expect(header.dialect == .qualtrics)
    #expect(header.records == 1)
    #expect(SurveyHeader([Self.names], forced: nil).records == 1)
  }

  @Test("of any other table are one record")
  func generic() {
    let header = SurveyHeader([["id", "text"], ["1", "good"]], forced: nil)
    #expect(header.dialect == .generic)
    #expect(header.records == 1)
    #expect(header.questions == ["id", "text"])
  }

  @Test("are as many records as the user says")
  func forced() {
    #expect(SurveyHeader([["id"], ["1"]], forced: 0).records == 0)
    #expect(SurveyHeader([Self.names, Self.questions, Self.importIDs], forced: 2).records == 2)
  }

  @Test("give every column a name of its own")
  func unique() {
    func names(_ record: [String]) -> [String] { SurveyHeader([record], forced: nil).names }
    #expect(
      names(["a", "b", "a", "", "a", ""]) == ["a", "b", "a#2", "column 4", "a#3", "column 6"]
    )
    #expect(Set(names(["a", "a", "a#2", "column 4", ""])).count == 5)
    everyRow(of: Array("a#2,".utf8), upTo: 6) { bytes in
      let record = String(decoding: bytes, as: UTF8.self)
        .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let names = names(record)
      if names.count != record.count || Set(names).count != names.count {
        Issue.record("\(record) became \(names)")
      }
    }
  }

  @Test(
    "hold ids as Qualtrics writes them",
    arguments: [
      ("{\"ImportId\":\"QID2_TEXT\"}", "QID2_TEXT"),
      ("{\"ImportId\":\"startDate\",\"timeZone\":\"America/Denver\"}", "startDate"),
      ("{'ImportId': 'QID4-TEXT'}", "QID4-TEXT"),
      ("{\"ImportId\":\"\"}", nil), ("{\"ImportId\"", nil), ("ImportId: QID1", nil), ("", nil),
    ] as [(String, String?)]
  )
  func importID(cell: String, id: String?) {
    #expect(SurveyHeader.member("ImportId", of: cell) == id)
  }

  @Test(
    "have names that are compared folded",
    arguments: [
      ("Review_Text", "review text"), ("reviewText", "review text"), ("ResponseID", "response id"),
      ("IPAddress", "ipaddress"), ("  Star-Rating: ", "star rating"), ("\u{FEFF}Rating", "rating"),
      ("What could we improve?", "what could we improve"), ("STRASSE", "strasse"),
      ("Straße", "strasse"), ("ＴＥＸＴ", "text"), ("", ""),
    ]
  )
  func normalized(name: String, form: String) {
    #expect(HeaderName.normalized(name) == form)
  }
}
