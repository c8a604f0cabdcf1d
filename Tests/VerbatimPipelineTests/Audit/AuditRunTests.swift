import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("An audit")
struct AuditRunTests {
  private static func escalation(_ kind: Escalation.Kind) -> (inout FeedbackSignal.Transcript) ->
    Void
  {
    { course in
      course.events?.escalations = [
        Escalation(kind: kind, turn: 0, evidence: AuditedShop.words(0, "lawyer"))
      ]
    }
  }

  private static func promise(_ state: Promise.State) -> (inout FeedbackSignal.Transcript) -> Void {
    { course in
      var promise = Promise(kind: .refund, turn: 1, evidence: AuditedShop.words(1, "by Friday"))
      promise.state = state
      course.events?.promises = [promise]
    }
  }

  @Test("puts the gravest risk first, then the lowest residual, and never the mood alone")
  func order() throws {
    // Forty that are usual, so that there is something to compare with.
    var entries = (0..<40).map {
      AuditedShop.entry($0, issue: "DEL.LATE", recovery: $0 % 2 == 0 ? 0.2 : 0.4, compound: 0.1)
    }
    entries += [
      // An angry customer who is helped as usual.
      AuditedShop.entry(100, issue: "DEL.LATE", recovery: 0.3, compound: -0.9),
      // A content one who is helped less.
      AuditedShop.entry(101, issue: "DEL.LATE", recovery: -0.5, compound: 0.6),
      AuditedShop.entry(
        102,
        issue: "DEL.LATE",
        recovery: 0.5,
        compound: 0.5,
        change: Self.escalation(.supervisor)
      ),
      AuditedShop.entry(
        103,
        issue: "DEL.LATE",
        recovery: 0.5,
        compound: 0.5,
        change: Self.escalation(.legal)
      ),
      AuditedShop.entry(104, issue: "SAF.SHOCK", tier: .t0, recovery: 0.9, compound: 0.8),
      AuditedShop.entry(105, issue: "DEL.LATE", change: Self.promise(.broken)),
      AuditedShop.entry(106, issue: "DEL.LATE", change: Self.promise(.open)),
    ]
    let list = try AuditedShop(entries).run.list()
    let ids = list.conversations.map(\.conversation.signalID)
    #expect(Array(ids.prefix(5)) == [104, 103, 105, 102, 101].map { AuditedShop.id($0) })
    #expect(ids.last == AuditedShop.id(106))
    let angry = try #require(ids.firstIndex(of: AuditedShop.id(100)))
    #expect(angry > 20)
    let worst = list.conversations[4]
    #expect(worst.risks.isEmpty)
    #expect(try #require(worst.expected).isClose(to: 0.3, within: 0.05))
    #expect(list.conversations[1].risks == [.legal])
    #expect(list.conversations[0].risks == [.hazard])
  }

  @Test("says nothing of recovery below the least number")
  func fewConversations() throws {
    let few = try AuditedShop(
      (0..<6).map { AuditedShop.entry($0, agent: "agent-a", recovery: 0.1) }
    )
    let list = try few.run.list()
    #expect(list.conversations.allSatisfy { $0.residual == nil && $0.expected == nil })
    #expect(list.summary.expected == nil)
    #expect(list.summary.recovery?.isClose(to: 0.1) == true)
    let row = try #require(list.comparisons[.agent]?.rows.first)
    #expect(row.reading == .insufficient)
    #expect(row.residual == nil)
    #expect(list.comparisons[.queue]?.rows.isEmpty == true)
  }

