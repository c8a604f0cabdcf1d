/// One speaker's stretch of a conversation.
public struct Turn: Hashable, Sendable {
  /// Who speaks.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// The customer, whose mood is scored.
    case customer
    /// A person of the shop.
    case agent
    /// A machine of the shop.
    case bot
    /// Neither: a notice.
    case system
    /// The source does not say.
    case unknown
  }

  /// The speaker as the source names them.
  public var speaker: String
  /// Who that is.
  public var role: Role
  /// When it was said: RFC 3339, or seconds from the start as `PT12.5S`.
  public var at: String?
  /// When it ended, in the same form.
  public var end: String?
  /// The words.
  public var text: String
  /// The 1-based line on which the turn begins.
  public var line: Int?

  /// A turn.
  public init(
    speaker: String,
    role: Role,
    at: String? = nil,
    end: String? = nil,
    text: String,
    line: Int? = nil
  ) {
    self.speaker = speaker
    self.role = role
    self.at = at
    self.end = end
    self.text = text
    self.line = line
  }
}
