import Testing
import VerbatimCore

@testable import VerbatimIngest

@Suite("JSON-LD that is nearly JSON")
struct JSONLDRepairTests {
  @Test(
    "is read after a repair that is named",
    arguments: [
      ("<!-- {R} -->", "its comments or wrappers were left out"),
      ("//<![CDATA[\n{R}\n//]]>", "its comments or wrappers were left out"),
      ("/* data */ {R}; // end", "its comments or wrappers were left out"),
      ("{\"x\":\"a\nb\tc\",R}", "raw line breaks or control characters in strings were escaped"),
      ("{\"x\":[1,2,],R,}", "commas before a closing bracket were dropped"),
      ("{\"x\":1}\n{R}", "several objects in one block were read as a list"),
      ("{\"x\":1},{R}", "several objects in one block were read as a list"),
    ]
  )
  func repaired(text: String, deed: String) throws {
    let review = #""@type":"Review","reviewBody":"http://a.example // <b>it</b> broke""#
    let page = try PageReading(jsonLD: text.replacing("R", with: review))
    #expect(page.records.map(\.text) == ["http://a.example // it broke"])
    #expect(page.warnings.map(\.code) == [.jsonLDRepaired])
    #expect(page.warnings.first?.message.hasSuffix("after a repair: " + deed) == true)
  }

  @Test("is told by its line when nothing helps, and the rest is read")
  func broken() throws {
    let page = try PageReading(
      "<p>\n<script type=application/ld+json>{\"a\":</script>\n<div itemscope "
        + "itemtype='//schema.org/Review'><b itemprop=reviewBody>Broke</b></div>"
    )
    #expect(page.warnings.map(\.code) == [.jsonLDBroken])
    #expect(page.warnings.first?.location.line == 2)
    #expect(page.records.map(\.text) == ["Broke"])
  }

  @Test("is nothing when it holds nothing", arguments: ["", " \n", "null", "[]", "<!-- -->"])
  func nothing(text: String) throws {
    #expect(try PageReading(jsonLD: text).warnings.map(\.code) == [.noReviews])
  }

  @Test("only drops, escapes or frames, whatever the bytes")
  func anyBytes() {
    let alphabet = Array(#"{}[],:"\/*<!-;a"#.utf8) + [0x0A, 0x01]
    var state: UInt64 = 7
    for _ in 0..<3_000 {
      var text: [UInt8] = []
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let comma = UInt8(ascii: ",")
      #expect(isSubsequence(JSONLDRepair.wrappers.mend(text), of: text))
      let escaped = JSONLDRepair.controlCharacters.mend(text)
      #expect(JSONLDRepair.controlCharacters.mend(escaped) == escaped)
      let trimmed = JSONLDRepair.trailingCommas.mend(text)
      #expect(isSubsequence(trimmed, of: text))
      #expect(trimmed.filter { $0 != comma } == text.filter { $0 != comma })
      let letter = UInt8(ascii: "a")
      let framed = JSONLDRepair.severalObjects.mend(text)
      #expect(framed.count { $0 == letter } == text.count { $0 == letter })
    }
  }

  private func isSubsequence(_ part: [UInt8], of whole: [UInt8]) -> Bool {
    var rest = part[...]
    for byte in whole where byte == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
