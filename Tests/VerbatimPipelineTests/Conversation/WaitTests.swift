import Testing
import VerbatimPipeline

@Suite("Waits in a conversation")
struct WaitTests {
  private func turn(_ role: Turn.Role, _ at: String?, by speaker: String? = nil) -> Turn {
    Turn(speaker: speaker ?? role.rawValue, role: role, at: at, text: "words")
  }

  private func record(_ turns: [Turn]) -> FeedbackRecord {
    var record = FeedbackRecord(source: .init(kind: .transcript, format: "ndjson", file: "x"))
    record.id = "x"
    record.turns = turns
    return record
  }

  /// 09:00 to 17:00 every day, in UTC.
  private func hours() throws -> BusinessHours {
    try BusinessHours(
      zone: #require(ICUTimeZone(named: "UTC")),
      week: [[BusinessHours.Span]](repeating: [.init(540, 1020)], count: 7),
      holidays: []
    )
  }

  private func course(
    _ record: FeedbackRecord,
    hours: BusinessHours? = nil
  ) throws -> FeedbackSignal.Transcript {
    try #require(SmallLexicons.engine { $0.hours = hours }.read(record).signal.transcript)
  }

  @Test("are the longest to a person's answer, on the calendar and by opening hours")
  func longest() throws {
    let course = try course(
      record([
        turn(.customer, "2026-03-09T16:50:00Z"), turn(.bot, "2026-03-09T16:50:01Z"),
        turn(.customer, "2026-03-09T18:00:00Z"), turn(.agent, "2026-03-10T09:05:00Z"),
        turn(.customer, "2026-03-10T09:10:00Z"), turn(.agent, "2026-03-10T10:10:00Z"),
        turn(.customer, "2026-03-10T10:20:00Z"),
      ]),
      hours: hours()
    )
    #expect(course.firstResponseSeconds == 58_500)
    #expect(course.firstResponseBusinessSeconds == 900)
    #expect(course.longestWaitSeconds == 58_500)
    #expect(course.longestWaitBusinessSeconds == 3600)
  }

  @Test("are not known where one of them lacks a time or runs backwards")
  func unknown() throws {
    let missing = record([
      turn(.customer, "2026-03-09T10:00:00Z"), turn(.agent, "2026-03-09T10:05:00Z"),
      turn(.customer, nil), turn(.agent, "2026-03-09T10:30:00Z"),
    ])
    #expect(try course(missing).firstResponseSeconds == 300)
    #expect(try course(missing).longestWaitSeconds == nil)
    let backwards = record([
      turn(.customer, "2026-03-09T10:00:00Z"), turn(.agent, "2026-03-09T09:55:00Z"),
    ])
    #expect(try course(backwards, hours: hours()).firstResponseSeconds == nil)
    #expect(try course(backwards, hours: hours()).longestWaitBusinessSeconds == nil)
  }

  @Test("have no business hours in a recording whose hour is not stated")
  func recordings() throws {
    var call = record([turn(.customer, "PT0S"), turn(.agent, "PT600S")])
    #expect(try course(call, hours: hours()).firstResponseSeconds == 600)
    #expect(try course(call, hours: hours()).firstResponseBusinessSeconds == nil)
    call.occurredAt = Instant(iso8601: "2026-03-09")
    #expect(try course(call, hours: hours()).firstResponseBusinessSeconds == nil)
    call.occurredAt = Instant(iso8601: "2026-03-09T08:55:00Z")
    #expect(try course(call, hours: hours()).firstResponseBusinessSeconds == 300)
  }

  @Test("say in a warning why they are not known")
  func warnings() {
    let missing = record([turn(.customer, "2026-03-09T10:00:00Z"), turn(.agent, nil)])
    #expect(
      SignalEngine.findings(in: missing).map(\.description) == [
        "x: warning: 1 of 2 turns have no time that can be read, so not every wait is known "
          + "[V1310]\n  hint: export the times of all messages, in one form"
      ]
    )
    let descending = record([
      turn(.customer, "2026-03-09T10:00:00Z"), turn(.bot, "2026-03-09T09:00:00Z"),
      turn(.agent, "2026-03-09T09:59:00Z"),
    ])
    #expect(SignalEngine.findings(in: descending).map(\.code) == [.turnTimesDescend])
    let mixed = record([turn(.customer, "PT1S"), turn(.agent, "2026-03-09T10:00:00Z")])
    #expect(SignalEngine.findings(in: mixed).map(\.code) == [.turnTimeMissing])
    let timeless = record([turn(.customer, nil), turn(.agent, nil)])
    #expect(SignalEngine.findings(in: timeless).isEmpty)
  }

  @Test("change the engine's name with the hours, and with nothing else")
  func identity() throws {
    let plain = try SmallLexicons.engine().identity.configHash
    let again = try SmallLexicons.engine().identity.configHash
    let hours = try hours()
    let counted = try SmallLexicons.engine { $0.hours = hours }.identity.configHash
    #expect(plain == again)
    #expect(counted != plain)
  }
}
