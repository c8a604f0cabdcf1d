import VerbatimCore

/// Values with nothing in them, and with everything.
enum Sample {
  static let hash = "0123456789abcdef0123456789abcdef"

  static var record: FeedbackRecord {
    var record = FeedbackRecord(source: .init(kind: .review, format: "schema-org", file: "a.html"))
    record.id = hash
    return record
  }

  static var fullSource: FeedbackRecord.Source {
    var source = FeedbackRecord.Source(kind: .survey, format: "qualtrics", file: "a.csv")
    source.system = "qualtrics"
    source.line = 4
    source.row = 2
    source.byte = 90
    source.path = "x[1]"
    source.nativeID = "R_1"
    source.url = "https://e.example/"
    source.solicited = true
    return source
  }

  static var flags: FeedbackRecord.Flags {
    var flags = FeedbackRecord.Flags()
    flags.incentivised = true
    flags.verifiedPurchase = false
    flags.syndicatedFrom = "x"
    flags.merchantReply = false
    return flags
  }

  static var fullRecord: FeedbackRecord {
    var record = FeedbackRecord(source: fullSource)
    record.id = hash
    record.occurredAt = Instant(year: 2026, month: 11, day: 21, hour: 8)
    record.sourceTimeZone = "Europe/Berlin"
    record.language = "en"
    record.languageConfidence = 0.5
    record.repairs = [.twiceEncoded, .escapedEntities]
    record.title = "T\"\\"
    record.text = "a\nb\u{1}👩‍🔧"
    record.answers = [
      .init(question: "Q?", questionID: "QID1", role: "text", value: "v"),
      .init(question: "", role: "overflow", value: "w"),
    ]
    record.turns = [
      Turn(speaker: "Maya", role: .agent, at: "PT1S", end: "PT2.25S", text: "Hi", line: 3),
      Turn(speaker: "Jo", role: .customer, at: "2026-11-21T08:00:00Z", text: "Ho"),
      Turn(speaker: "", role: .unknown, at: "2026-11-21T08:00:00.5+01:00", text: ""),
    ]
    record.ratings = [Rating(.nps, 7, min: 0, max: 10)].compactMap { $0 }
    record.product.sku = "S"
    record.product.gtin = "G"
    record.product.asin = "A"
    record.product.mpn = "M"
    record.product.name = "N"
    record.product.brand = "B"
    record.product.url = "U"
    record.author = "Jo"
    record.orderID = "O"
    record.lot = "L"
    record.supplier = "P"
    record.customer = hash
    record.dims = ["é": "2", "channel": "web"]
    record.flags = flags
    record.returnReason = .init(scheme: "amazon", code: "DEFECTIVE")
    return record
  }

  static var signal: FeedbackSignal {
    FeedbackSignal(
      id: hash,
      recordID: hash,
      engine: engine,
      source: record.source,
      sentiment: Sentiment(status: .noText)
    )
  }

  static let engine = FeedbackSignal.Engine(
    version: "1.0.0",
    lexiconHash: hash,
    taxonomyVersion: "1",
    configHash: hash,
    icuVersion: "72.1"
  )

  static var fullSignal: FeedbackSignal {
    var signal = FeedbackSignal(
      id: hash,
      recordID: hash,
      engine: engine,
      source: fullSource,
      sentiment: sentiment
    )
    signal.revision = 3
    signal.eventTime = Instant(year: 2026, month: 11, day: 21, precision: .day)
    signal.observedTime = Instant(year: 2026, month: 11, day: 22)
    signal.customerKey = hash
    signal.orderKey = hash
    signal.languageConfidence = 0.9
    signal.repairs = [.escapedEntities]
    signal.unscored = [UnscoredPart(part: .turn(1), range: ByteRange(3, 9), kind: .signature)]
    signal.dims = ["market": "de", "channel": "web"]
    signal.ratings = fullRecord.ratings
    signal.language = "en-GB"
    signal.satisfaction = .init(
      score: 40,
      components: [("nps", 70), ("text", 25)],
      coverage: 1
    )
    signal.issues = issues
    signal.product.sku = "K"
    signal.product.gtin14 = "04006381333931"
    signal.product.asin = "B000000000"
    signal.product.name = "N"
    signal.product.category = "C"
    signal.product.method = .orderLine
    signal.product.confidence = 0.9
    signal.product.candidates = [.init(sku: "J", confidence: 0.5)]
    signal.product.moreCandidates = 2
    signal.product.family = "F"
    signal.product.notes = ProductResolution.Note.allCases
    signal.supplier.id = "north"
    signal.supplier.name = "North"
    signal.supplier.method = .period
    signal.supplier.confidence = 0.8
    signal.supplier.candidates = ["north", "south"]
    signal.supplier.shares = [0.75, 0.25]
    signal.lot.id = "L7"
    signal.lot.status = .inferred
    signal.lot.candidates = [.init(id: "L7", probability: 0.875)]
    signal.remarks = [remark]
    signal.returnReason = ReasonCheck(
      reason: .init(scheme: "amazon", code: "DEFECTIVE"),
      agreement: .textSilent
    )
    signal.journeyStage = .prePurchase
    signal.journeyStageConfidence = 0.6
    signal.transcript = transcript
    signal.contactHints.openIssue = true
    signal.contactHints.wantsNoContact = true
    signal.redactions = ["phone": 1, "email": 2]
    signal.flags = flags
    return signal
  }

