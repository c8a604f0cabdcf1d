import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

/// Sentences against ICU's with `ss=standard`, over prose in which the tailorings do not matter.
@Suite("Sentences against ICU")
struct SentenceTwinTests {
  private let fixture = TokenizedFixture(openers: [], joiners: [], subjects: [])

  /// For each word, the number of ICU's sentence it is in.
  private func icu(_ bytes: [UInt8], _ words: [Word], _ breaks: ICUBreakIterator) throws -> [Int] {
    var ends: [Int] = []
    try breaks.forEachSegment(of: bytes, in: ByteRange(0, bytes.count)) {
      ends.append($0.range.end)
    }
    return words.map { word in ends.firstIndex { Int(word.start) < $0 } ?? 0 }
  }

  private func ours(_ text: TokenizedText) -> [Int] {
    text.words.map { text.clauses[Int($0.clause)].sentence }
  }

  /// Numbers by order of first appearance, so that empty sentences do not count.
  private func ranks(_ numbers: [Int]) -> [Int] {
    var seen: [Int] = []
    return numbers.map { number in
      if let rank = seen.firstIndex(of: number) { return rank }
      seen.append(number)
      return seen.count - 1
    }
  }

  @Test(
    "are ICU's on prose with titles, short forms and numbers",
    arguments: SeededGenerator.seeds(3)
  )
  func prose(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let breaks = try ICUBreakIterator(.sentence)
    let starts = ["The lid", "It", "We", "Nobody", "Mr. Smith", "Mrs. Jones", "My Sgt. Pepper mug"]
    let middles = [
      "broke", "cost 3.50 in total", "came from the U.S. office", "(the second one) leaked",
      "said \u{201C}never again\u{201D}", "arrived, e.g. the box, on time",
      "is fine vs. the old one",
      "works; it really does", "was 1,000.5 grams", "met Prof. Hill",
    ]
    let ends = [".", "!", "?", "!!", "?!", ".)", "!\u{201D}", "..."]
    for _ in 0..<3000 {
      let count = Int.random(in: 1...5, using: &generator)
      let text = (0..<count).map { _ in
        [starts, middles].compactMap { $0.randomElement(using: &generator) }.joined(separator: " ")
          + (ends.randomElement(using: &generator) ?? ".")
      }.joined(separator: " ")
      let read = fixture.read(text)
      let expected = ranks(try icu(read.bytes, read.words, breaks))
      if ranks(ours(read)) != expected {
        Issue.record("\(text) is \(read.sentenceTexts), but ICU says \(expected)")
        return
      }
    }
  }

  @Test(
    "end where customers end them",
    arguments: [
      ("great phone. battery died.", 2), ("It broke.Returned it.", 2), ("It is OK. But loud.", 2),
      ("The answer was no. It broke.", 2), ("Mug no. 5 broke.", 1), ("see amazon.com for it", 1),
      ("e.g. the lid", 1), ("at 5 p.m. it rang", 1), ("at 5 p.m. The bell rang", 2),
      ("well... it broke", 1), ("Well... It broke", 2), ("mr. smith called", 1),
      ("Dr. Jones called", 1),
      ("lids, etc. The box", 2), ("lids etc. were fine", 1), ("U.S.A. made", 1),
    ]
  )
  func tailored(text: String, count: Int) {
    #expect(fixture.read(text).sentences.count == count)
  }

  @Test("the words taken out of ICU's list are in it")
  func exceptions() {
    let listed = ICUBreakIterator.sentenceExceptions(language: "en")
    #expect(listed.count > 100)
    for word in SentenceEnd.words { #expect(listed.contains("\(word).")) }
  }
}
