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
      discussion: "The exit code is 1 when something is wrong."
    )

    @Argument(help: "The catalog.")
    var file: String

    func run() async throws {
      try await Failure.reporting {
        let (catalog, _) = try CatalogLoader.load(file)
        for diagnostic in catalog.diagnostics { try Console.print(diagnostic.description) }
        let products = catalog.products
        let suppliers = Set(products.flatMap { $0.suppliers.map(\.id) })
        let withGTIN = products.filter { $0.gtin != nil }.count
        try Console.print(
          "\(products.count) articles, \(withGTIN) with a GTIN, \(suppliers.count) suppliers; "
            + "\(catalog.diagnostics.count) findings"
        )
        if !catalog.diagnostics.isEmpty { throw ExitCode(Failure.Code.rejects.rawValue) }
      }
    }
  }
}
