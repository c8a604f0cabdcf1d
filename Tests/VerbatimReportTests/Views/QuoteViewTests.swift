import Testing
import VerbatimCore
import VerbatimReport
import VerbatimStatistics

@Suite("Quotes")
struct QuoteViewTests {
  /// The pieces with marked ones in brackets.
  private func shown(_ quote: QuoteView) -> String {
    quote.segments.map { $0.isMarked ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test("mark the bytes and nothing else")
  func one() {
    let text = "The handle snapped off today"
    #expect(shown(QuoteView(text, marking: [ByteRange(4, 18)])) == "The [handle snapped] off today")
    #expect(shown(QuoteView(text, marking: [])) == text)
  }

  @Test("mark several ranges in any order, and join those that overlap or touch")
  func several() {
    let ranges = [ByteRange(8, 12), ByteRange(0, 3), ByteRange(10, 14), ByteRange(3, 4)]
    #expect(shown(QuoteView("abcdefghijklmnop", marking: ranges)) == "[abcd]efgh[ijklmn]op")
  }

  @Test("never cut a character: a range is widened to those it touches")
  func characters() {
    // é is bytes 1–2, the emoji 4–7.
    let text = "béc👀d"
    #expect(shown(QuoteView(text, marking: [ByteRange(2, 3)])) == "b[é]c👀d")
    #expect(shown(QuoteView(text, marking: [ByteRange(5, 6)])) == "béc[👀]d")
    #expect(shown(QuoteView(text, marking: [ByteRange(1, 2), ByteRange(6, 7)])) == "b[é]c[👀]d")
  }

  @Test("take ranges that lie outside, end before they start, or are empty")
  func strays() {
    let ranges = [ByteRange(-5, 2), ByteRange(90, 99), ByteRange(3, 3), ByteRange(5, 4)]
    #expect(shown(QuoteView("abcdef", marking: ranges)) == "[ab]cdef")
    #expect(shown(QuoteView("", marking: [ByteRange(0, 4)])) == "")
  }

  @Test("show the words around the marks of a long text, cut at blanks")
  func window() {
    let text =
      String(repeating: "before ", count: 50) + "SNAPPED " + String(repeating: "after ", count: 50)
    let quote = QuoteView(text, marking: [ByteRange(350, 357)], reach: 30)
    #expect(shown(quote) == "… before before before before [SNAPPED] after after after after …")
  }

  @Test("join to the same bytes whatever the ranges: seeded")
  func joins() {
    var random = SplitMix64(seed: 47)
    let letters = Array("aé👀 ß漢\n").map(String.init)
    for _ in 0..<300 {
      let text = (0..<Int(random.next() % 20)).map { _ in letters[Int(random.next() % 7)] }.joined()
      let ranges = (0..<4).map { _ in
        ByteRange(Int(random.next() % 50) - 5, Int(random.next() % 50) - 5)
      }
      let quote = QuoteView(text, marking: ranges)
      #expect(quote.segments.map(\.text).joined() == text)
      let marked = quote.segments.filter(\.isMarked).reduce(0) { $0 + $1.text.utf8.count }
      let bytes = (0..<text.utf8.count).filter { place in
        ranges.contains { $0.start <= place && place < $0.end }
      }
      #expect(marked >= bytes.count)
    }
  }
}
