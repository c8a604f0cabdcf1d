import Foundation
import Testing
import VerbatimCatalog
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimPipeline
@testable import VerbatimText

@Suite("The spelling of the package")
struct SpellingQualityTests {
  private let files: EngineFiles
  private let tokenizer: Tokenizer

  init() throws {
    files = try EngineFiles(directory: ShippedLexicons.path)
    tokenizer = try CompiledEngine(files, catalog: Catalog()).tokenizer
  }

  private func id(_ word: String) -> WordID { tokenizer.vocabulary.id(of: word) }

  private func correction(_ word: String) throws -> WordID {
    let key = Array(word.utf8)
    return try #require(tokenizer.spelling).correction(of: key.span, count: key.count)
  }

  @Test("brings every listed misspelling back to a word that is known")
  func listed() throws {
    let table = try files.table("en/misspellings.tsv", ["misspelling", "word"])
    for row in table.rows {
      #expect(id(row[1]) != 0, "\(row.location): \(row[1])")
      guard id(row[0]) == 0 else { continue }
      #expect(try correction(row[0]) == id(row[1]), "\(row.location): \(row[0])")
    }
    #expect(table.rows.count { id($0[0]) == 0 } >= 400)
    #expect(Set(table.rows.map { $0[0] }).count == table.rows.count)
  }

  @Test("leaves every listed real word, which comes near a word that is known")
  func realWords() throws {
    let wrong = Set(
      try files.table("en/misspellings.tsv", ["misspelling", "word"]).rows.map { $0[0] }
    )
    for row in try files.table("en/real-words.tsv", ["word", "near"]).rows {
      #expect(!wrong.contains(row[0]), "\(row.location): \(row[0])")
      #expect(try correction(row[0]) == 0, "\(row.location): \(row[0])")
      #expect(id(row[1]) != 0, "\(row.location): \(row[1])")
    }
  }

  /// A case of `corpora/spelling`.
  private struct Case {
    var half: String
    var text: String
    var word: String
    var expected: String
  }

  private func cases() throws -> [Case] {
    let path = (PackageRoot.url()?.path ?? ".") + "/corpora/spelling/cases.tsv"
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    return try TableFile(
      path: path,
      bytes: bytes,
      columns: ["half", "text", "word", "expected"]
    ).rows.map { Case(half: $0[0], text: $0[1], word: $0[2], expected: $0[3]) }
  }

  /// What the word of a case is taken for: "" when it is left as it is.
  private func outcome(_ item: Case) throws -> String {
    var text = TokenizedText()
    text.bytes = Array(item.text.utf8)
    var scratch = Tokenizer.Scratch()
    tokenizer.tokenize(&text, scratch: &scratch)
    let word = try #require(
      text.words.first { item.word.hasPrefix(text.cut($0.range)) },
      "\(item.text)"
    )
    let form = tokenizer.vocabulary.form(of: word.id)
    // A drawn-out letter is no correction, but as good as one.
    return word.style.contains(.corrected) || form == item.expected ? form : ""
  }

  @Test(
    "is right on the cases: 97 of 100 corrections, 85 of 100 misspellings",
    arguments: ["tuning", "held-out"]
  )
  func cases(half: String) throws {
    var misspelt = 0
    var right = 0
    var wrong: [String] = []
    for item in try cases() where item.half == half {
      let found = try outcome(item)
      if !item.expected.isEmpty { misspelt += 1 }
      if !found.isEmpty, found == item.expected {
        right += 1
      } else if !found.isEmpty {
        wrong.append("\(item.word), taken for \(found), not “\(item.expected)”: \(item.text)")
      }
    }
    let list = wrong.joined(separator: "\n")
    #expect(misspelt >= 150)
    #expect(Double(right) >= 0.97 * Double(right + wrong.count), "\(list)")
    #expect(Double(right) >= 0.85 * Double(misspelt), "\(right) of \(misspelt)")
  }
}
