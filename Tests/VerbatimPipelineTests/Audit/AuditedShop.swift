import VerbatimPipeline

/// A store with conversations whose courses a test states.
struct AuditedShop {
  let folder: Folder
  let store: SignalStore
  let run: AuditRun

  init(_ entries: [Entry]) throws {
    folder = try Folder()
    store = try SignalStore(path: "\(folder.path)/verbatim.db")
    let file = ImportFile(contentHash: "f00d", path: "a.txt", format: "log", encoding: "UTF-8")
    if case .new(let id) = try store.beginImport(file) {
      _ = try store.commit(entries.map { .entry($0) }, to: id)
    }
    run = AuditRun(store)
  }

  /// The id of a number: 32 hexadecimal digits.
  static func id(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 32 - digits.utf8.count) + digits
  }

  /// A conversation with a course; `day` is one of March 2026.
  static func entry(
    _ number: Int,
    day: Int = 2,
    channel: String = "chat",
    queue: String? = nil,
    agent: String? = nil,
    issue: String? = nil,
    tier: Issue.Tier = .t3,
    recovery: Double? = nil,
    compound: Double? = nil,
    turns: [Turn] = [],
    change: (inout FeedbackSignal.Transcript) -> Void = { _ in }
  ) -> Entry {
    var record = FeedbackRecord(source: .init(kind: .transcript, format: "log", file: "a.txt"))
    record.id = "record \(number)"
    record.turns = turns
    record.occurredAt = Instant(year: 2026, month: 3, day: day, precision: .day)
    var sentiment = Sentiment(status: compound == nil ? .noOpinion : .scored)
    sentiment.compound = compound
    sentiment.label = compound.map { $0 >= 0.05 ? .positive : $0 <= -0.05 ? .negative : .neutral }
    if compound != nil {
      (sentiment.positive, sentiment.negative, sentiment.neutral) = (0.5, 0.5, 0)
    }
    var signal = FeedbackSignal(
      id: id(number),
      recordID: record.id,
      engine: .init(
        version: "1",
        lexiconHash: "l",
        taxonomyVersion: "t",
        configHash: "c",
        icuVersion: "72"
      ),
      source: record.source,
      sentiment: sentiment
    )
    signal.eventTime = record.occurredAt
    signal.dims["channel"] = channel
    signal.dims["queue"] = queue
    if let issue {
      signal.issues = [
        Issue(
          code: issue,
          tier: tier,
          confidence: 0.9,
          modality: .actual,
          intent: .complaint,
          attribution: .service,
          evidence: nil
        )
      ]
    }
    var course = FeedbackSignal.Transcript()
    course.agentKey = agent
    course.recovery = recovery
    course.opening = recovery.map { -$0 / 2 }
    course.closing = recovery.map { $0 / 2 }
    course.events = ConversationEvents()
    for (index, turn) in turns.enumerated() where turn.role == .customer {
      course.trajectory.append(.init(turn: index, speaker: "customer", compound: 0.25))
    }
    change(&course)
    signal.transcript = course
    return Entry(signal: signal, record: record, contentHash: "\(number)", textKey: "\(number)")
  }

  /// Words in a turn.
  static func words(_ turn: Int, _ quote: String) -> Issue.Evidence {
    .init(part: .turn(turn), range: ByteRange(0, quote.utf8.count), quote: quote)
  }

  /// A verdict of Ada's, or another's.
  static func review(
    _ number: Int,
    _ category: AuditCategory,
    _ verdict: String,
    by reviewer: String = "Ada"
  ) -> Review {
    Review(
      signalID: id(number),
      category: category.rawValue,
      verdict: verdict,
      reason: "It says so.",
      reviewer: reviewer,
      at: Instant(seconds: 1_795_348_800)
    )
  }
}
