import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

/// How well languages are told on texts that nobody tuned on: only counts are printed.
@Suite("Languages, measured", .enabled(if: !LanguageCorpus.names.isEmpty))
struct LanguageEvaluationTests {
  private let fixture: LanguageFixture

  init() throws { fixture = try #require(LanguageFixture.shipped) }

  /// Counts of texts in one language.
  struct Counts {
    var long = 0
    var longRight = 0
    var short = 0
    var shortRight = 0
    var shortNone = 0
    var sureWrong = 0

    var share: Double { Double(longRight) / Double(max(1, long)) }

    mutating func add(_ text: String, _ found: DetectedLanguage?, _ language: String) {
      let isRight = found?.language == language
      if text.count > 60 {
        long += 1
        longRight += isRight ? 1 : 0
      } else {
        short += 1
        shortRight += isRight ? 1 : 0
        shortNone += found == nil ? 1 : 0
      }
      if let found, !isRight, found.confidence >= 0.8 { sureWrong += 1 }
    }

    static func += (left: inout Counts, right: Counts) {
      left.long += right.long
      left.longRight += right.longRight
      left.short += right.short
      left.shortRight += right.shortRight
      left.shortNone += right.shortNone
      left.sureWrong += right.sureWrong
    }

    func line(_ name: String) -> String {
      let cells = [
        name, "\(long)", "\(longRight)", String(format: "%.3f", share), "\(short)",
        "\(shortRight)", "\(shortNone)", "\(short - shortRight - shortNone)", "\(sureWrong)",
      ]
      return cells.map { $0.padding(toLength: 10, withPad: " ", startingAt: 0) }.joined()
    }
  }

  @Test("long texts are told in 97 of 100, and one in 100 is wrong but sure")
  func accuracy() throws {
    var all = Counts()
    var bins = [(texts: Int, right: Int)](repeating: (0, 0), count: 10)
    let head = [
      "language", "> 60", "right", "share", "≤ 60", "right", "none", "wrong", "sure wrong",
    ]
    print(head.map { $0.padding(toLength: 10, withPad: " ", startingAt: 0) }.joined())
    for name in LanguageCorpus.names where name != "unclear" && name != "mixed" {
      let language = DetectedLanguage.language(of: name)
      var counts = Counts()
      for row in try LanguageCorpus.rows(name) {
        let found = fixture.language(of: row[0])
        counts.add(row[0], found, language)
        if let found {
          let bin = Int(found.confidence * 10)
          bins[bin].texts += 1
          bins[bin].right += found.language == language ? 1 : 0
        }
      }
      print(counts.line(name))
      #expect(counts.long == 0 || counts.share >= 0.93, "\(name)")
      all += counts
    }
    print(all.line("all"))
    for (bin, counts) in bins.enumerated() where counts.texts > 0 {
      print("confidence from 0.\(bin): \(counts.right) of \(counts.texts) right")
    }
    #expect(all.share >= 0.97)
    #expect(Double(all.sureWrong) < 0.01 * Double(all.long + all.short))
    #expect(Double(bins[9].right) >= 0.9 * Double(bins[9].texts))
  }

  @Test("unclear texts get no sure answer", .enabled(if: LanguageCorpus.names.contains("unclear")))
  func unclear() throws {
    let rows = try LanguageCorpus.rows("unclear")
    let found = rows.map { fixture.language(of: $0[0])?.confidence ?? 0 }
    let sure = found.filter { $0 >= 0.8 }.count
    print("unclear: \(rows.count) texts, \(found.filter { $0 == 0 }.count) none, \(sure) sure")
    #expect(Double(sure) <= 0.05 * Double(rows.count))
  }

  @Test("mixed texts are divided", .enabled(if: LanguageCorpus.names.contains("mixed")))
  func mixed() throws {
    var clauses = 0
    var right = 0
    var exact = 0
    let rows = try LanguageCorpus.rows("mixed")
    var scratch = LanguageDetector.Scratch()
    for row in rows {
      let (typed, ends) = LanguageCorpus.sentences(row[1], languages: row[0])
      let text = fixture.read(Array(typed.utf8))
      let whole = fixture.detector.detect(text, scratch: &scratch)?.language
      let runs = fixture.detector.languages(ofClausesIn: text, scratch: &scratch) ?? []
      let before = right
      for (index, clause) in text.clauses.enumerated() {
        let start = Int(text.words[clause.words.lowerBound].start)
        let said = runs.first { $0.clauses.contains(index) }?.language.language ?? whole
        if said == ends.first(where: { start < $0.end })?.language { right += 1 }
      }
      clauses += text.clauses.count
      if right - before == text.clauses.count { exact += 1 }
    }
    print("mixed: \(rows.count) texts, \(exact) exact, \(right) of \(clauses) clauses right")
    #expect(Double(right) >= 0.9 * Double(clauses))
  }

  @Test("texts in one language are not divided")
  func single() throws {
    var texts = 0
    var divided = 0
    var scratch = LanguageDetector.Scratch()
    for name in LanguageCorpus.names where name != "unclear" && name != "mixed" {
      for row in try LanguageCorpus.rows(name) {
        let text = fixture.read(Array(row[0].utf8))
        texts += 1
        if fixture.detector.languages(ofClausesIn: text, scratch: &scratch) != nil { divided += 1 }
      }
    }
    print("in one language: \(texts) texts, \(divided) divided")
    #expect(Double(divided) <= 0.01 * Double(texts))
  }

  @Test(
    "English is hardly ever taken for foreign",
    .enabled(if: Shared.has("train/sentence_polarity"))
  )
  func english() throws {
    var texts = 0
    var foreign = 0
    for url in Shared.files(in: "train/sentence_polarity", ending: "s")
      + Shared.files(in: "train/sentence_polarity", ending: "neg")
    {
      // Some lines hold bytes that are not UTF-8.
      let text = try String(decoding: Data(contentsOf: url), as: UTF8.self)
      for line in text.split(separator: "\n").enumerated() where line.offset.isMultiple(of: 12) {
        texts += 1
        let found = fixture.language(of: String(line.element))
        if let found, found.language != "en", found.confidence >= 0.6 { foreign += 1 }
      }
    }
    print("English: \(texts) texts, \(foreign) foreign")
    // A few of them are Spanish.
    #expect(Double(foreign) <= 0.006 * Double(texts))
  }
}
