import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Byte ranges")
struct ByteRangeTests {
  @Test(
    "cut what a person would underline",
    arguments: [
      ("it broke", 3, 8, "broke"), ("Größe", 2, 6, "öß"), ("Größe", 0, 7, "Größe"),
      ("abc", 1, 1, ""),
      ("", 0, 0, ""), ("a👩‍🔧b", 1, 12, "👩‍🔧"), ("a\u{0}b", 1, 2, "\u{0}"),
    ]
  )
  func cut(text: String, start: Int, end: Int, cut: String) {
    #expect(Array(ByteRange(start, end).cut(text).utf8) == Array(cut.utf8))
    #expect(ByteRange(start, end).count == end - start)
  }

  @Test("cut as substrings do, at every pair of characters")
  func everyCut() {
    let text = "né 👩‍🔧 c\u{301}\r\nß"
    let places = Array(text.indices) + [text.endIndex]
    for (index, start) in places.enumerated() {
      for end in places[index...] {
        let range = ByteRange(
          text.utf8.distance(from: text.startIndex, to: start),
          text.utf8.distance(from: text.startIndex, to: end)
        )
        #expect(range.cut(text) == text[start..<end])
      }
    }
  }

  @Test("overlap when they share a byte, at every pair of short ranges")
  func overlaps() {
    let ranges = (0...5).flatMap { start in (start...5).map { ByteRange(start, $0) } }
    let wrong = ranges.flatMap { left in
      ranges.filter { right in
        let shared = Set(left.start..<left.end).intersection(right.start..<right.end)
        return left.overlaps(right) == shared.isEmpty
      }.map { "\(left.start)..<\(left.end) and \($0.start)..<\($0.end)" }
    }
    #expect(wrong.isEmpty)
  }

  @Test("sort by start, then by end")
  func order() {
    let sorted = [ByteRange(0, 1), ByteRange(0, 9), ByteRange(2, 3), ByteRange(2, 4)]
    #expect(sorted.reversed().sorted() == sorted)
  }
}
