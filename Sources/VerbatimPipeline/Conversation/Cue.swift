internal import VerbatimCore

/// A phrase that tells what happens in a conversation, as a line of a cue list has it.
struct Cue: Sendable {
  /// A list of cues, one file of `en/conversation/`.
  enum List: String, CaseIterable, Sendable {
    /// The customer calls upon somebody above the agent.
    case escalations
    /// The customer announces the end of the relation.
    case churn
    /// The shop says what it will do.
    case promises
    /// What came of it.
    case outcomes
    /// By when.
    case deadlines
    /// Whether the problem is solved.
    case resolution
    /// What the shop asks for.
    case questions
    /// Somebody else takes over.
    case handoffs

    /// The file in the lexicon folder.
    var file: String { "en/conversation/\(rawValue).tsv" }

    /// What a line of the list may say of its cue.
    var kinds: Set<String>? {
      switch self {
      case .escalations: Set(Escalation.Kind.allCases.map(\.rawValue))
      case .churn: Set(ChurnStatement.Kind.allCases.map(\.rawValue))
      case .promises: Set(Promise.Kind.allCases.map(\.rawValue))
      case .outcomes: Set(Promise.Kind.allCases.map(\.rawValue) + [Self.anyKind])
      case .deadlines: Set(Deadline.Kind.allCases.map(\.rawValue))
      case .resolution: ["claimed", "confirmed", "denied"]
      // Topics are the list's own.
      case .questions: nil
      case .handoffs: ["transfer", "introduction"]
      }
    }

    /// The kind of a line that speaks for all kinds.
    static let anyKind = "any"
  }

  /// What a match of the cue says.
  enum Use: String, CaseIterable, Sendable {
    /// It is there.
    case match
    /// It only looks so: a match that shares a word with it is dropped.
    case veto
    /// Of a promise, by the shop: it is done.
    case done
    /// Of a promise, by the customer: it arrived.
    case received
    /// Of a promise, by the customer: it did not arrive.
    case missing
  }

  /// What a line adds in its last column.
  enum Option: String, CaseIterable, Sendable {
    /// It counts in a question, too: "can I speak to a manager?".
    case asked
    /// It counts after a negator, too, because it has its own.
    case negated
  }

  let list: List
  let kind: String
  let use: Use
  let options: Set<Option>

  /// Whether the cue is of a kind, or speaks for all.
  func isOf(_ kind: String) -> Bool { self.kind == kind || self.kind == List.anyKind }
}
