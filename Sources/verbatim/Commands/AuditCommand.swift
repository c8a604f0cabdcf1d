import ArgumentParser
import Foundation
import VerbatimPipeline

/// The audit of support conversations.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Read support conversations: which first, turn by turn, as a fair sample.",
    discussion: """
      People of the shop appear under pseudonyms and are never ranked. What is compared is how much \
      more customers recover than is usual for the same issues on the same channels; nothing \
      measures empathy or manner. Below a least number of conversations nothing is said.
      """,
    subcommands: [
      List.self, Show.self, Sample.self, Review.self, Agreement.self, Export.self,
    ]
  )
}

/// Options of every audit command.
struct AuditArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(
    help: ArgumentHelp("text, json for one transcript.audit.v1, or csv.", valueName: "format")
  )
  var to = "text"

  func validate() throws {
    guard ["text", "json", "csv"].contains(to) else {
      throw ValidationError("--to is text, json or csv.")
    }
  }

  /// Prints in the format that was asked for.
  func print(
    _ document: AuditDocument,
    csv: () throws -> [UInt8],
    text: () throws -> [String]
  ) throws {
    switch to {
    case "json":
      var json = JSONWriter()
      document.write(to: &json)
      json.endLine()
      try Console.write(json.bytes)
    case "csv": try Console.write(csv())
    default: try Console.write(Array(text().map { $0 + "\n" }.joined().utf8))
    }
  }
}

/// Options of the audit commands that look at some time.
struct AuditPeriod: ParsableArguments {
  @Option(help: ArgumentHelp("Only conversations from this day on.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only conversations up to this day, included.", valueName: "date"))
  var until: String?

  func validate() throws {
    for date in [since, until].compactMap(\.self) where Instant(iso8601: date) == nil {
      throw ValidationError("`\(date)` is no date; write it as 2026-11-21.")
    }
  }

  /// The time as a filter.
  var filter: SignalFilter {
    var filter = SignalFilter()
    filter.since = since.flatMap { Instant(iso8601: $0) }
    filter.until = until.flatMap { Instant(iso8601: $0) }.map {
      $0.precision == .day ? Instant(seconds: $0.seconds + 86_400, precision: .day) : $0
    }
    return filter
  }
}

/// When a person did something.
struct AuditStamp: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "When it is done, as RFC 3339; the clock's time if left out.",
      valueName: "time"
    )
  )
  var at: String?

  func validate() throws {
    if let at, Instant(iso8601: at) == nil {
      throw ValidationError("--at takes a time such as 2026-11-21T08:00:00Z.")
    }
  }

  /// The moment that was stated, else the clock's: the only place where an audit reads it.
  var instant: Instant {
    at.flatMap { Instant(iso8601: $0) } ?? Instant(seconds: Int64(Date().timeIntervalSince1970))
  }
}
