import VerbatimTestSupport

/// Survey exports of any length, the same for the same seed.
enum SurveyTable {
  private static let texts = [
    "The handle snapped off", "Stopped working after two weeks", "Box was crushed and no padding",
    "Love it, heats up fast", "Runs small, ordered two sizes up", "Does what it should",
    "Battery dies after an hour", "Still waiting for my refund", "My mother loves hers",
    "Too noisy for the bedroom", "Colour is not as in the photo", "Great value, would buy again",
  ]

  /// A Qualtrics export in which one row in 40 is a copy of an earlier one, one in 60 an earlier
  /// one with other words, and one in 90 empty.
  static func qualtrics(rows count: Int, seed: UInt64 = 7) -> String {
    var random = SeededGenerator(seed: seed)
    var lines = [
      "StartDate,EndDate,Status,RecordedDate,ResponseId,Q1,Q2,sku",
      "Start Date,End Date,Response Type,Recorded Date,Response ID,"
        + "How likely are you to recommend us?,What is the reason for your score?,sku",
      #""{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","#
        + #""{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","#
        + #""{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}","{""ImportId"":""sku""}""#,
    ]
    var rows: [(id: String, line: String)] = []
    for number in 0..<count {
      let text = texts.randomElement(using: &random) ?? ""
      let day = 1 + number * 28 / count
      let date = "2026-09-\(day < 10 ? "0" : "")\(day) 10:00:00"
      let sku = "K-\(200 + Int.random(in: 0..<30, using: &random))"
      if number % 40 == 39, let copy = rows.randomElement(using: &random) {
        lines.append(copy.line)
        continue
      }
      if number % 90 == 89 {
        lines.append("\(date),\(date),IP Address,\(date),R_\(number),,,\(sku)")
        continue
      }
      var id = "R_\(number)"
      if number % 60 == 59, let earlier = rows.randomElement(using: &random) { id = earlier.id }
      let nps = Int.random(in: 0...10, using: &random)
      let line =
        "\(date),\(date),IP Address,\(date),\(id),\(nps),\"\(text), number \(number)\",\(sku)"
      rows.append((id, line))
      lines.append(line)
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }
}
