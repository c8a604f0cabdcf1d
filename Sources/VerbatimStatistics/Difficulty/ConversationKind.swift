/// What tells how hard a conversation is: whose queue it is in, what it is about, where it is held.
public struct ConversationKind: Hashable, Sendable {
  /// The team; nil when the source does not say, so that those of all teams are like it.
  public var queue: String?
  /// The issue; nil when none is reported, which is a kind of its own.
  public var issue: String?
  /// The channel; nil when the source does not say, which is a kind of its own too.
  public var channel: String?

  /// A kind; what is left out is not known.
  public init(queue: String? = nil, issue: String? = nil, channel: String? = nil) {
    self.queue = queue
    self.issue = issue
    self.channel = channel
  }

  /// The kind whichever team has it.
  public var ofAnyQueue: ConversationKind { ConversationKind(issue: issue, channel: channel) }
}

extension ConversationKind: Comparable {
  /// By channel, then issue, then queue; what is not known comes first.
  public static func < (one: ConversationKind, other: ConversationKind) -> Bool {
    for part in [\ConversationKind.channel, \.issue, \.queue]
    where one[keyPath: part] != other[keyPath: part] {
      guard let text = one[keyPath: part] else { return true }
      return other[keyPath: part].map { text < $0 } ?? false
    }
    return false
  }
}
