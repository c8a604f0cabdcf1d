public import VerbatimStore

/// What a delivery did.
public struct DeliveryCounts: Hashable, Sendable {
  /// Signals that were taken in their first revision.
  public var new = 0
  /// Signals that were taken in a later revision.
  public var revised = 0
  /// Retractions that were taken.
  public var retracted = 0
  /// Requests that were sent again.
  public var retries = 0
  /// Signals that became dead letters.
  public var dead = 0

  /// Nothing yet.
  public init() {}

  /// All that was taken.
  public var taken: Int { new + revised + retracted }

  /// Counts a change that was taken.
  public mutating func count(_ change: StoredChange) {
    if change.isRetraction {
      retracted += 1
    } else if change.revision > 1 {
      revised += 1
    } else {
      new += 1
    }
  }
}
