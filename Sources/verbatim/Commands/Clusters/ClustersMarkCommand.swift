import ArgumentParser
import VerbatimPipeline

/// Adds what a person found on reading one report of a cluster to its log.
struct ClustersMarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Mark a report of a cluster as of another issue or somebody else's fault.",
    discussion: """
      A marked report is no longer counted, at any level, unless its fault is the supplier's or \
      unknown: --attribution supplier takes an earlier mark back. Prints the counts before and after.
      """
  )

  @Argument(help: "The cluster, such as sku:K-204:SAF.HOT.")
  var cluster: String

  @Argument(help: "The report, by the signal_id of the cluster's evidence.")
  var signal: String

  @Flag(help: "The words are not about the issue.")
  var notThisIssue = false

  @Option(
    help: ArgumentHelp(
      "Whose fault it is: "
        + Issue.Attribution.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "name"
    )
  )
  var attribution: String?

  @OptionGroup var decision: DecisionOptions

  func validate() throws {
    guard notThisIssue != (attribution != nil) else {
      throw ValidationError("Either --not-this-issue or --attribution.")
    }
    if let attribution, Issue.Attribution(rawValue: attribution) == nil {
      let known = Issue.Attribution.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("No attribution is called `\(attribution)`; there are \(known).")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let fault = attribution.flatMap { Issue.Attribution(rawValue: $0) }
      var mark = EvidenceMark(
        clusterID: cluster,
        ordinal: 1,
        signalID: signal,
        at: decision.time,
        by: decision.by,
        finding: fault.map { .fault($0) } ?? .notThisIssue
      )
      mark.reason = decision.reason
      let run = ClusterRun(
        try SignalStore(readingPath: decision.db),
        words: ClusterWords(try IssueNames.engine(decision.lexicons))
      )
      let (before, after) = try run.mark(mark)
      try Console.print(LifePrinter.text(before: before, after: after))
    }
  }
}
