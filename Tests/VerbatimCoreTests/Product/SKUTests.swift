import Testing
import VerbatimCore

@Suite("SKU")
struct SKUTests {
  @Test(
    "is trimmed and keeps its spelling",
    arguments: [
      ("BM-200", "BM-200"), ("  bm-200\t", "bm-200"), ("'00420", "00420"),
      ("\u{A0}Lamp 3 \n", "Lamp 3"), ("O'Neill", "O'Neill"),
    ]
  )
  func spelling(text: String, value: String) {
    #expect(SKU(text)?.value == value)
    #expect(SKU(text)?.description == value)
  }

  @Test(
    "is the same but for case and white space",
    arguments: [("bm-200", "BM-200"), ("BM 200", "bm200"), ("é1", "É1"), (" A\u{A0}1", "a1")]
  )
  func equality(left: String, right: String) {
    #expect(SKU(left) == SKU(right))
    #expect(SKU(left)?.hashValue == SKU(right)?.hashValue)
  }

  @Test("differs by zeros and hyphens", arguments: [("0420", "420"), ("BM-200", "BM200")])
  func inequality(left: String, right: String) {
    #expect(SKU(left) != SKU(right))
  }

  @Test("is none when nothing is left", arguments: ["", " ", "\t\r\n", "'", " ' "])
  func empty(text: String) {
    #expect(SKU(text) == nil)
  }

  @Test("has at most 128 bytes")
  func length() {
    #expect(SKU(String(repeating: "A", count: 128)) != nil)
    #expect(SKU(String(repeating: "A", count: 129)) == nil)
    #expect(SKU(String(repeating: "é", count: 64)) != nil)
    #expect(SKU(String(repeating: "é", count: 65)) == nil)
    #expect(SKU(String(repeating: " ", count: 300) + "A") != nil)
  }
}
