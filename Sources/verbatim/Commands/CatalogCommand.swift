import ArgumentParser
import VerbatimPipeline

/// Work on catalogs.
struct CatalogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "Check the catalog.",
    subcommands: [Check.self]
  )

  /// Lint.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check digits, duplicate SKUs and aliases, overlapping supplier periods.",
      discussion: """
        Also names that are everyday words, variants in a circle, one GTIN at two SKUs, columns \
        that are not read, and how far orders and receipts fit the catalog. The exit code is 1 when \
        something is wrong.
        """
    )

    @Argument(help: "The catalog.")
    var file: String

    @Option(help: ArgumentHelp("The orders that go with it.", valueName: "file"))
    var orders: String?

    @Option(help: ArgumentHelp("The receipts that go with it.", valueName: "file"))
    var receipts: String?

    @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
    var lexicons: String?

    @Option(help: ArgumentHelp("text, or json for one object.", valueName: "format"))
    var to = "text"

    func validate() throws {
      guard to == "text" || to == "json" else { throw ValidationError("--to is text or json.") }
    }

    func run() async throws {
      try await Failure.reporting {
        let check = CatalogCheck(
          try CatalogLoader.load(file, isCheck: true).catalog,
          words: try EngineFiles.mentionWords(directory: lexicons),
          orders: try orders.map { try LedgerLoader.orders($0).book },
          receipts: try receipts.map { try LedgerLoader.receipts($0).log }
        )
        if to == "json" {
          try Console.write(CatalogPrinter.json(check))
        } else {
          try Console.print(CatalogPrinter.text(check))
        }
        if check.count > 0 { throw ExitCode(Failure.Code.rejects.rawValue) }
      }
    }
  }
}
