import ArgumentParser
import VerbatimPipeline

extension IssuesCommand {
  /// What is wrong with the pattern files.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Look for patterns that say the same twice, or nothing at all.",
      discussion: """
        Told are unknown leaves, patterns that do not parse, that another of their leaf shadows, that \
        can never count, or that can be tried in very many ways at one place, look-alikes that meet \
        no pattern, and leaves with fewer than ten true examples and five look-alikes. The exit code \
        is 1 when there is anything.
        """
    )

    @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
    var lexicons: String?

    @Option(help: ArgumentHelp("Only files whose name begins so: saf.", valueName: "prefix"))
    var only = ""

    func run() async throws {
      try await Failure.reporting {
        var options = EngineOptions()
        options.lexicons = lexicons
        let engine = try SignalEngine(options)
        let findings = try IssueCheck.findings(engine, directory: lexicons).filter { finding in
          (finding.location.file.split(separator: "/").last ?? "").hasPrefix(only)
        }
        for finding in findings { try Console.print(finding.description) }
        let leaves = engine.issueMatcher.taxonomy.leaves.count
        try Console.print(
          "\(engine.issueMatcher.patterns.count) patterns of \(leaves) leaves: "
            + "\(findings.count) finding\(findings.count == 1 ? "" : "s")"
        )
        if !findings.isEmpty { throw ExitCode(Failure.Code.rejects.rawValue) }
      }
    }
  }

  /// Why a text did or did not yield an issue.
  struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Show every pattern that fits a text, what became of it, and what nearly fits."
    )

    @Argument(help: "The text.")
    var text: String

    @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
    var lexicons: String?

    func run() async throws {
      try await Failure.reporting {
        var options = EngineOptions()
        options.lexicons = lexicons
        let explanation = IssueExplanation(text, by: try SignalEngine(options))
        try Console.print(IssueExplanationPrinter.lines(explanation).joined(separator: "\n"))
      }
    }
  }
}
