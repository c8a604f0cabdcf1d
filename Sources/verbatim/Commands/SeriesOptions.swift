import ArgumentParser
import VerbatimPipeline

/// The options of `verbatim clusters --series`, and what it does.
struct SeriesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Time-series methods on a table with date, key, issue, count and perhaps exposure.",
      valueName: "file"
    )
  )
  var series: String?

  @Option(
    name: .customLong("method"),
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "With --series: these methods, or auto for those that fit each history. "
        + SeriesMethod.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "name"
    )
  )
  var methods: [String] = []

  @Option(help: ArgumentHelp("With --series: day, or week from Monday on.", valueName: "period"))
  var period: String?

  private var names: [String] {
    methods.flatMap { $0.split(separator: ",").map(String.init) }
  }

  func validate() throws {
    guard series != nil || (methods.isEmpty && period == nil) else {
      throw ValidationError("--method and --period go with --series.")
    }
    if let period, CountSeries.Period(rawValue: period) == nil {
      throw ValidationError("--period is day or week.")
    }
    for name in names where name != "auto" && SeriesMethod(rawValue: name) == nil {
      let known = SeriesMethod.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("No method is called `\(name)`; there are \(known) and auto.")
    }
    if names.count > 1, names.contains("auto") {
      throw ValidationError("--method auto stands alone.")
    }
  }

  /// Reads the table, prints a row for each point and method, and tells what was skipped.
  func run(_ path: String, to format: String) async throws {
    try await Failure.reporting {
      let table = try SeriesTable(
        path: path,
        period: period.flatMap { CountSeries.Period(rawValue: $0) } ?? .week
      )
      Console.tell(table.diagnostics, quiet: false, verbose: true)
      var printer = SeriesPrinter(isJSON: format == "json")
      try printer.begin()
      let skips = try SeriesRun(choice).run(table.entries) { try printer.print($0) }
      try printer.end(skips)
      for line in SeriesPrinter.summary(skips, of: table.entries.count) { Console.error(line) }
      if table.rejected > 0 {
        Console.error("\(path): \(table.accepted) rows taken, \(table.rejected) rejected")
      }
      if table.entries.isEmpty { Console.error("\(path): no series") }
      if table.rejectShare > 0.05 { throw ExitCode(Failure.Code.rejects.rawValue) }
    }
  }

  private var choice: SeriesRun.Choice {
    if names == ["auto"] { return .recommended }
    let wanted = names.compactMap { SeriesMethod(rawValue: $0) }
    // In the order of the documentation, each once.
    return .methods(
      wanted.isEmpty ? SeriesMethod.allCases : SeriesMethod.allCases.filter(wanted.contains)
    )
  }
}
