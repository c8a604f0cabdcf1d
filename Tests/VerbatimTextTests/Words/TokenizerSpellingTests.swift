import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Misspelt words in a text")
struct TokenizerSpellingTests {
  private static let words = [
    "battery", "charging", "excellent", "broken", "returned", "so", "good", "very", "because",
    "quality", "terrible",
  ]
  private let fixture = TokenizedFixture(
    words: words,
    openers: ["because"],
    corrects: true,
    misspellings: [("becuz", "because")]
  )
  private let plain = TokenizedFixture(words: words, openers: ["because"])

  /// What the text was corrected to, word by word; "" for a word left as it is.
  private func corrections(_ text: String) -> [String] {
    fixture.read(text).words.map {
      $0.style.contains(.corrected) ? fixture.vocabulary.form(of: $0.id) : ""
    }
  }

  @Test("keep their place in the original and take the number of the word that is meant")
  func place() throws {
    let read = fixture.read("The batery is broekn.")
    let word = try #require(read.words.first { $0.style.contains(.corrected) })
    #expect(read.cut(word.range) == "batery")
    #expect(word.id == fixture.vocabulary.id(of: "battery"))
    #expect(corrections("The batery is broekn.") == ["", "battery", "", "broken"])
    #expect(
      fixture.read("The battery is broken").words.allSatisfy { !$0.style.contains(.corrected) }
    )
    #expect(plain.read("The batery").words.last?.id == 0)
  }

  @Test(
    "are corrected where a capital begins a sentence or a line, not where it marks a name",
    arguments: [
      ("Batery died", ["battery", ""]), ("It died. Batery", ["", "", "battery"]),
      ("Pro:\nExcelent", ["", "excellent"]), ("my Batery died", ["", "", ""]),
      ("died, Batery", ["", ""]), ("my BaTery", ["", ""]), ("the bateryX", ["", ""]),
      ("the BATERY died", ["", "", ""]), ("THE BATERY DIED", ["", "battery", ""]),
      ("IS BROEKN", ["", "broken"]), ("ABC QALITY", ["", "quality"]), ("BATERY", [""]),
    ]
  )
  func capitals(text: String, meant: [String]) { #expect(corrections(text) == meant) }

  @Test(
    "stay in addresses, codes and parts of compounds",
    arguments: [
      "batery@shop.example", "me@batery.example", "https://shop.example/batery?x=1",
      "www.batery.com", "batery.co", "batery2", "batery_x", "x-batery", "batery-pack", "5batery",
    ]
  )
  func addresses(text: String) { #expect(corrections(text).allSatisfy { $0.isEmpty }) }

  @Test(
    "are corrected beside punctuation, emoji and other scripts",
    arguments: [
      ("batery.Excelent", ["battery", "excellent"]), ("(batery)", ["battery"]),
      ("batery/charger", ["battery", ""]), ("batery\u{1F44D}", ["battery", ""]),
      ("\u{201C}batery\u{201D}", ["battery"]), ("schön: batery…", ["", "battery"]),
      ("well-chraging", ["", "charging"]),
    ]
  )
  func beside(text: String, meant: [String]) {
    #expect(corrections(text) == meant)
    #expect(fixture.read(text).fault == nil)
  }

  @Test("open a clause as the right word does")
  func clauses() {
    #expect(fixture.read("it died becuz it leaked").clauseTexts == ["it died", "becuz it leaked"])
  }

  @Test("are looked up after drawn-out letters and the possessive")
  func order() throws {
    let drawn = try #require(fixture.read("goooood").words.first)
    #expect(drawn.style.contains(.elongated))
    #expect(!drawn.style.contains(.corrected))
    #expect(corrections("battery's") == [""])
    #expect(corrections("batery's") == [""])
  }

  @Test("change nothing but numbers and styles of words", arguments: SeededGenerator.seeds(3))
  func onlyNumbers(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pool = [
      "batery", "Excelent", "BROEKN", "returnd", "é", " ", " ", " ", ".", ",", "-", "'",
      "\u{2019}s",
      "@", "\n", "\u{1F600}", "x", "3", "battery", "qualty", "://",
    ]
    for _ in 0..<800 {
      let text = random.text(of: pool, longest: 16)
      let (read, twin) = (fixture.read(text), plain.read(text))
      #expect(read.fault == nil, "\(random): \(text)")
      #expect(read.wordTexts == twin.wordTexts)
      #expect(read.isShouted == twin.isShouted)
      for (word, other) in zip(read.words, twin.words) where !word.style.contains(.corrected) {
        #expect(word.id == other.id, "\(random): \(text)")
      }
    }
  }

  @Test("a run of any length without a blank is read in one go")
  func longRun() {
    let text = String(repeating: "batery.", count: 20_000)
    let read = fixture.read(text)
    #expect(read.words.count == 20_000)
    #expect(read.words.allSatisfy { $0.style.contains(.corrected) })
  }
}
