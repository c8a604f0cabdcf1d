import Testing
import VerbatimPipeline

@Suite("The identity of a record")
struct RecordIdentityTests {
  /// A record of which everything is stated.
  static func record() -> FeedbackRecord {
    var record = FeedbackRecord(source: .init(kind: .review, format: "delimited", file: "a.csv"))
    record.source.nativeID = "17"
    record.source.line = 4
    record.source.row = 3
    record.title = "Hot"
    record.text = "The plug gets hot"
    record.occurredAt = Instant(iso8601: "2026-03-01")
    record.language = "en"
    record.ratings = [Rating(.stars, 4, min: 1, max: 5)].compactMap(\.self)
    record.answers = [.init(question: "Why?", questionID: "Q1", role: "text", value: "Hot")]
    record.turns = [Turn(speaker: "Ann", role: .customer, at: "PT1S", text: "Hello")]
    record.product.sku = "K-1"
    record.product.gtin = "9520001042003"
    record.product.asin = "B0VB004100"
    record.product.mpn = "M-1"
    record.product.name = "Kettle"
    record.product.brand = "Brightwell"
    record.author = "Ann T."
    record.orderID = "O-1"
    record.lot = "L-1"
    record.supplier = "S-1"
    record.customer = "c1"
    record.dims = ["category": "Kitchen"]
    record.flags.verifiedPurchase = true
    record.returnReason = .init(scheme: "amazon", code: "DEFECTIVE")
    return record
  }

  private func id(_ record: FeedbackRecord) -> String {
    var identity = RecordIdentity()
    return identity.id(of: record)
  }

  @Test("is the same on every run and machine")
  func fixed() {
    var record = FeedbackRecord(source: .init(kind: .review, format: "delimited", file: "a.csv"))
    record.text = "The plug gets hot"
    let first = id(record)
    record.source.file = "b.csv"
    record.source.line = 90
    record.source.row = 80
    record.source.byte = 70
    #expect(id(record) == first)
    #expect(first.utf8.count == 32)
    #expect(first.allSatisfy { $0.isHexDigit && !$0.isUppercase })
  }

  @Test("tells copies in one file apart by their number, and finds them again")
  func copies() {
    func ids() -> [String] {
      var identity = RecordIdentity()
      return (0..<3).map { _ in identity.id(of: Self.record()) }
    }
    #expect(Set(ids()).count == 3)
    #expect(ids() == ids())
    #expect(ids()[0] == id(Self.record()))
  }

  @Test("goes by the system's own id where there is one, whatever the record says")
  func native() {
    var record = Self.record()
    record.source.system = "qualtrics"
    let first = id(record)
    record.text = "Something else"
    #expect(id(record) == first)
    record.source.nativeID = "18"
    #expect(id(record) != first)
    record.source.nativeID = "17"
    record.source.system = "medallia"
    #expect(id(record) != first)
  }

  @Test(
    "of a worker's line goes by the caller's id, or by the place",
    arguments: ["text", "ndjson"]
  )
  func worker(format: String) {
    var record = FeedbackRecord(source: .init(kind: .survey, format: format, file: "-"))
    record.text = "good"
    record.source.row = 1
    let first = id(record)
    #expect(id(record) == first)
    record.source.row = 2
    #expect(id(record) != first)
    record.source.nativeID = "a"
    let named = id(record)
    record.source.row = 3
    #expect(id(record) == named)
  }

  /// Everything a source can say about a record, changed.
  static let changes: [(String, @Sendable (inout FeedbackRecord) -> Void)] = [
    ("title", { $0.title = "Cold" }), ("text", { $0.text = "The plug gets hot." }),
    ("no text", { $0.text = nil }),
    ("day", { $0.occurredAt = Instant(iso8601: "2026-03-02") }),
    ("time", { $0.occurredAt = Instant(iso8601: "2026-03-01T00:00:00Z") }),
    ("language", { $0.language = "de" }),
    ("value", { $0.ratings[0].value = 5 }), ("scale", { $0.ratings[0].max = 10 }),
    ("kind of rating", { $0.ratings[0].kind = .csat }), ("no rating", { $0.ratings = [] }),
    ("answer", { $0.answers[0].value = "Cold" }), ("question", { $0.answers[0].question = "How?" }),
    ("turn", { $0.turns[0].text = "Hi" }), ("speaker", { $0.turns[0].speaker = "Bea" }),
    ("time of a turn", { $0.turns[0].at = "PT2S" }), ("role", { $0.turns[0].role = .agent }),
    ("sku", { $0.product.sku = "K-2" }), ("gtin", { $0.product.gtin = "9520001042379" }),
    ("asin", { $0.product.asin = "B0VB004231" }), ("mpn", { $0.product.mpn = "M-2" }),
    ("product", { $0.product.name = "Toaster" }), ("brand", { $0.product.brand = "Norden" }),
    ("author", { $0.author = "Bea T." }), ("order", { $0.orderID = "O-2" }),
    ("lot", { $0.lot = "L-2" }), ("supplier", { $0.supplier = "S-2" }),
    ("customer", { $0.customer = "c2" }), ("dims", { $0.dims["category"] = "Bath" }),
    ("flags", { $0.flags.incentivised = true }), ("own id", { $0.source.nativeID = "18" }),
    ("reason", { $0.returnReason?.code = "UNWANTED" }),
    ("reason's scheme", { $0.returnReason?.scheme = "x12" }),
  ]

  @Test("has a content hash that changes with", arguments: changes.map(\.0))
  func contentHash(field: String) throws {
    let change = try #require(Self.changes.first { $0.0 == field })
    var record = Self.record()
    let before = RecordIdentity.contentHash(record)
    change.1(&record)
    #expect(RecordIdentity.contentHash(record) != before)
  }

  @Test("has a content hash that no field can lend to another")
  func fieldsApart() {
    var first = Self.record()
    first.title = "a"
    first.text = "b"
    var second = first
    second.title = "ab"
    second.text = ""
    #expect(RecordIdentity.contentHash(first) != RecordIdentity.contentHash(second))
    second.title = "b"
    second.text = "a"
    #expect(RecordIdentity.contentHash(first) != RecordIdentity.contentHash(second))
  }

  @Test("has a content hash that does not depend on where the record was found")
  func place() {
    var record = Self.record()
    let before = RecordIdentity.contentHash(record)
    record.id = "y"
    record.source.file = "b.csv"
    record.source.line = 1
    record.source.row = 2
    record.source.byte = 3
    record.languageConfidence = 0.3
    #expect(RecordIdentity.contentHash(record) == before)
  }

  @Test("has a key of the words alone, by which copies of a text are found")
  func textKey() {
    func key(_ title: String?, _ text: String?) -> String {
      var record = FeedbackRecord(source: .init(kind: .review, format: "x", file: "x"))
      record.title = title
      record.text = text
      return RecordIdentity.textKey(record)
    }
    #expect(key(nil, "The plug gets hot") == key(nil, "  the PLUG\n gets  hot "))
    #expect(key("The plug", "gets hot") == key(nil, "The plug gets hot"))
    #expect(key(nil, "The plug gets hot") != key(nil, "The plug gets cold"))
    #expect(key(nil, "gets very hot") == "")
    #expect(key(nil, nil) == "")
  }
}
