import ArgumentParser
import VerbatimPipeline

/// Adds a decision about a cluster to its log.
struct ClustersDecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Decide about a cluster; the decision is kept with name and time.",
    discussion: """
      acknowledge takes a cluster on; snooze puts it off until a day; correct says from when on it \
      should be better, and which lots were made before; verify compares the rates before and after; \
      close is done with it; reopen takes it up again; hazard judges a hazard. A new alert after a \
      snooze, a verification or a close reopens the cluster by itself. Decisions are added and never \
      changed.
      """
  )

  @Argument(help: "The cluster, such as sku:K-204:SAF.HOT.")
  var cluster: String

  @Option(
    help: ArgumentHelp(
      ClusterDecision.Action.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "action"
    )
  )
  var action: String

  @Option(
    help: ArgumentHelp(
      "With hazard: "
        + ClusterDecision.HazardVerdict.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "verdict"
    )
  )
  var verdict: String?

  @Option(help: ArgumentHelp("With snooze: the day on which it ends.", valueName: "date"))
  var until: String?

  @Option(help: ArgumentHelp("With correct: the first day of the change.", valueName: "date"))
  var effective: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("With correct: lots made before the change.", valueName: "lot")
  )
  var lots: [String] = []

  @OptionGroup var decision: DecisionOptions

  @Option(help: ArgumentHelp("text, or json for one cluster.alert.v1.", valueName: "format"))
  var to = "text"

  func validate() throws {
    guard to == "text" || to == "json" else { throw ValidationError("--to is text or json.") }
    guard ClusterDecision.Action(rawValue: action) != nil else {
      let known = ClusterDecision.Action.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("No action is called `\(action)`; there are \(known).")
    }
    if let verdict, ClusterDecision.HazardVerdict(rawValue: verdict) == nil {
      let known = ClusterDecision.HazardVerdict.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("No verdict is called `\(verdict)`; there are \(known).")
    }
    for (name, text) in [("--until", until), ("--effective", effective)] {
      if let text, Instant(iso8601: text) == nil {
        throw ValidationError("\(name): `\(text)` is no date; write it as 2026-11-21.")
      }
    }
  }

  func run() async throws {
    try await Failure.reporting {
      guard let action = ClusterDecision.Action(rawValue: action) else { return }
      var entry = ClusterDecision(
        clusterID: cluster,
        ordinal: 1,
        at: decision.time,
        by: decision.by,
        action: action
      )
      entry.verdict = verdict.flatMap { ClusterDecision.HazardVerdict(rawValue: $0) }
      entry.until = until.flatMap { Instant(iso8601: $0) }
      entry.effective = effective.flatMap { Instant(iso8601: $0) }
      entry.lots = lots.flatMap { $0.split(separator: ",").map(String.init) }
      entry.reason = decision.reason
      let run = ClusterRun(
        try SignalStore(readingPath: decision.db),
        words: ClusterWords(try IssueNames.engine(decision.lexicons))
      )
      let history = try run.decide(entry)
      guard to == "json", let found = history.cluster else {
        return try Console.print(LifePrinter.text(history))
      }
      var json = JSONWriter()
      found.write(to: &json)
      json.endLine()
      try Console.write(json.bytes)
    }
  }
}
