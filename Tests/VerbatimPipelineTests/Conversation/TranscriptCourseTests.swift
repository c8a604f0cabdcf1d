import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("The course of a conversation")
struct TranscriptCourseTests {
  private func course(_ turns: [Turn]) throws -> FeedbackSignal.Transcript {
    var record = FeedbackRecord(source: .init(kind: .transcript, format: "webvtt", file: "x.vtt"))
    record.id = "x"
    record.language = "en"
    record.turns = turns
    return try #require(try SmallLexicons.engine().read(record).signal.transcript)
  }

  private func turn(_ role: Turn.Role, _ text: String, at: String? = nil) -> Turn {
    Turn(speaker: role.rawValue, role: role, at: at, text: text)
  }

  /// The compound of one word of this valence.
  private func score(_ valence: Double) -> Double {
    (valence / (valence * valence + 15).squareRoot() * 10_000).rounded() / 10_000
  }

  @Test("counts turns by who speaks")
  func counts() throws {
    let course = try course([
      turn(.customer, "good"), turn(.bot, "hi"), turn(.agent, "hi"), turn(.system, "joined"),
      turn(.customer, "bad"), turn(.agent, "bye"), turn(.unknown, "hm"),
    ])
    #expect(course.customerTurns == 2)
    #expect(course.agentTurns == 2)
    #expect(course.botTurns == 1)
  }

  @Test("opens with the customer's first two scored turns and closes with the last two")
  func openingAndClosing() throws {
    let course = try course([
      turn(.customer, "awful"), turn(.agent, "great great great"), turn(.customer, "the order"),
      turn(.customer, "bad"), turn(.customer, "good"), turn(.customer, "love"),
    ])
    let opening = (score(-3) + score(-2)) / 2
    let closing = (score(2) + score(3)) / 2
    #expect(try #require(course.opening).isClose(to: opening, within: 0.0001))
    #expect(try #require(course.closing).isClose(to: closing, within: 0.0001))
    #expect(try #require(course.recovery).isClose(to: closing - opening, within: 0.0002))
    #expect(course.lowest == score(-3))
  }

  @Test(
    "has no turn at both ends",
    arguments: [
      (["bad", "love"], [-2], [3]), (["bad", "awful", "love"], [-2], [3]),
      (["bad", "awful", "good", "love"], [-2, -3], [2, 3]),
      (["bad", "awful", "good", "good", "love"], [-2, -3], [2, 3]),
    ] as [([String], [Double], [Double])]
  )
  func ends(words: [String], first: [Double], last: [Double]) throws {
    let course = try course(words.map { turn(.customer, $0) })
    let opening = first.map(score).reduce(0, +) / Double(first.count)
    let closing = last.map(score).reduce(0, +) / Double(last.count)
    #expect(try #require(course.opening).isClose(to: opening, within: 0.0001))
    #expect(try #require(course.closing).isClose(to: closing, within: 0.0001))
    #expect(try #require(course.recovery).isClose(to: closing - opening, within: 0.0002))
  }

  @Test("follows the customer turn by turn, silent turns too")
  func trajectory() throws {
    let course = try course([
      turn(.customer, "bad"), turn(.agent, "good"), turn(.customer, "the order"),
      turn(.customer, "good"),
    ])
    #expect(course.trajectory.map(\.turn) == [0, 2, 3])
    #expect(course.trajectory.map(\.compound) == [score(-2), nil, score(2)])
  }

  @Test("has no recovery with one scored turn, and nothing with none")
  func short() throws {
    let one = try course([turn(.customer, "bad"), turn(.customer, "the order")])
    #expect(one.opening == score(-2) && one.closing == score(-2))
    #expect(one.recovery == nil)
    let none = try course([turn(.customer, "the order")])
    #expect(none.opening == nil && none.closing == nil && none.lowest == nil)
    #expect(none.recovery == nil)
  }

  @Test("waits for a person's answer, not for a machine's")
  func firstResponse() throws {
    let course = try course([
      turn(.agent, "Welcome", at: "2026-03-01T09:59:00Z"),
      turn(.customer, "late", at: "2026-03-01T10:00:00Z"),
      turn(.bot, "One moment", at: "2026-03-01T10:00:05Z"),
      turn(.customer, "hello", at: "2026-03-01T10:01:00Z"),
      turn(.agent, "Hi", at: "2026-03-01T10:02:30Z"),
    ])
    #expect(course.firstResponseSeconds == 150)
  }

  @Test(
    "tells the first response only when both times are stated",
    arguments: [
      ("PT2.5S", "PT12S", 9.5), ("PT2S", "PT2S", 0), (nil, "PT12S", nil), ("PT2S", nil, nil),
      ("PT12S", "PT2S", nil), ("soon", "PT2S", nil),
      ("2026-03-01T10:00:00+01:00", "2026-03-01T09:00:30Z", 30),
    ] as [(String?, String?, Double?)]
  )
  func times(asked: String?, answered: String?, seconds: Double?) throws {
    let course = try course([
      turn(.customer, "late", at: asked), turn(.agent, "Hi", at: answered),
    ])
    #expect(course.firstResponseSeconds == seconds)
  }

  @Test("has no first response when nobody answers")
  func unanswered() throws {
    let course = try course([
      turn(.agent, "Welcome", at: "PT0S"), turn(.customer, "late", at: "PT1S"),
      turn(.bot, "One moment", at: "PT2S"),
    ])
    #expect(course.firstResponseSeconds == nil)
  }

  @Test("scores the whole by the customer's words alone")
  func whole() throws {
    var record = FeedbackRecord(source: .init(kind: .transcript, format: "webvtt", file: "x.vtt"))
    record.id = "x"
    record.turns = [turn(.agent, "great, it broke"), turn(.customer, "the cable got hot, bad")]
    let signal = try SmallLexicons.engine().read(record).signal
    #expect(signal.sentiment.label == .negative)
    #expect(signal.sentiment.contributions.map(\.part) == [.turn(1)])
    #expect(signal.issues.map(\.code) == ["SAF.HOT"])
    #expect(signal.issues.first?.evidence?.part == .turn(1))
    #expect(signal.issues.first?.evidence?.quote == "got hot")
  }
}
