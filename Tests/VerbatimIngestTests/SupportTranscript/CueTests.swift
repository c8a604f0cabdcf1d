import Testing

@testable internal import VerbatimIngest

@Suite("Cues")
struct CueTests {
  @Test(
    "timings parse",
    arguments: [
      ("00:00.000 --> 00:01.000", 0, 1000), ("\t00:59.999-->01:00.000", 59_999, 60_000),
      ("00:00:01.000 --> 100:00:00.000 line:0", 1000, 360_000_000),
      ("0:00:01.000 --> 1:00:00.000", 1000, 3_600_000),
    ]
  )
  func timings(line: String, start: Int, end: Int) throws {
    let timing = try #require(CueTiming(Array(line.utf8)))
    #expect(timing.start == start)
    #expect(timing.end == end)
  }

  @Test(
    "other lines are no timings",
    arguments: [
      "00:60.000 --> 01:00.000", "00:00,000 --> 00:01,000", "00:00.00 --> 00:01.000",
      "00:00.000 -> 00:01.000", "-00:00.000 --> 00:01.000", "00.000 --> 00:01.000", "-->",
      "00:00.000 -->", "99999999999999999999:00:00.000 --> 00:00.000", "",
    ]
  )
  func garbage(line: String) { #expect(CueTiming(Array(line.utf8)) == nil) }

  @Test(
    "tags and references leave the words",
    arguments: [
      ("a<c.d e>b</c>c", "abc"), ("x<00:00:01.000>y", "xy"), ("<ruby>a<rt>b</rt></ruby>", "ab"),
      ("&amp;lt;", "&lt;"), ("&lt;v&gt;", "<v>"), ("&#39;&#x27;", "''"), ("&what; &", "&what; &"),
      ("&#0; &#xD800;", "&#0; &#xD800;"), ("5 < 6", "5 < 6"), ("<c></\nc>x", "x"), ("a<b", "a"),
    ]
  )
  func words(payload: String, text: String) {
    #expect(CueText(payload).spans.map(\.text).joined() == text)
  }

  @Test(
    "voice tags name the voice",
    arguments: [
      ("<v Mary>a", "Mary"), ("<v.a.b  Mary  Ann >a", "Mary Ann"), ("<v>a", nil), ("<v.x>a", nil),
      ("<v R&amp;D>a", "R&D"), ("<video x>a", nil), ("<v Joe></v>a", nil),
    ] as [(String, String?)]
  )
  func voice(payload: String, name: String?) {
    #expect(CueText(payload).spans == [CueText.Span(voice: name, text: "a")])
  }
}
