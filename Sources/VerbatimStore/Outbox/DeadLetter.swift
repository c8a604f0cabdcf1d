/// A signal that a destination will not have.
public struct DeadLetter: Hashable, Sendable {
  /// The destination's address.
  public var address: String
  /// The signal's cursor.
  public var seq: Int64
  /// The signal.
  public var signalID: String
  /// Its revision.
  public var revision: Int
  /// How often it was tried.
  public var attempts: Int
  /// What the destination said, in words.
  public var reason: String

  /// A dead letter.
  public init(
    address: String,
    seq: Int64,
    signalID: String,
    revision: Int,
    attempts: Int,
    reason: String
  ) {
    self.address = address
    self.seq = seq
    self.signalID = signalID
    self.revision = revision
    self.attempts = attempts
    self.reason = reason
  }
}
