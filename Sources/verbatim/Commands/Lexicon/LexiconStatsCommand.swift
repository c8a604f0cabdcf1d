import ArgumentParser
import VerbatimPipeline

extension LexiconCommand {
  /// Counts, and coverage of a user's texts.
  struct Stats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stats",
      abstract: "Count the sentiment entries; with files of feedback, tell what they cover.",
      discussion: """
        Coverage: the share of texts with an opinion, the share of words known, the unknown words \
        met most often, and the entries that move scores most.
        """
    )

    @Argument(help: "Files and folders of feedback, or - for standard input.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("How many words and entries to list.", valueName: "n"))
    var top = 20

    @OptionGroup var engineArguments: EngineArguments
    @OptionGroup var input: InputArguments

    func run() async throws {
      try await Failure.reporting {
        let configuration = try ConfigurationFile.load(engineArguments.config)
        let options = try engineArguments.options(configuration)
        let engine = try SignalEngine(options)
        let lexicon = try LexiconSource(LexiconSource.current, over: options).lexicon()
        try Console.write(
          LexiconPrinter.counts(LexiconCounts(lexicon), hash: engine.identity.lexiconHash)
        )
        guard !paths.isEmpty else { return }
        var coverage = LexiconCoverage()
        try await InputLoop(paths: paths, engineArguments: engineArguments, input: input)
          .run { opened, tell in
            try await coverage.read(
              &opened,
              engine,
              jobs: engineArguments.jobCount(configuration),
              tell: tell
            )
          }
        try Console.write(LexiconPrinter.coverage(coverage, top: top))
      }
    }
  }
}
