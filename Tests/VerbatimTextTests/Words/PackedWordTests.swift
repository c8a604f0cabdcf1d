import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Packed words")
struct PackedWordTests {
  private func word(_ text: String) throws -> PackedWord { try #require(PackedWord(text)) }

  @Test("hold 25 letters a to z and apostrophes, and nothing else")
  func holds() throws {
    #expect(PackedWord("") != nil)
    #expect(PackedWord(String(repeating: "z", count: 25)) != nil)
    #expect(PackedWord(String(repeating: "a", count: 26)) == nil)
    for other in ["B", "1", "_", "é", " ", "-", "@", "`", "{", "\u{0}"] {
      #expect(PackedWord("ab" + other) == nil)
      #expect(PackedWord(other) == nil)
    }
  }

  @Test("do what strings do", arguments: SeededGenerator.seeds(3))
  func twin(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = ["a", "b", "c", "y", "z", "'"]
    for _ in 0..<1500 {
      let left = random.text(of: alphabet, longest: 25)
      let right = random.text(of: alphabet, longest: 4)
      let (packed, other) = (try word(left), try word(right))
      let letters = Array(left)
      #expect(packed.count == letters.count)
      #expect((packed == other) == (left == right))
      #expect(packed.hasPrefix(other) == left.hasPrefix(right))
      #expect(packed.hasSuffix(other) == left.hasSuffix(right))
      #expect(packed.hasApostrophe == left.contains("'"))
      #expect(packed.sharedPrefix(other) == zip(left, right).prefix { $0 == $1 }.count)
      let bytes = Array((left + "Xyz").utf8)
      #expect(PackedWord(bytes.span, count: letters.count) == packed)
      #expect(
        PackedWord(bytes.span, count: min(letters.count, 22) + 1) == nil || letters.count > 22
      )
      #expect(packed.last == left.utf8.last.flatMap { PackedWord.number($0) } ?? 0)
      for place in 0...letters.count {
        #expect(packed.prefix(place) == (try word(String(letters[..<place]))))
        #expect(packed.suffix(from: place) == (try word(String(letters[place...]))))
        guard place < letters.count else {
          #expect(packed[place] == 0)
          continue
        }
        var rest = letters
        rest.remove(at: place)
        #expect(packed.removing(at: place) == (try word(String(rest))))
        #expect(packed.hash(removing: place) == packed.removing(at: place).hash)
        #expect(packed[place] == letters[place].asciiValue.flatMap { PackedWord.number($0) })
      }
      if letters.count < 25 {
        #expect(packed.appending(Letter.e) == (try word(left + "e")))
      }
      #expect((packed.replacingLast(Letter.y, with: Letter.i) != nil) == left.hasSuffix("y"))
    }
  }
}
