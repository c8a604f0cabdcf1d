import ArgumentParser
import VerbatimPipeline

/// The satisfaction index by segment and cycle.
struct TrendsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trends",
    abstract: "Print the satisfaction index of segments over time, with its wobbles.",
    discussion: """
      A customer's satisfaction is the mean of what is there (ratings, recommendation, satisfaction, \
      effort, tone), each from 0 to 100, by reliability; a segment's index is the mean of its \
      customers, drawn towards its parent's. --by category,channel gives all customers, each \
      category, and each channel in it. Cycles of whole weeks start on Mondays.

      Everything is computed from the store on each run, and each cycle from what was known by its \
      end: a restart changes nothing, and neither does later feedback.
      """
  )

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(
    help: ArgumentHelp(
      "category, channel, tenure, market, sku, supplier, source or any segment; commas between.",
      valueName: "segments"
    )
  )
  var by: String?

  @Option(help: ArgumentHelp("How long a cycle is: 7d, 28d.", valueName: "days"))
  var cycle = "7d"

  @Option(help: ArgumentHelp("Only cycles that end on this day or later.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only cycles that start on this day or earlier.", valueName: "date"))
  var until: String?

  @Option(help: ArgumentHelp("Only what had happened by the end of this day.", valueName: "date"))
  var asOf: String?

  @Option(help: ArgumentHelp("From how many customers on there is an index.", valueName: "n"))
  var minimum = 30

  @Option(
    help: ArgumentHelp("Tell when the index crosses these; commas between.", valueName: "points")
  )
  var threshold: String?

  @Option(
    help: ArgumentHelp(
      "By how many points the index must be clear of a threshold to cross it.",
      valueName: "points"
    )
  )
  var hysteresis = 2.0

  @Flag(help: "Also what each issue costs the index (driver.weight.v1).")
  var drivers = false

  @Option(
    help: ArgumentHelp(
      "Also how these cohorts differ (cohort.lift.v1): carrier, warehouse, promotion, tenure, …",
      valueName: "segments"
    )
  )
  var cohorts: String?

  @Option(
    help: ArgumentHelp("text, json (one satisfaction.index.v1 a line) or csv.", valueName: "format")
  )
  var to = "text"

  @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
  var lexicons: String?

  func validate() throws {
    guard cycleDays != nil else {
      throw ValidationError("--cycle takes days from 1d to 366d, such as 7d.")
    }
    guard minimum >= 2 else { throw ValidationError("--minimum takes a number from 2 on.") }
    guard (0...50).contains(hysteresis) else {
      throw ValidationError("--hysteresis takes points from 0 to 50.")
    }
    guard thresholds.allSatisfy({ $0.map((0...100).contains) ?? false }) else {
      throw ValidationError("--threshold takes points from 0 to 100, commas between.")
    }
    guard ["text", "json", "csv"].contains(to) else {
      throw ValidationError("--to is text, json or csv.")
    }
    guard Set(names(by)).count == names(by).count else {
      throw ValidationError("--by names a segment twice.")
    }
    guard to != "csv" || (!drivers && cohorts == nil) else {
      throw ValidationError("--drivers and --cohorts go with --to text or json.")
    }
    for date in [since, until, asOf].compactMap(\.self) where Instant(iso8601: date) == nil {
      throw ValidationError("`\(date)` is no date; write it as 2026-11-21.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      var options = TrendRun.Options()
      options.by = names(by)
      options.cohorts = names(cohorts)
      options.asOf = asOf.flatMap { Instant(iso8601: $0) }
      options.settings.days = cycleDays ?? 7
      options.settings.minimum = minimum
      options.settings.thresholds = thresholds.compactMap(\.self).sorted()
      options.settings.hysteresis = hysteresis
      let run = try TrendRun(try SignalStore(readingPath: db), options)
      Console.tell(run.diagnostics, quiet: false, verbose: true)
      if run.undated > 0 {
        Console.error("\(db): \(run.undated) signals have no time and are in no cycle")
      }
      let first = since.flatMap { Instant(iso8601: $0) }?.dayNumber ?? .min
      let last = until.flatMap { Instant(iso8601: $0) }?.dayNumber ?? .max
      guard first <= last else { throw ValidationError("--since is later than --until.") }
      let series = run.series().compactMap { series in
        var series = series
        series.points.removeAll { $0.cycle.lastDay < first || $0.cycle.firstDay > last }
        return series.points.isEmpty ? nil : series
      }
      let period = drivers || cohorts != nil ? run.period(first...last) : nil
      let weights = drivers ? period.map(run.drivers) ?? [] : []
      let lifts = cohorts == nil ? [] : period.map(run.cohorts) ?? []
      switch to {
      case "json":
        var json = JSONWriter()
        for series in series {
          for point in series.points {
            series.write(point, minimum: minimum, to: &json)
            json.endLine()
          }
        }
        for weight in weights {
          weight.write(to: &json)
          json.endLine()
        }
        for lift in lifts {
          lift.write(to: &json)
          json.endLine()
        }
        try Console.write(json.bytes)
      case "csv": try Console.write(TrendTable(by: options.by, minimum: minimum).csv(series))
      default:
        let printer = TrendPrinter(minimum: minimum, issueNames: try IssueNames.load(lexicons))
        var text = printer.text(series)
        if drivers { text += "\n" + printer.text(weights) }
        if cohorts != nil { text += "\n" + printer.text(lifts) }
        try Console.write(Array(text.utf8))
      }
    }
  }

  /// The days of `--cycle`; nil when it is none.
  private var cycleDays: Int? {
    guard cycle.hasSuffix("d"), let days = Int(cycle.dropLast()), (1...366).contains(days) else {
      return nil
    }
    return days
  }

  /// The numbers of `--threshold`, nil where one is none.
  private var thresholds: [Double?] { names(threshold).map { Double($0) } }

  private func names(_ list: String?) -> [String] {
    (list ?? "").split(separator: ",").map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}
