import ArgumentParser
import VerbatimPipeline

/// The options of `verbatim clusters --counts`, and what it does.
struct CountsOptions: ParsableArguments {
  /// So many diagnostics are told one by one.
  private static let told = 20

  @Option(
    help: ArgumentHelp(
      "Disproportionality statistics of a plain table of reports; --by names its two columns.",
      valueName: "file"
    )
  )
  var counts: String?

  @Option(
    help: ArgumentHelp(
      "With --counts: the column with a report's id; each is counted once a pair.",
      valueName: "column"
    )
  )
  var id: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "With --counts: the columns whose values make the strata of the expected counts.",
      valueName: "column"
    )
  )
  var stratify: [String] = []

  @Flag(help: "With --counts: estimate the prior from every single cell.")
  var noSquash = false

  @Flag(help: "With --counts: estimate the prior with the pairs that no report has, too.")
  var zeroes = false

  /// The two columns of `--by`.
  static func columns(_ by: String?) -> [String] {
    (by ?? "").split(separator: ",").map {
      $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed().map(String.init).joined()
    }
  }

  func validate() throws {
    guard counts == nil else { return }
    if id != nil || !stratify.isEmpty || noSquash || zeroes {
      throw ValidationError("--id, --stratify, --no-squash and --zeroes go with --counts.")
    }
  }

  /// Checks what the common options mean with `--counts`.
  func validate(by: String?) throws {
    guard Self.columns(by).count == 2 else {
      throw ValidationError("With --counts, --by takes two columns, such as --by sku,issue.")
    }
  }

  /// Reads the table, prints its pairs and tells how the prior was found.
  func run(_ path: String, by: String?, to format: String, limit: Int?) throws {
    var options = GammaMixtureFit.Options()
    options.squashes = !noSquash
    options.includesEmptyCells = zeroes
    let strata = stratify.flatMap { $0.split(separator: ",").map(String.init) }
    let run = try CountsRun(
      path: path,
      columns: .init(by: Self.columns(by), id: id, strata: strata),
      options: options
    )
    Console.tell(Array(run.diagnostics.prefix(Self.told)), quiet: false, verbose: true)
    let printer = DisproportionalityPrinter(run: run, limit: limit)
    switch format {
    case "json": try printer.printJSON()
    case "csv":
      try printer.printCSV()
      Console.error(printer.thetaLine)
    default:
      try printer.printText()
      Console.error(printer.thetaLine)
    }
    if run.rejected > 0 {
      Console.error("\(path): \(run.accepted) rows counted, \(run.rejected) rejected")
    }
    if run.result.fit.isFallback { Console.error("\(path): \(run.result.fit.summary)") }
    if run.rejectShare > 0.05 { throw ExitCode(Failure.Code.rejects.rawValue) }
  }
}
