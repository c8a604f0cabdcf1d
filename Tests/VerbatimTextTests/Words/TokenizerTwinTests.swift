import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

/// The tokeniser against ICU alone over the normalised text, with the two rules that the tokeniser
/// adds written naively.
///
/// `VERBATIM_EXHAUSTIVE=1` reads every string of up to six characters and ten million random ones.
@Suite("Tokenizer against ICU")
struct TokenizerTwinTests {
  private let fixture = TokenizedFixture(openers: [], joiners: [], subjects: [])

  /// ICU's words, those without letter or digit left out, divided at a full stop or colon that
  /// stands between letters.
  private static func twin(_ bytes: [UInt8], _ breaks: ICUBreakIterator) throws -> [ByteRange] {
    var ranges: [ByteRange] = []
    try breaks.forEachSegment(of: bytes, in: ByteRange(0, bytes.count)) { segment in
      guard segment.isWord else { return }
      let text = String(decoding: bytes[segment.range.start..<segment.range.end], as: UTF8.self)
      guard text.unicodeScalars.contains(where: { $0 != "_" }) else { return }
      var start = segment.range.start
      var at = start
      var isAfterDigit = false
      for scalar in text.unicodeScalars {
        if scalar == "." || scalar == ":", !isAfterDigit {
          ranges.append(ByteRange(start, at))
          start = at + 1
        }
        at += scalar.utf8.count
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: break
        case .decimalNumber: isAfterDigit = true
        default: if scalar != "." && scalar != ":" { isAfterDigit = false }
        }
      }
      ranges.append(ByteRange(start, at))
    }
    return ranges
  }

  /// What the tokeniser does not do as ICU does; nothing where they agree.
  private func faults(_ text: String, _ breaks: ICUBreakIterator) throws -> [String] {
    let bytes = Array(text.utf8)
    let read = fixture.read(bytes)
    let words = read.words.filter { $0.kind == .word || $0.kind == .number }.map(\.range)
    let normalized = NormalizedText(bytes)
    let expected = try Self.twin(normalized.bytes, breaks).map { normalized.original(of: $0) }
    var faults: [String] = []
    if words != expected {
      faults.append(
        """
        \(text.debugDescription) is \(words.map { read.cut($0) }), \
        but ICU says \(expected.map { read.cut($0) })
        """
      )
    }
    if let fault = read.fault { faults.append("\(text.debugDescription): \(fault)") }
    let boundaries = Self.boundaries(text)
    for word in read.words
    where !boundaries.contains(Int(word.start)) || !boundaries.contains(Int(word.end)) {
      faults.append("\(text.debugDescription): \(word.range) is inside a character")
    }
    return faults
  }

  private static func boundaries(_ text: String) -> Set<Int> {
    var at = 0
    var found: Set = [0]
    for scalar in text.unicodeScalars {
      at += scalar.utf8.count
      found.insert(at)
    }
    return found
  }

  private static let isExhaustive =
    ProcessInfo.processInfo.environment["VERBATIM_EXHAUSTIVE"] == "1"

  @Test("every short string over letters, digits and joiners")
  func exhaustive() throws {
    let breaks = try ICUBreakIterator(.word)
    let alphabet = ["a", "1", "'", ".", "_", " ", ",", "-", "\u{2019}", "é"]
    for text in EveryString(of: alphabet, upTo: Self.isExhaustive ? 6 : 4) {
      let faults = try faults(text, breaks)
      #expect(faults.isEmpty, "\(faults)")
    }
  }

  @Test("random strings of ASCII and Latin letters", arguments: SeededGenerator.seeds(2))
  func randomPlain(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let breaks = try ICUBreakIterator(.word)
    let pool = Array(
      "aZz09_'.,;:!?-/()\" \t\nßéÀžЖяع\u{A0}\u{2019}\u{2018}\u{201C}\u{2014}\u{2026}"
    )
    for _ in 0..<(Self.isExhaustive ? 5_000_000 : 20_000) {
      let length = Int.random(in: 1...14, using: &generator)
      var text = ""
      for _ in 0..<length { text.append(pool[Int.random(in: 0..<pool.count, using: &generator)]) }
      let faults = try faults(text, breaks)
      #expect(faults.isEmpty, "\(faults)")
    }
  }

  @Test("every short string with characters that need ICU")
  func exhaustiveWide() throws {
    let breaks = try ICUBreakIterator(.word)
    let alphabet = [
      "a", "é", "\u{301}", "1", "٣", "'", ".", ":", "_", " ", "\u{2018}", "\u{2019}", "\u{1F44D}",
    ]
    for text in EveryString(of: alphabet, upTo: 4) {
      let faults = try faults(text, breaks)
      #expect(faults.isEmpty, "\(faults)")
    }
  }

  @Test(
    "long random strings with emoji, accents and other scripts",
    arguments: SeededGenerator.seeds(4)
  )
  func random(seed: UInt64) throws {
    let pool = [
      "a", "b", "Z", "the", "don't", "GOOD", "sooo", "1", "42", "3.5", "1,000", "é", "e\u{301}",
      "ß", "ñ", "Ж", "да", "ع", "٣", "ไทย", "電", "充電器", "すごい", "カメラ", "한국어", "हिन्दी",
      "\u{1F600}", "\u{1F44D}\u{1F3FD}", "\u{1F469}\u{200D}\u{1F52C}", "\u{2764}\u{FE0F}",
      "ﬁ", "㏂", "ｗ", "½", "\u{200B}", "™", "\u{1F1E9}\u{1F1EA}", "1\u{FE0F}\u{20E3}", "\u{200D}",
      "\u{FE0F}", "\u{1F3FB}", "\u{FFFD}",
      "'", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\"", ".", "..", "\u{2026}", ",", ";",
      ":", "!", "?", "!!", "-", "--", "\u{2013}", "\u{2014}", "_", "/", "(", ")", "*", "&", "€",
      "。", "，", "！", "？", "\u{AD}", "\u{A0}", " ", " ", " ", "\t", "\n", "\r\n", "\n\n", "\r",
    ]
    var generator = SeededGenerator(seed: seed)
    let breaks = try ICUBreakIterator(.word)
    for _ in 0..<6000 {
      let length = Int.random(in: 1...24, using: &generator)
      let text = (0..<length).map { _ in pool.randomElement(using: &generator) ?? "" }.joined()
      let faults = try faults(text, breaks)
      #expect(faults.isEmpty, "\(faults)")
    }
  }

  @Test("any bytes give words that ascend and stay inside", arguments: SeededGenerator.seeds(3))
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let cruel: [UInt8] = [0x00, 0x20, 0x27, 0x2E, 0x3A, 0x41, 0x80, 0x99, 0xC3, 0xE2, 0xF0, 0xFF]
    for round in 0..<4000 {
      let length = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<length).map { _ in
        round.isMultiple(of: 2)
          ? UInt8.random(in: 0...255, using: &generator)
          : cruel.randomElement(using: &generator) ?? 0
      }
      if let fault = fixture.read(bytes).fault { Issue.record("\(bytes): \(fault)") }
    }
  }

  @Test("the words of a text do not depend on what was read before")
  func reuse() {
    var text = TokenizedText()
    var scratch = Tokenizer.Scratch()
    for words in ["The lid broke!", "", "Schön, aber teuer…", "ok"] {
      text.bytes = Array(words.utf8)
      fixture.tokenizer.tokenize(&text, scratch: &scratch)
      let alone = fixture.read(words)
      #expect(text.words == alone.words)
      #expect(text.clauses == alone.clauses)
      #expect(text.sentences == alone.sentences)
    }
  }
}
