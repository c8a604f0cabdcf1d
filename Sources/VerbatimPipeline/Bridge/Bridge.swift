public import VerbatimCore

/// A change between two periods, split into what customers changed and what an engine changed.
public struct Bridge: Hashable, Sendable {
  /// The old engine.
  public var from: FeedbackSignal.Engine
  /// The new engine.
  public var to: FeedbackSignal.Engine
  /// The periods.
  public var span: BridgeSpan
  /// The rows, by dimension as they were asked for, segment and measure; those without a value
  /// last.
  public var rows: [BridgeRow] = []
  /// Signals of both periods.
  public var signals = 0
  /// Those to which the old engine gives the score and the label that are stored.
  public var reproduced = 0

  /// A bridge without signals.
  init(from: FeedbackSignal.Engine, to: FeedbackSignal.Engine, span: BridgeSpan) {
    self.from = from
    self.to = to
    self.span = span
  }

  /// Writes a row as `engine.bridge.v1`.
  public func write(_ row: BridgeRow, to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "engine.bridge.v1")
      json.object("segment") { json in
        json.field("by", row.segment.by.rawValue)
        json.field("value", row.segment.value)
      }
      json.field("measure", row.measure.rawValue)
      write(from, as: "from", to: &json)
      write(to, as: "to", to: &json)
      write(row.before, span.before, as: "before", to: &json)
      write(row.after, span.after, as: "after", to: &json)
      json.key("change")
      row.change.write(to: &json)
      json.key("customers")
      row.customers.write(to: &json)
      json.key("engine")
      row.engine.write(to: &json)
    }
  }

  private func write(
    _ engine: FeedbackSignal.Engine,
    as name: StaticString,
    to json: inout JSONWriter
  ) {
    json.object(name) { json in
      json.field("version", engine.version)
      json.field("lexicon_hash", engine.lexiconHash)
      json.field("taxonomy_version", engine.taxonomyVersion)
      json.field("config_hash", engine.configHash)
      json.field("icu_version", engine.icuVersion)
    }
  }

  private func write(
    _ period: BridgeRow.Period,
    _ days: BridgeSpan.Days,
    as name: StaticString,
    to json: inout JSONWriter
  ) {
    json.object(name) { json in
      json.field("start", days.start.description)
      json.field("end", days.end.description)
      json.field("n", period.count)
      json.field("from", period.from)
      json.field("to", period.to)
    }
  }
}
