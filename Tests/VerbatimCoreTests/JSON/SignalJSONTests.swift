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
        #"{"sentiment":{"status":"scored","compound":-0.5,"positive":0,"negative":0.75,"neutral":0.25,"label":"negative","p_negative":null,"calibration_id":null}}"#
      ),
      (
        "satisfaction",
        #"{"satisfaction":{"score":40,"components":{"nps":70,"text":25},"coverage":1}}"#
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
        #"{"return_reason":{"scheme":"amazon","code":"DEFECTIVE","agreement":"text_silent"}}"#
      ),
      ("severity", #"{"severity":"S2"}"#),
      (
        "product",
        #"{"product":{"sku":"K","gtin14":"04006381333931","asin":"B000000000","name":"N","category":"C","method":"order_line","confidence":0.9,"candidates":[{"sku":"J","confidence":0.5}],"more_candidates":2,"family":"F","notes":["scientific_notation","check_digit","zeros_lost","spelling","affix","identifiers_disagree","several","capped"]}}"#
      ),
      (
        "supplier",
        #"{"supplier":{"id":"north","name":"North","method":"period","confidence":0.8,"candidates":["north","south"],"shares":[0.75,0.25]}}"#
      ),
      (
        "lot",
        #"{"lot":{"id":"L7","status":"inferred","candidates":[{"id":"L7","probability":0.875}]}}"#
      ),
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
        #"{"provenance":{"incentivised":true,"merchant_reply":false,"syndicated_from":"x","repairs":["escaped_entities"]}}"#
      ),
      (
        "unscored",
        #"{"unscored":[{"part":"turns[1]","start":3,"end":9,"kind":"signature"}]}"#
      ),
      ("language_confidence", #"{"language_confidence":0.9}"#),
      ("dims", #"{"dims":{"channel":"web","market":"de"}}"#),
      ("customer_key", #"{"customer_key":"\#(Sample.hash)"}"#),
      ("order_key", #"{"order_key":"\#(Sample.hash)"}"#), ("revision", #"{"revision":3}"#),
      ("supersedes", #"{"supersedes":2}"#), ("retracted", "{}"),
      ("id", #"{"id":"R_1"}"#),
      ("event_time", #"{"event_time":"2026-11-21"}"#),
      ("observed_time", #"{"observed_time":"2026-11-22T00:00:00Z"}"#), ("nothing", "{}"),
    ]
  )
  func field(name: String, json: String) {
    #expect(written(Sample.fullSignal, explain: true, fields: [name]) == json)
  }

  @Test("write the fields asked for in the order of all fields")
  func order() throws {
    let json = written(Sample.fullSignal, explain: true, fields: Set(FeedbackSignal.fieldNames))
    var rest = json[...]
    for name in FeedbackSignal.fieldNames where name != "retracted" {
      let key = "\"\(name)\":"
      let place = try #require(rest.firstRange(of: key), "\(name) is missing or out of order")
      rest = rest[place.upperBound...]
    }
  }

  @Test("say that they are retracted, after what they supersede")
  func retracted() {
    var signal = Sample.fullSignal
    signal.isRetracted = true
    #expect(
      written(signal, fields: ["revision", "retracted", "supersedes"])
        == #"{"revision":3,"supersedes":2,"retracted":true}"#
    )
  }

  @Test("write what is left open only where something is")
  func open() {
    var signal = Sample.fullSignal
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
    #expect(!written(Sample.fullSignal).contains(#""explain":"#))
    #expect(written(Sample.fullSignal, explain: true).contains(#""explain":"#))
    var signal = Sample.fullSignal
    signal.source.nativeID = nil
    #expect(written(signal, fields: ["id"]) == #"{"id":"\#(Sample.hash)"}"#)
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
}
