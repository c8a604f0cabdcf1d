import ArgumentParser
import VerbatimDelivery
import VerbatimPipeline

/// Golden signals for whoever reads them.
struct ConformanceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance",
    abstract: "Write golden signals for a consumer's contract tests.",
    discussion: """
      Nulls of every kind, a retraction, revisions in and out of order, mixed labels, an \
      unresolved SKU, an index that wobbles twice, and lines that no release of today prints; \
      with the schemas, what each line tries, and what a consumer holds in the end. A release \
      writes the same bytes everywhere.
      """
  )

  @Option(help: ArgumentHelp("The folder to write, which is made.", valueName: "dir"))
  var out: String

  func run() async throws {
    try await Failure.reporting {
      try ConformanceFolder.write(to: out)
      try Console.print(
        "\(out): \(ConformanceSet.signals.count) signals, \(ConformanceSet.index.count) weeks of "
          + "an index, \(ConformanceSet.future.count) lines of the future, \(Schema.all.count) "
          + "schemas; README.md says how to use them"
      )
    }
  }
}
