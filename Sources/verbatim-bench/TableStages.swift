import VerbatimPipeline

/// The reading of tables: to fields, and to records of feedback.
struct TableStages {
  /// The stages with the size of what each reads.
  let all: [(stage: EngineStages.Stage, bytes: Int)]

  /// Tables of so many rows: reviews as a shop exports them, and a survey of many short columns.
  init(rows: Int) {
    all = [("reviews", Self.reviews(rows)), ("survey", Self.survey(rows))]
      .flatMap { name, text in
        let bytes = Array(text.utf8)
        return [
          (Self.fields("\(name) to fields", bytes), bytes.count),
          (Self.records("\(name) to records", bytes), bytes.count),
        ]
      }
  }

  private static func fields(_ name: String, _ bytes: [UInt8]) -> EngineStages.Stage {
    EngineStages.Stage(name: name) {
      var count = 0
      var record = TableRecord()
      guard var reader = try? DelimitedReader(TextSource(path: name, bytes: bytes)) else {
        return 0
      }
      while let isRecord = try? reader.next(into: &record), isRecord { count += record.count }
      return count
    }
  }

  private static func records(_ name: String, _ bytes: [UInt8]) -> EngineStages.Stage {
    EngineStages.Stage(name: name) {
      var count = 0
      guard var reader = try? SurveyExportReader(TextSource(path: name, bytes: bytes)) else {
        return 0
      }
      while let item = try? reader.next() {
        if case .record = item { count += 1 }
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
