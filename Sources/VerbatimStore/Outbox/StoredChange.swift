public import VerbatimCore

/// A signal or an alert, a revision of one or its retraction, as whoever follows the store sees it.
public struct StoredChange: Hashable, Sendable {
  /// What changed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What a customer said.
    case signal = "feedback.signal.v1"
    /// What many say beyond chance, or a hazard.
    case alert = "cluster.alert.v1"
  }

  /// What changed.
  public var kind = Kind.signal
  /// Its cursor: later changes have higher ones.
  public var seq: Int64
  /// The signal, or the alert's cluster.
  public var signalID: String
  /// Its revision, from 1.
  public var revision: Int
  /// Whether it no longer holds.
  public var isRetraction: Bool
  /// What changes are kept in order by: a signal's customer key, else its record's id; an alert's
  /// cluster.
  public var orderKey: String
  /// When the feedback was given; of an alert the week of its latest report.
  public var eventTime: Instant?
  /// The document of its kind, without a line end.
  public var body: [UInt8]

  /// A change.
  public init(
    seq: Int64,
    signalID: String,
    revision: Int,
    isRetraction: Bool = false,
    orderKey: String,
    eventTime: Instant? = nil,
    body: [UInt8]
  ) {
    self.seq = seq
    self.signalID = signalID
    self.revision = revision
    self.isRetraction = isRetraction
    self.orderKey = orderKey
    self.eventTime = eventTime
    self.body = body
  }
}

/// Where a change belongs.
public struct ChangeMark: Hashable, Sendable {
  /// What changed.
  public var kind = StoredChange.Kind.signal
  /// Its cursor.
  public var seq: Int64
  /// Its revision, from 1.
  public var revision: Int
  /// Whether it no longer holds.
  public var isRetraction: Bool
  /// When the feedback was given; of an alert the week of its latest report.
  public var eventTime: Instant?

  /// A mark.
  public init(seq: Int64, revision: Int, isRetraction: Bool = false, eventTime: Instant? = nil) {
    self.seq = seq
    self.revision = revision
    self.isRetraction = isRetraction
    self.eventTime = eventTime
  }
}
