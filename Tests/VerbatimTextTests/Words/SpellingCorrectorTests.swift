import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Spelling corrector")
struct SpellingCorrectorTests {
  private static let fixture = TokenizedFixture(
    words: [
      "charging", "charge", "battery", "returned", "return", "returns", "disappointed",
      "disappoint",
      "definitely", "excellent", "broken", "received", "separate", "screen", "quality", "response",
      "software", "preferred", "prefer", "stopped", "stop", "using", "use", "material",
      "electronics",
      "enables", "breaks", "brakes", "isn't", "sound", "pound", "from", "very", "recomend", "quiet",
      "shell", "traveled", "canon", "dislike", "product", "accommodating", "angel",
    ],
    corrects: true,
    realWords: ["contract", "carve", "quite", "screed"],
    misspellings: [
      ("dosent", "isn't"), ("vry", "very"), ("recomend", "quality"), ("brokeing", "breaks"),
      ("nowhere", "nothing known"),
    ]
  )

  private func correction(_ text: String) -> String {
    let fixture = Self.fixture
    let bytes = Array(text.utf8)
    let id = fixture.tokenizer.spelling?.correction(of: bytes.span, count: bytes.count) ?? 0
    return fixture.vocabulary.form(of: id)
  }

  @Test(
    "brings back what one slip turned wrong",
    arguments: [
      ("chraging", "charging"), ("batery", "battery"), ("batttery", "battery"),
      ("returnd", "returned"), ("recieved", "received"), ("broekn", "broken"),
      ("excelent", "excellent"), ("seperate", "separate"), ("qualty", "quality"),
      ("useing", "using"), ("responce", "response"), ("softwate", "software"),
      ("screeen", "screen"), ("stoped", "stopped"), ("prefered", "preferred"), ("isn't", ""),
      ("is'nt", "isn't"), ("isin't", "isn't"), ("xcellent", "excellent"), ("returne", "returned"),
    ]
  )
  func oneSlip(written: String, meant: String) { #expect(correction(written) == meant) }

  @Test(
    "brings back what two common slips turned wrong, from ten letters on",
    arguments: [
      ("definatley", "definitely"), ("dissapointed", "disappointed"),
      ("accomadating", "accommodating"), ("disapointid", "disappointed"), ("brokkan", ""),
      ("exsellant", ""),
    ]
  )
  func twoSlips(written: String, meant: String) { #expect(correction(written) == meant) }

  @Test(
    "follows the list of misspellings, however far",
    arguments: [
      ("dosent", "isn't"), ("vry", "very"), ("brokeing", "breaks"), ("nowhere", ""),
    ]
  )
  func listed(written: String, meant: String) { #expect(correction(written) == meant) }

  @Test(
    "leaves real words and their forms",
    arguments: [
      "charging", "brakes", "quite", "contract", "contracts", "contracted", "carved", "carving",
      "quieter", "disliked", "charger", "returning", "screed", "form", "fro", "shell", "she'll",
    ]
  )
  func real(word: String) { #expect(correction(word) == "") }

  @Test(
    "leaves what may be another form of a word whose base is unknown",
    arguments: ["electronic", "enable", "enabled", "enabler", "angels"]
  )
  func siblings(word: String) { #expect(correction(word) == "") }

  @Test(
    "leaves what may stand for two words equally well, and what comes near none",
    arguments: ["xound", "mound", "zzzzz", "materialize", "canonical", "colour"]
  )
  func unclear(word: String) { #expect(correction(word) == "") }

  @Test(
    "keeps the first letter of a short word, and the last vowel of any",
    arguments: [
      "uality", "oroken", "batteri", "producto", "excellente", "qualita", "breakz", "borken",
    ]
  )
  func ends(word: String) {
    // Neighbours may be swapped inside.
    #expect(correction(word) == (word == "borken" ? "broken" : ""))
  }

  @Test("never turns to a misspelling that the vocabulary holds")
  func misspeltTargets() {
    #expect(correction("recomendd") == "")
    #expect(correction("recomends") == "")
    #expect(correction("rcomend") == "")
  }

  @Test(
    "leaves anything that is no word of the letters a to z",
    arguments: ["", "b", "chr4ging", "Chraging", "chragíng", "chra_ging", "'", "'''''", "a''''b"]
  )
  func others(word: String) { #expect(correction(word) == "") }

  @Test("any bytes give a word form or none", arguments: SeededGenerator.seeds(3))
  func anyBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let fixture = Self.fixture
    for _ in 0..<3000 {
      let letters = random.chance(0.5)
      let bytes =
        letters
        ? Array(random.text(of: ["a", "e", "t", "r", "n", "'", "y"], longest: 30).utf8)
        : random.bytes(longest: 30)
      let id = fixture.tokenizer.spelling?.correction(of: bytes.span, count: bytes.count) ?? 0
      #expect((0..<WordID(fixture.vocabulary.count)).contains(id), "\(random)")
      if fixture.vocabulary.id(of: String(decoding: bytes, as: UTF8.self)) != 0 { #expect(id == 0) }
    }
  }

  @Test("an empty vocabulary corrects nothing")
  func empty() {
    let empty = TokenizedFixture(openers: [], joiners: [], subjects: [], corrects: true)
    #expect(
      empty.read("chraging the batery").words.allSatisfy {
        $0.id == 0 && !$0.style.contains(.corrected)
      }
    )
  }
}
