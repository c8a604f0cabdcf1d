/// How far the delivery to a destination has come.
public struct DeliveryStanding: Hashable, Sendable {
  /// The destination's address.
  public var address: String
  /// Signals, alerts and retractions that it does not have and that are not dead.
  public var backlog: Int
  /// Dead letters.
  public var dead: Int
  /// When it last took something, in seconds since 1970; nil when it never did.
  public var takenAt: Int64?

  /// A standing.
  public init(address: String, backlog: Int, dead: Int, takenAt: Int64?) {
    self.address = address
    self.backlog = backlog
    self.dead = dead
    self.takenAt = takenAt
  }
}
