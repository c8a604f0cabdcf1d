public import VerbatimCore

/// An alert as it was computed, to be delivered when it says something new.
public struct AlertDraft: Hashable, Sendable {
  /// The cluster.
  public var clusterID: String
  /// The week of its latest report; nil when none has a time.
  public var eventTime: Instant?
  /// The `cluster.alert.v1` without its revision: a JSON object.
  public var json: [UInt8]

  /// An alert.
  public init(clusterID: String, eventTime: Instant?, json: [UInt8]) {
    self.clusterID = clusterID
    self.eventTime = eventTime
    self.json = json
  }

  /// The document with its revision, which stands at its end.
  func body(revision: Int) -> [UInt8] {
    var members = JSONWriter()
    members.object { Self.writeRevision(revision, isRetracted: false, to: &$0) }
    return json.dropLast() + [UInt8(ascii: ",")] + members.bytes.dropFirst()
  }

  /// What is said of a cluster that is no alert any more: no number and no quote of it.
  static func retraction(of clusterID: String, revision: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("type", StoredChange.Kind.alert.rawValue)
      json.field("cluster_id", clusterID)
      writeRevision(revision, isRetracted: true, to: &json)
    }
    return json.bytes
  }

  private static func writeRevision(
    _ revision: Int,
    isRetracted: Bool,
    to json: inout JSONWriter
  ) {
    json.field("revision", revision)
    if revision > 1 { json.field("supersedes", revision - 1) }
    if isRetracted { json.field("retracted", true) }
  }
}

/// What became of alerts that were noted.
public struct AlertChanges: Hashable, Sendable {
  /// Alerts that were not there before, or were retracted.
  public var opened = 0
  /// Alerts that say something else than before.
  public var revised = 0
  /// Alerts that are gone.
  public var retracted = 0

  /// Nothing.
  public init() {}
}
