import Testing
import VerbatimCore

@Suite("Lines of CSV")
struct CSVLineTests {
  @Test(
    "leave no formula live",
    arguments: [
      ("=1+1", "'=1+1"), ("+cmd|'/C calc'!A0", "'+cmd|'/C calc'!A0"), ("@SUM(A1)", "'@SUM(A1)"),
      ("-2+3", "'-2+3"), ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""),
      ("＝1", "'＝1"), ("=\u{301}1", "'=\u{301}1"),
      ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
    ]
  )
  func formulas(text: String, field: String) {
    #expect(CSVLine.field(text) == field)
  }

  @Test("leave numbers as they are", arguments: ["-0.38", "+5", "1e-7", "14"])
  func numbers(text: String) {
    #expect(CSVLine.field(text) == text)
  }

  @Test("put what holds a comma, a quote or a line end in quotes")
  func quotes() {
    #expect(
      CSVLine.bytes(["a,b", "c\"d", "e\r\nf", "g"])
        == Array("\"a,b\",\"c\"\"d\",\"e\r\nf\",g\r\n".utf8)
    )
  }

  @Test("double a quote that a mark combines with")
  func combined() {
    #expect(Array(CSVLine.field("a\"\u{301}b").utf8) == Array("\"a\"\"\u{301}b\"".utf8))
  }
}
