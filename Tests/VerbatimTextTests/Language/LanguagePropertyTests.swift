import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Language properties")
struct LanguagePropertyTests {
  private let fixture: LanguageFixture

  init() throws { fixture = try #require(LanguageFixture.shipped) }

  private static let pieces = [
    "the ", "die ", "gut ", "OK ", "très ", "l'", "é", "ß", "İ", "ñ", "¿", "で", "好", "说", "說", "좋",
    "ไทย", "كتاب ", "да ", "ї", "K-204 ", ". ", ", ", "! ", "\n", "\n\n", "@", "://", "www.", "'",
    "’",
    "👍", "7", "-", "\u{0}", "\u{301}", "\u{FFFE}",
  ]

  @Test("any bytes give an answer that repeats", arguments: SeededGenerator.seeds(60))
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var used = LanguageDetector.Scratch()
    for _ in 0..<4 {
      let bytes =
        generator.chance(0.5)
        ? generator.bytes(longest: 300)
        : Array(generator.text(of: Self.pieces, longest: 40).utf8)
      let text = fixture.read(bytes)
      let declared = ["de", "", "xx-", "pt-BR", nil].randomElement(using: &generator) ?? nil
      var fresh = LanguageDetector.Scratch()
      let found = fixture.detector.detect(text, declared: declared, scratch: &used)
      #expect(found == fixture.detector.detect(text, declared: declared, scratch: &fresh))
      if let found {
        #expect((0.5...0.99).contains(found.confidence))
        #expect(!found.language.isEmpty)
      }
      let runs = fixture.detector.languages(ofClausesIn: text, scratch: &used)
      #expect(runs == fixture.detector.languages(ofClausesIn: text, scratch: &fresh))
      check(runs, text)
    }
  }

  private func check(_ runs: [ClauseLanguage]?, _ text: TokenizedText) {
    guard let runs else { return }
    #expect(runs.count > 1)
    var next = 0
    var last = ""
    for run in runs {
      #expect(run.clauses.lowerBound == next && !run.clauses.isEmpty)
      #expect((0.5...0.99).contains(run.language.confidence))
      #expect(run.language.language != last)
      next = run.clauses.upperBound
      last = run.language.language
    }
    #expect(next == text.clauses.count)
  }

  @Test("a long text without a blank gives an answer that repeats")
  func blankless() {
    var used = LanguageDetector.Scratch()
    for piece in ["a", "ä", "@", "://", "b'", "www.", "好"] {
      let text = fixture.read(Array(String(repeating: piece, count: 6_000).utf8))
      var fresh = LanguageDetector.Scratch()
      let found = fixture.detector.detect(text, scratch: &used)
      #expect(found == fixture.detector.detect(text, scratch: &fresh), "\(piece)")
      let runs = fixture.detector.languages(ofClausesIn: text, scratch: &used)
      #expect(runs == fixture.detector.languages(ofClausesIn: text, scratch: &fresh), "\(piece)")
      check(runs, text)
    }
  }

  @Test("words are folded as ICU folds them, ß kept beside")
  func folding() {
    var word = FoldedWord()
    // Characters that ICU takes apart, and blocks beyond European languages.
    let others: Set<UInt32> = [
      0xAA, 0xB5, 0xBA, 0x130, 0x132, 0x133, 0x13F, 0x140, 0x149, 0x17F, 0x387,
    ]
    let blocks: [ClosedRange<UInt32>] = [
      0x41...0x17E, 0x1A0...0x1A1, 0x1AF...0x1B0, 0x218...0x21B, 0x386...0x3CE, 0x400...0x481,
      0x48A...0x4BF, 0x1EA0...0x1EF9, 0x5D0...0x5EA, 0x621...0x63A, 0x3041...0x3096,
      0x4E00...0x4E80,
    ]
    for value in blocks.joined() where !others.contains(value) {
      guard let scalar = Unicode.Scalar(value), ICUCharacter.isLetter(scalar) else { continue }
      expectFold(of: String(scalar), &word)
    }
    for text in ["GROẞE", "Straße", "L’Été", "ĐẸP", "Țară", "ΣΊΣΥΦΟΣ", "ЇЖАК", "良い"] {
      expectFold(of: text, &word)
    }
    let isWord = word.fold(Array("GROẞE".utf8).span, ByteRange(0, 7))
    #expect(isWord && word.sharp == Array(" große ".utf8))
    let isLong = !word.fold([UInt8](repeating: 0x61, count: 64).span, ByteRange(0, 64))
    #expect(isLong)
  }

  private func expectFold(of text: String, _ word: inout FoldedWord) {
    let bytes = Array(text.utf8)
    let isWord = word.fold(bytes.span, ByteRange(0, bytes.count))
    #expect(isWord)
    var key = ICUNormalizer.matchingForm(bytes)
    key.replace([0xE2, 0x80, 0x99], with: [UInt8(ascii: "'")])
    #expect(word.key == key, "\(text)")
  }
}
