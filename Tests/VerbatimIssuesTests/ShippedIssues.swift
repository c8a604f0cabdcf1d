import Foundation
import VerbatimCore
import VerbatimIssues
import VerbatimTestSupport
import VerbatimText

/// The shipped patterns and contexts, without the rest of the engine.
final class ShippedIssues: Sendable {
  /// One for all tests.
  static let shared = Result { try ShippedIssues() }

  let matcher: IssueMatcher
  let diagnostics: [Diagnostic]
  private let tokenizer: Tokenizer

  private static let groups = [
    "saf", "fun", "dur", "fit", "lst", "ord", "pkg", "frs", "del", "ret", "svc", "prc",
  ]

  private init() throws {
    let folder = (PackageRoot.url()?.path ?? ".") + "/lexicons/"
    func bytes(_ name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: URL(fileURLWithPath: folder + name)))
    }
    func rows(_ name: String, _ columns: [String]) throws -> [TableFile.Row] {
      try TableFile(path: name, bytes: try bytes(name), columns: columns).rows
    }
    func lists(_ name: String, _ columns: [String]) throws -> [String: [String]] {
      Dictionary(
        try rows(name, columns).map { ($0[0], $0[1].split(separator: " ").map(String.init)) },
        uniquingKeysWith: +
      )
    }
    let language = PhraseLanguage(
      irregular: try lists("en/inflections.tsv", ["base", "forms"]),
      classes: try lists("en/classes.tsv", ["class", "words"])
    )
    var files: [String: (path: String, bytes: [UInt8])] = [:]
    for name in Taxonomy.files { files[name] = (name, try bytes("taxonomy/\(name)")) }
    var vocabulary = Vocabulary.Builder()
    for row in try rows("en/spellings.tsv", ["variant", "form"]) {
      vocabulary.alias(row[0], of: row[1])
    }
    var builder = IssueMatcher.Builder(
      try Taxonomy(files: files),
      language: language,
      vocabulary: &vocabulary
    )
    for group in Self.groups {
      let name = "en/issues/\(group).tsv"
      try builder.add(
        patternsAt: name,
        bytes: try bytes(name),
        language: language,
        vocabulary: &vocabulary
      )
    }
    let context = "en/issues/context.tsv"
    try builder.add(
      contextAt: context,
      bytes: try bytes(context),
      language: language,
      vocabulary: &vocabulary
    )
    let spans = "en/issues/spans.tsv"
    try builder.add(spansAt: spans, bytes: try bytes(spans), vocabulary: &vocabulary)
    builder.addRemarks(to: &vocabulary)
    let modifiers = try rows(
      "en/sentiment/modifiers.tsv",
      ["word", "kind", "weight", "note"]
    ).map { (word: $0[0], kind: $0[1], id: vocabulary.intern($0[0])) }
    func ids(_ kinds: Set<String>) -> [WordID] {
      modifiers.filter { kinds.contains($0.kind) }.map(\.id)
    }
    let frozen = vocabulary.freeze()
    matcher = builder.freeze(frozen)
    diagnostics = builder.diagnostics
    tokenizer = Tokenizer(
      vocabulary: frozen,
      clauseOpeners: ids(["contrast", "concession", "opener"]),
      clauseJoiners: ids(["joiner"]),
      subjects: ids(["subject"])
    )
  }

  /// What is found in a text, and what its writer wants besides.
  func read(_ text: String) -> (issues: [Issue], remarks: [Remark]) {
    var scratch = IssueMatcher.Scratch()
    let issues = matcher.issues(in: tokenized(text), part: .text, scratch: &scratch)
    return (issues, scratch.remarks)
  }

  /// Why.
  func trace(_ text: String) -> [IssueTrace] {
    var scratch = IssueMatcher.Scratch()
    return matcher.trace(tokenized(text), part: .text, scratch: &scratch)
  }

  func tokenized(_ text: String) -> TokenizedText {
    var tokenized = TokenizedText()
    tokenized.bytes = Array(text.utf8)
    var scratch = Tokenizer.Scratch()
    tokenizer.tokenize(&tokenized, scratch: &scratch)
    return tokenized
  }

  /// The modalities found for a leaf, as `negated` or `nothing`.
  func modality(_ code: String, in text: String) -> String {
    read(text).issues.first { $0.code == code }?.modality.rawValue ?? "nothing"
  }
}
