public import VerbatimCore
internal import VerbatimSentiment
internal import VerbatimText

/// Everything that can be found wrong with the files of an engine.
public enum LexiconCheck {
  /// The findings of the engine, and of the lint over the sentiment files and over each overlay.
  ///
  /// - Throws: `V3002` when a file is missing, `V3001` when a header is wrong.
  public static func findings(_ engine: SignalEngine) throws(Diagnostic) -> [Diagnostic] {
    let files = try EngineFiles(
      directory: engine.options.lexicons,
      overlays: engine.options.overlays,
      laid: engine.options.laid
    )
    var base: [String: EngineFiles.File] = [:]
    for name in SentimentLexicon.files { base[name] = try files.file("en/sentiment/\(name)") }
    let language = try CompiledEngine.language(files)
    let spellings = try files.table("en/spellings.tsv", ["variant", "form"]).rows
      .map { (variant: $0[0], form: $0[1]) }
    var lint: [Diagnostic] = []
    for folder in [base] + files.overlays {
      var sources: [(name: String, path: String, bytes: [UInt8])] = []
      for name in SentimentLexicon.files {
        guard let file = folder[name] else { continue }
        sources.append((name, file.path, file.bytes))
      }
      lint += try LexiconLint(sources, language: language, spellings: spellings).findings
    }
    // A row that the lint explains needs no second finding.
    let explained = Set(lint.map(\.location))
    return engine.diagnostics.filter {
      $0.code != .termTwice || !explained.contains($0.location)
    } + lint
  }

  /// Whether a finding is one of taste, which fails no check.
  public static func isHarmless(_ finding: Diagnostic) -> Bool { finding.code == .lexiconUnsorted }
}