  @Test("adds up: those that count and those that do not, by reason")
  func header() throws {
    let entries =
      (0..<10).map { number in
        AuditedShop.entry(
          number,
          change: { course in
            course.eligibility = number < 3 ? .botOnly : number < 4 ? .underTenWords : .eligible
            course.firstResponseSeconds = Double(number * 60)
            if number % 2 == 0 { course.longestWaitBusinessSeconds = 30 }
          }
        )
      } + [AuditedShop.entry(20, change: Self.promise(.kept))]
    let summary = try AuditedShop(entries).run.list().summary
    #expect(summary.conversations == 11)
    #expect(summary.eligible == 7)
    #expect(summary.notScored.map(\.reason) == [.botOnly, .underTenWords])
    #expect(summary.notScored.map(\.count) == [3, 1])
    #expect(summary.firstResponse.count == 6)
    #expect(summary.firstResponse.median == 390)
    #expect(summary.firstResponse.p90 == 510)
    #expect(summary.firstResponseBusiness.median == nil)
    #expect(summary.longestWaitBusiness.count == 3)
    #expect(summary.promises.made == 1)
    #expect(summary.promises.kept == 1)
    #expect(summary.withRecovery == 0)
    #expect(summary.recovery == nil)
  }

  @Test("of nothing has no number")
  func nothing() throws {
    let empty = try AuditedShop([])
    let list = try empty.run.list()
    #expect(list.summary.eligibleShare == nil)
    #expect(list.conversations.isEmpty)
    #expect(throws: Diagnostic.self) { try empty.run.sample() }
  }

  @Test("compares people on their issues with what others reach, over the time asked for")
  func people() throws {
    var entries: [Entry] = []
    for number in 0..<120 {
      let isHard = number % 3 == 0
      let slow = number % 2 == 0 ? 0.3 : 0
      entries.append(
        AuditedShop.entry(
          number,
          day: number < 60 ? 2 : 20,
          agent: number % 2 == 0 ? "agent-slow" : "agent-quick",
          issue: isHard ? "RET.REFUND_DELAY" : "DEL.LATE",
          recovery: (isHard ? 0.1 : 0.6) - slow + (number % 5 == 0 ? 0.05 : -0.0125)
        )
      )
    }
    let shop = try AuditedShop(entries)
    let rows = try #require(try shop.run.list().comparisons[.agent]?.rows)
    #expect(rows.map(\.name) == ["agent-quick", "agent-slow"])
    #expect(rows.map(\.reading) == [.better, .worse])
    #expect(rows.map(\.count) == [60, 60])
    var filter = SignalFilter()
    filter.since = Instant(year: 2026, month: 3, day: 10, precision: .day)
    let late = try #require(try shop.run.list(filter).comparisons[.agent]?.rows)
    #expect(late.map(\.count) == [30, 30])
    #expect(try shop.run.list(filter).summary.conversations == 60)
  }

  /// Two queues with the same issue; the customers of one recover 0.8 less.
  ///
  /// Each has three people who do the same work, with 24 conversations each.
  private static func queues() -> [Entry] {
    (0..<144).map { number in
      let isHard = number % 2 == 0
      return AuditedShop.entry(
        number,
        queue: isHard ? "warranty" : "orders",
        agent: "agent-\(isHard ? "hard" : "easy")-\(number / 2 % 3)",
        issue: "DUR.BREAKS",
        recovery: (isHard ? -0.4 : 0.4) + Double(number / 6 % 5 - 2) / 20
      )
    }
  }

  @Test("judges people against the difficulty of their queue, and queues against each other")
  func hardQueue() throws {
    let list = try AuditedShop(Self.queues()).run.list()
    let people = try #require(list.comparisons[.agent]?.rows)
    #expect(people.count == 6)
    #expect(people.allSatisfy { $0.reading == .usual })
    #expect(people.allSatisfy { abs($0.residual ?? 1) < 0.02 })
    #expect(people.map { $0.queues.map(\.queue) }.prefix(3).allSatisfy { $0 == ["orders"] })
    #expect(people.allSatisfy { $0.expectedWithin.map(\.grain) == [.queueIssueChannel] })
    let queues = try #require(list.comparisons[.queue]?.rows)
    #expect(queues.map(\.name) == ["orders", "warranty"])
    #expect(queues.map(\.reading) == [.better, .worse])
    #expect(queues.allSatisfy { $0.queues.isEmpty })
    // What is usual for one conversation is what is usual in its queue.
    let found = try #require(list.conversations.first { $0.conversation.queue == "warranty" })
    #expect(try #require(found.expected).isClose(to: -0.4, within: 0.02))
    #expect(found.expectedWithin == .queueIssueChannel)
    #expect(found.expectedWithinCount == 71)
    #expect(found.expectedCount == 143)
  }

