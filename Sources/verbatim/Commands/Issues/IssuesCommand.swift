import ArgumentParser
import VerbatimPipeline

/// Work on the issue taxonomy.
struct IssuesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issues",
    abstract: "Test, measure, explain and extend the issue patterns.",
    subcommands: [
      Check.self, Test.self, Explain.self, Learn.self, Mine.self, IssuesEvaluateCommand.self,
      IssuesFitCommand.self,
    ]
  )

  /// Each leaf's own examples.
  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Run each leaf's own examples and look-alikes.",
      discussion: """
        The examples were written with the patterns and are read by them alone: the figures say that \
        the patterns do what their authors meant, not how they do on feedback nobody has seen. The exit code is 1 when \
        an example fails.
        """
    )

    @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
    var lexicons: String?

    @Option(help: ArgumentHelp("Only leaves whose code begins so.", valueName: "prefix"))
    var only = ""

    func run() async throws {
      try await Failure.reporting {
        var options = EngineOptions()
        options.lexicons = lexicons
        options.readsTerms = false
        let engine = try SignalEngine(options)
        let results = try LeafTests.run(engine, directory: lexicons)
          .filter { $0.example.code.hasPrefix(only) }
        for result in results where !result.passes {
          try Console.print(
            "\(result.example.location): \(result.example.code): expected "
              + "\(result.example.expected.rawValue), found \(result.found)"
          )
          try Console.print("    \(result.example.text)")
        }
        let failed = results.filter { !$0.passes }.count
        try Console.print("\(results.count - failed) of \(results.count) examples pass")
        if failed > 0 { throw ExitCode(Failure.Code.rejects.rawValue) }
      }
    }
  }
}
