import ArgumentParser
import VerbatimPipeline

/// Signals from the store.
struct SignalsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signals",
    abstract: "Print signals from the store, in a stable order.",
    discussion: "With --limit, the cursor to go on from is told on standard error."
  )

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(help: ArgumentHelp("Only feedback from this day on.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only feedback up to this day, included.", valueName: "date"))
  var until: String?

  @Option(help: "Only this article.")
  var sku: String?

  @Option(help: "Only this supplier.")
  var supplier: String?

  @Option(help: ArgumentHelp("Only signals with this issue.", valueName: "code"))
  var issue: String?

  @Option(help: "Go on after this place.")
  var cursor: Int64 = 0

  @Option(help: ArgumentHelp("At most so many.", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("ndjson or csv.", valueName: "format"))
  var to = "ndjson"

  func validate() throws {
    guard limit ?? 0 >= 0, cursor >= 0 else {
      throw ValidationError("--limit and --cursor take a number from 0 on.")
    }
    guard to == "ndjson" || to == "csv" else { throw ValidationError("--to is ndjson or csv.") }
    for date in [since, until].compactMap(\.self) where Instant(iso8601: date) == nil {
      throw ValidationError("`\(date)` is no date; write it as 2026-11-21.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let store = try SignalStore(readingPath: db)
      var filter = SignalFilter()
      filter.since = since.flatMap { Instant(iso8601: $0) }
      filter.until = until.flatMap { Instant(iso8601: $0) }.map {
        $0.precision == .day ? Instant(seconds: $0.seconds + 86_400, precision: .day) : $0
      }
      filter.sku = sku
      filter.supplier = supplier
      filter.issue = issue
      filter.afterSeq = cursor
      filter.limit = limit
      var last: Int64?
      if to == "csv" { try Console.write(CSVLine.bytes(SignalTable.columns)) }
      let table = SignalTable()
      try store.forEachSignal(filter) { seq, json in
        last = seq
        try Console.write(to == "csv" ? CSVLine.bytes(table.row(json)) : json + [0x0A])
      }
      if limit != nil, let last { Console.error("cursor \(last)") }
    }
  }
}
