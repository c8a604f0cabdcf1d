import ArgumentParser
import VerbatimPipeline

/// What `verbatim clusters` tells about the evidence besides the clusters.
struct EvidenceOptions: ParsableArguments {
  @Flag(
    help: "Instead of clusters: what nearly was one, with the reason why it is none."
  )
  var nearMisses = false

  @Option(
    help: ArgumentHelp(
      "How often the issues are shuffled to see how many alerts chance makes; 0 for never.",
      valueName: "n"
    )
  )
  var placeboRuns = 20

  func validate() throws {
    guard (0...10_000).contains(placeboRuns) else {
      throw ValidationError("--placebo-runs takes a number from 0 to 10000.")
    }
  }

  /// What to look for.
  func scan(_ level: String?, limit: Int?) -> ClusterScanOptions {
    var options = ClusterScanOptions(level: level.flatMap { ComplaintCluster.Level(rawValue: $0) })
    options.placeboRuns = placeboRuns
    options.nearMisses = nearMisses ? limit ?? 20 : 0
    return options
  }

  /// Prints what nearly was an alert.
  func print(_ scan: ClusterScan, to format: String, names: [String: String]) throws {
    switch format {
    case "json":
      var json = JSONWriter()
      scan.writeNearMisses(to: &json)
      json.endLine()
      try Console.write(json.bytes)
    case "csv": try Console.write(NearMissPrinter.table(scan.nearMisses))
    default: try Console.write(Array(NearMissPrinter(issueNames: names).text(scan).utf8))
    }
  }
}
