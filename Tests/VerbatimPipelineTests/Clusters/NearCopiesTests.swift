import Testing
import VerbatimTestSupport

@testable import VerbatimPipeline

@Suite("Near copies")
struct NearCopiesTests {
  private static func shingles(_ text: String) throws -> [UInt64] {
    var scratch = ClusterWords.Scratch()
    let words = try ClusterWords(SmallLexicons.engine())
    return words.shingles(StoredVerbatim(text: text), scratch: &scratch)
  }

  @Test(
    "are texts with small changes, and not texts that share a phrase",
    arguments: [
      (
        "The lid of this jar cracked after two weeks and now it leaks all over the shelf",
        "The lid of this jar cracked after two weeks, and now it leaks all over my shelf!", true
      ),
      (
        "The lid of this jar cracked after two weeks and now it leaks all over the shelf",
        "The lid of this jar cracked after two weeks and now it leaks", true
      ),
      (
        "The lid of this jar cracked after two weeks and now it leaks all over the shelf",
        "Bought it for my mother and the lid of this jar cracked when she washed it", false
      ),
      ("It broke after one week", "It broke after one week", false),
    ]
  )
  func pairs(first: String, second: String, isCopy: Bool) throws {
    let originals = NearCopies.originals([try Self.shingles(first), try Self.shingles(second)])
    #expect(originals == (isCopy ? [1: 0] : [:]))
  }

  @Test("are those that comparing every pair finds", arguments: SeededGenerator.seeds(10))
  func naive(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<40).map { _ in
      Set((0..<Int.random(in: 3...12, using: &random)).map { _ in UInt64(random.next() % 20) })
    }
    var expected: [Int: Int] = [:]
    for (place, text) in texts.enumerated() where text.count >= NearCopies.fewest {
      for other in 0..<place
      where expected[other] == nil && texts[other].count >= NearCopies.fewest {
        let shared = Double(text.intersection(texts[other]).count)
        let union = Double(text.union(texts[other]).count)
        let shorter = Double(min(text.count, texts[other].count))
        if shared / union >= 0.5 || shared / shorter >= 0.8 {
          expected[place] = other
          break
        }
      }
    }
    #expect(NearCopies.originals(texts.map { $0.sorted() }) == expected, "\(random)")
  }
}
