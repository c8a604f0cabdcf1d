import ArgumentParser
import VerbatimPipeline

/// Complaint clusters and hazards.
struct ClustersListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print complaint clusters and hazards with their evidence.",
    discussion: """
      Reports are counted once a customer and once a text. A combination is a cluster when the \
      lower end of its information component (Norén 2013) lies above 0 and at least three reports \
      make it; a hazard needs one. Without --by, each story is told once, by article or supplier. \
      What is snoozed, verified or closed comes last.
      Each cluster carries its chart with limits, where it sits, its phrases, and whether it stands \
      without the evidence that may be doubted; --near-misses tells what is no alert, and why.

      With --counts FILE there is no store: each pair of values of two columns of a table of reports
      is compared with what independence predicts (RR, PRR, ROR, chi-square, IC, EBGM with EB05 and
      EB95, p and q). --to json prints one object with rows, theta and fit; --to csv prints the
      rows, and theta on standard error. The pairs with the greatest EB05 come first.
      """
  )

  @OptionGroup(title: "Time series")
  var timeSeries: SeriesOptions

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(help: ArgumentHelp("sku, supplier or lot; two columns of a table.", valueName: "level"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "Only what had happened and was decided by the end of this day.",
      valueName: "date"
    )
  )
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "negative, or positive for what customers praise beyond chance.",
      valueName: "direction"
    )
  )
  var direction = "negative"

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Only clusters in these states: "
        + ComplaintCluster.State.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "state"
    )
  )
  var state: [String] = []

  @Option(
    help: ArgumentHelp("text, json (one cluster.alert.v1 a line) or csv.", valueName: "format")
  )
  var to = "text"

  @Option(help: ArgumentHelp("At most so many.", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("How many quotes a cluster shows as text.", valueName: "n"))
  var quotes = 5

  @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
  var lexicons: String?

  @OptionGroup(title: "Evidence")
  var evidence: EvidenceOptions

  @OptionGroup(title: "Statistics of a table of reports")
  var counting: CountsOptions

  @OptionGroup(title: "The detector, week by week")
  var replaying: ReplayOptions

  func validate() throws {
    guard limit ?? 0 >= 0, quotes >= 0 else {
      throw ValidationError("--limit and --quotes take a number from 0 on.")
    }
    if counting.counts != nil {
      try counting.validate(by: by)
    } else if let by, ComplaintCluster.Level(rawValue: by) == nil {
      throw ValidationError("--by is sku, supplier or lot.")
    }
    guard ComplaintCluster.Direction(rawValue: direction) != nil else {
      throw ValidationError("--direction is negative or positive.")
    }
    for name in states where ComplaintCluster.State(rawValue: name) == nil {
      let known = ComplaintCluster.State.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("No state is called `\(name)`; there are \(known).")
    }
    guard ["text", "json", "csv"].contains(to) else {
      throw ValidationError("--to is text, json or csv.")
    }
    if let asOf, Instant(iso8601: asOf) == nil {
      throw ValidationError("`\(asOf)` is no date; write it as 2026-11-21.")
    }
  }

  private var states: [String] {
    state.flatMap { $0.split(separator: ",").map(String.init) }
  }

  func run() async throws {
    if let path = timeSeries.series { return try await timeSeries.run(path, to: to) }
    if let path = replaying.reports { return try await replaying.run(path, to: to) }
    try await Failure.reporting {
      if let path = counting.counts {
        return try counting.run(path, by: by, to: to, limit: limit)
      }
      let store = try SignalStore(readingPath: db)
      let day = asOf.flatMap { Instant(iso8601: $0) }
      let engine = try IssueNames.engine(lexicons)
      let run = ClusterRun(store, words: ClusterWords(engine))
      let scan = try run.scan(
        evidence.scan(by, limit: limit),
        asOf: day,
        direction: ComplaintCluster.Direction(rawValue: direction) ?? .negative
      )
      if evidence.nearMisses {
        return try evidence.print(scan, to: to, names: engine.issueNames)
      }
      let all = scan.clusters.filter { states.isEmpty || states.contains($0.state.rawValue) }
      let clusters = Array(all.prefix(limit ?? all.count))
      switch to {
      case "json":
        var json = JSONWriter()
        for cluster in clusters {
          cluster.write(to: &json)
          json.endLine()
        }
        try Console.write(json.bytes)
      case "csv": try Console.write(table(clusters))
      default:
        let printer = ClusterPrinter(
          quotes: quotes,
          issueNames: engine.issueNames,
          passage: run.passage
        )
        if let summary = NearMissPrinter.summary(scan) { try Console.print(summary + "\n") }
        try Console.write(Array(printer.text(clusters).utf8))
        if let line = SilencePrinter.line(try SilenceRun(store).sources(asOf: day)) {
          try Console.print("\n" + line)
        }
      }
    }
  }

  private func table(_ clusters: [ComplaintCluster]) -> [UInt8] {
    var bytes = CSVLine.bytes([
      "cluster_id", "level", "key", "issue", "tier", "state", "observed", "expected", "exposure",
      "ic", "ic025", "p_value", "q_value", "first_week", "first_quote", "ebgm", "eb05", "eb95",
      "direction", "state_since", "decided_by", "snoozed_until", "marked_out",
    ])
    for cluster in clusters {
      bytes += CSVLine.bytes([
        cluster.id, cluster.level.rawValue, cluster.key, cluster.issue, cluster.tier.rawValue,
        cluster.state.rawValue, String(cluster.observed), String(cluster.expected),
        String(cluster.exposure), String(cluster.ic), String(cluster.ic025),
        String(cluster.pValue), String(cluster.qValue), cluster.firstWeek?.description ?? "",
        cluster.evidence.first?.quote ?? "", String(cluster.shrunkRatio.geometricMean),
        String(cluster.shrunkRatio.lower), String(cluster.shrunkRatio.upper),
        cluster.direction.rawValue, cluster.life?.since.map(LifePrinter.day) ?? "",
        cluster.life?.lastDecision?.by ?? "", cluster.life?.snoozedUntil.map(LifePrinter.day) ?? "",
        String(cluster.markedOut),
      ])
    }
    return bytes
  }
}
