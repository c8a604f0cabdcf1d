/// Among which conversations a recovery is usual.
///
/// The finest holds in which others are known and which differs from the next beyond chance.
public enum RecoveryGrain: String, Hashable, Sendable, CaseIterable {
  /// Those of the same queue with the same issue on the same channel.
  case queueIssueChannel = "queue_issue_channel"
  /// Those with the same issue on the same channel.
  case issueChannel = "issue_channel"
  /// Those on the same channel.
  case channel
  /// All of them.
  case shop

  /// What it is called: `queue, issue and channel`.
  public var name: String {
    switch self {
    case .queueIssueChannel: "queue, issue and channel"
    case .issueChannel: "issue and channel"
    case .channel: "channel"
    case .shop: "the whole shop"
    }
  }
}
