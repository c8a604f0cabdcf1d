import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Words of redaction")
struct RedactionWordsTests {
  private func words(_ rows: [[String]]) throws(Diagnostic) -> RedactionWords {
    let lines = [RedactionWords.columns] + rows
    let text = lines.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    return RedactionWords([
      try TableFile(path: "w.tsv", bytes: Array(text.utf8), columns: RedactionWords.columns)
    ])
  }

  @Test("that travel with the package have no faults and are of many languages")
  func shipped() {
    #expect(Redacting.words.diagnostics == [])
    #expect(Redacting.words.endings.count > 20)
    for (text, use) in [
      ("call me on", RedactionUses.phone), ("Sehr geehrte", .greeting), ("様", .suffixTitle),
      ("CORDIALEMENT", .closing), ("ул", .typeNameNumber), ("เบอร์โทร", .phone),
      ("이름은", .introduction),
    ] {
      let bytes = Array(text.utf8)
      #expect(Redacting.words.index.match(bytes.span, 0, use)?.end == bytes.count, "\(text)")
    }
  }

  @Test("with an unknown use or without phrases are told and left out")
  func faults() throws {
    let words = try words([
      ["en", "greeting", "hi|hello"], ["en", "greetings", "hey"], ["en", "closing", ""],
    ])
    #expect(words.diagnostics.map(\.location.line) == [3, 4])
    #expect(words.diagnostics.map(\.code) == [.lexiconLine, .lexiconLine])
    #expect(words.diagnostics.first?.message == "the use \"greetings\" is unknown")
    let redactor = Redactor(words)
    #expect(Redacting.masked("hello Anna,", with: redactor) == ["Anna"])
    #expect(Redacting.masked("hey Anna,", with: redactor).isEmpty)
  }

  @Test(
    "are found whatever the case, accents and blanks",
    arguments: ["tel. no", "TEL.  NO", "Tél. no", "te\u{301}l. no", "ｔｅｌ.\u{A0}no"]
  )
  func folded(text: String) {
    let index = CueIndex([("tél. no", .phone)])
    #expect(index.match(Array(text.utf8).span, 0, .phone)?.end == text.utf8.count)
  }

  @Test("end where words end, but for scripts without blanks")
  func ends() {
    let index = CueIndex([("tel", .phone), ("电话", .phone), ("tel nr", .phone)])
    func end(_ text: String) -> Int? { index.match(Array(text.utf8).span, 0, .phone)?.end }
    #expect(end("tel 1") == 3)
    #expect(end("tel1") == 3)
    #expect(end("tela") == nil)
    #expect(end("telé") == nil)
    #expect(end("tel号") == 3)
    #expect(end("电话号") == 6)
    #expect(end("tel nr 1") == 6)
    #expect(end("tel nra") == 3)
    #expect(end("") == nil)
  }

  @Test("of other uses are not found")
  func uses() {
    let index = CueIndex([("no", .connector), ("no", .notAName)])
    let bytes = Array("no".utf8)
    #expect(index.match(bytes.span, 0, .phone) == nil)
    #expect(index.match(bytes.span, 0, [.connector, .phone])?.uses == .connector)
    #expect(index.match(bytes.span, 0, [.connector, .notAName])?.uses == [.connector, .notAName])
  }

  @Test("are found by a pass as by looking at every place", arguments: SeededGenerator.seeds(2))
  func pass(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pool = [
      "hi", "Hello", "THANKS", "kind regards", "my name is", "i’m", "様", "谢谢",
      "mit freundlichen Grüßen",
      " ", " ", "\n", ".", "a", "é", "xy", "1", "@", "日本", "ж", "С уважением", "at", "a)", "\u{FF}",
    ]
    for _ in 0..<1500 {
      let text = Array(generator.text(of: pool, longest: 14).utf8)
      var found: [Int] = []
      var pass = Redactor.Pass()
      while let cue = pass.next(text.span, Redacting.words) { found.append(cue.start) }
      let places = text.indices.filter { at in
        (at == 0 || text[at] & 0xC0 != 0x80) && isStart(text, at)
          && Redactor.cue(text.span, at, Redacting.words.index) != nil
      }
      #expect(Set(found).isSubset(of: places), "\(generator)")
      // After a short phrase only what people put there is looked at.
      let sure = places.filter { at in
        guard let cue = Redactor.cue(text.span, at, Redacting.words.index) else { return false }
        let next = cue.end < text.count ? text[cue.end] & 31 : 0
        return cue.end - at > 3 || text[at] >= 0x80 || PhraseOpenings.followers.contains(next)
      }
      #expect(Set(sure).isSubset(of: found), "\(generator)")
      #expect((pass.seen & Redactor.Class.digit != 0) == text.contains { Redactor.isDigit($0) })
    }
  }

  /// Whether a word begins at a place, or a character that needs no word's beginning.
  private func isStart(_ text: [UInt8], _ at: Int) -> Bool {
    let value = Scalars.decode(text.span, at).value
    guard Scalars.isLetter(value) else { return false }
    guard at > 0, !Scalars.isUnspaced(value), text[at] < 0xE0 else { return true }
    return !Redactor.isAlphanumeric(text[at - 1])
  }
}
