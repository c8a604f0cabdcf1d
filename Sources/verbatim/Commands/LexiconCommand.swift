import ArgumentParser
import VerbatimPipeline

/// Work on the sentiment lexicon.
struct LexiconCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Check, count, compare, bring in and learn lexicons.",
    subcommands: [
      Check.self, Stats.self, Diff.self, Import.self, Learn.self, Tone.self, Persons.self,
    ]
  )

  /// Lint.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Lint every lexicon and pattern file.",
      discussion: """
        Beside what the engine refuses: terms that stand twice or with both signs, valences in the \
        wrong file, terms and phrases that no text can have, phrases that mean the same. The exit \
        code is 1 when something is wrong; a file that is not sorted is only told.
        """
    )

    @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
    var lexicons: String?

    @Option(
      help: ArgumentHelp("An overlay to check with them; may be given again.", valueName: "dir")
    )
    var overlay: [String] = []

    func run() async throws {
      try await Failure.reporting {
        var options = EngineOptions()
        options.lexicons = lexicons
        options.overlays = overlay
        let engine = try SignalEngine(options)
        let findings = try LexiconCheck.findings(engine)
        for diagnostic in findings { try Console.print(diagnostic.description) }
        try Console.print(
          "\(engine.wordCount) word forms, \(engine.issueMatcher.patterns.count) issue patterns "
            + "in \(engine.issueMatcher.taxonomy.leaves.count) leaves, lexicon "
            + "\(engine.identity.lexiconHash.prefix(12)); \(findings.count) findings"
        )
        if !findings.allSatisfy(LexiconCheck.isHarmless) {
          throw ExitCode(Failure.Code.rejects.rawValue)
        }
      }
    }
  }
}
