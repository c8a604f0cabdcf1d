import Testing
import VerbatimReport

@Suite("Plain text")
struct PlainTextTests {
  @Test("has no mark-up left")
  func markup() {
    #expect(
      PlainText.escaped("<b a='1' c=\"2\">&amp;</b>")
        == "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;&lt;/b&gt;"
    )
  }

  @Test(
    "shows what would turn or hide the words around it",
    arguments: [
      ("a\u{202E}b", "a[U+202E]b"), ("a\u{2066}b\u{2069}", "a[U+2066]b[U+2069]"),
      ("zero\u{200B}width", "zero[U+200B]width"), ("\u{FEFF}a", "[U+FEFF]a"),
      ("a\u{1B}[31m", "a[U+001B][31m"), ("a\u{0}b", "a[U+0000]b"), ("a\u{9B}b", "a[U+009B]b"),
      ("\u{E0041}", "[U+E0041]"), ("a\u{2028}b", "a[U+2028]b"), ("a\rb", "a[U+000D]b"),
    ]
  )
  func controls(text: String, shown: String) {
    #expect(PlainText.visible(text) == shown)
  }

  @Test(
    "keeps what languages need",
    arguments: [
      "Crème brûlée", "می‌خواهم", "👩‍🍳 great", "שבור לגמרי", "two\nlines\tand a tab",
      "e\u{301}\u{323}",
    ]
  )
  func languages(text: String) {
    #expect(PlainText.visible(text) == text)
  }

  @Test("holds marks that pile up to what an orthography may have")
  func marks() {
    let piled = "a" + String(repeating: "\u{301}", count: 100) + "b"
    let kept = "a" + String(repeating: "\u{301}", count: PlainText.marksAtMost)
    #expect(PlainText.visible(piled) == kept + "[+92 marks]b")
  }

  @Test("does not let a mark hide the character it stands on")
  func markOnMarkup() {
    #expect(PlainText.escaped("<\u{338}script>") == "&lt;\u{338}script&gt;")
  }
}
