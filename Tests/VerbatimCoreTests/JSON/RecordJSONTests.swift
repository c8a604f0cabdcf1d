import Testing
import VerbatimCore

@Suite("Records in JSON")
struct RecordJSONTests {
  private func written(_ record: FeedbackRecord) -> String {
    var json = JSONWriter()
    record.write(to: &json)
    return json.text
  }

  @Test("say what is not known")
  func bare() {
    let source = FeedbackRecord.Source(kind: .returnComment, format: "returns", file: "r.tsv")
    #expect(
      written(FeedbackRecord(source: source)) == """
        {"type":"feedback.record.v1","record_id":"",\
        "source":{"kind":"return_comment","format":"returns","file":"r.tsv","position":{}},\
        "occurred_at":null,"language":null,"title":null,"text":null,"answers":[],"turns":[],\
        "ratings":[],"product":{},"dims":{},"flags":{}}
        """
    )
  }

  @Test("have their keys in one order, maps in that of their bytes")
  func full() {
    #expect(
      written(Self.full) == """
        {"type":"feedback.record.v1","record_id":"00ff","source":{"kind":"survey",\
        "format":"survey-csv","system":"qualtrics","file":"a.csv","position":{"line":4,"row":2,\
        "byte":90,"path":"x[1]"},"native_id":"R_1","url":"https://e.example/","solicited":true},\
        "occurred_at":"2026-11-21","precision":"day","source_time_zone":"Europe/Berlin",\
        "language":"en","language_confidence":0.5,"title":"T","text":"a\\nb",\
        "answers":[{"question":"Q?","question_id":null,"role":"text","value":"v"}],\
        "turns":[{"speaker":"Maya","role":"agent","at":"PT1S","end":"PT2S","text":"Hi"},\
        {"speaker":"","role":"unknown","text":"Ho"}],\
        "ratings":[{"kind":"nps","value":7,"min":0,"max":10,"direction":"higher_is_better"}],\
        "product":{"sku":"S","gtin":"G","asin":"A","mpn":"M","name":"N","brand":"B","url":"U"},\
        "author":"Jo","order_id":"O","lot":"L","supplier":"P","customer":"C",\
        "dims":{"Zone":"1","channel":"web","é":"2"},\
        "flags":{"incentivised":true,"verified_purchase":false,"syndicated_from":"x",\
        "merchant_reply":false},"return_reason":{"scheme":"fba","code":"DEFECTIVE"}}
        """
    )
  }

  @Test("are empty without words, ratings and reasons")
  func emptiness() throws {
    var record = FeedbackRecord(
      source: FeedbackRecord.Source(kind: .review, format: "csv", file: "a")
    )
    record.product.sku = "S"
    record.dims = ["channel": "web"]
    #expect(record.isEmpty)
    record.text = ""
    record.title = ""
    #expect(record.isEmpty)
    for change in Self.contents {
      var other = record
      change(&other)
      #expect(!other.isEmpty)
    }
  }

  private static let contents: [@Sendable (inout FeedbackRecord) -> Void] = [
    { $0.text = "x" }, { $0.title = "x" },
    { $0.turns = [Turn(speaker: "", role: .customer, text: "x")] },
    { $0.ratings = [Rating(.stars, 1, min: 1, max: 5)].compactMap { $0 } },
    { $0.returnReason = FeedbackRecord.ReturnReason(scheme: "fba", code: "X") },
  ]

  private static var full: FeedbackRecord {
    var source = FeedbackRecord.Source(kind: .survey, format: "survey-csv", file: "a.csv")
    source.system = "qualtrics"
    source.line = 4
    source.row = 2
    source.byte = 90
    source.path = "x[1]"
    source.nativeID = "R_1"
    source.url = "https://e.example/"
    source.solicited = true
    var record = FeedbackRecord(source: source)
    record.id = "00ff"
    record.occurredAt = Instant(year: 2026, month: 11, day: 21, precision: .day)
    record.sourceTimeZone = "Europe/Berlin"
    record.language = "en"
    record.languageConfidence = 0.5
    record.title = "T"
    record.text = "a\nb"
    record.answers = [.init(question: "Q?", role: "text", value: "v")]
    record.turns = [
      Turn(speaker: "Maya", role: .agent, at: "PT1S", end: "PT2S", text: "Hi", line: 3),
      Turn(speaker: "", role: .unknown, text: "Ho"),
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
    record.customer = "C"
    record.dims = ["é": "2", "channel": "web", "Zone": "1"]
    record.flags.incentivised = true
    record.flags.verifiedPurchase = false
    record.flags.syndicatedFrom = "x"
    record.flags.merchantReply = false
    record.returnReason = .init(scheme: "fba", code: "DEFECTIVE")
    return record
  }
}
