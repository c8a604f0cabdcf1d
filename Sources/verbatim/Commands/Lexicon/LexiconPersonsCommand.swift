import ArgumentParser
import VerbatimPipeline

extension LexiconCommand {
  /// The weights of names and addresses, fitted to texts in which they are marked.
  struct Persons: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "persons",
      abstract: "Fit the weights by which names and addresses are found.",
      discussion: """
        Writes lexicons/languages/person-weights.tsv. FILES are tab-separated with columns language \
        and text, in which names and addresses stand as {{name|…}} and {{address|…}}; of one with a \
        column split the dev rows are learnt from. --plain files have a column text and name nobody. \
        The same files give the same bytes.
        """
    )

    @Argument(help: "Texts in which names and addresses are marked.")
    var files: [String]

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp("Texts that name nobody.", valueName: "files")
    )
    var plain: [String] = []

    @Option(help: ArgumentHelp("Where the weights are written.", valueName: "file"))
    var out: String

    @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
    var lexicons: String?

    func run() async throws {
      try await Failure.reporting {
        var fit = try PersonFit(lexicons: lexicons)
        for file in files { try fit.take(marked: file) }
        for file in plain { try fit.take(plain: file) }
        guard fit.textCount > 0 else {
          throw ValidationError("No text is there to learn from.")
        }
        let lines = fit.fit()
        try ReplacedFile.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: out)
        try Console.print(
          "\(EvaluationPrinter.grouped(fit.textCount)) texts, "
            + "\(EvaluationPrinter.grouped(lines.count - 1)) features"
        )
      }
    }
  }
}
