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
        column split the dev rows are learnt from. --plain files have a column text and name nobody; \
        texts of theirs in which the rules find somebody are passed over. The same files give the \
        same bytes.
        """
    )

    @Argument(help: "Texts in which names and addresses are marked.")
    var files: [String]

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp("Texts that name nobody.", valueName: "files")
    )
    var plain: [String] = []

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp(
        "Texts that name nobody, written for something else: each counts half.",
        valueName: "files"
      )
    )
    var otherPlain: [String] = []

    @OptionGroup var fitting: FitArguments

    func run() async throws {
      try await Failure.reporting {
        var fit = try PersonFit(lexicons: fitting.lexicons)
        for file in files { try fit.take(marked: file) }
        for file in otherPlain { try fit.take(plain: file, isOther: true) }
        for file in plain { try fit.take(plain: file, isOther: false) }
        Console.tell(fit.diagnostics, quiet: false, verbose: true)
        try FitArguments.check(textCount: fit.textCount)
        let lines = fit.fit()
        try fitting.write(lines)
        try Console.print(
          "\(EvaluationPrinter.grouped(fit.textCount)) texts, "
            + "\(EvaluationPrinter.grouped(lines.count - 1)) features"
        )
        if !fit.diagnostics.isEmpty { throw ExitCode(Failure.Code.rejects.rawValue) }
      }
    }
  }
}
