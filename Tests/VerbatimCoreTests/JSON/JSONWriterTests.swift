import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("JSON writer")
struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    body(&json)
    return json.text
  }

  @Test(
    "escapes what JSON demands and nothing else",
    arguments: [
      ("", #""""#), ("plain", #""plain""#), (#"a"b\c"#, #""a\"b\\c""#), ("a/b", #""a/b""#),
      ("\n\r\t", #""\n\r\t""#),
      ("\u{0}\u{1}\u{8}\u{C}\u{1F}", #""\u0000\u0001\u0008\u000c\u001f""#),
      ("\u{7F}é\u{2028}👩‍🔧", "\"\u{7F}é\u{2028}👩‍🔧\""), ("\r\n", #""\r\n""#),
    ]
  )
  func escapes(text: String, json: String) {
    #expect(written { $0.value(text) } == json)
  }

  @Test(
    "writes numbers the shortest way, whole ones without a fraction",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1, "1"), (-7, "-7"), (10, "10"), (0.1, "0.1"), (-0.25, "-0.25"),
      (1.0 / 3, "0.3333333333333333"), (100_000, "100000"),
      (999_999_999_999_999, "999999999999999"),
      (1e22, "1e+22"), (.leastNonzeroMagnitude, "5e-324"),
      (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
    ]
  )
  func numbers(number: Double, json: String) {
    #expect(written { $0.value(number) } == json)
  }

  @Test(
    "writes every whole number below 2⁵³ without a fraction",
    arguments: [1_234_567_890_123_456, 9_007_199_254_740_991, -1_000_000_000_000_001]
  )
  func longWholeNumbers(number: Int) {
    #expect(written { $0.value(Double(number)) } == String(number))
  }

  @Test("writes null for what is no number", arguments: [Double.nan, .infinity, -.infinity])
  func noNumber(number: Double) {
    #expect(written { $0.value(number) } == "null")
    #expect(written { $0.field("a", number) } == #""a":null"#)
  }

  @Test(
    "writes integers",
    arguments: [
      (0, "0"), (9, "9"), (10, "10"), (-1, "-1"), (.max, "9223372036854775807"),
      (.min, "-9223372036854775808"),
    ] as [(Int, String)]
  )
  func integers(number: Int, json: String) {
    #expect(written { $0.value(number) } == json)
  }

  @Test("keeps the order given, with commas between and nowhere else")
  func order() {
    let json = written { json in
      json.object { json in
        json.field("z", "1")
        json.field("a", 2)
        json.array("empty", [Int]()) { $0.value($1) }
        json.array("list", [1, 2]) { $0.value($1) }
        json.object("inner") { json in
          json.key(dynamic: "quo\"te")
          json.value(true)
          json.object("none") { _ in }
        }
        json.field("end", false)
      }
    }
    #expect(
      json
        == #"{"z":"1","a":2,"empty":[],"list":[1,2],"inner":{"quo\"te":true,"none":{}},"end":false}"#
    )
  }

  @Test("writes null for fields without a value, and leaves optional ones out")
  func absent() {
    let json = written { json in
      json.object { json in
        json.optional("a", nil as String?)
        json.field("b", nil as String?)
        json.field("c", nil as Int?)
        json.optional("d", nil as Int?)
        json.field("e", nil as Double?)
        json.optional("f", nil as Double?)
        json.field("g", nil as Bool?)
        json.optional("h", nil as Bool?)
        json.optional("i", "")
        json.optional("j", 0)
        json.optional("k", 0.5)
        json.optional("l", false)
      }
    }
    #expect(json == #"{"b":null,"c":null,"e":null,"g":null,"i":"","j":0,"k":0.5,"l":false}"#)
  }

  @Test("writes lines of JSON, takes over what is written, and starts afresh")
  func lines() {
    var json = JSONWriter()
    json.object { $0.field("a", 1) }
    json.endLine()
    json.array([0, 1]) { json, _ in json.raw(Array(#"{"b":2}"#.utf8)) }
    json.endLine()
    #expect(json.text == "{\"a\":1}\n[{\"b\":2},{\"b\":2}]\n")
    json.removeAll()
    #expect(json.bytes.isEmpty)
    json.value("x")
    #expect(json.text == #""x""#)
  }

  @Test("takes over fields that were written before")
  func fields() {
    let json = written { json in
      json.object { json in
        json.field("a", 1)
        json.fields(Array(#""b":2,"c":{}"#.utf8))
        json.field("d", 3)
      }
    }
    #expect(json == #"{"a":1,"b":2,"c":{},"d":3}"#)
  }

  @Test("writes strings that another reader reads back", arguments: SeededGenerator.seeds(20))
  func stringsReadBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet =
      (0..<0x30).map { String(Unicode.Scalar(UInt8($0))) }
      + [
        "\"", "\\", "/", "\u{7F}", "é", "e\u{301}", "\u{2028}", "👩‍🔧", "\u{FFFF}", "\u{10FFFF}",
        "\r\n",
      ]
    for _ in 0..<50 {
      let texts = (0..<5).map { _ in random.text(of: alphabet, longest: 12) }
      let json = written { $0.array(texts) { $0.value($1) } }
      let read = try JSONDecoder().decode([String].self, from: Data(json.utf8))
      #expect(read.map { Array($0.utf8) } == texts.map { Array($0.utf8) }, "\(random)")
    }
  }

  @Test("writes numbers that read back to the last bit", arguments: SeededGenerator.seeds(20))
  func numbersReadBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var number = Double(bitPattern: random.next())
      if random.chance(0.5) { number = (random.unit() * 1e6).rounded() / 1000 }
      guard number.isFinite else { continue }
      let json = written { $0.value(number) }
      #expect(Double(json) == number, "\(random) \(json)")
      let read = try JSONDecoder().decode([Double].self, from: Data("[\(json)]".utf8))
      #expect(read == [number], "\(random) \(json)")
    }
  }
}
