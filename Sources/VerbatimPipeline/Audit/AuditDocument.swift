public import VerbatimCore
internal import VerbatimStatistics
public import VerbatimStore

/// What an audit prints as `transcript.audit.v1`: one document, of which each command fills its part.
public enum AuditDocument: Sendable {
  /// `verbatim audit list`.
  case list(AuditList, limit: Int)
  /// `verbatim audit show`.
  case conversation(AuditCase)
  /// `verbatim audit sample`.
  case sample(AuditSheet)
  /// `verbatim audit agreement`, with the sample that was judged.
  case agreement([AuditAgreement], sample: AuditSample?)

  /// Writes the document, keys in the order of the schema.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "transcript.audit.v1")
      switch self {
      case .list(let list, let limit):
        json.field("view", "list")
        json.object("summary") { list.summary.write(to: &$0, repeats: list) }
        json.array("comparisons", AuditList.Level.allCases) { json, level in
          json.object { list.comparisons[level]?.write(to: &$0, level: level) }
        }
        json.array("conversations", list.conversations.prefix(limit)) { json, conversation in
          json.object { conversation.write(to: &$0) }
        }
      case .conversation(let audited):
        json.field("view", "conversation")
        json.array("conversations", [audited.audited]) { json, conversation in
          json.object { conversation.write(to: &$0) }
        }
        json.array("turns", audited.turns) { json, turn in json.object { turn.write(to: &$0) } }
        json.array("reviews", audited.reviews) { json, review in
          json.object { review.write(to: &$0) }
        }
      case .sample(let sheet):
        json.field("view", "sample")
        json.object("sample") { sheet.sample.write(to: &$0, sheet: sheet) }
        json.array("estimates", sheet.estimates) { json, estimate in
          json.object { estimate.write(to: &$0) }
        }
      case .agreement(let agreements, let sample):
        json.field("view", "agreement")
        if let sample { json.object("sample") { sample.write(to: &$0, sheet: nil) } }
        json.array("agreement", agreements) { json, agreement in
          json.object { agreement.write(to: &$0) }
        }
      }
    }
  }
}

extension JSONWriter {
  /// An interval as its two ends; null when there is none.
  mutating func interval(_ name: StaticString, _ interval: Bootstrap.Interval?) {
    guard let interval else {
      key(name)
      return null()
    }
    array(name, [interval.lower, interval.upper]) { $0.value(Self.rounded($1)) }
  }

  /// A number to six decimals, beyond which no reader looks; null when there is none.
  mutating func rounded(_ name: StaticString, _ number: Double?) {
    field(name, number.map { Self.rounded($0) })
  }

  private static func rounded(_ number: Double) -> Double {
    (number * 1_000_000).rounded() / 1_000_000
  }
}
