import Testing
import VerbatimCore

@testable import VerbatimText

@Suite("How words are written")
struct WordStyleTests {
  private let fixture = TokenizedFixture(
    words: [
      "so", "good", "god", "cool", "great", "men", "lid", "don't", "schön", "müller", "\u{1F44D}",
      "\u{2764}\u{FE0F}", "\u{1F469}\u{200D}\u{1F52C}", "50",
    ],
    aliases: [("dont", "don't"), ("gr8", "great")],
    emoticons: [":)", ":-(", ":))", "<3", ":D", "xD", "8)", "C:"]
  )

  private func forms(_ text: String) -> [String] {
    fixture.read(text).words.map { fixture.vocabulary.form(of: $0.id) }
  }

  @Test(
    "capitals are two capital letters or more and nothing else",
    arguments: [
      ("BAD", true), ("Bad", false), ("B", false), ("USB2", true), ("DON'T", true),
      ("DON\u{2019}T", true), ("I'M", true), ("A1", false), ("42", false), ("ÄRGER", true),
      ("Ärger", false), ("L\u{2019}ÉTÉ", true), ("ÉTÉ2", true), ("電電", false),
    ]
  )
  func capitals(text: String, isCapitals: Bool) throws {
    let word = try #require(fixture.read(text).words.first)
    #expect(word.style.contains(.capitals) == isCapitals)
  }

  @Test(
    "a text is shouted when most of its words are in capitals",
    arguments: [
      ("THIS IS BAD", true), ("THIS IS BAD ok fine", true), ("THIS IS BAD so it goes", false),
      ("I AM OK", false), ("ok", false), ("", false), ("C\u{2019}ÉTAIT TRÈS DÉÇU", true),
    ]
  )
  func shouted(text: String, isShouted: Bool) {
    #expect(fixture.read(text).isShouted == isShouted)
  }

  @Test(
    "drawn-out words are found by their plain form",
    arguments: [
      ("sooooo", "so", true), ("goooood", "good", true), ("COOOOL", "cool", true),
      ("good", "good", false), ("goood", "good", true), ("gooooooooood\u{1F44D}", "good", true),
      ("greeeat", "great", true), ("zzzzz", "", false), ("5000", "", false),
      ("schöööön", "", false), ("schhhön", "schön", true),
    ]
  )
  func elongated(text: String, form: String, isElongated: Bool) throws {
    let word = try #require(fixture.read(text).words.first)
    #expect(fixture.vocabulary.form(of: word.id) == form)
    #expect(word.style.contains(.elongated) == isElongated)
  }

  @Test(
    "a word is found through its aliases, its apostrophes and its possessive",
    arguments: [
      ("dont", "don't"), ("don't", "don't"), ("DON\u{2019}T", "don't"), ("gr8", "great"),
      ("men's", "men"), ("men\u{2019}s", "men"), ("Müller's", "müller"),
      ("Müller\u{2019}s", "müller"), ("lids", ""), ("SCHÖN", "schön"), ("scho\u{308}n", "schön"),
    ]
  )
  func found(text: String, form: String) {
    #expect(forms(text) == [form])
  }

  @Test("a word longer than the longest form is unknown")
  func long() {
    let long = String(repeating: "ab", count: 200)
    #expect(forms(long) == [""])
    #expect(forms(long + "é") == [""])
  }

  @Test(
    "emoji are words of their own, whatever their skin tone or presentation",
    arguments: [
      ("\u{1F44D}", ["\u{1F44D}"], ["\u{1F44D}"]),
      ("\u{1F44D}\u{1F3FD}", ["\u{1F44D}\u{1F3FD}"], ["\u{1F44D}"]),
      (
        "good\u{1F44D}\u{1F44D}\u{1F3FF}!", ["good", "\u{1F44D}", "\u{1F44D}\u{1F3FF}"],
        ["good", "\u{1F44D}", "\u{1F44D}"]
      ),
      ("\u{2764}", ["\u{2764}"], ["\u{2764}"]),
      ("\u{2764}\u{FE0F}", ["\u{2764}\u{FE0F}"], ["\u{2764}"]),
      (
        "\u{1F469}\u{200D}\u{1F52C}", ["\u{1F469}\u{200D}\u{1F52C}"],
        ["\u{1F469}\u{1F52C}"]
      ),
      (
        "\u{1F469}\u{1F3FD}\u{200D}\u{1F52C}", ["\u{1F469}\u{1F3FD}\u{200D}\u{1F52C}"],
        ["\u{1F469}\u{1F52C}"]
      ),
    ]
  )
  func emoji(text: String, words: [String], forms: [String]) {
    let read = fixture.read(text)
    #expect(read.wordTexts == words)
    #expect(self.forms(text) == forms)
    #expect(read.words.last?.kind == .emoji)
  }

  @Test(
    "emoticons stand alone; the longest wins",
    arguments: [
      ("good :)", [":)"]), ("good:)", [":)"]), (":))", [":))"]), (":-(.", [":-("]),
      ("<3 it", ["<3"]), ("at 8:)", []), ("http://x", []), (":)x", []), (":D", [":D"]),
      (":Dog", []), ("schön :)", [":)"]), ("schön:)", [":)"]), ("\u{1F44D}:)", [":)"]),
      ("lol xD", ["xD"]), ("xDelta", []), ("boxD", []), ("8) works", []),
      ("Vitamin C: good", []), ("\u{1F44D}xD", ["xD"]), (":Dé", []),
    ]
  )
  func emoticons(text: String, faces: [String]) {
    let read = fixture.read(text)
    let found = read.words.filter { $0.kind == .emoticon }
    #expect(found.map { read.cut($0.range) } == faces)
    #expect(found.map { fixture.vocabulary.form(of: $0.id) } == faces)
    #expect(read.fault == nil)
  }

  @Test(
    "numbers are words of digits",
    arguments: [
      ("50", true), ("3.5", true), ("1,000", true), ("12:30", true), ("50a", false),
      ("a", false), ("٣٤", true),
    ]
  )
  func numbers(text: String, isNumber: Bool) {
    #expect(fixture.read(text).words.first.map { $0.kind == .number } == isNumber)
  }
}
