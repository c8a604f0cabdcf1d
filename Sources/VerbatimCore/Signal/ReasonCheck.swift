/// A return-reason code beside what the text says: a claim, kept with the words that bear it out or
/// do not.
public struct ReasonCheck: Hashable, Sendable {
  /// How code and text go together.
  public enum Agreement: String, Hashable, Sendable, CaseIterable {
    /// The text reports an issue that the code may mean.
    case agrees
    /// The text reports issues, and none that the code may mean.
    case disagrees
    /// The text reports no issue.
    case textSilent = "text_silent"
    /// The code is not mapped.
    case unknownCode = "unknown_code"
  }

  /// The code as stated.
  public var reason: FeedbackRecord.ReturnReason
  /// How code and text go together.
  public var agreement: Agreement

  /// A code with what the text makes of it.
  public init(reason: FeedbackRecord.ReturnReason, agreement: Agreement) {
    self.reason = reason
    self.agreement = agreement
  }
}
