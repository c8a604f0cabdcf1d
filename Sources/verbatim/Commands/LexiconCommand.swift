import ArgumentParser
import VerbatimPipeline

/// Work on the sentiment lexicon.
struct LexiconCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Check the lexicons.",
    subcommands: [Check.self]
  )

  /// Lint.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Lint every lexicon and pattern file.",
      discussion: "The exit code is 1 when something is wrong."
    )

    @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
    var lexicons: String?

    func run() async throws {
      try await Failure.reporting {
        var options = EngineOptions()
        options.lexicons = lexicons
        let engine = try SignalEngine(options)
        for diagnostic in engine.diagnostics { try Console.print(diagnostic.description) }
        try Console.print(
          "\(engine.wordCount) word forms, \(engine.issueMatcher.patterns.count) issue patterns "
            + "in \(engine.issueMatcher.taxonomy.leaves.count) leaves, lexicon "
            + "\(engine.identity.lexiconHash.prefix(12)); \(engine.diagnostics.count) findings"
        )
        if !engine.diagnostics.isEmpty { throw ExitCode(Failure.Code.rejects.rawValue) }
      }
    }
  }
}
