import Foundation
import VerbatimCore

@testable import VerbatimText

/// The detector as it ships: the languages' tables, and a tokeniser with the English lexicons'
/// words.
struct LanguageFixture: Sendable {
  let detector: LanguageDetector
  let tokenizer: Tokenizer

  /// One for all tests of the process: compiling it takes a while without optimisation.
  static let shipped: LanguageFixture? = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return try? LanguageFixture(lexicons: root.appendingPathComponent("lexicons"))
  }()

  init(lexicons: URL) throws {
    func table(_ name: String, _ columns: [String]) throws -> TableFile {
      let file = lexicons.appendingPathComponent(name)
      return try TableFile(path: name, bytes: Array(Data(contentsOf: file)), columns: columns)
    }
    func lists(_ table: TableFile) -> [String: [String]] {
      Dictionary(
        table.rows.map { ($0[0], $0[1].split(separator: " ").map(String.init)) },
        uniquingKeysWith: +
      )
    }
    let languages = try LanguageTables.files.map { try table("languages/\($0.name)", $0.columns) }
    let tables = try LanguageTables(
      functionWords: languages[0],
      customerWords: languages[1],
      letters: languages[2]
    )
    let english = PhraseLanguage(
      irregular: lists(try table("en/inflections.tsv", ["base", "forms"])),
      classes: lists(try table("en/classes.tsv", ["class", "words"]))
    )
    var vocabulary = Vocabulary.Builder()
    var patterns = PhraseMatcher.Builder()
    for kind in ["positive", "negative", "neutral"] {
      let terms = try table("en/sentiment/terms-\(kind).tsv", ["term", "valence", "note"])
      for row in terms.rows { _ = vocabulary.intern(row[0]) }
    }
    var sources = try table("en/sentiment/phrases.tsv", ["pattern", "valence", "note"]).rows
      .map { $0[0] }
    for group in [
      "saf", "fun", "dur", "fit", "lst", "ord", "pkg", "frs", "del", "ret", "svc", "prc",
    ] {
      let issues = try table("en/issues/\(group).tsv", ["code", "use", "pattern", "options"])
      sources += issues.rows.map { $0[2] }
    }
    for source in sources {
      guard let pattern = try? english.pattern(source) else { continue }
      _ = patterns.add(pattern, to: &vocabulary)
    }
    for word in tables.functionWords(of: "en") { _ = vocabulary.intern(word) }
    func interned(_ words: [String]) -> [WordID] { words.map { vocabulary.intern($0) } }
    let openers = interned(["but", "because", "although", "while"])
    let joiners = interned(["and"])
    let subjects = interned(["i", "it", "they", "we", "you", "he", "she"])
    let frozen = vocabulary.freeze()
    detector = LanguageDetector(tables, vocabulary: frozen)
    tokenizer = Tokenizer(
      vocabulary: frozen,
      clauseOpeners: openers,
      clauseJoiners: joiners,
      subjects: subjects
    )
  }

  func read(_ bytes: [UInt8]) -> TokenizedText {
    var text = TokenizedText()
    text.bytes = bytes
    var scratch = Tokenizer.Scratch()
    tokenizer.tokenize(&text, scratch: &scratch)
    return text
  }

  func language(of text: String, declared: String? = nil) -> DetectedLanguage? {
    var scratch = LanguageDetector.Scratch()
    return detector.detect(read(Array(text.utf8)), declared: declared, scratch: &scratch)
  }
}
