import ArgumentParser
import VerbatimPipeline

/// Complaint clusters and hazards.
struct ClustersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Print complaint clusters and hazards with their evidence.",
    discussion: """
      Reports are counted once a customer and once a text. A combination is a cluster when the \
      lower end of its information component (Norén 2013) lies above 0 and at least three reports \
      make it; a hazard needs one. Without --by, each story is told once, by article or supplier.
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

  @Option(help: ArgumentHelp("Only what had happened by the end of this day.", valueName: "date"))
  var asOf: String?

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
    guard ["text", "json", "csv"].contains(to) else {
      throw ValidationError("--to is text, json or csv.")
    }
    if let asOf, Instant(iso8601: asOf) == nil {
      throw ValidationError("`\(asOf)` is no date; write it as 2026-11-21.")
    }
  }

  func run() async throws {
    if let path = timeSeries.series { return try await timeSeries.run(path, to: to) }
    if let path = replaying.reports { return try await replaying.run(path, to: to) }
    try await Failure.reporting {
      if let path = counting.counts {
        return try counting.run(path, by: by, to: to, limit: limit)
      }
      let engine = try IssueNames.engine(lexicons)
      let run = ClusterRun(try SignalStore(readingPath: db), words: try ClusterWords(engine))
      let scan = try run.scan(
        evidence.scan(by, limit: limit),
        asOf: asOf.flatMap { Instant(iso8601: $0) }
      )
      if evidence.nearMisses {
        return try evidence.print(scan, to: to, names: engine.issueNames)
      }
      let all = scan.clusters
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
      }
    }
  }

  private func table(_ clusters: [ComplaintCluster]) -> [UInt8] {
    var bytes = CSVLine.bytes([
      "cluster_id", "level", "key", "issue", "tier", "state", "observed", "expected", "exposure",
      "ic", "ic025", "p_value", "q_value", "first_week", "first_quote", "ebgm", "eb05", "eb95",
    ])
    for cluster in clusters {
      bytes += CSVLine.bytes([
        cluster.id, cluster.level.rawValue, cluster.key, cluster.issue, cluster.tier.rawValue,
        cluster.state.rawValue, String(cluster.observed), String(cluster.expected),
        String(cluster.exposure), String(cluster.ic), String(cluster.ic025),
        String(cluster.pValue), String(cluster.qValue), cluster.firstWeek?.description ?? "",
        cluster.evidence.first?.quote ?? "", String(cluster.shrunkRatio.geometricMean),
        String(cluster.shrunkRatio.lower), String(cluster.shrunkRatio.upper),
      ])
    }
    return bytes
  }
}
