internal import VerbatimCore
public import VerbatimStore

/// Why somebody should read a conversation soon, the gravest first.
///
/// None of them is a mood: an angry customer whose refund came on Friday as promised is no risk.
public enum AuditRisk: String, Hashable, Sendable, CaseIterable {
  /// An issue that can hurt is reported (tiers T0 and T1).
  case hazard
  /// The customer speaks of harm done or feared.
  case safety
  /// A lawyer or a court is called upon.
  case legal
  /// An authority or a consumer body is called upon.
  case regulator
  /// Newspapers or a public campaign are called upon.
  case press
  /// The bank is asked to take the money back.
  case chargeback
  /// Something was promised and not done in time.
  case brokenPromise = "broken_promise"
  /// The agent's superior is asked for.
  case supervisor

  /// The risks of a conversation, the gravest first.
  public static func of(_ conversation: Conversation) -> [AuditRisk] {
    let events = conversation.course.events
    let kinds = Set((events?.escalations ?? []).map(\.kind))
    return allCases.filter { risk in
      switch risk {
      case .hazard: conversation.severity == .s0 || conversation.severity == .s1
      case .safety: kinds.contains(.safety)
      case .legal: kinds.contains(.legal)
      case .regulator: kinds.contains(.regulator)
      case .press: kinds.contains(.press)
      case .chargeback: kinds.contains(.chargeback)
      case .brokenPromise: events?.promises.contains { $0.state == .broken } ?? false
      case .supervisor: kinds.contains(.supervisor)
      }
    }
  }

  /// The risk in words, for a person.
  public var words: String {
    switch self {
    case .brokenPromise: "broken promise"
    case .hazard, .safety, .legal, .regulator, .press, .chargeback, .supervisor: rawValue
    }
  }

  /// How grave it is: 0 is the gravest.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
