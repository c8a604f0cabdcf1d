import Testing
import VerbatimCore

@Suite("The answers of a row")
struct AnswerListTests {
  private static let columns = AnswerColumns([
    .init(question: "Which size?", questionID: "QID1", role: "choice", labels: ["2": "Right"]),
    .init(question: "What broke?", role: "text"), .init(question: "", role: "overflow"),
  ])

  /// `2`, `the lid`, and a byte that is no UTF-8.
  private static func row() -> AnswerList {
    AnswerList(
      columns: columns,
      bytes: Array("2the lid".utf8) + [0xFF],
      cells: [
        .init(column: 0, start: 0, end: 1), .init(column: 1, start: 1, end: 8),
        .init(column: 2, start: 8, end: 9),
      ]
    )
  }

  private static let plain: AnswerList = [
    .init(question: "Which size?", questionID: "QID1", role: "choice", value: "2", text: "Right"),
    .init(question: "What broke?", role: "text", value: "the lid"),
    .init(question: "", role: "overflow", value: "\u{FFFD}"),
  ]

  @Test("are what an array of them holds, and equal to it")
  func equal() {
    let row = Self.row()
    #expect(Array(row) == Array(Self.plain))
    #expect(row == Self.plain)
    #expect(row.hashValue == Self.plain.hashValue)
    #expect(row.count == 3)
    #expect(row.last?.role == "overflow")
    #expect(AnswerList().isEmpty)
    #expect(row != AnswerList(Self.plain.dropLast()))
  }

  @Test("are read without being made", arguments: [row(), plain])
  func views(answers: AnswerList) {
    #expect(answers.indices.map { answers.question(at: $0) } == answers.map(\.question))
    #expect(answers.withValue(at: 1) { $0.count } == 7)
    #expect(answers.withValue(at: 1) { $0[0] } == UInt8(ascii: "t"))
    #expect(answers.withValue(at: 0) { $0.count } == 1)
  }

  @Test("are changed one by one; the others stay, and so does a copy")
  func changes() {
    let row = Self.row()
    var changed = row
    changed[1].value = "the handle"
    #expect(changed.map(\.value) == ["2", "the handle", "\u{FFFD}"])
    #expect(changed[0].text == "Right")
    #expect(row == Self.plain)
    changed.append(.init(question: "Why?", role: "text", value: "worn"))
    changed.removeFirst()
    #expect(changed.map(\.value) == ["the handle", "\u{FFFD}", "worn"])
  }
}
