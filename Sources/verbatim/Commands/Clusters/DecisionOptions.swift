import ArgumentParser
import Foundation
import VerbatimPipeline

/// Who decides what where, for the commands that write to a log.
struct DecisionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(help: ArgumentHelp("Who decides.", valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp("When, as RFC 3339; now unless stated.", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String?

  @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
  var lexicons: String?

  func validate() throws {
    if let at, Instant(iso8601: at) == nil {
      throw ValidationError("--at takes a time such as 2026-11-21T08:00:00Z.")
    }
  }

  /// When it was decided; the clock is read here and nowhere else.
  var time: Instant {
    at.flatMap { Instant(iso8601: $0) }
      ?? Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down)))
  }
}
