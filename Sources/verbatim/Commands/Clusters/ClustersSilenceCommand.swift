import ArgumentParser
import VerbatimPipeline

/// Sources of feedback that have stopped.
struct ClustersSilenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "silence",
    abstract: "Print each source of feedback and whether it has stopped delivering.",
    discussion: """
      A source is silent when its present gap is longer than a week and than its own past leads to \
      expect. Files of one folder whose names differ only in digits are one source.
      """
  )

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(
    help: ArgumentHelp(
      "The day that is asked about; that of the latest feedback unless stated.",
      valueName: "date"
    )
  )
  var asOf: String?

  @Option(help: ArgumentHelp("text, or json (one source.silence.v1 a line).", valueName: "format"))
  var to = "text"

  func validate() throws {
    guard to == "text" || to == "json" else { throw ValidationError("--to is text or json.") }
    if let asOf, Instant(iso8601: asOf) == nil {
      throw ValidationError("`\(asOf)` is no date; write it as 2026-11-21.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let run = SilenceRun(try SignalStore(readingPath: db))
      let sources = try run.sources(asOf: asOf.flatMap { Instant(iso8601: $0) })
      guard to == "json" else { return try Console.print(SilencePrinter.text(sources)) }
      var json = JSONWriter()
      for source in sources {
        source.write(to: &json)
        json.endLine()
      }
      try Console.write(json.bytes)
    }
  }
}
