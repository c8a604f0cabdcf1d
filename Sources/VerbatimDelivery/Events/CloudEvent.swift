public import VerbatimCore
public import VerbatimStore

/// A signal or an alert, a revision or a retraction of one, as an event of CloudEvents 1.0 in JSON.
///
/// | Attribute | Value |
/// |---|---|
/// | `id` | the signal's or the cluster's id, a dot, its revision: two deliveries of one revision share it |
/// | `source` | the store's name, as the caller gives it |
/// | `type` | `feedback.signal.v1` or `cluster.alert.v1` |
/// | `subject` | the signal's or the cluster's id |
/// | `time` | when the feedback was given, where a moment is stated and not only a day |
/// | `datacontenttype`, `dataschema` | `application/json`, the schema's address |
/// | `partitionkey` | what events are kept in order by |
/// | `sequence` | the place in the store, of 20 digits: a greater one is later |
///
/// - SeeAlso: CloudEvents 1.0.2 with its JSON event format, and its extensions `partitionkey`
///   (Partitioning) and `sequence` (Sequence).
public struct CloudEvent: Hashable, Sendable {
  /// What happened.
  public let change: StoredChange
  /// Whose it is: a URI reference.
  public let source: String

  /// An event.
  public init(_ change: StoredChange, source: String) {
    self.change = change
    self.source = source
  }

  /// The type of the event, that of its document.
  public var type: String { change.kind.rawValue }

  /// The event's id.
  public var id: String { "\(change.signalID).\(change.revision)" }

  /// Writes the event as a JSON object.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("specversion", "1.0")
      json.field("id", id)
      json.field("source", source)
      json.field("type", type)
      json.field("subject", change.signalID)
      // A day is no timestamp, and its first moment would be made up.
      if let time = change.eventTime, time.precision == .second {
        json.field("time", time.description)
      }
      json.field("datacontenttype", "application/json")
      json.field("dataschema", "https://verbatim.example/schema/\(type).json")
      json.field("partitionkey", change.orderKey)
      json.field("sequence", sequence)
      json.key("data")
      json.raw(change.body)
    }
  }

  private var sequence: String {
    let digits = String(change.seq)
    return String(repeating: "0", count: max(0, 20 - digits.utf8.count)) + digits
  }
}
