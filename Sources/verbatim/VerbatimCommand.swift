import ArgumentParser
import VerbatimPipeline

/// The root command.
@main
struct VerbatimCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbatim",
    abstract: "Turns what customers say into signals that people act on.",
    discussion: """
      Results go to standard output, everything else to standard error.

      Exit codes: 0 done; 1 done, but too large a share of an input was rejected; 64 wrong usage; \
      65 input unusable; 66 input missing or unreadable; 69 service or receiver unreachable, or \
      address taken; 70 internal fault; 73 output cannot be written; 75 try again, the store is \
      locked; 78 configuration wrong.
      """,
    version: SignalEngine.version,
    subcommands: [
      IngestCommand.self, ParseCommand.self, ScoreCommand.self, SignalsCommand.self,
      ClustersCommand.self, SimilarCommand.self, TrendsCommand.self, OutcomesCommand.self,
      ExplainCommand.self, EvaluateCommand.self, CatalogCommand.self, LexiconCommand.self,
      IssuesCommand.self, ReportCommand.self, PackCommand.self, SchemaCommand.self,
      FormatsCommand.self, ServeCommand.self, AuditCommand.self, DeliverCommand.self,
      ConformanceCommand.self, ForgetCommand.self, BridgeCommand.self,
    ]
  )
}
