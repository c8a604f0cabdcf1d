/// What a customer wants, said beside any issue: a proposal, a farewell, peace.
public struct Remark: Hashable, Sendable {
  /// What is wanted.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Something should be otherwise.
    case suggestion
    /// The customer leaves.
    case cancel
    /// The customer buys elsewhere.
    case `switch`
    /// The customer wants no mail and no calls.
    case noContact = "no_contact"
  }

  /// What is wanted.
  public var kind: Kind
  /// The words: of a suggestion its whole sentence, of the others the phrase.
  public var evidence: Issue.Evidence

  /// A remark with its words.
  public init(kind: Kind, evidence: Issue.Evidence) {
    self.kind = kind
    self.evidence = evidence
  }
}
