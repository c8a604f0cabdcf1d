import Testing
import VerbatimCore

@Suite("JSON values")
struct JSONValueTests {
  @Test("give the first member of a name")
  func members() {
    let object = JSONValue.object([("a", .number(1)), ("b", .null), ("a", .number(2))])
    #expect(object["a"] == .number(1))
    #expect(object["b"] == .null)
    #expect(object["c"] == nil)
    #expect(JSONValue.array([.null])["a"] == nil)
    #expect(JSONValue.array([.null]).elements == [.null])
    #expect(object.elements == nil)
  }

  @Test(
    "give scalars as text",
    arguments: [
      (.string("x"), "x"), (.number(3), "3"), (.number(-0.5), "-0.5"), (.number(0), "0"),
      (.number(1_234_567_890_123_456), "1234567890123456"), (.number(1e300), "1e+300"),
      (.boolean(true), "true"), (.boolean(false), "false"), (.null, nil),
      (.array([]), nil), (.object([]), nil),
    ] as [(JSONValue, String?)]
  )
  func scalars(value: JSONValue, text: String?) {
    #expect(value.scalarText == text)
  }

  @Test("are equal when they hold the same in the same order")
  func equality() {
    let left = JSONValue.object([("a", .array([.number(1)])), ("b", .string("x"))])
    let right = JSONValue.object([("b", .string("x")), ("a", .array([.number(1)]))])
    #expect(left == left)
    #expect(
      left.hashValue
        == JSONValue.object([("a", .array([.number(1)])), ("b", .string("x"))]).hashValue
    )
    #expect(left != right)
    #expect(JSONValue.null != .boolean(false))
    #expect(JSONValue.number(0) != .string("0"))
    #expect(JSONValue.object([]) != .array([]))
  }
}
