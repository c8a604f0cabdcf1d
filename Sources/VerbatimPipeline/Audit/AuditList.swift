internal import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// The conversations of some time, in the order in which a person should read them, with what can be
/// said of all of them.
public struct AuditList: Sendable {
  /// What may be compared.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// The teams.
    case queue
    /// The people, under pseudonyms.
    case agent
  }

  /// The figures of all.
  public let summary: AuditSummary
  /// Those that count, the first to read first.
  public let conversations: [AuditedConversation]
  /// Recovery against expectation, by level.
  public let comparisons: [Level: ResidualComparison]
  /// Customers who came back on the same matter.
  public let repeats: RepeatContacts
  /// The issues that customers came back for, the most frequent first.
  public let repeatIssues: [(issue: String, count: Int)]
}
