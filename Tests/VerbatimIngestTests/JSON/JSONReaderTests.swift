import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

@Suite("JSON documents")
struct JSONReaderTests {
  private let reader = JSONReader()

  private func parse(_ text: String) throws(JSONFailure) -> JSONValue {
    try reader.parse(Array(text.utf8))
  }

  @Test("become values, members in their order, repeats kept")
  func values() throws {
    let value = try parse(
      """
      {"b": [1, -2.5, 1e3, true, false, null, "x\\n\\u00e9\\ud83d\\ude00"], "a": {}, "b": []}
      """
    )
    #expect(
      value
        == .object([
          (
            "b",
            .array([
              .number(1), .number(-2.5), .number(1000), .boolean(true), .boolean(false), .null,
              .string("x\né😀"),
            ])
          ),
          ("a", .object([])), ("b", .array([])),
        ])
    )
    #expect(value["b"]?.elements?.count == 7)
    #expect(try parse(" 3 ") == .number(3))
    #expect(try parse("9223372036854775807") == .number(0x1p63))
    #expect(try parse("18446744073709551615") == .number(0x1p64))
  }

  @Test(
    "keep every digit of an integer that 64 bits do not hold",
    arguments: [
      ("18446744073709551616", "18446744073709551616"),
      ("-9223372036854775809", "-9223372036854775809"),
      ("123456789012345678901234567890", "123456789012345678901234567890"),
    ]
  )
  func longIntegers(text: String, digits: String) throws {
    let document = try parse(#"{"a\"1": [1, \#(text), 1.5], "b": "\#(text)"}"#)
    #expect(document["a\"1"]?.elements == [.number(1), .string(digits), .number(1.5)])
    #expect(document["b"] == .string(text))
  }

  @Test(
    "that are broken say so",
    arguments: [
      "", " ", "{", "[1,]", "{\"a\"}", "nul", "01", "\"\u{1}\"", "\"\\x\"", "[1] 2", "'a'",
      "1e400", "[18446744073709551616, 1e400]", "018446744073709551616",
    ]
  )
  func broken(text: String) {
    #expect(throws: JSONFailure.self) { try parse(text) }
  }

  @Test("may nest deep, but not without end")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try parse(nested(JSONReader.depth - 1))
    #expect(throws: JSONFailure.self) { try parse(nested(JSONReader.depth + 1)) }
    #expect(throws: JSONFailure.self) { try parse(String(repeating: "[", count: 100_000)) }
  }

  @Test("one parser reads one after another, broken ones between")
  func reuse() throws {
    #expect(try parse("[1]") == .array([.number(1)]))
    #expect(throws: JSONFailure.self) { try parse("[1, [2, {\"a\":") }
    #expect(try parse("{\"a\": [2]}") == .object([("a", .array([.number(2)]))]))
  }

  @Test(
    "of the JSON test suite are read or refused as it says",
    .enabled(if: Shared.has("samples/json-torture"))
  )
  func torture() throws {
    let files = Shared.files(in: "samples/json-torture", ending: ".json")
    for file in files {
      let name = file.lastPathComponent
      let bytes = Array(try Data(contentsOf: file))
      let isRead = (try? reader.parse(bytes)) != nil
      if name.hasPrefix("y_") { #expect(isRead, "\(name)") }
      if name.hasPrefix("n_") { #expect(!isRead, "\(name)") }
    }
  }
}
