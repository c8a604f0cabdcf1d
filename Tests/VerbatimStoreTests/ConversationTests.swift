import GRDB
import Testing
import VerbatimCore

@testable import VerbatimStore

@Suite("Conversations in the store")
struct ConversationTests {
  private static func words(_ turn: Int, _ quote: String) -> VerbatimCore.Issue.Evidence {
    .init(part: .turn(turn), range: ByteRange(0, quote.utf8.count), quote: quote)
  }

  private static var events: ConversationEvents {
    var events = ConversationEvents()
    events.escalations = [
      Escalation(kind: .supervisor, turn: 0, evidence: words(0, "your manager")),
      Escalation(kind: .legal, turn: 2, evidence: words(2, "my lawyer")),
    ]
    events.churnStatements = [
      ChurnStatement(kind: .switch, turn: 2, evidence: words(2, "elsewhere"))
    ]
    var promise = Promise(
      kind: .refund,
      turn: 1,
      evidence: words(1, "refund"),
      due: Instant(year: 2026, month: 3, day: 3, precision: .day)
    )
    promise.state = .broken
    promise.settledTurn = 2
    events.promises = [promise, Promise(kind: .reply, turn: 1, evidence: words(1, "write"))]
    events.repeatedQuestions = [
      RepeatedQuestion(topic: "photo", turn: 3, firstTurn: 1, evidence: words(3, "a photo"))
    ]
    events.resolution.claimed = true
    events.resolution.claimedTurn = 3
    events.resolution.confirmed = false
    events.resolution.confirmedTurn = 4
    return events
  }

  private static var course: FeedbackSignal.Transcript {
    var course = FeedbackSignal.Transcript()
    course.customerTurns = 2
    course.agentTurns = 1
    course.botTurns = 1
    course.agentKey = "agent-0123456789ab"
    course.opening = -0.5
    course.closing = 0.25
    course.lowest = -0.75
    course.recovery = 0.75
    course.turningTurn = 2
    course.firstResponseSeconds = 90
    course.firstResponseBusinessSeconds = 60
    course.longestWaitSeconds = 120.5
    course.handoffs = 1
    course.events = events
    course.trajectory = [
      .init(turn: 0, speaker: "customer", compound: -0.75),
      .init(turn: 2, speaker: "customer", compound: nil),
    ]
    return course
  }

  /// A conversation on a day of March 2026.
  private func entry(
    _ id: String,
    day: Int? = 1,
    customer: String? = nil,
    sku: String? = nil,
    issues: [VerbatimCore.Issue] = [],
    course: FeedbackSignal.Transcript = ConversationTests.course
  ) -> Entry {
    var entry = Sample.entry(
      id,
      says: nil,
      day: day,
      sku: sku,
      issues: issues,
      turns: [
        Turn(speaker: "customer", role: .customer, at: "2026-03-01T10:00:00Z", text: "It broke."),
        Turn(speaker: "bot", role: .bot, text: "One moment."),
        Turn(speaker: "customer", role: .customer, at: "PT2S", end: "PT3S", text: "Hello?"),
      ]
    )
    entry.signal.source.kind = .transcript
    entry.signal.source.nativeID = "ticket \(id)"
    entry.signal.dims = ["channel": "chat", "queue": "warranty"]
    entry.signal.customerKey = customer
    entry.signal.transcript = course
    entry.contentHash = "hash of \(id)"
    return entry
  }

  private func store(
    _ entries: [Entry],
    _ body: (SignalStore) throws -> Void
  ) throws {
    try withStorePath { (path) throws in
      _ = try runImport(entries.map { .entry($0) }, into: path)
      try body(SignalStore(readingPath: path))
    }
  }

  @Test("come back as they went in, their trajectory aside")
  func roundTrip() throws {
    let issues = [Sample.issue("DEL.LATE"), Sample.issue("DUR.BREAKS", modality: .negated)]
    try store([entry("a", customer: "c1", sku: "K-1", issues: issues)]) { (store) throws in
      var found: [Conversation] = []
      try store.forEachConversation { found.append($0) }
      let conversation = try #require(found.first)
      var expected = Self.course
      expected.trajectory = []
      #expect(conversation.course == expected)
      #expect(conversation.channel == "chat")
      #expect(conversation.queue == "warranty")
      #expect(conversation.nativeID == "ticket a")
      #expect(conversation.issue == "DEL.LATE")
      #expect(conversation.customerKey == "c1")
      #expect(conversation.isEligible)
      #expect(try store.conversation(ofSignal: "a") == conversation)
      #expect(try store.conversation(ofSignal: "nobody") == nil)
    }
  }

