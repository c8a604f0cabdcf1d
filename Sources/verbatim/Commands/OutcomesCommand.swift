import ArgumentParser
import Foundation
import VerbatimPipeline

/// What customers did later, against what they had said.
struct OutcomesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcomes",
    abstract: "Tell which signals foretold churn, repeat purchases and returns.",
    discussion: """
      FILE is a table with the columns customer, date and outcome (churn, repeat or return), a row \
      each. Customers are joined by the hash under which they were stored, so the --key-file of the \
      import is needed; the keys that `verbatim signals` prints are taken as they are. Only feedback \
      from before an outcome counts.
      """
  )

  /// So many diagnostics are told one by one.
  private static let told = 20

  @Argument(help: "The table.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(help: ArgumentHelp("What every row is, for a table without it.", valueName: "kind"))
  var outcome: String?

  @Option(
    help: ArgumentHelp(
      "The file with the secret under which customers were hashed.",
      valueName: "file"
    )
  )
  var keyFile: String?

  @Option(
    help: ArgumentHelp(
      "text, json (outcome.lift.v1 and driver.weight.v1 lines) or csv.",
      valueName: "format"
    )
  )
  var to = "text"

  @Option(
    help: ArgumentHelp(
      "The share of rows that may be rejected before the exit code is 1.",
      valueName: "share"
    )
  )
  var maxRejectShare = 0.05

  func validate() throws {
    guard ["text", "json", "csv"].contains(to) else {
      throw ValidationError("--to is text, json or csv.")
    }
    if let outcome, OutcomeLift.Outcome(rawValue: outcome) == nil {
      throw ValidationError("--outcome is churn, repeat or return.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let table = try OutcomeTable(
        path: file,
        outcome: outcome.flatMap { OutcomeLift.Outcome(rawValue: $0) }
      )
      Console.tell(Array(table.diagnostics.prefix(Self.told)), quiet: false, verbose: true)
      let run = try OutcomeRun(
        table,
        try SignalStore(readingPath: db),
        customerKey: try customerKey()
      )
      let printer = OutcomePrinter(run: run)
      switch to {
      case "json": try Console.write(printer.json)
      case "csv": try Console.write(printer.csv)
      default: try Console.write(Array(printer.text.utf8))
      }
      if table.rejected > 0 {
        Console.error("\(file): \(table.rows.count) rows taken, \(table.rejected) rejected")
      }
      if table.rejectShare > maxRejectShare { throw ExitCode(Failure.Code.rejects.rawValue) }
    }
  }

  private func customerKey() throws -> [UInt8] {
    guard let keyFile else { return EngineOptions().customerKey }
    guard let key = try? Data(contentsOf: URL(fileURLWithPath: keyFile)), !key.isEmpty else {
      throw Failure(
        Diagnostic(
          .configuration,
          at: SourceLocation(file: keyFile),
          "the key file is missing or empty"
        ),
        code: .configuration
      )
    }
    return Array(key)
  }
}
