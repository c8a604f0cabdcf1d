import Testing
import VerbatimPipeline

@Suite("Promises in a conversation")
struct PromiseCourseTests {
  /// A state with the turn that settled it.
  private func outcomes(_ lines: String...) throws -> [String] {
    let record = Talk.record(lines)
    return try #require(Talk.course(record).events).promises.map { promise in
      let settled = promise.settledTurn.map { " by \($0)" } ?? ""
      return "\(promise.kind.rawValue) \(promise.state.rawValue)\(settled)"
    }
  }

  @Test(
    "are due by the day on which they were made",
    arguments: [
      // Wednesday 11 November 2026.
      ("I'll refund you by Friday.", "2026-11-13"),
      ("I'll refund you by Wednesday.", "2026-11-18"),
      ("I'll refund you next Tuesday.", "2026-11-17"),
      ("I'll refund you today.", "2026-11-11"),
      ("I'll refund you by the end of the day.", "2026-11-11"),
      ("I'll refund you tomorrow.", "2026-11-12"),
      ("I'll refund you within 24 hours.", "2026-11-12T15:30:00Z"),
      ("I'll refund you within the hour.", "2026-11-11T16:30:00Z"),
      ("I'll refund you in ten minutes.", "2026-11-11T15:40:00Z"),
      ("I'll refund you in 3 days.", "2026-11-14"),
      ("I'll refund you in 3-5 business days.", "2026-11-18"),
      ("I'll refund you within 3 to 5 working days.", "2026-11-18"),
      ("I'll refund you in two weeks.", "2026-11-25"),
      ("I'll refund you in a couple of days.", "2026-11-13"),
      ("I'll refund you this week.", "2026-11-15"),
      ("I'll refund you next week.", "2026-11-22"),
      ("I'll refund you by the end of the month.", "2026-11-30"),
      ("I'll refund you by 2 December.", "2026-12-02"),
      ("I'll refund you by January 5.", "2027-01-05"),
      ("I'll refund you by the 14th.", "2026-11-14"),
      ("I'll refund you by the 3rd.", "2026-12-03"),
      ("I'll issue the refund. It takes 2 business days.", "2026-11-13"),
      ("By Friday we'll refund you.", "2026-11-13"),
      ("I called the warehouse today, and I'll refund you.", nil),
      // Vague, from a day nobody knows, or none at all.
      ("I'll refund you in a few days.", nil),
      ("I'll refund you soon.", nil),
      ("Once the parcel is here, I'll refund you within 3 days.", nil),
    ] as [(String, String?)]
  )
  func due(words: String, day: String?) throws {
    let events = try Talk.events(
      "customer 2026-11-11T15:00:00Z: Where is my money?",
      "agent 2026-11-11T15:30:00Z: \(words)"
    )
    let promise = try #require(events.promises.first)
    #expect(promise.kind == .refund)
    #expect(promise.due?.description == day)
  }

  @Test("have no date in a conversation without one, and a day where only that is known")
  func undated() throws {
    var record = Talk.record("customer: Hello?", "agent: I'll refund you by Friday.")
    #expect(try Talk.course(record).events?.promises.first?.due == nil)
    record.occurredAt = Instant(iso8601: "2026-11-11")
    let due = try Talk.course(record).events?.promises.first?.due
    #expect(due == Instant(iso8601: "2026-11-13"))
  }

  @Test("count working days by the shop's own hours")
  func workingDays() throws {
    let record = Talk.record(
      "customer 2026-11-11T15:00:00Z: Where is my money?",
      "agent 2026-11-11T23:30:00Z: I'll refund you in 2 business days."
    )
    // In Berlin it is the 12th already; Friday is a holiday there, Saturday is open.
    let week = [[BusinessHours.Span]](repeating: [.init(540, 1020)], count: 6) + [[]]
    let hours = try BusinessHours(
      zone: #require(ICUTimeZone(named: "Europe/Berlin")),
      week: week,
      holidays: [try #require(Instant(iso8601: "2026-11-13")).dayNumber]
    )
    let due = try Talk.course(record, hours: hours).events?.promises.first?.due
    #expect(due == Instant(iso8601: "2026-11-16"))
  }

  @Test("are kept when a later turn says so in time")
  func kept() throws {
    #expect(
      try outcomes(
        "customer 2026-11-09T10:00:00Z: The lid is cracked.",
        "agent 2026-11-09T10:05:00Z: I'll refund you by Friday.",
        "customer 2026-11-12T10:00:00Z: The refund arrived, thanks."
      ) == ["refund kept by 2"]
    )
    #expect(
      try outcomes(
        "customer 2026-11-09T10:00:00Z: The lid is cracked.",
        "agent 2026-11-09T10:05:00Z: I'll send you a replacement.",
        "agent 2026-11-10T10:00:00Z: The replacement has been shipped."
      ) == ["replacement kept by 2"]
    )
    #expect(
      try outcomes(
        "customer 2026-11-09T10:00:00Z: Where is it?",
        "agent 2026-11-09T10:05:00Z: I'll get back to you within 24 hours.",
        "agent 2026-11-10T09:00:00Z: It left the warehouse this morning."
      ) == ["reply kept by 2"]
    )
  }

  @Test("are broken when a later turn says so, or says that it was late")
  func broken() throws {
    #expect(
      try outcomes(
        "customer 2026-11-09T10:00:00Z: The lid is cracked.",
        "agent 2026-11-09T10:05:00Z: I'll refund you by Friday.",
        "customer 2026-11-15T10:00:00Z: Where is my refund?"
      ) == ["refund broken by 2"]
    )
    #expect(
      try outcomes(
        "customer 2026-11-09T10:00:00Z: The lid is cracked.",
        "agent 2026-11-09T10:05:00Z: I'll refund you by Friday.",
        "customer 2026-11-17T10:00:00Z: The refund arrived, finally."
      ) == ["refund broken by 2"]
    )
    #expect(
      try outcomes(
        "customer 2026-11-09T10:00:00Z: Nobody answers.",
        "agent 2026-11-09T10:05:00Z: I will call you back.",
        "customer 2026-11-12T10:00:00Z: Nobody called me."
      ) == ["callback broken by 2"]
    )
  }

  @Test("stay open when nobody says, when it is too early to complain, and over another matter")
  func open() throws {
    #expect(
      try outcomes(
        "customer 2026-11-09T10:00:00Z: The lid is cracked.",
        "agent 2026-11-09T10:05:00Z: I'll refund you by Friday.",
        "customer 2026-11-10T10:00:00Z: Still no refund?",
        "agent 2026-11-10T10:05:00Z: Please be patient."
      ) == ["refund open"]
    )
    #expect(
      try outcomes(
        "customer 2026-11-09T10:00:00Z: The lid is cracked.",
        "agent 2026-11-09T10:05:00Z: I'll refund you by Friday.",
        "customer 2026-11-20T10:00:00Z: The replacement arrived."
      ) == ["refund open"]
    )
    // The same sitting is no news.
    #expect(
      try outcomes(
        "customer 2026-11-09T10:00:00Z: Where is it?",
        "agent 2026-11-09T10:05:00Z: I'll get back to you tomorrow.",
        "agent 2026-11-09T10:06:00Z: Have a nice day."
      ) == ["reply open"]
    )
  }

  @Test(
    "are not offers, refusals, habits or conditions",
    arguments: [
      "Would you like me to refund you?", "I won't refund you.", "Refunds usually take five days.",
      "If you send it back, I'll refund you.", "I can refund you.",
    ]
  )
  func none(words: String) throws {
    #expect(try Talk.events("customer: Hello.", "agent: \(words)").promises.isEmpty)
  }

  @Test("are the agent's, not the customer's or a machine's")
  func others() throws {
    #expect(
      try Talk.events(
        "customer: I'll send a replacement form tomorrow.",
        "bot: We will refund you by Friday."
      ).promises.isEmpty
    )
  }
}
