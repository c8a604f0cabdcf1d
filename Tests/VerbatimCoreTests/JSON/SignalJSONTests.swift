import Testing
import VerbatimCore

@Suite("Signals in JSON")
struct SignalJSONTests {
  @Test("say what is not known")
  func bare() {
    let signal = FeedbackSignal(
      id: "s",
      recordID: "r",
      engine: Self.engine,
      source: Self.source,
      sentiment: Sentiment(status: .noText)
    )
    #expect(
      written(signal) == """
        {"type":"feedback.signal.v1","signal_id":"s","revision":1,"engine":{"version":"1",\
        "lexicon_hash":"l","taxonomy_version":"t","config_hash":"c","icu_version":"72"},\
        "event_time":null,"observed_time":null,"record_id":"r","source":{"kind":"review",\
        "format":"csv","file":"a.csv","position":{}},"dims":{},"ratings":[],"language":null,\
        "sentiment":{"status":"no_text","compound":null,"positive":null,"negative":null,\
        "neutral":null,"label":null,"p_negative":null,"calibration_id":null},\
        "satisfaction":null,"clauses":[],"issues":[],"severity":null,\
        "product":{"sku":null,"method":"none","confidence":0,"candidates":[]},\
        "supplier":{"id":null,"method":"none","confidence":0,"candidates":[]},\
        "lot":{"id":null,"status":"unknown","candidates":[]},"journey_stage":"unknown",\
        "contact_hints":{"open_issue":false,"wants_no_contact":false},"redactions":{},\
        "provenance":{}}
        """
    )
  }

  @Test(
    "have their keys in one order",
    arguments: [
      (
        "sentiment",
        #"{"sentiment":{"status":"scored","compound":-0.5,"positive":0,"negative":1,"neutral":0,"label":"negative","p_negative":null,"calibration_id":null}}"#
      ),
      (
        "satisfaction",
        #"{"satisfaction":{"score":40,"components":{"rating":25,"text":55},"coverage":0.4}}"#
      ),
      (
        "clauses",
        #"{"clauses":[{"part":"turns[1]","start":0,"end":5,"compound":-0.5,"issues":["DUR.BREAKS"]}]}"#
      ),
      (
        "explain",
        #"{"explain":[{"part":"title","start":2,"end":4,"term":"broke","valence":-2,"rules":["negation ×-0.74"],"contribution":-0.5}]}"#
      ),
      (
        "issues",
        #"{"issues":[{"code":"DUR.BREAKS","tier":"T2","confidence":0.9,"modality":"resolved","intent":"switch","attribution":"customer_choice","evidence":{"part":"text","start":3,"end":8,"quote":"broke"}},{"code":"RET.CODE","tier":"T4","confidence":0.4,"modality":"actual","intent":"complaint","attribution":"unknown","evidence":null}]}"#
      ),
      (
        "remarks",
        #"{"remarks":[{"kind":"no_contact","evidence":{"part":"text","start":3,"end":8,"quote":"peace"}}]}"#
      ),
      (
        "return_reason",
        #"{"return_reason":{"scheme":"amazon","code":"DEFECTIVE","agreement":"disagrees"}}"#
      ),
      ("severity", #"{"severity":"S2"}"#),
      (
        "product",
        #"{"product":{"sku":"K","gtin14":"04006381333931","asin":"B000000000","name":"N","category":"C","method":"order_line","confidence":0.9,"candidates":[{"sku":"J","confidence":0.5}]}}"#
      ),
      (
        "supplier",
        #"{"supplier":{"id":"north","name":"North","method":"period","confidence":0.8,"candidates":["north","south"]}}"#
      ),
      ("lot", #"{"lot":{"id":"L7","status":"inferred","candidates":[]}}"#),
      ("journey_stage", #"{"journey_stage":"pre_purchase"}"#),
      ("journey_stage_confidence", #"{"journey_stage_confidence":0.6}"#),
      (
        "transcript",
        #"{"transcript":{"turns":{"customer":2,"agent":1,"bot":0},"eligibility":"eligible","agent_key":"a0","opening":-0.5,"closing":0.25,"lowest":-0.5,"recovery":0.75,"turning_turn":2,"first_response_seconds":12.5,"first_response_business_seconds":null,"longest_wait_seconds":60,"longest_wait_business_seconds":30,"handoffs":1,"repeated_questions":1,"repeats":[{"topic":"photo","turn":3,"first_turn":1,"evidence":{"part":"turns[3]","start":0,"end":8,"quote":"a photo?"}}],"escalations":[{"kind":"legal","turn":2,"evidence":{"part":"turns[2]","start":4,"end":13,"quote":"my lawyer"}}],"churn_statements":[{"kind":"switch","turn":2,"evidence":{"part":"turns[2]","start":20,"end":29,"quote":"elsewhere"}}],"promises":[{"kind":"refund","turn":1,"evidence":{"part":"turns[1]","start":0,"end":12,"quote":"will refund"},"due":"2026-11-24","state":"broken","settled_turn":4}],"resolution":{"claimed":true,"claimed_turn":3,"confirmed":false,"confirmed_turn":4},"trajectory":[{"turn":0,"speaker":"Jo","compound":-0.5},{"turn":2,"speaker":"Jo","compound":null}]}}"#
      ),
      ("contact_hints", #"{"contact_hints":{"open_issue":true,"wants_no_contact":true}}"#),
      ("redactions", #"{"redactions":{"email":2,"phone":1}}"#),
      (
        "provenance",
        #"{"provenance":{"incentivised":true,"merchant_reply":false,"syndicated_from":"x","repairs":["twice_encoded"]}}"#
      ),
      (
        "unscored",
        #"{"unscored":[{"part":"text","start":3,"end":9,"kind":"sign_off"}]}"#
      ),
      ("language_confidence", #"{"language_confidence":0.9}"#),
      ("dims", #"{"dims":{"channel":"web","market":"de"}}"#),
      ("customer_key", #"{"customer_key":"c0"}"#),
      ("order_key", #"{"order_key":"d0"}"#), ("revision", #"{"revision":3}"#),
      ("supersedes", #"{"supersedes":2}"#), ("retracted", "{}"),
      ("id", #"{"id":"R_1"}"#),
      ("event_time", #"{"event_time":"2026-11-21"}"#),
      ("observed_time", #"{"observed_time":"2026-11-22T00:00:00Z"}"#), ("nothing", "{}"),
    ]
  )
  func field(name: String, json: String) {
    #expect(written(Self.full, explain: true, fields: [name]) == json)
  }

  @Test("write the fields asked for in the order of all fields")
  func order() throws {
    let json = written(Self.full, explain: true, fields: Set(FeedbackSignal.fieldNames))
    var rest = json[...]
    for name in FeedbackSignal.fieldNames where name != "retracted" {
      let key = "\"\(name)\":"
      let place = try #require(rest.firstRange(of: key), "\(name) is missing or out of order")
      rest = rest[place.upperBound...]
    }
  }

  @Test("say that they are retracted, after what they supersede")
  func retracted() {
    var signal = Self.full
    signal.isRetracted = true
    #expect(
      written(signal, fields: ["revision", "retracted", "supersedes"])
        == #"{"revision":3,"supersedes":2,"retracted":true}"#
    )
  }

  @Test("write what is left open only where something is")
  func open() {
    var signal = Self.full
    signal.product = ProductResolution()
    signal.product.candidates = [.init(sku: "T-R", confidence: 0.5)]
    signal.product.moreCandidates = 1
    signal.product.family = "T"
    signal.product.notes = [.zerosLost, .capped]
    signal.supplier = SupplierResolution()
    signal.supplier.candidates = ["a", "b"]
    signal.supplier.shares = [0.7, 0.3]
    signal.lot = LotResolution()
    signal.lot.status = .inferred
    signal.lot.candidates = [.init(id: "L1", probability: 0.75)]
    #expect(
      written(signal, fields: ["product", "supplier", "lot"])
        == #"""
        {"product":{"sku":null,"method":"none","confidence":0,\#
        "candidates":[{"sku":"T-R","confidence":0.5}],"more_candidates":1,"family":"T",\#
        "notes":["zeros_lost","capped"]},\#
        "supplier":{"id":null,"method":"none","confidence":0,"candidates":["a","b"],\#
        "shares":[0.7,0.3]},\#
        "lot":{"id":null,"status":"inferred","candidates":[{"id":"L1","probability":0.75}]}}
        """#
    )
  }

  @Test("explain themselves only when asked, and name themselves without an id of the source's")
  func onRequest() {
    #expect(!written(Self.full).contains(#""explain":"#))
    #expect(written(Self.full, explain: true).contains(#""explain":"#))
    var signal = Self.full
    signal.source.nativeID = nil
    #expect(written(signal, fields: ["id"]) == #"{"id":"s"}"#)
  }

  private func written(
    _ signal: FeedbackSignal,
    explain: Bool = false,
    fields: Set<String>? = nil
  ) -> String {
    var json = JSONWriter()
    signal.write(to: &json, explain: explain, fields: fields)
    return json.text
  }

  private static let engine = FeedbackSignal.Engine(
    version: "1",
    lexiconHash: "l",
    taxonomyVersion: "t",
    configHash: "c",
    icuVersion: "72"
  )

  private static let source = FeedbackRecord.Source(kind: .review, format: "csv", file: "a.csv")

  private static var full: FeedbackSignal {
    var source = source
    source.nativeID = "R_1"
    var signal = FeedbackSignal(
      id: "s",
      recordID: "r",
      engine: engine,
      source: source,
      sentiment: sentiment
    )
    signal.revision = 3
    signal.eventTime = Instant(year: 2026, month: 11, day: 21, precision: .day)
    signal.observedTime = Instant(year: 2026, month: 11, day: 22)
    signal.customerKey = "c0"
    signal.languageConfidence = 0.9
    signal.repairs = [.twiceEncoded]
    signal.unscored = [UnscoredPart(part: .text, range: ByteRange(3, 9), kind: .signOff)]
    signal.orderKey = "d0"
    signal.dims = ["market": "de", "channel": "web"]
    signal.satisfaction = .init(
      score: 40,
      components: [("rating", 25), ("text", 55)],
      coverage: 0.4
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
    signal.supplier.id = "north"
    signal.supplier.name = "North"
    signal.supplier.method = .period
    signal.supplier.confidence = 0.8
    signal.supplier.candidates = ["north", "south"]
    signal.lot.id = "L7"
    signal.lot.status = .inferred
    signal.remarks = [
      Remark(
        kind: .noContact,
        evidence: .init(part: .text, range: ByteRange(3, 8), quote: "peace")
      )
    ]
    signal.returnReason = ReasonCheck(
      reason: .init(scheme: "amazon", code: "DEFECTIVE"),
      agreement: .disagrees
    )
    signal.journeyStage = .prePurchase
    signal.journeyStageConfidence = 0.6
    signal.transcript = transcript
    signal.contactHints.openIssue = true
    signal.contactHints.wantsNoContact = true
    signal.redactions = ["phone": 1, "email": 2]
    signal.flags.incentivised = true
    signal.flags.merchantReply = false
    signal.flags.syndicatedFrom = "x"
    return signal
  }

  private static var sentiment: Sentiment {
    var sentiment = Sentiment(status: .scored)
    sentiment.compound = -0.5
    sentiment.positive = 0
    sentiment.negative = 1
    sentiment.neutral = 0
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
