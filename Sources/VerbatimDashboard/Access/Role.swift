/// What a holder of a token may do.
public enum Role: String, Hashable, Sendable, CaseIterable {
  /// See everything.
  case read
  /// Decide on clusters and give verdicts on conversations.
  case review
  /// Send feedback.
  case ingest
}
