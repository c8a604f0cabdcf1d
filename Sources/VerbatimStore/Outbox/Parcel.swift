/// A change on its way to a destination, with what was tried before.
public struct Parcel: Hashable, Sendable {
  /// What is to be delivered.
  public var change: StoredChange
  /// How often it was tried and not taken.
  public var attempts: Int
  /// When it may be tried again, in seconds since 1970; nil when it may be at once.
  public var nextAttempt: Int64?

  /// A parcel that was not tried yet.
  public init(_ change: StoredChange, attempts: Int = 0, nextAttempt: Int64? = nil) {
    self.change = change
    self.attempts = attempts
    self.nextAttempt = nextAttempt
  }
}

/// The next parcels of a destination.
public struct OutboxPage: Hashable, Sendable {
  /// What is to be delivered, in the order of the cursors; dead letters that are to be sent again
  /// come before the rest.
  public var parcels: [Parcel]
  /// The cursor up to which all is settled once these are; nil when nothing new was read.
  public var end: Int64?
  /// Until when the destination asked to be left alone, in seconds since 1970.
  public var quietUntil: Int64?
}
