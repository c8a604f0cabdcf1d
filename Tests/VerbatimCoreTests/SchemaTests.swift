import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Schemas")
struct SchemaTests {
  @Test("name their type, and are found by it", arguments: Schema.all)
  func names(schema: Schema) throws {
    let document = try Self.document(schema)
    #expect(document["title"] as? String == schema.title)
    #expect(document["$id"] as? String == "https://verbatim.example/schema/\(schema.type).json")
    let type = Self.node("/properties/type", in: document)
    #expect(type?["const"] as? String == schema.type)
    #expect(Schema.named(schema.type) == schema)
    #expect((document["required"] as? [String])?.first == "type")
  }

  @Test("are not found by another name", arguments: ["", "feedback.signal", "feedback.signal.v2"])
  func unknown(name: String) {
    #expect(Schema.named(name) == nil)
  }

  @Test("use only keywords that the validator checks", arguments: Schema.all)
  func keywords(schema: Schema) throws {
    #expect(throws: Never.self) { _ = try JSONSchemaValidator(schema: schema.json) }
  }

  @Test("describe every property", arguments: Schema.all)
  func descriptions(schema: Schema) throws {
    for (pointer, node) in Self.nodes(try Self.document(schema), at: "") {
      for (name, property) in node["properties"] as? [String: [String: Any]] ?? [:] {
        let description = property["description"] as? String ?? ""
        #expect(description.hasSuffix("."), "\(pointer)/properties/\(name)")
      }
    }
  }

  @Test("close every object, and require only what they know", arguments: Schema.all)
  func closed(schema: Schema) throws {
    for (pointer, node) in Self.nodes(try Self.document(schema), at: "") {
      guard let properties = node["properties"] as? [String: Any], !pointer.contains("/oneOf/")
      else { continue }
      #expect(node["additionalProperties"] as? Bool == false, "\(pointer)")
      let required = node["required"] as? [String] ?? []
      #expect(required.filter { properties[$0] == nil } == [], "\(pointer)")
    }
  }

  @Test("allow every field that --fields can name, and no other")
  func fields() throws {
    let properties = Self.node("/properties", in: try Self.document(.signal))
    #expect(Set(properties?.keys.map { $0 } ?? []) == Set(FeedbackSignal.fieldNames))
  }