  @Test("states the queue and the level of what is usual in its JSON")
  func levelJSON() throws {
    let entries =
      Self.queues() + [
        AuditedShop.entry(300, agent: "agent-none", issue: "DUR.BREAKS", recovery: 0.1),
        AuditedShop.entry(301, queue: "press", issue: "DUR.BREAKS", recovery: 0.1),
      ]
      + (400..<440).map {
        AuditedShop.entry($0, issue: "DEL.LATE", recovery: 1.6 + Double($0 % 2) / 20)
      }
    let list = try AuditedShop(entries).run.list()
    var writer = JSONWriter()
    AuditDocument.list(list, limit: 500).write(to: &writer)
    let json = String(decoding: writer.bytes, as: UTF8.self)
    #expect(json.contains(#""expected_within":{"within":"queue_issue_channel","n":71}"#))
    // Without a queue, and alone in one: those of the issue on the channel.
    let coarser = #""expected_within":{"within":"issue_channel","n":145}"#
    #expect(json.ranges(of: coarser).count == 2)
    #expect(json.contains(#""queues":[{"queue":"orders","n":24}]"#))
    #expect(
      json.contains(#""expected_within":[{"within":"queue_issue_channel","share":1}]"#)
    )
    #expect(json.contains(#""name":"agent-none","n":1,"comparable":1,"queues":[]"#))
    let schema = try #require(Schema.named("transcript.audit.v1"))
    #expect(try JSONSchemaValidator(schema: schema.json).failures(in: json) == [])
    let grains = RecoveryGrain.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    #expect(schema.json.ranges(of: "\"enum\": [\(grains)]").count == 2)
  }

  @Test("shows turns under pseudonyms, with waits, events and the first human reply")
  func turns() throws {
    let turns = [
      Turn(speaker: "customer", role: .customer, at: "2026-03-02T09:00:00Z", text: "my lawyer"),
      Turn(speaker: "Bot", role: .bot, at: "2026-03-02T09:00:05Z", text: "Thanks."),
      Turn(speaker: "Agent", role: .agent, at: "2026-03-02T11:41:05Z", text: "by Friday"),
      Turn(
        speaker: "agent-0123456789ab",
        role: .agent,
        at: "2026-03-02T11:40:00Z",
        text: "Hello."
      ),
      Turn(speaker: "customer", role: .customer, text: "Fine."),
    ]
    let entry = AuditedShop.entry(1, recovery: 0, turns: turns) { course in
      course.events?.escalations = [
        Escalation(kind: .legal, turn: 0, evidence: AuditedShop.words(0, "my lawyer"))
      ]
      var promise = Promise(kind: .refund, turn: 2, evidence: AuditedShop.words(2, "by Friday"))
      promise.due = Instant(year: 2026, month: 3, day: 6, precision: .day)
      promise.state = .broken
      course.events?.promises = [promise]
      course.events?.resolution.confirmed = false
      course.events?.resolution.confirmedTurn = 4
      course.turningTurn = 4
    }
    let found = try AuditedShop([entry]).run.conversation(AuditedShop.id(1))
    #expect(
      found.turns.map(\.speaker) == [
        "customer", "bot", "agent 1", "agent-0123456789ab", "customer",
      ]
    )
    // The clock went back once, and once there is no time.
    #expect(found.turns.map(\.wait) == [nil, 5, 9660, nil, nil])
    #expect(found.turns.map(\.isFirstReply) == [false, false, true, false, false])
    #expect(found.turns.map(\.compound) == [0.25, nil, nil, nil, 0.25])
    #expect(found.turns[0].events.map(\.kind) == ["escalation"])
    #expect(found.turns[2].events.first?.state == .broken)
    #expect(found.turns[2].events.first?.due?.description == "2026-03-06")
    #expect(found.turns[4].events.map(\.kind) == ["denied", "turning_point"])
    #expect(found.drawn == nil)
    #expect(found.audited.risks == [.legal, .brokenPromise])
  }
}
