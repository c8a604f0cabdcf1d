import Testing
import VerbatimTestSupport

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
