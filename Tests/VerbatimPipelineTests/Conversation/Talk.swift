import Testing
import VerbatimPipeline

/// Conversations written down as lines, for tests.
enum Talk {
  /// A record of lines such as `customer 2026-11-09T10:00:00Z: It broke.`; the time may be missing.
  static func record(_ lines: String...) -> FeedbackRecord { record(lines) }

  /// A record of lines.
  static func record(_ lines: [String]) -> FeedbackRecord {
    var record = FeedbackRecord(source: .init(kind: .transcript, format: "ndjson", file: "talk"))
    record.id = "talk"
    record.language = "en"
    record.turns = lines.map { line in
      let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
      let head = parts[0].split(separator: " ").map(String.init)
      let role = Turn.Role(rawValue: head[0]) ?? .agent
      return Turn(
        speaker: head[0],
        role: role,
        at: head.count > 1 ? head[1] : nil,
        text: parts.count > 1 ? parts[1] : ""
      )
    }
    return record
  }

  /// The course of a record with the lexicons that travel with the program.
  static func course(
    _ record: FeedbackRecord,
    hours: BusinessHours? = nil
  ) throws -> FeedbackSignal.Transcript {
    let engine = try hours.map { hours in
      var options = EngineOptions()
      options.lexicons = ShippedLexicons.path
      options.hours = hours
      return try SignalEngine(options)
    }
    return try #require((engine ?? ShippedLexicons.engine()).read(record).signal.transcript)
  }

  /// What happens in a conversation.
  static func events(_ lines: String...) throws -> ConversationEvents {
    try #require(course(record(lines)).events)
  }
}
