import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

/// Redactors over the words that travel with the package, and what they mask.
enum Redacting {
  /// The shipped words.
  static let words = words(goods: [])

  /// The shipped words, and the names of what a shop sells.
  static func words(goods: [String]) -> RedactionWords {
    let weights = file(TagWeights.file).flatMap { try? TagWeights(path: "weights", bytes: $0) }
    return RedactionWords(
      tables(RedactionWords.files, RedactionWords.columns),
      wordTables: tables(RedactionWords.wordFiles, RedactionWords.wordColumns),
      weights: weights ?? TagWeights(),
      goods: goods
    )
  }

  /// What weights are learnt with.
  static let learner = PersonLearner(
    tables(RedactionWords.files, RedactionWords.columns),
    wordTables: tables(RedactionWords.wordFiles, RedactionWords.wordColumns)
  )

  private static func file(_ name: String) -> [UInt8]? {
    PackageRoot.url().flatMap {
      try? Array(Data(contentsOf: $0.appendingPathComponent("lexicons/languages/\(name)")))
    }
  }

  private static func tables(_ names: [String], _ columns: [String]) -> [TableFile] {
    names.compactMap { name in
      file(name).flatMap { try? TableFile(path: name, bytes: $0, columns: columns) }
    }
  }

  /// A redactor over them.
  static let redactor = Redactor(words)

  /// A text and what was counted in it.
  static func redact(
    _ text: String,
    with redactor: Redactor = redactor
  ) -> (text: String, counts: [String: Int]) {
    var counts: [String: Int] = [:]
    let masked = redactor.redact(text, counts: &counts)
    return (masked, counts)
  }

  /// What is masked in a text, each piece as it stood.
  static func masked(_ text: String, with redactor: Redactor = redactor) -> [String] {
    let before = Array(text.utf8)
    var after = before
    var counts: [String: Int] = [:]
    redactor.redact(&after, counts: &counts)
    #expect(after.count == before.count)
    var pieces: [String] = []
    var at = 0
    while at < before.count {
      var end = at
      // A mask begins with a bracket where there was none, and ends with the next.
      if after[at] == UInt8(ascii: "["), before[at] != after[at] {
        while end + 1 < after.count, after[end] != UInt8(ascii: "]") { end += 1 }
        pieces.append(String(decoding: before[at...end], as: UTF8.self))
      }
      at = end + 1
    }
    #expect(counts.values.reduce(0, +) == pieces.count)
    return pieces
  }

  /// A text in which «» enclose what is to be masked: the text without them, and the pieces.
  static func marked(_ text: String) -> (text: String, pieces: [String]) {
    let parts = text.split(separator: "»", omittingEmptySubsequences: false)
    let pieces = parts.compactMap { part in
      part.split(separator: "«", omittingEmptySubsequences: false).dropFirst().first.map(
        String.init
      )
    }
    return (text.filter { $0 != "«" && $0 != "»" }, pieces)
  }

  /// What a text says of itself and what became of it.
  struct Outcome: Equatable {
    var pieces: [String]
    var counts: [String: Int]
  }

  /// What is masked in a text without its «», and counted.
  static func outcome(_ text: String) -> Outcome {
    let plain = marked(text).text
    return Outcome(pieces: masked(plain), counts: redact(plain).counts)
  }

  /// What is to be masked and counted: just what «» enclose, as one kind.
  static func wanted(_ text: String, _ kind: Redactor.Kind) -> Outcome {
    let pieces = marked(text).pieces
    return Outcome(pieces: pieces, counts: [kind.rawValue: pieces.count])
  }
}
