import ArgumentParser
import VerbatimPipeline

/// The options of `verbatim clusters --reports`, and what it does.
struct ReplayOptions: ParsableArguments {
  /// So many diagnostics are told one by one.
  private static let told = 20

  @Option(
    help: ArgumentHelp(
      "The whole detector on a table with date, sku, supplier, lot, issue, negative and source.",
      valueName: "file"
    )
  )
  var reports: String?

  @Option(
    help: ArgumentHelp("With --reports: week, each judged by what was known then.", valueName: "by")
  )
  var replay: String?

  func validate() throws {
    guard reports != nil || replay == nil else {
      throw ValidationError("--replay goes with --reports.")
    }
    if let replay, replay != "week" { throw ValidationError("--replay is week.") }
  }

  /// Reads the table and prints an alert a line.
  func run(_ path: String, to format: String) async throws {
    try await Failure.reporting {
      let table = try ReplayTable(path: path)
      Console.tell(Array(table.diagnostics.prefix(Self.told)), quiet: false, verbose: true)
      let alerts = DefectDetector().replay(table.history)
      let printer = AlertPrinter()
      switch format {
      case "json": try Console.write(printer.json(alerts))
      case "csv": try Console.write(printer.csv(alerts))
      default: try Console.write(printer.text(alerts))
      }
      if table.rejected > 0 {
        Console.error("\(path): \(table.accepted) rows taken, \(table.rejected) rejected")
      }
      if table.accepted == 0 { Console.error("\(path): no reports") }
      if table.rejectShare > 0.05 { throw ExitCode(Failure.Code.rejects.rawValue) }
    }
  }
}
