import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Slips of the pen")
struct SpellingSlipTests {
  private func word(_ text: String) throws -> PackedWord { try #require(PackedWord(text)) }

  @Test(
    "have a kind and a place",
    arguments: [
      ("chraging", "charging", SpellingSlip.swapped, 2), ("recieve", "receive", .swapped, 3),
      ("batery", "battery", .doubled, 3), ("untill", "until", .doubled, 5),
      ("seperate", "separate", .vowel, 3), ("returnd", "returned", .missing, 6),
      ("xcellent", "excellent", .missing, 0), ("useing", "using", .extra, 2),
      ("responce", "response", .sound, 6), ("softwate", "software", .other, 6),
    ] as [(String, String, SpellingSlip, Int)]
  )
  func kinds(written: String, meant: String, slip: SpellingSlip, place: Int) throws {
    let found = try #require(SpellingSlip.between(word(written), word(meant)))
    #expect(found.slip == slip)
    #expect(found.place == place)
  }

  @Test(
    "are weighed together when they are two of the common kinds",
    arguments: [
      ("charging", "charging", 0), ("recieve", "receive", 1), ("dissapointed", "disappointed", 4),
      ("definately", "definitely", 4), ("comittee", "committee", 2), ("neccesary", "necessary", 4),
      ("accomadate", "accommodate", 6), ("definatley", "definitely", 5),
      ("returnd", "returned", nil), ("comfty", "comfort", nil),
      ("dissapointid", "disappointed", nil),
      ("definitele", "definitely", nil), ("", "a", nil),
    ] as [(String, String, Int?)]
  )
  func weights(written: String, meant: String, weight: Int?) throws {
    #expect(SpellingSlip.weight(try word(written), try word(meant), limit: 2) == weight)
  }

  /// Whether one letter left out, put in, changed or two neighbours swapped make one of the other.
  private static func isOneSlip(_ left: [Character], _ right: [Character]) -> Bool {
    let letters = Array("abc")
    for place in 0...left.count {
      for letter in letters {
        var longer = left
        longer.insert(letter, at: place)
        if longer == right { return true }
      }
      guard place < left.count else { continue }
      var changed = left
      changed.remove(at: place)
      if changed == right { return true }
      for letter in letters {
        changed = left
        changed[place] = letter
        if changed == right { return true }
      }
      guard place + 1 < left.count else { continue }
      changed = left
      changed.swapAt(place, place + 1)
      if changed == right { return true }
    }
    return false
  }

  @Test("are found between any two short words, as trying them all finds them")
  func exhaustive() throws {
    let words = EveryString(of: ["a", "b", "c"], upTo: 4).map { $0 }
    for left in words {
      let written = try word(left)
      for right in words where right != left {
        let found = SpellingSlip.between(written, try word(right)) != nil
        if found != Self.isOneSlip(Array(left), Array(right)) {
          Issue.record("\(left), \(right): \(found)")
        }
      }
    }
  }
}
