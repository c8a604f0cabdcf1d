/// The JSON Schema (draft 2020-12) of one type that Verbatim prints.
///
/// A schema describes this release exactly, and so names every field and allows no other. What a
/// reader may count on is in its description: fields are added, never taken away or changed.
public struct Schema: Hashable, Sendable, CustomStringConvertible {
  /// The name that the type's field `type` holds: `feedback.signal.v1`.
  public let type: String
  /// What the type is, in a few words.
  public let title: String
  /// The schema, on several lines, without a line end after the last.
  public let json: String

  /// The schema of every type, in the order in which Verbatim makes them.
  public static let all = [
    feedbackRecord, feedbackSignal, clusterAlert, clusterNearMisses, satisfactionIndex,
    driverWeight, cohortLift,
    outcomeLift, ingestReport, evaluationReport, transcriptAudit,
    signalsManifest, engineBridge, conformanceSet,
    sourceSilence, similarReport,
  ]

  /// The schema of a type by its full name; nil when there is none.
  public static func named(_ type: String) -> Schema? { all.first { $0.type == type } }

  /// The type's name.
  public var description: String { type }
}
