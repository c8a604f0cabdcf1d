import Foundation
import VerbatimTestSupport

@testable import VerbatimText

/// The held-out texts in `corpora/languages`: a file for each language, one of unclear texts, and
/// one of mixed ones.
struct LanguageCorpus {
  /// The folder; nil when it is not there.
  static let folder: URL? = PackageRoot.url()?.appendingPathComponent("corpora/languages")

  /// The names of the files, without their ending.
  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder?.path ?? "")) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.map { String($0.dropLast(4)) }.sorted()
  }()

  /// The fields of the rows of a split, without the split.
  static func rows(_ name: String, split: String = "test") throws -> [[String]] {
    guard let file = folder?.appendingPathComponent("\(name).tsv") else { return [] }
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0.first == split }
      .map { Array($0.dropFirst()) }
  }

  /// A mixed text as it was typed, with the language of each of its sentences.
  ///
  /// ` ¦ ` stands between sentences, with `\n` before it where a new line begins.
  static func sentences(
    _ text: String,
    languages: String
  ) -> (text: String, ends: [(end: Int, language: String)]) {
    var typed = ""
    var ends: [(end: Int, language: String)] = []
    for (sentence, language) in zip(
      text.split(separator: " ¦ "),
      languages.split(separator: ",")
    ) {
      typed += sentence.replacing("\\n", with: "\n")
      if !typed.hasSuffix("\n") { typed += " " }
      ends.append((typed.utf8.count, String(language)))
    }
    return (typed, ends)
  }
}
