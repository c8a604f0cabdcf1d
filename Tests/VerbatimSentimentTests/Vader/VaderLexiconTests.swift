import Testing
import VerbatimCore
import VerbatimSentiment

@Suite("A VADER lexicon")
struct VaderLexiconTests {
  private func message(_ text: String, emoji: String = "") -> String? {
    message(Array(text.utf8), emoji: emoji)
  }

  private func message(_ bytes: [UInt8], emoji: String = "") -> String? {
    do {
      _ = try VaderLexicon(
        path: "words.txt",
        bytes: bytes,
        emojiPath: "emoji.txt",
        emojiBytes: Array(emoji.utf8)
      )
      return nil
    } catch {
      return error.description
    }
  }

  private func valence(_ number: String) throws -> Double? {
    let fixture = try? VaderFixture(lexicon: "lamp\t\(number)\n", emoji: "")
    return fixture?.explain(Array("lamp".utf8)).contributions.first?.valence
  }

  @Test("counts its words, the last line for each")
  func counts() throws {
    let lexicon = try VaderLexicon(
      path: "w",
      bytes: Array("a\t1\nlamp\t2\t0.1\t[]\r\n\nlamp\t-3\n".utf8)
    )
    #expect(lexicon.termCount == 2)
    let fixture = try VaderFixture(lexicon: "lamp\t2\n  lamp\t-3 \n", emoji: "")
    #expect(fixture.score("lamp").compound == VaderFixture.compound(-3))
  }

  @Test(
    "reads the numbers that Python reads",
    arguments: [
      ("1.9", 1.9), (" 1.9 ", 1.9), ("+2", 2), ("-0.5", -0.5), (".5", 0.5), ("2.", 2),
      ("1e-1", 0.1), ("1E1", 10), ("1_0", 10),
    ] as [(String, Double)]
  )
  func numbers(number: String, value: Double) throws {
    #expect(try valence(number) == value)
  }

  @Test(
    "refuses what is no finite number",
    arguments: [
      "", "x", "nan", "inf", "-Infinity", "0x1p3", "1,5", "1_", "_1", "1__0", "1_.5", "1e", "--1",
      "1e999", "1000001", "1.9.1",
    ]
  )
  func noNumbers(number: String) {
    #expect(message("lamp\t1\nshelf\t\(number)\tx\n")?.hasPrefix("words.txt:2: error: `") == true)
  }

  @Test("tells what is wrong, where, and what to do about it")
  func messages() {
    #expect(
      message("lamp\t1\nshelf 1.9\n") == """
        words.txt:2: error: the line has one column [V3001]
          hint: it takes a word, a tab and a valence, such as 1.9
        """
    )
    #expect(
      message("lamp\tmuch\n") == """
        words.txt:1: error: `much` is no valence [V3001]
          hint: VADER's own lie from -4 to 4; any number from -1000000 to 1000000 is read
        """
    )
    #expect(
      message(Array("lamp\t1\n".utf8) + [0xFF, 0x09, 0x31]) == """
        words.txt:2: error: the line is not UTF-8 [V3001]
          hint: save the file as UTF-8
        """
    )
    #expect(
      message("\n\n") == """
        words.txt: error: the lexicon has no word [V3001]
          hint: --vader-lexicon takes the vader_lexicon.txt of vaderSentiment
        """
    )
    #expect(
      message("lamp\t1\n", emoji: "💡\tbulb\n🌑\n") == """
        emoji.txt:2: error: the line has one column [V3001]
          hint: it takes an emoji, a tab and its description
        """
    )
  }

  @Test("may have the words of the rules, which keep their rules")
  func ruleWords() throws {
    let fixture = try VaderFixture(lexicon: "very\t3\nnot\t-1\nleast\t-1\nglow\t2\n", emoji: "")
    // A booster has no valence; a word of the lexicon boosts and turns nothing.
    #expect(fixture.score("very").compound == 0)
    #expect(fixture.score("very glow").compound == VaderFixture.compound(2))
    #expect(fixture.score("not glow").compound == VaderFixture.compound(1))
    #expect(fixture.score("least glow").compound == VaderFixture.compound(1))
  }

  @Test("finds words of any length")
  func lengths() throws {
    let words = (1...40).map { String(repeating: "ab-cdefgh", count: 5).prefix($0) }
    let fixture = try VaderFixture(
      lexicon: words.map { "\($0)z\t\($0.count).5\n" }.joined(),
      emoji: ""
    )
    for word in words {
      for text in ["\(word)z", "\(word)z".uppercased(), "lamp \(word)z"] {
        let items = fixture.explain(Array(text.utf8)).contributions
        #expect(items.map(\.term) == ["\(word)z"])
        #expect(items.map(\.valence) == [Double(word.count) + 0.5])
      }
      #expect(fixture.explain(Array("\(word)q".utf8)).contributions.isEmpty)
    }
  }
}
