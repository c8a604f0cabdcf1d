internal import VerbatimCore
public import VerbatimStatistics
internal import VerbatimStore

/// What a person may judge in a conversation, and what the engine says of it.
///
/// There is none for empathy or tone of an agent: nothing here measures a person's manner.
public enum AuditCategory: String, Hashable, Sendable, CaseIterable {
  /// How the customer's words feel as a whole.
  case sentiment
  /// The main issue.
  case issue
  /// Whether the problem was solved.
  case resolution
  /// Whether the customer called on somebody above the agent.
  case escalation
  /// What became of the promises.
  case promise

  /// The verdicts, in the order of the scale where there is one; nil where they are the taxonomy's
  /// leaves and `none`.
  public var verdicts: [String]? {
    switch self {
    case .sentiment: ["negative", "neutral", "mixed", "no_opinion", "positive"]
    case .issue: nil
    case .resolution: ["open", "claimed", "solved", "unknown"]
    case .escalation: ["no", "yes"]
    case .promise: ["none", "kept", "open", "broken"]
    }
  }

  /// What the verdicts mean, for the help.
  public var explanation: String {
    switch self {
    case .sentiment: "how the customer's words feel as a whole"
    case .issue: "the main issue, as a leaf of the taxonomy, or none"
    case .resolution: "open, claimed by the shop only, solved as the customer says, or unknown"
    case .escalation: "whether the customer calls on a supervisor, a lawyer, the press and so on"
    case .promise: "what became of what was promised: the worst of it"
    }
  }

  /// What verdicts count as agreement that are not the same: those of a scale by their distance,
  /// those without an order not at all.
  public var weighting: KappaWeighting {
    switch self {
    case .sentiment, .resolution: .linear
    case .issue, .escalation, .promise: .identity
    }
  }

  /// The class of a verdict when judges are compared; nil for one that says nothing.
  ///
  /// Neutral, mixed and no opinion lie between negative and positive and are one class there.
  public func judged(_ verdict: String) -> String? {
    switch (self, verdict) {
    case (.sentiment, "neutral"), (.sentiment, "mixed"), (.sentiment, "no_opinion"): "neither"
    case (.resolution, "unknown"): nil
    default: verdict
    }
  }

  /// The classes, in the order of the scale; for issues those that occur, by name.
  func classes(_ occurring: [String]) -> [String] {
    switch self {
    case .sentiment: ["negative", "neither", "positive"]
    case .issue: Set(occurring).sorted()
    case .resolution: ["open", "claimed", "solved"]
    case .escalation, .promise: verdicts ?? []
    }
  }

  /// The verdict whose share is told of a sample; nil for none.
  public var headline: String? {
    switch self {
    case .sentiment: "negative"
    case .issue: nil
    case .resolution: "solved"
    case .escalation: "yes"
    case .promise: "broken"
    }
  }

  /// The engine's verdict; nil where it has none.
  ///
  /// - Parameters:
  ///   - conversation: The conversation.
  ///   - label: The label of its sentiment, where it was scored.
  /// - Returns: A word of ``verdicts``, or a leaf of the taxonomy.
  func engineVerdict(_ conversation: Conversation, label: Sentiment.Label?) -> String? {
    let events = conversation.course.events
    switch self {
    case .sentiment:
      return label?.rawValue ?? (conversation.status == .noOpinion ? "no_opinion" : nil)
    case .issue: return conversation.issue ?? "none"
    case .resolution:
      guard let resolution = events?.resolution else { return nil }
      if let confirmed = resolution.confirmed { return confirmed ? "solved" : "open" }
      return resolution.claimed ? "claimed" : "open"
    case .escalation: return events.map { $0.escalations.isEmpty ? "no" : "yes" }
    case .promise:
      guard let states = events?.promises.map(\.state) else { return nil }
      if states.contains(.broken) { return "broken" }
      if states.contains(.open) { return "open" }
      return states.contains(.kept) ? "kept" : "none"
    }
  }
}
