public import VerbatimCore
internal import VerbatimIssues

/// Everything that can be found wrong with the files of the issues.
public enum IssueCheck {
  /// The findings of the engine that concern issues, and of the lint.
  ///
  /// - Parameters:
  ///   - engine: The engine.
  ///   - directory: The lexicon folder; nil for the one that travels with the program.
  /// - Returns: By file and line.
  /// - Throws: A diagnostic for a file that is missing or has a wrong header.
  public static func findings(
    _ engine: SignalEngine,
    directory: String?
  ) throws(Diagnostic) -> [Diagnostic] {
    let files = try EngineFiles(directory: directory)
    var examples: [String: IssueLint.Examples] = [:]
    for example in try LeafTests.examples(directory) {
      if example.expected == .none {
        examples[example.code, default: .init()].lookalikes += 1
      } else if example.expected != .negated, example.expected != .hypothetical {
        examples[example.code, default: .init()].held += 1
      }
    }
    let spellings = try files.table("en/spellings.tsv", ["variant", "form"]).rows
      .map { (variant: $0[0], form: $0[1]) }
    let own = engine.diagnostics.filter { $0.location.file.contains("issues/") }
    let lint = IssueLint(engine.issueMatcher, examples: examples, spellings: spellings)
    return own + lint.findings
  }
}
