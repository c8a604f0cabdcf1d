import ArgumentParser
import VerbatimPipeline

/// What of a change is the engine's.
struct BridgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bridge",
    abstract: "Score a period by two configurations; split the change into customers and engine.",
    discussion: """
      The texts of the period and of the one before it, of the same length, are scored by both \
      configurations, as they are stored, with personal data masked. The change from the old \
      engine before to the new engine after is the sum of two parts, each with a 95 % interval: \
      what customers said differently, and what the engine reads differently in the same texts. \
      Nothing in the store is changed.

      Without --until the period ends with the latest feedback; without --since it has 28 days.
      """
  )

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(help: ArgumentHelp("The old configuration, as --config takes it.", valueName: "file"))
  var from: String

  @Option(help: ArgumentHelp("The new configuration.", valueName: "file"))
  var to: String

  @Option(help: ArgumentHelp("The first day of the period.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("The last day of the period, included.", valueName: "date"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "What segments go by: any of kind, category, supplier, sku; divided by commas.",
      valueName: "list"
    )
  )
  var by = "kind"

  @Option(
    help: ArgumentHelp("text, or json for one engine.bridge.v1 a line.", valueName: "format")
  )
  var format = "text"

  /// How many days a period has unless told.
  private static let usualDays: Int64 = 28

  func validate() throws {
    for date in [since, until].compactMap(\.self) where Instant(iso8601: date) == nil {
      throw ValidationError("`\(date)` is no date; write it as 2026-11-21.")
    }
    guard format == "text" || format == "json" else {
      throw ValidationError("--format is text or json.")
    }
    _ = try dimensions()
    if let since = since.flatMap({ Instant(iso8601: $0) }),
      let until = until.flatMap({ Instant(iso8601: $0) }),
      BridgeSpan(since: since, until: until) == nil
    {
      throw ValidationError("--until comes before --since.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let store = try SignalStore(readingPath: db)
      let last = try until.flatMap { Instant(iso8601: $0) } ?? store.lastEventTime()
      guard let last else {
        throw ValidationError("No feedback in the store has a time.")
      }
      let first =
        since.flatMap { Instant(iso8601: $0) }
        ?? Instant(seconds: last.seconds - (Self.usualDays - 1) * 86_400, precision: .day)
      guard let span = BridgeSpan(since: first, until: last) else {
        throw ValidationError("The period has no days: the latest feedback is of \(last).")
      }
      let run = BridgeRun(store, from: try engine(from), to: try engine(to))
      let bridge = try run.bridge(over: span, by: dimensions())
      if format == "text" {
        return try Console.print(BridgePrinter(bridge: bridge).lines.joined(separator: "\n"))
      }
      for row in bridge.rows {
        var json = JSONWriter()
        bridge.write(row, to: &json)
        json.endLine()
        try Console.write(json.bytes)
      }
    }
  }

  private func engine(_ path: String) throws -> SignalEngine {
    try EngineArguments.parse(["--quiet"]).engine(ConfigurationFile.load(path))
  }

  private func dimensions() throws -> [BridgeSegment.Dimension] {
    try by.split(separator: ",").map { name in
      guard let dimension = BridgeSegment.Dimension(rawValue: String(name)) else {
        let known = BridgeSegment.Dimension.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("`\(name)` is no dimension; one of \(known).")
      }
      return dimension
    }
  }
}