  @Test("keep nothing read apart from nothing found")
  func unread() throws {
    var silent = FeedbackSignal.Transcript()
    silent.events = ConversationEvents()
    var foreign = FeedbackSignal.Transcript()
    foreign.eligibility = .unsupportedLanguage
    try store([entry("a", course: silent), entry("b", course: foreign)]) { (store) throws in
      #expect(try store.conversation(ofSignal: "a")?.course.events == ConversationEvents())
      #expect(try store.conversation(ofSignal: "b")?.course.events == nil)
      #expect(try store.eligibility() == [.eligible: 1, .unsupportedLanguage: 1])
    }
  }

  @Test("have turns with times and the customer's mood")
  func turns() throws {
    try store([entry("a")]) { (store) throws in
      let verbatim = try #require(try store.verbatim(ofSignal: "a"))
      #expect(verbatim.turns.map(\.at) == ["2026-03-01T10:00:00Z", nil, "PT2S"])
      #expect(verbatim.turns.map(\.end) == [nil, nil, "PT3S"])
      #expect(verbatim.compounds == [-0.75, nil, nil])
      #expect(verbatim.eventTime == Instant(year: 2026, month: 3, day: 1, precision: .day))
    }
  }

  @Test("give way to a newer copy with all they hold")
  func revision() throws {
    var newer = entry("a", day: 2, course: FeedbackSignal.Transcript())
    newer.contentHash = "another"
    try store([entry("a"), newer]) { (store) throws in
      var found: [Conversation] = []
      try store.forEachConversation { found.append($0) }
      #expect(found.count == 1)
      #expect(found.first?.course.events == nil)
      let events = try store.reading {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM conversation_events")
      }
      #expect(events == 0)
    }
  }

  @Test("are not made of signals without a course")
  func others() throws {
    try store([Sample.entry("review"), entry("a")]) { (store) throws in
      var found: [String] = []
      try store.forEachConversation { found.append($0.signalID) }
      #expect(found == ["a"])
    }
  }

  @Test("are followed by the next on the same matter within the window")
  func repeats() throws {
    let late = [Sample.issue("DEL.LATE")]
    let broken = [Sample.issue("DUR.BREAKS")]
    let entries = [
      entry("a", day: 1, customer: "c1", sku: "K-1", issues: late),
      // Another matter, another article, another customer.
      entry("b", day: 2, customer: "c1", sku: "K-1", issues: broken),
      entry("c", day: 3, customer: "c1", sku: "K-2", issues: late),
      entry("d", day: 4, customer: "c2", sku: "K-1", issues: late),
      // Seven days after the first, and the one that ends the store.
      entry("e", day: 8, customer: "c1", sku: "K-1", issues: late),
      entry("f", day: 9, customer: "c1", sku: "K-1", issues: late),
      entry("g", day: 20, customer: "c3", sku: "K-1", issues: late),
      entry("h", day: nil, customer: "c1", sku: "K-1", issues: late),
      entry("i", day: 1, customer: nil, sku: "K-1", issues: late),
      entry("j", day: 1, customer: "c1", sku: nil, issues: late),
      entry("k", day: 1, customer: "c1", sku: "K-1"),
    ]
    try store(entries) { (store) throws in
      let result = try store.repeatContacts(within: 7)
      #expect(
        result.pairs.map { [$0.seq, $0.nextSeq, Int64($0.days)] } == [[1, 5, 7], [5, 6, 1]]
      )
      #expect(result.followed == 6)
      #expect(result.unfinished == 1)
      #expect(result.unknown == 4)
      #expect(result.share == 2.0 / 6)
      #expect(try store.repeatContacts(within: 6).pairs.map(\.seq) == [5])
      let only = try store.repeatContacts(within: 7, SignalFilter(afterSeq: 1))
      #expect(only.pairs.map(\.seq) == [5])
    }
  }

  @Test("without a matter have no share that came back")
  func nothingToFollow() throws {
    try store([entry("a")]) { (store) throws in
      let result = try store.repeatContacts(within: 7)
      #expect(result.share == nil)
      #expect(result.unknown == 1)
    }
  }
}
