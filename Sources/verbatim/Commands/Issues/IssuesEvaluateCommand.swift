import ArgumentParser
import VerbatimPipeline

/// How right the issues are on texts in which people found them.
struct IssuesEvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure the issues on texts in which people found them, with intervals.",
    discussion: """
      Tab-separated files with the columns text, issues, trap, days: issues are \
      CODE[/TIER]|modality|attribution joined by `;`, trap the leaves that must not be reported. \
      A text is `dev` when the SHA-256 of its words begins with a digit from 0 to 7, else \
      `held-out`; nothing may be tuned on what is held out, so --misses prints only dev texts.
      """
  )

  @Argument(help: "Files with gold issues.")
  var files: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Texts that rows name by their SHA-256, one a line.", valueName: "files")
  )
  var texts: [String] = []

  @Option(help: ArgumentHelp("dev, held-out or all.", valueName: "part"))
  var split = "all"

  @Option(help: ArgumentHelp("Only leaves whose code begins so.", valueName: "prefix"))
  var only = ""

  @Flag(help: "Print each dev text that is not right, and what is wrong.")
  var misses = false

  @Flag(help: "Print how each leaf fares.")
  var leaves = false

  @Option(help: ArgumentHelp("The seed of the draws for the intervals.", valueName: "n"))
  var seed = 1

  @Option(help: ArgumentHelp("How many draws.", valueName: "n"))
  var draws = Bootstrap.usualResamples

  @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
  var lexicons: String?

  func validate() throws {
    guard split == "all" || IssueGold.Part(rawValue: split) != nil else {
      throw ValidationError("--split is dev, held-out or all.")
    }
    guard !misses || split == "dev" else {
      throw ValidationError("--misses prints dev texts: add --split dev.")
    }
    guard seed >= 0, draws >= 1 else {
      throw ValidationError("--seed takes a number from 0 on, --draws one from 1 on.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      var options = EngineOptions()
      options.lexicons = lexicons
      let engine = try SignalEngine(options)
      var gold: [IssueGold] = []
      var diagnostics: [Diagnostic] = []
      let texts = try GoldTexts(paths: texts)
      for file in files {
        gold += try IssueGold.read(
          file,
          taxonomy: engine.issueMatcher.taxonomy,
          texts: texts,
          diagnostics: &diagnostics
        )
      }
      Console.tell(engine.diagnostics + diagnostics, quiet: false, verbose: true)
      let part = IssueGold.Part(rawValue: split)
      let rows = gold.filter { part == nil || $0.part == part }
      guard !rows.isEmpty else { throw ValidationError("No text belongs to that part.") }
      let evaluation = IssueEvaluation(rows, by: engine, only: only)
      let printer = IssueEvaluationPrinter(evaluation: evaluation)
      var lines = ["\(EvaluationPrinter.grouped(rows.count)) texts; part: \(split)", ""]
      lines += printer.measures(Bootstrap(resamples: draws, seed: UInt64(seed)))
      lines += [""] + printer.modalities + [""] + printer.attributions
      if leaves { lines += [""] + printer.leaves }
      if misses { lines += [""] + printer.misses }
      try Console.print(lines.joined(separator: "\n"))
      if !diagnostics.isEmpty { throw ExitCode(Failure.Code.rejects.rawValue) }
    }
  }
}
