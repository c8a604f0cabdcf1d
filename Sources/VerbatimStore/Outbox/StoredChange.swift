public import VerbatimCore

/// A signal, a revision of one or its retraction, as whoever follows the store sees it.
public struct StoredChange: Hashable, Sendable {
  /// Its cursor: later changes have higher ones.
  public var seq: Int64
  /// The signal.
  public var signalID: String
  /// Its revision, from 1.
  public var revision: Int
  /// Whether the signal no longer holds.
  public var isRetraction: Bool
  /// What changes are kept in order by: the customer's key, else the record's id.
  public var orderKey: String
  /// When the feedback was given.
  public var eventTime: Instant?
  /// The `feedback.signal.v1`, without a line end.
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
  /// Its cursor.
  public var seq: Int64
  /// The signal's revision, from 1.
  public var revision: Int
  /// Whether the signal no longer holds.
  public var isRetraction: Bool
  /// When the feedback was given.
  public var eventTime: Instant?

  /// A mark.
  public init(seq: Int64, revision: Int, isRetraction: Bool = false, eventTime: Instant? = nil) {
    self.seq = seq
    self.revision = revision
    self.isRetraction = isRetraction
    self.eventTime = eventTime
  }
}
