import ArgumentParser
import VerbatimPipeline

/// The weights of terms, fitted to texts in which people found issues.
struct IssuesFitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit the weights of terms to texts in which people found issues.",
    discussion: """
      Writes lexicons/en/issues/terms.tsv: what each word, pair of words and field of words says for \
      and against each leaf. Of FILES only the dev half is learnt from (see `issues evaluate`), of \
      --learning files all of it, every fourth of which places the threshold; and the examples \
      beside the patterns are. The same files give the same bytes.
      """
  )

  @Argument(help: "Files with gold issues, of which the dev half is learnt from.")
  var files: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Files with gold issues that are only learnt from.", valueName: "files")
  )
  var learning: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Texts that rows name by their SHA-256, one a line.", valueName: "files")
  )
  var texts: [String] = []

  @OptionGroup var fitting: FitArguments

  func run() async throws {
    try await Failure.reporting {
      var fit = try IssueFit(lexicons: fitting.lexicons)
      var diagnostics: [Diagnostic] = []
      let texts = try GoldTexts(paths: texts)
      func read(_ file: String) throws -> [IssueGold] {
        try IssueGold.read(
          file,
          taxonomy: fit.leaves,
          texts: texts,
          diagnostics: &diagnostics
        )
      }
      for file in files {
        let gold = try read(file)
        for row in gold where row.part == .dev { fit.take(row, isAside: false) }
      }
      for (number, file) in learning.enumerated() {
        let gold = try read(file)
        for row in gold { fit.take(row, isAside: number % 4 == 3) }
      }
      try fit.takeExamples()
      Console.tell(diagnostics, quiet: false, verbose: true)
      let result = await fit.fit()
      try FitArguments.check(textCount: result.textCount)
      let lines = result.weights.lines(fit.leaves)
      try fitting.write(lines)
      try Console.print(
        "\(EvaluationPrinter.grouped(result.textCount)) texts, "
          + "\(EvaluationPrinter.grouped(result.weights.rows.count - 1)) terms; F1 by them and patterns on "
          + "\(EvaluationPrinter.grouped(result.asideCount)) texts of writers that others were fitted without: "
          + "\(Figure.two(result.asideF1))"
      )
      if !diagnostics.isEmpty { throw ExitCode(Failure.Code.rejects.rawValue) }
    }
  }
}
