import ArgumentParser
import VerbatimPipeline

extension IssuesCommand {
  /// Terms of a user's own labels.
  struct Learn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "learn",
      abstract: "Rank the terms of your own labels, with their precision on texts held out.",
      discussion: """
        A label is any column: a return code, an analyst's verdict, a defect category. A quarter of \
        the texts is held out, by the SHA-256 of their words; terms are found in the others. `new` \
        counts the texts with the term and the label in which no pattern reports an issue.
        """
    )

    @Argument(help: "Files and folders of feedback.")
    var paths: [String]

    @Option(help: ArgumentHelp("The column or member with the label.", valueName: "name"))
    var label: String

    @Option(help: ArgumentHelp("How many terms of each label.", valueName: "n"))
    var top = 15

    @Option(help: ArgumentHelp("text or tsv.", valueName: "format"))
    var to = "text"

    @OptionGroup var engineArguments: EngineArguments
    @OptionGroup var input: InputArguments

    func validate() throws {
      guard to == "text" || to == "tsv" else { throw ValidationError("--to is text or tsv.") }
    }

    func run() async throws {
      try await Failure.reporting {
        let configuration = try ConfigurationFile.load(engineArguments.config)
        var terms = SmokeTerms(try engineArguments.engine(configuration))
        let loop = InputLoop(
          paths: paths,
          engineArguments: engineArguments,
          input: input,
          label: label
        )
        try await loop.run { input, tell in
          while let item = try input.reader.next() {
            switch item {
            case .record(let record): terms.take(record, column: label)
            case .reject(let diagnostic), .warning(let diagnostic): tell(diagnostic)
            }
          }
        }
        guard !terms.labels.isEmpty else {
          throw ValidationError("No record has words and a value in a column `\(label)`.")
        }
        try Console.print(
          (to == "tsv" ? IssueLearnPrinter.rows(terms, top) : IssueLearnPrinter.lines(terms, top))
            .joined(separator: "\n")
        )
      }
    }
  }

  /// Phrases that no leaf explains.
  struct Mine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "mine",
      abstract: "Propose patterns: phrases of complaints that no leaf explains.",
      discussion: """
        A complaint is a text that its rating or label calls negative, or that the engine does where \
        there is neither. Phrases are ranked by their C-value, and stand in sentences without an \
        issue clearly more often than elsewhere. With --to tsv the lines are those of a pattern \
        file, a ? in place of the leaf.
        """
    )

    @Argument(help: "Files and folders of feedback.")
    var paths: [String]

    @Option(help: ArgumentHelp("How many phrases.", valueName: "n"))
    var top = 30

    @Option(help: ArgumentHelp("text or tsv.", valueName: "format"))
    var to = "text"

    @OptionGroup var engineArguments: EngineArguments
    @OptionGroup var input: InputArguments

    func validate() throws {
      guard to == "text" || to == "tsv" else { throw ValidationError("--to is text or tsv.") }
    }

    func run() async throws {
      try await Failure.reporting {
        let configuration = try ConfigurationFile.load(engineArguments.config)
        var mining = IssueMining(try engineArguments.engine(configuration))
        let loop = InputLoop(paths: paths, engineArguments: engineArguments, input: input)
        try await loop.run { input, tell in
          while let item = try input.reader.next() {
            switch item {
            case .record(let record): mining.take(record, verdict: IssueMining.verdict(of: record))
            case .reject(let diagnostic), .warning(let diagnostic): tell(diagnostic)
            }
          }
        }
        try Console.print(
          (to == "tsv" ? IssueLearnPrinter.rows(mining, top) : IssueLearnPrinter.lines(mining, top))
            .joined(separator: "\n")
        )
      }
    }
  }
}