  private static var sentiment: Sentiment {
    var sentiment = Sentiment(status: .scored)
    sentiment.compound = -0.5
    sentiment.positive = 0
    sentiment.negative = 0.75
    sentiment.neutral = 0.25
    sentiment.label = .negative
    var clause = Sentiment.Clause(part: .turn(1), range: ByteRange(0, 5), compound: -0.5)
    clause.issues = ["DUR.BREAKS"]
    sentiment.clauses = [clause]
    sentiment.contributions = [
      Sentiment.Contribution(
        part: .title,
        range: ByteRange(2, 4),
        term: "broke",
        valence: -2,
        rules: ["negation ×-0.74"],
        contribution: -0.5
      )
    ]
    return sentiment
  }

  private static var remark: Remark {
    Remark(
      kind: .noContact,
      evidence: .init(part: .text, range: ByteRange(3, 8), quote: "peace")
    )
  }

  private static var issues: [VerbatimCore.Issue] {
    [
      VerbatimCore.Issue(
        code: "DUR.BREAKS",
        tier: .t2,
        confidence: 0.9,
        modality: .resolved,
        intent: .switch,
        attribution: .customerChoice,
        evidence: .init(part: .text, range: ByteRange(3, 8), quote: "broke")
      ),
      VerbatimCore.Issue(
        code: "RET.CODE",
        tier: .t4,
        confidence: 0.4,
        modality: .actual,
        intent: .complaint,
        attribution: .unknown,
        evidence: nil
      ),
    ]
  }

  private static var transcript: FeedbackSignal.Transcript {
    var transcript = FeedbackSignal.Transcript()
    transcript.customerTurns = 2
    transcript.agentTurns = 1
    transcript.opening = -0.5
    transcript.closing = 0.25
    transcript.lowest = -0.5
    transcript.recovery = 0.75
    transcript.firstResponseSeconds = 12.5
    transcript.agentKey = "a0"
    transcript.turningTurn = 2
    transcript.longestWaitSeconds = 60
    transcript.longestWaitBusinessSeconds = 30
    transcript.handoffs = 1
    transcript.events = events
    transcript.trajectory = [
      .init(turn: 0, speaker: "Jo", compound: -0.5), .init(turn: 2, speaker: "Jo", compound: nil),
    ]
    return transcript
  }

  private static func words(_ turn: Int, _ start: Int, _ end: Int, _ quote: String)
    -> VerbatimCore.Issue.Evidence
  {
    VerbatimCore.Issue.Evidence(part: .turn(turn), range: ByteRange(start, end), quote: quote)
  }

  private static var events: ConversationEvents {
    var events = ConversationEvents()
    events.repeatedQuestions = [
      RepeatedQuestion(topic: "photo", turn: 3, firstTurn: 1, evidence: words(3, 0, 8, "a photo?"))
    ]
    events.escalations = [
      Escalation(kind: .legal, turn: 2, evidence: words(2, 4, 13, "my lawyer"))
    ]
    events.churnStatements = [
      ChurnStatement(kind: .switch, turn: 2, evidence: words(2, 20, 29, "elsewhere"))
    ]
    var promise = Promise(
      kind: .refund,
      turn: 1,
      evidence: words(1, 0, 12, "will refund"),
      due: Instant(year: 2026, month: 11, day: 24, precision: .day)
    )
    promise.state = .broken
    promise.settledTurn = 4
    events.promises = [promise]
    events.resolution.claimed = true
    events.resolution.claimedTurn = 3
    events.resolution.confirmed = false
    events.resolution.confirmedTurn = 4
    return events
  }
}
