import ArgumentParser
import VerbatimPipeline

extension LexiconCommand {
  /// What differs between two lexicons, and what it does to texts.
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "List the entries that differ; with files of texts, the labels that flip.",
      discussion: """
        OLD and NEW are each a folder with the lexicons, an overlay folder (laid over the lexicons \
        in use), or the word current for the lexicons in use. A text flips when its label changes; \
        the entries responsible stand under it.
        """
    )

    @Argument(help: "The lexicon before.")
    var old: String

    @Argument(help: "The lexicon after.")
    var new: String

    @Argument(help: "Files and folders of feedback, or - for standard input.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("How many entries to list; 0 for all.", valueName: "n"))
    var top = 20

    @OptionGroup var engineArguments: EngineArguments
    @OptionGroup var input: InputArguments

    func run() async throws {
      try await Failure.reporting {
        let configuration = try ConfigurationFile.load(engineArguments.config)
        let options = try engineArguments.options(configuration)
        let before = LexiconSource(old, over: options)
        let after = LexiconSource(new, over: options)
        let difference = LexiconDifference(from: try before.lexicon(), to: try after.lexicon())
        try Console.write(LexiconPrinter.difference(difference, top: top))
        guard !paths.isEmpty else { return }
        let run = FlipRun(
          from: try SignalEngine(before.options),
          to: try SignalEngine(after.options),
          jobs: engineArguments.jobCount(configuration)
        )
        var counts = FlipRun.Counts()
        try await InputLoop(paths: paths, engineArguments: engineArguments, input: input)
          .run { opened, tell in
            try await run.run(&opened, counts: &counts, tell: tell) { flip in
              try Console.write(LexiconPrinter.flip(flip))
            }
          }
        try Console.write(LexiconPrinter.flipCounts(counts))
      }
    }
  }
}
