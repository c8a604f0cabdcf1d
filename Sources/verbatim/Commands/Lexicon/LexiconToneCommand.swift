import ArgumentParser
import VerbatimPipeline

extension LexiconCommand {
  /// The weights of the tone, fitted to labelled texts.
  struct Tone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tone",
      abstract: "Fit the weights of the tone to labelled texts.",
      discussion: """
        Writes lexicons/en/tone.tsv: what each word, pair of words and field of words, and what the \
        rules say, weighs for praise, criticism, plain telling, "okay", and praise beside \
        criticism. Of FILES and of --rated files only the tuning part is learnt from (see \
        `evaluate`), of --learning files all of it. A --rated file counts for a thousand texts at \
        most. The same files give the same bytes.
        """
    )

    @Argument(help: "Labelled texts, of which the tuning part is learnt from.")
    var files: [String] = []

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp("Labelled texts that are only learnt from.", valueName: "files")
    )
    var learning: [String] = []

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp("Texts that others wrote and rated.", valueName: "files")
    )
    var rated: [String] = []

    @OptionGroup var fitting: FitArguments

    func run() async throws {
      try await Failure.reporting {
        var fit = try ToneFit(lexicons: fitting.lexicons)
        func read(_ file: String) throws -> RatedTexts {
          let read = try RatedTexts([file])
          Console.tell(read.diagnostics, quiet: false, verbose: false)
          return read
        }
        for file in files { fit.take(try read(file).texts(of: .tuning), isOthers: false) }
        for file in learning { fit.take(try read(file).texts, isOthers: false) }
        for file in rated { fit.take(try read(file).texts(of: .tuning), isOthers: true) }
        try FitArguments.check(textCount: fit.textCount)
        let lines = await fit.fit()
        try fitting.write(lines)
        try Console.print(
          "\(EvaluationPrinter.grouped(fit.textCount)) texts, "
            + "\(EvaluationPrinter.grouped(lines.count - 2)) terms"
        )
      }
    }
  }
}
