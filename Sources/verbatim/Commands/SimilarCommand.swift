import ArgumentParser
import VerbatimPipeline

/// Who else said this.
struct SimilarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Print who else said what a text says, article by article.",
    discussion: """
      A signal is similar when it shares an issue and a word with the text, or most of its words. \
      Each article is listed with how often it was said of it and, for each issue that the engine \
      reads in the text, its count against what independence predicts. The first search after an \
      import builds an index over the customers' words.
      """
  )

  @Argument(help: "What somebody said, such as \"handle snapped\".")
  var text: String

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(help: "Only this article.")
  var sku: String?

  @Option(help: "Only this supplier.")
  var supplier: String?

  @Option(help: ArgumentHelp("How many quotes.", valueName: "n"))
  var limit = 10

  @Option(help: ArgumentHelp("text, or json (similar.report.v1).", valueName: "format"))
  var to = "text"

  @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
  var lexicons: String?

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes a number from 0 on.") }
    guard to == "text" || to == "json" else { throw ValidationError("--to is text or json.") }
  }

  func run() async throws {
    try await Failure.reporting {
      let store = try SignalStore(readingPath: db)
      let engine = try IssueNames.engine(lexicons)
      let filter = SignalFilter(sku: sku, supplier: supplier)
      guard let outcome = try SimilarRun(store, engine: engine).run(text, filter: filter) else {
        throw Failure(
          Diagnostic(
            .searchEmpty,
            at: SourceLocation(file: db),
            "there is no word in `\(text)`",
            hint: "write some words that customers use, such as \"handle snapped\""
          )
        )
      }
      let printer = SimilarPrinter(issueNames: engine.issueNames, quotes: limit)
      try Console.write(to == "json" ? printer.json(outcome) : Array(printer.text(outcome).utf8))
    }
  }
}
