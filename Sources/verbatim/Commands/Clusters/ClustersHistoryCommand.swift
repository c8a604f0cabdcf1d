import ArgumentParser
import VerbatimPipeline

/// The log of a cluster.
struct ClustersHistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Print what happened to a cluster and who decided what.",
    discussion: """
      Works for every cluster of which there is a report or a decision, also when it is no longer \
      beyond chance.
      """
  )

  @Argument(help: "The cluster, such as sku:K-204:SAF.HOT.")
  var cluster: String

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(
    help: ArgumentHelp(
      "Only what had happened and was decided by the end of this day.",
      valueName: "date"
    )
  )
  var asOf: String?

  @Option(
    help: ArgumentHelp("text, or json for one object a transition.", valueName: "format")
  )
  var to = "text"

  @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
  var lexicons: String?

  func validate() throws {
    guard to == "text" || to == "json" else { throw ValidationError("--to is text or json.") }
    if let asOf, Instant(iso8601: asOf) == nil {
      throw ValidationError("`\(asOf)` is no date; write it as 2026-11-21.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let run = ClusterRun(
        try SignalStore(readingPath: db),
        words: ClusterWords(try IssueNames.engine(lexicons))
      )
      let history = try run.history(of: cluster, asOf: asOf.flatMap { Instant(iso8601: $0) })
      guard to == "json" else { return try Console.print(LifePrinter.text(history)) }
      var json = JSONWriter()
      for transition in history.life.transitions {
        transition.write(to: &json)
        json.endLine()
      }
      try Console.write(json.bytes)
    }
  }
}