  @Test("list the cases of the type behind each enumeration", arguments: Enumeration.all)
  func enumerations(enumeration: Enumeration) throws {
    let document = try Self.document(try #require(Schema.named(enumeration.type)))
    let node = try #require(Self.node(enumeration.pointer, in: document))
    let values = (node["enum"] as? [Any] ?? []).compactMap { $0 as? String }
    #expect(values == enumeration.values)
  }

  @Test("have no enumeration that goes unchecked", arguments: Schema.all)
  func everyEnumeration(schema: Schema) throws {
    let found = Self.nodes(try Self.document(schema), at: "").filter { $1["enum"] != nil }
    let checked = Enumeration.all.filter { $0.type == schema.type }.map(\.pointer)
    #expect(Set(found.map(\.pointer)) == Set(checked + (Enumeration.elsewhere[schema.type] ?? [])))
  }

  @Test("know the names of a satisfaction's components")
  func components() throws {
    let components = Self.node(
      "/$defs/satisfaction/properties/components/properties",
      in: try Self.document(.signal)
    )
    let kinds = every(after: Rating.Kind.next).map(\.rawValue)
    #expect(Set(components?.keys.map { $0 } ?? []) == Set(kinds + ["text"]))
  }

  @Test("know the shape of every diagnostic's code")
  func codes() throws {
    let report = try #require(Schema.named("ingest.report.v1"))
    let code = Self.node("/$defs/diagnostic/properties/code", in: try Self.document(report))
    let pattern = try Regex(try #require(code?["pattern"] as? String))
    for code in DiagnosticCode.allCases { #expect(code.rawValue.contains(pattern), "\(code)") }
  }

  /// A schema as an object.
  private static func document(_ schema: Schema) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(schema.json.utf8))
    return try #require(object as? [String: Any])
  }

  /// The object at a JSON pointer.
  private static func node(_ pointer: String, in document: [String: Any]) -> [String: Any]? {
    var node: Any? = document
    for name in pointer.split(separator: "/") {
      if let elements = node as? [Any], let index = Int(name), elements.indices.contains(index) {
        node = elements[index]
      } else {
        node = (node as? [String: Any])?[String(name)]
      }
    }
    return node as? [String: Any]
  }

  /// Every object in a document with its JSON pointer.
  private static func nodes(
    _ value: Any,
    at pointer: String
  ) -> [(pointer: String, node: [String: Any])] {
    if let object = value as? [String: Any] {
      return [(pointer, object)]
        + object.sorted { $0.key < $1.key }.flatMap { nodes($1, at: "\(pointer)/\($0)") }
    }
    guard let elements = value as? [Any] else { return [] }
    return elements.enumerated().flatMap { nodes($1, at: "\(pointer)/\($0)") }
  }
}

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

@Suite("The schema validator")
struct JSONSchemaValidatorTests {
  @Test(
    "refuses a schema that it cannot check whole",
    arguments: [
      (#"{"minItems":1}"#, "/minItems is a keyword that is not checked"),
      (
        #"{"properties":{"a":{"format":"date"}}}"#,
        "/properties/a/format is a keyword that is not checked"
      ),
      (#"{"items":{"$defs":{}}}"#, "/items/$defs is a keyword that is not checked"),
      (##"{"$ref":"#/$defs/a"}"##, "/$ref leads nowhere: #/$defs/a"),
      (#"{"type":"text"}"#, "/type names no type: text"),
      (#"{"enum":[]}"#, "/enum is no list of values"),
      (#"{"pattern":"("}"#, "/pattern is no pattern"),
      (#"{"minLength":-1}"#, "/minLength is no count"),
      (
        #"{"$schema":"http://json-schema.org/draft-07/schema#"}"#,
        "/$schema is not https://json-schema.org/draft/2020-12/schema"
      ),
      ("[]", "the schema is neither an object nor true or false"),
    ]
  )
  func refusals(schema: String, fault: String) throws {
    let thrown = #expect(throws: JSONSchemaValidator.Fault.self) {
      try JSONSchemaValidator(schema: schema)
    }
    #expect(thrown?.description == fault)
  }

  @Test(
    "tells valid from invalid",
    arguments: [
      ("{}", ["1", "null", "[{}]"], []), ("false", [], ["1", "null"]),
      (
        #"{"type":["integer","null"]}"#, ["1", "1.0", "-3", "null"],
        ["1.5", "true", "\"1\"", "[]", "{}"]
      ),
      (#"{"type":"number"}"#, ["0", "1e3"], ["false", "null"]),
      (#"{"const":1}"#, ["1", "1.0"], ["true", "\"1\""]),
      (
        #"{"enum":["é",{"a":[null]}]}"#, ["\"é\"", #"{"a":[null]}"#],
        ["\"e\u{301}\"", #"{"a":[]}"#]
      ),
      (#"{"pattern":"^[ab]+$"}"#, ["\"ab\"", "7"], ["\"abc\"", #""ab\n""#, "\"\""]),
      (
        #"{"minLength":2,"maxLength":3}"#, ["\"e\u{301}\"", "\"abc\"", "1"], ["\"é\"", "\"abcd\""]
      ),
      (#"{"minimum":-1,"maximum":1}"#, ["-1", "1", "\"9\""], ["-1.01", "1.01"]),
      (#"{"items":{"type":"null"}}"#, ["[]", "[null]", "{}"], ["[null,1]"]),
      (#"{"required":["a"]}"#, [#"{"a":1,"b":2}"#, "[]"], ["{}"]),
      (#"{"properties":{"a":{"type":"null"}}}"#, ["{}", #"{"b":1}"#], [#"{"a":1}"#]),
      (
        #"{"properties":{"a":true},"additionalProperties":{"type":"null"}}"#,
        [#"{"a":1,"b":null}"#], [#"{"b":1}"#]
      ),
      (
        #"{"anyOf":[{"type":"null"},{"minimum":5}]}"#, ["null", "7"], ["4"]
      ),
      (#"{"oneOf":[{"type":"integer"},{"minimum":5}]}"#, ["1", "5.5"], ["1.5", "7"]),
      (
        ##"{"$ref":"#/$defs/list","$defs":{"list":{"items":{"$ref":"#/$defs/list"},"type":"array"}}}"##,
        ["[]", "[[],[[]]]"], ["1", "[[1]]"]
      ),
    ] as [(String, [String], [String])]
  )
  func verdicts(schema: String, valid: [String], invalid: [String]) throws {
    let validator = try JSONSchemaValidator(schema: schema)
    for document in valid { #expect(validator.failures(in: document) == [], "\(document)") }
    for document in invalid { #expect(!validator.failures(in: document).isEmpty, "\(document)") }
    #expect(!validator.failures(in: "{").isEmpty)
  }
}

/// A place of a schema with the raw values of the type behind it.
struct Enumeration: Sendable, CustomTestStringConvertible {
  let type: String
  let pointer: String
  let values: [String]

  var testDescription: String { "\(type)\(pointer)" }

  static let all = record + signal + others

  /// Enumerations of types that Core does not know.
  static let elsewhere = [
    "cluster.alert.v1": [
      "/properties/level", "/properties/direction", "/properties/state",
      "/$defs/corrective_action/properties/verdict", "/$defs/transition/properties/state",
      "/$defs/chart/properties/method",
      "/$defs/place/properties/level", "/$defs/sibling/properties/standing",
      "/$defs/recount/properties/without",
    ],
    "cluster.near_misses.v1": [
      "/$defs/near_miss/properties/level", "/$defs/near_miss/properties/reasons/items",
      "/properties/expected_within/items/properties/within",
    ],
    "satisfaction.index.v1": [
      "/properties/trend_state", "/$defs/component/properties/mapping",
      "/$defs/crossing/properties/side", "/$defs/crossing/properties/crossing",
    ],
    "cohort.lift.v1": ["/properties/measure"],
    "outcome.lift.v1": ["/properties/outcome", "/properties/verdict"],
    "ingest.report.v1": ["/properties/format"],
    "signals.manifest.v1": ["/properties/signal_type"],
    "similar.report.v1": [
      "/$defs/article/properties/issues/items/properties/standing"
    ],
    "engine.bridge.v1": ["/properties/measure", "/properties/segment/properties/by"],
    "evaluation.report.v1": [
      "/properties/part", "/properties/bootstrap/properties/unit",
      "/$defs/measured/properties/confusion/items/properties/people",
      "/$defs/measure/properties/measure", "/$defs/error/properties/people",
      "/$defs/error/properties/engine",
    ],
  ]

  private static let record =
    shared("feedback.record.v1") + [
      Enumeration(
        "feedback.record.v1",
        "/properties/precision",
        every(after: Instant.Precision.next)
      ),
      Enumeration("feedback.record.v1", "/$defs/turn/properties/role", Turn.Role.allCases),
      Enumeration(
        "feedback.record.v1",
        "/properties/repairs/items",
        FeedbackRecord.Repair.allCases
      ),
    ]

  private static let signal =
    shared("feedback.signal.v1") + [
      of("sentiment/properties/status", Sentiment.Status.allCases),
      of("sentiment/oneOf/1/properties/status", Sentiment.Status.allCases.filter { $0 != .scored }),
      of("sentiment/properties/label", Sentiment.Label.allCases),
      of("issue/properties/tier", VerbatimCore.Issue.Tier.allCases),
      of("issue/properties/modality", VerbatimCore.Issue.Modality.allCases),
      of("issue/properties/intent", VerbatimCore.Issue.Intent.allCases),
      of("issue/properties/attribution", VerbatimCore.Issue.Attribution.allCases),
      of("remark/properties/kind", Remark.Kind.allCases),
      of("return_reason/properties/agreement", ReasonCheck.Agreement.allCases),
      Enumeration("feedback.signal.v1", "/properties/severity", IssueSeverity.allCases),
      of("product/properties/method", ProductResolution.Method.allCases),
      of("product/properties/notes/items", ProductResolution.Note.allCases),
      of("supplier/properties/method", SupplierResolution.Method.allCases),
      of("lot/properties/status", LotResolution.Status.allCases),
      of("unscored/properties/kind", UnscoredPart.Kind.allCases),
      of(
        "transcript/properties/eligibility",
        FeedbackSignal.Transcript.Eligibility.allCases
      ),
      of("transcript/properties/escalations/items/properties/kind", Escalation.Kind.allCases),
      of(
        "transcript/properties/churn_statements/items/properties/kind",
        ChurnStatement.Kind.allCases
      ),
      of("transcript/properties/promises/items/properties/kind", Promise.Kind.allCases),
      of("transcript/properties/promises/items/properties/state", Promise.State.allCases),
      of("provenance/properties/repairs/items", FeedbackRecord.Repair.allCases),
      Enumeration(
        "feedback.signal.v1",
        "/properties/journey_stage",
        FeedbackSignal.JourneyStage.allCases
      ),
    ]

  private static let others = [
    Enumeration("cluster.alert.v1", "/properties/tier", VerbatimCore.Issue.Tier.allCases),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/evidence/properties/modality",
      VerbatimCore.Issue.Modality.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/evidence/properties/attribution",
      VerbatimCore.Issue.Attribution.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/attribution_count/properties/attribution",
      VerbatimCore.Issue.Attribution.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/evidence/properties/source",
      FeedbackRecord.Kind.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/copy/properties/source",
      FeedbackRecord.Kind.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/source_count/properties/source",
      FeedbackRecord.Kind.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/transition/properties/action",
      ClusterDecision.Action.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/transition/properties/verdict",
      ClusterDecision.HazardVerdict.allCases
    ),
    Enumeration("source.silence.v1", "/properties/kind", FeedbackRecord.Kind.allCases),
    Enumeration(
      "ingest.report.v1",
      "/$defs/diagnostic/properties/severity",
      every(after: Diagnostic.Severity.next)
    ),
  ]

  private static func shared(_ type: String) -> [Enumeration] {
    [
      Enumeration(type, "/$defs/source/properties/kind", FeedbackRecord.Kind.allCases),
      Enumeration(type, "/$defs/rating/properties/kind", every(after: Rating.Kind.next)),
      Enumeration(type, "/$defs/rating/properties/direction", every(after: Rating.Direction.next)),
    ]
  }

  private static func of<Value: RawRepresentable<String>>(
    _ definition: String,
    _ cases: [Value]
  ) -> Enumeration {
    Enumeration("feedback.signal.v1", "/$defs/\(definition)", cases)
  }

  private init<Value: RawRepresentable<String>>(
    _ type: String,
    _ pointer: String,
    _ cases: [Value]
  ) {
    self.type = type
    self.pointer = pointer
    values = cases.map(\.rawValue)
  }
}

/// All cases of a type that does not list them: `next` leads from nil over each of them to nil, by
/// a switch that a new case breaks.
private func every<Value>(after next: (Value?) -> Value?) -> [Value] {
  var cases: [Value] = []
  while let value = next(cases.last) { cases.append(value) }
  return cases
}

extension Rating.Kind {
  fileprivate static func next(_ kind: Rating.Kind?) -> Rating.Kind? {
    switch kind {
    case nil: .stars
    case .stars: .nps
    case .nps: .csat
    case .csat: .ces
    case .ces: .thumbs
    case .thumbs: .other
    case .other: nil
    }
  }
}

extension Rating.Direction {
  fileprivate static func next(_ direction: Rating.Direction?) -> Rating.Direction? {
    switch direction {
    case nil: .higherIsBetter
    case .higherIsBetter: .lowerIsBetter
    case .lowerIsBetter: .unknown
    case .unknown: nil
    }
  }
}

extension Instant.Precision {
  fileprivate static func next(_ precision: Instant.Precision?) -> Instant.Precision? {
    switch precision {
    case nil: .day
    case .day: .second
    case .second: nil
    }
  }
}

extension Diagnostic.Severity {
  fileprivate static func next(_ severity: Diagnostic.Severity?) -> Diagnostic.Severity? {
    switch severity {
    case nil: .error
    case .error: .warning
    case .warning: nil
    }
  }
}

extension Schema {
  fileprivate static var record: Schema { all[0] }
  fileprivate static var signal: Schema { all[1] }
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

/// Values with nothing in them, and with everything.
private enum Sample {
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
