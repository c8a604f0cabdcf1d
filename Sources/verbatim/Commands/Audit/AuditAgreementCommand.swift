import ArgumentParser
import VerbatimPipeline

extension AuditCommand {
  /// People against the engine.
  struct Agreement: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "agreement",
      abstract: "Tell how far people agree with the engine, by weighted kappa with intervals.",
      discussion: """
        Over the conversations of the last sample, each standing for as many as its stratum has for \
        each that was judged. Verdicts on a scale count by their distance, those without an order \
        only when they are the same. With --category the table of verdicts is printed too.
        """
    )

    @Option(help: ArgumentHelp("Only this: \(AuditCommand.categoryNames).", valueName: "name"))
    var category: String?

    @Option(help: ArgumentHelp("The sample, by its id; the last if left out.", valueName: "id"))
    var sample: String?

    @Flag(help: "Take every verdict of the store, each counting alike, and no sample.")
    var unweighted = false

    @Option(help: ArgumentHelp("The seed of the draws for the intervals.", valueName: "n"))
    var seed = AuditRun.usualSeed

    @OptionGroup var arguments: AuditArguments

    func validate() throws {
      if let category { _ = try AuditCommand.category(category) }
      if unweighted, sample != nil {
        throw ValidationError("--unweighted takes no sample; leave one of the two out.")
      }
    }

    func run() async throws {
      try await Failure.reporting {
        let run = AuditRun(try SignalStore(readingPath: arguments.db))
        let sample = unweighted ? nil : try run.kept(sample)
        let asked = try category.map { [try AuditCommand.category($0)] } ?? AuditCategory.allCases
        let found = try asked.compactMap { category in
          try run.agreement(on: category, sample: sample, bootstrap: Bootstrap(seed: seed))
        }
        guard !found.isEmpty else { throw run.reviewsMissing(category) }
        try arguments.print(.agreement(found, sample: sample)) {
          AuditTable.agreement(found)
        } text: {
          AgreementPrinter(agreements: found, sample: sample, showsTables: category != nil).lines
        }
      }
    }
  }
}
