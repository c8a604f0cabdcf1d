import ArgumentParser
import VerbatimPipeline

extension LexiconCommand {
  /// Valences learnt from a user's own ratings.
  struct Learn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "learn",
      abstract: "Learn valences from rated feedback; write them as an overlay to review.",
      discussion: """
        A rating is a label, stars, thumbs or any other scale. A fifth of the articles and the \
        latest fifth of the texts are held out; the card says what the overlay is worth there, with \
        95 % intervals. DIR gets the overlay, README.md with the card, and flips.tsv with every text \
        whose label flips. Nothing else changes: use it with --overlay DIR, or delete it.
        """
    )

    @Argument(help: "Files and folders of rated feedback.")
    var paths: [String]

    @Option(help: ArgumentHelp("The folder to write; it must not be there yet.", valueName: "dir"))
    var out: String

    @Option(
      help: ArgumentHelp("The column or member with the label or the rating.", valueName: "name")
    )
    var labelColumn: String?

    @Option(help: ArgumentHelp("The column or member with the words.", valueName: "name"))
    var textColumn: String?

    @Flag(help: "Take the rating as the verdict even where a label is stated.")
    var ratings = false

    @Flag(help: "Only adjust entries; look for no new words and phrases.")
    var noNewTerms = false

    @Option(help: ArgumentHelp("How many changes and flips to print.", valueName: "n"))
    var top = 20

    @OptionGroup var engineArguments: EngineArguments
    @OptionGroup var input: InputArguments

    func validate() throws {
      if paths.contains("-") {
        throw ValidationError("Learning reads its files several times; standard input has one.")
      }
    }

    func run() async throws {
      try await Failure.reporting {
        try OverlayFolder.check(out)
        let configuration = try ConfigurationFile.load(engineArguments.config)
        let list = InputList(paths)
        if let missing = list.diagnostics.first { throw missing }
        var options = LearnRun.Options()
        options.engine = try engineArguments.options(configuration)
        options.rated.input = try input.options(
          lexicons: engineArguments.lexicons ?? configuration.lexicons
        )
        options.rated.labelColumn = labelColumn
        options.rated.textColumn = textColumn
        options.rated.prefersRatings = ratings
        options.mines = !noNewTerms
        options.jobs = engineArguments.jobCount(configuration)
        var flips: [UInt8] = LearnPrinter.flipHeader
        var shown: [UInt8] = []
        var count = 0
        let result = try await LearnRun(options).run(
          list.files,
          tell: {
            Console.tell([$0], quiet: engineArguments.quiet, verbose: engineArguments.verbose)
          },
          flip: { flip, isTraining in
            flips += LearnPrinter.flipRow(flip, isTraining: isTraining)
            count += 1
            if count <= top { shown += LexiconPrinter.flip(flip) }
          }
        )
        try Console.write(LearnPrinter.summary(result, top: top))
        guard !result.changes.isEmpty else { return }
        if count > 0 {
          try Console.print("\nlabels that flip: \(count), the first \(min(top, count)) of them")
          try Console.write(shown)
        }
        try OverlayFolder.write(
          result.overlay,
          [("README.md", LearnPrinter.readme(result)), ("flips.tsv", flips)],
          to: out
        )
        try Console.print("\n\(out) holds the overlay; use it with --overlay \(out), or delete it")
      }
    }
  }
}
