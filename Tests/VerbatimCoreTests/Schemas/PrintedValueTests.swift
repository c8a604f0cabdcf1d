import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Printed values")
struct PrintedValueTests {
  @Test("of records are as their schema says", arguments: [PrintedValue.record, .fullRecord])
  func records(value: PrintedValue) throws {
    #expect(try JSONSchemaValidator(schema: Schema.record.json).failures(in: value.json) == [])
  }

  @Test(
    "of signals are as their schema says",
    arguments: [PrintedValue.signal, .fullSignal, .explainedSignal]
  )
  func signals(value: PrintedValue) throws {
    #expect(try JSONSchemaValidator(schema: Schema.signal.json).failures(in: value.json) == [])
  }

  @Test(
    "with only some fields lack the others and nothing else",
    arguments: [["sentiment"], ["id", "transcript", "explain"], []] as [Set<String>]
  )
  func fields(names: Set<String>) throws {
    var json = JSONWriter()
    Sample.fullSignal.write(to: &json, explain: true, fields: names)
    let failures = try JSONSchemaValidator(schema: Schema.signal.json).failures(in: json.text)
    #expect(!failures.isEmpty)
    #expect(failures.allSatisfy { $0.hasPrefix("the document lacks ") })
  }

  @Test(
    "of records that are wrong are told",
    arguments: [
      ("\"type\":\"feedback.record.v1\",", "", "the document lacks type"),
      ("record.v1", "record.v2", #"/type is "feedback.record.v2", not "feedback.record.v1""#),
      ("\"dims\":{", "\"dims\":{\"a/b\":1,", "/dims/a~1b is 1, not of type string"),
      ("\"row\":2", "\"row\":0", "/source/position/row is 0, less than 1"),
      ("\"row\":2", "\"row\":2.5", "/source/position/row is 2.5, not of type integer"),
      ("\"value\":7", "\"value\":null", "/ratings/0/value is null, not of type number"),
      ("\"flags\":{", "\"flags\":{\"new\":true,", "/flags/new is not allowed"),
      ("\"format\":\"qualtrics\"", "\"format\":\"\"", #"/source/format is "", shorter than 1"#),
    ]
  )
  func wrongRecord(part: String, other: String, failure: String) throws {
    let json = PrintedValue.fullRecord.json
    let wrong = json.replacing(part, with: other, maxReplacements: 1)
    #expect(wrong != json)
    #expect(try JSONSchemaValidator(schema: Schema.record.json).failures(in: wrong) == [failure])
  }

  @Test(
    "of signals that are wrong are told",
    arguments: [
      ("\"compound\":-0.5", "\"compound\":null", "/sentiment/compound is null, not of type number"),
      ("\"compound\":-0.5", "\"compound\":-1.5", "/sentiment/compound is -1.5, less than -1"),
      ("\"label\":\"negative\"", "\"label\":null", "/sentiment/label is null, not of type string"),
      ("\"coverage\":1", "\"coverage\":2", "/satisfaction/coverage is 2, more than 1"),
      ("\"order_key\":\"0", "\"order_key\":\"O", nil),
      ("\"revision\":3", "\"revision\":\"3\"", nil),
      ("\"severity\":\"S2\"", "\"severity\":\"S9\"", nil), ("\"severity\":\"S2\",", "", nil),
      ("\"part\":\"turns[1]\"", "\"part\":\"turn 1\"", nil),
      ("\"event_time\":\"2026-11-21\"", "\"event_time\":\"21.11.2026\"", nil),
      ("{\"type\"", "{\"author\":\"Jo\",\"type\"", "/author is not allowed"),
    ] as [(String, String, String?)]
  )
  func wrongSignal(part: String, other: String, failure: String?) throws {
    let json = PrintedValue.fullSignal.json
    let wrong = json.replacing(part, with: other, maxReplacements: 1)
    #expect(wrong != json)
    let failures = try JSONSchemaValidator(schema: Schema.signal.json).failures(in: wrong)
    #expect(failures.count == 1)
    if let failure { #expect(failures == [failure]) }
  }

  @Test("without a score have no numbers in their sentiment")
  func unscored() throws {
    var signal = Sample.signal
    signal.sentiment.compound = 0
    var json = JSONWriter()
    signal.write(to: &json, explain: false)
    let failures = try JSONSchemaValidator(schema: Schema.signal.json).failures(in: json.text)
    #expect(failures == ["/sentiment/compound is 0, not null"])
  }
}

/// What a writer makes of a value.
struct PrintedValue: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let json: String

  static let record = PrintedValue("the least") { Sample.record.write(to: &$0) }
  static let fullRecord = PrintedValue("everything") { Sample.fullRecord.write(to: &$0) }
  static let signal = PrintedValue("the least") { Sample.signal.write(to: &$0, explain: false) }
  static let fullSignal = PrintedValue("everything") {
    Sample.fullSignal.write(to: &$0, explain: false)
  }
  static let explainedSignal = PrintedValue("everything, by every name") {
    Sample.fullSignal.write(to: &$0, explain: true, fields: Set(FeedbackSignal.fieldNames))
  }

  private init(_ name: String, _ write: (inout JSONWriter) -> Void) {
    testDescription = name
    var writer = JSONWriter()
    write(&writer)
    json = writer.text
  }
}

extension Schema {
  static var record: Schema { all[0] }
  static var signal: Schema { all[1] }
}
