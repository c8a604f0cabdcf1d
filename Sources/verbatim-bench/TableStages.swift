import VerbatimCore
import VerbatimPipeline

/// The reading of a table: to fields, and to records of feedback.
struct TableStages {
  /// What the table is called.
  let name: String
  /// Its delimited text.
  let bytes: [UInt8]

  /// Tables of so many rows: reviews as a shop exports them, and a survey of many short columns.
  static func all(rows: Int) -> [TableStages] {
    [
      TableStages(name: "reviews", bytes: Array(reviews(rows).utf8)),
      TableStages(name: "survey", bytes: Array(survey(rows).utf8)),
    ]
  }

  /// The stages over the delimited text.
  var delimited: [EngineStages.Stage] {
    [
      Self.fields(name) { try DelimitedReader(TextSource(path: name, bytes: bytes)) },
      Self.records(name) { try SurveyExportReader(TextSource(path: name, bytes: bytes)) },
      Self.answers(name) { try SurveyExportReader(TextSource(path: name, bytes: bytes)) },
    ]
  }

  /// The same stages over a workbook that holds the same.
  func workbook(path: String) -> [EngineStages.Stage] {
    [
      Self.fields("\(name).xlsx") { try SpreadsheetReader(path: path) },
      Self.records("\(name).xlsx") { try SurveyExportReader(SpreadsheetReader(path: path)) },
    ]
  }

  private static func fields(
    _ name: String,
    _ open: @escaping () throws -> some TableReader
  ) -> EngineStages.Stage {
    EngineStages.Stage(name: "\(name) to fields") {
      var count = 0
      var record = TableRecord()
      guard var reader = try? open() else { return 0 }
      while let isRecord = try? reader.next(into: &record), isRecord { count += record.count }
      return count
    }
  }

  private static func records(
    _ name: String,
    _ open: @escaping () throws -> SurveyExportReader
  ) -> EngineStages.Stage {
    EngineStages.Stage(name: "\(name) to records") {
      var count = 0
      guard var reader = try? open() else { return 0 }
      while let item = try? reader.next() {
        if case .record = item { count += 1 }
      }
      return count
    }
  }

  /// Records of which every answer is made: they are kept as bytes until somebody asks.
  private static func answers(
    _ name: String,
    _ open: @escaping () throws -> SurveyExportReader
  ) -> EngineStages.Stage {
    EngineStages.Stage(name: "\(name) to answers") {
      var count = 0
      guard var reader = try? open() else { return 0 }
      while let item = try? reader.next() {
        guard case .record(let record) = item else { continue }
        for answer in record.answers { count += answer.value.utf8.count }
      }
      return count
    }
  }

  private static func reviews(_ rows: Int) -> String {
    var text =
      "title,body,rating,review_date,curated,reviewer_name,reviewer_email,product_id,reply\n"
    for (row, body) in BenchText.texts(count: rows).enumerated() {
      let cell = row.isMultiple(of: 2) ? "\"\(body.replacing("\"", with: "\"\""))\"" : "So it is"
      text += "Fine,\(cell),\(row % 5 + 1),2026-03-1\(row % 10) 10:12:00 UTC,ok,Ann B.,"
      text += "a\(row)@example.com,\(7_000_000 + row % 500),\n"
    }
    return text
  }

  private static func survey(_ rows: Int) -> String {
    var text = "Respondent,Date,NPS,\((1...20).map { "Q\($0)" }.joined(separator: ",")),Comment\n"
    let answers = (1...20).map { String($0 % 5 + 1) }.joined(separator: ",")
    for (row, line) in BenchText.lines(count: rows).enumerated() {
      let comment = line.replacing(",", with: "").replacing("\"", with: "")
      text += "\(row),2026-03-1\(row % 10),\(row % 11),\(answers),\(comment)\n"
    }
    return text
  }
}
