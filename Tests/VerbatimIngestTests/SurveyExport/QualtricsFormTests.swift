import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("The definition of a Qualtrics survey")
struct QualtricsFormTests {
  private static let definition = #"""
    {"SurveyEntry": {"SurveyName": "June"}, "SurveyElements": [
      {"Element": "BL", "Payload": []},
      {"Element": "SQ", "Payload": {"QuestionID": "QID3", "DataExportTag": "Q3", "Selector": "SAVR",
        "Choices": {"1": {"Display": "Very <b>dissatisfied</b>"}, "2": {"Display": "Neither"},
          "4": {"Display": "Very satisfied"}, "5": {"Display": "Not applicable"}},
        "RecodeValues": {"1": "10", "2": 13, "4": "16", "5": "-1"}}},
      {"Element": "SQ", "Payload": {"QuestionID": "QID4", "DataExportTag": "used_for", "Selector": "MAVR",
        "Choices": {"1": {"Display": "Tea"}, "2": {"Display": "Soup"}}}},
      {"Element": "SQ", "Payload": {"QuestionID": "QID5", "DataExportTag": "Q5", "Selector": "Likert",
        "Choices": {"1": {"Display": "The lid"}}, "Answers": [{"Display": "Bad"}, {"Display": "Good"}]}},
      {"Element": "SQ", "Payload": 7}, {"Element": "SQ"}, null
    ]}
    """#

  private static func form(_ text: String = definition) throws -> QualtricsForm {
    try QualtricsForm(TextSource(path: "june.qsf", bytes: Array(text.utf8)))
  }

  @Test(
    "says what the numbers of a column stand for, by Qualtrics' id or by the question's tag",
    arguments: [
      (
        "Q3", "QID3",
        [
          "10": "Very dissatisfied", "13": "Neither", "16": "Very satisfied",
          "-1": "Not applicable",
        ]
      ),
      (
        "anything", "QID3",
        [
          "10": "Very dissatisfied", "13": "Neither", "16": "Very satisfied",
          "-1": "Not applicable",
        ]
      ),
      (
        "Q3", nil,
        [
          "10": "Very dissatisfied", "13": "Neither", "16": "Very satisfied",
          "-1": "Not applicable",
        ]
      ),
      ("used_for_2", nil, ["1": "Soup"]), ("used", "QID4_1", ["1": "Tea"]),
      ("Q5_1", "QID5_1", ["0": "Bad", "1": "Good"]), ("Q3_TEXT", "QID3_TEXT", [:]),
      ("Q9", "QID9", [:]), ("used", nil, [:]),
    ] as [(String, String?, [String: String])]
  )
  func labels(name: String, id: String?, labels: [String: String]) throws {
    #expect(try Self.form().column(name, importID: id).labels == labels)
  }

  @Test("takes codes below zero for no answer")
  func missing() throws {
    let column = try Self.form().column("Q3", importID: "QID3")
    #expect(column.missing.contains("-1"))
    #expect(!column.missing.contains("10"))
  }

  @Test("that is no definition is refused", arguments: ["", "{", "[]", "{\"SurveyElements\": 1}"])
  func refused(text: String) throws {
    let failure = #expect(throws: Diagnostic.self) { _ = try Self.form(text) }
    #expect(failure?.code == .dataFileDamaged)
  }

  @Test("beside an export gives its ratings their scale; without, a code is no rating")
  func export() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "qsf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let export = folder.appending(path: "june.csv")
    try Data(
      #"""
      ResponseId,RecordedDate,Q3,Q8
      Response ID,Recorded Date,How satisfied are you with the kettle?,What should we mend?
      "{""ImportId"":""_recordId""}","{""ImportId"":""recordedDate""}","{""ImportId"":""QID3""}","{""ImportId"":""QID8_TEXT""}"
      R_1,2026-03-05 10:00:00,10,The lid drips when I pour
      R_2,2026-03-05 10:10:00,16,
      R_3,2026-03-05 10:20:00,-1,Nothing at all to mend here
      """#.utf8
    ).write(to: export)
    func ratings() throws -> [Rating?] {
      var options = OpenedInput.Options()
      options.names = ShippedNames.all
      var input = try OpenedInput(path: export.path, options: options)
      var ratings: [Rating?] = []
      while let item = try input.reader.next() {
        if case .record(let record) = item { ratings.append(record.ratings.first) }
      }
      return ratings
    }
    #expect(try ratings().compactMap { $0 } == [])
    try Data(Self.definition.utf8).write(to: folder.appending(path: "june.qsf"))
    #expect(
      try ratings() == [
        Rating(.csat, 10, min: 10, max: 16), Rating(.csat, 16, min: 10, max: 16), nil,
      ]
    )
    #expect(SiblingFile.isReadWithAnother(folder.appending(path: "june.qsf").path))
    #expect(!SiblingFile.isReadWithAnother(export.path))
  }

  @Test(
    "of the sample explains its recoded values",
    .enabled(if: Shared.has("samples/qualtrics/qualtrics_mc.qsf.json"), "../shared is not here")
  )
  func sample() throws {
    let path = try #require(Shared.url("samples/qualtrics/qualtrics_mc.qsf.json")).path
    let form = try QualtricsForm(TextSource(path: path))
    // The recodes as the file has them, read by hand.
    #expect(Set(form.column("Q4", importID: nil).labels.keys) == ["10", "11", "12"])
    #expect(form.column("Q2", importID: nil).labels.count == 3)
  }
}
