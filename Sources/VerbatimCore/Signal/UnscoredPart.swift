/// A stretch of a customer's text that is kept but not scored, and why.
public struct UnscoredPart: Hashable, Sendable {
  /// Whose words a stretch holds, or what put it there.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Words of an earlier message.
    case quoted
    /// What announces a quote: "On … wrote:", a block of header fields.
    case delimiter
    /// A closing phrase with the name below it.
    case signOff = "sign_off"
    /// What stands below a signature line.
    case signature
    /// What a device or an app adds.
    case device
    /// Legal text and warnings that a mail server adds.
    case disclaimer
    /// What a mailing list or a notification service adds.
    case footer
    /// A paragraph that repeats across conversations: a contact form's frame, a canned text.
    case macro
    /// A language that is not scored, in a text that is scored otherwise.
    case foreign
  }

  /// The part of the record it is in.
  public var part: TextPart
  /// Its bytes in that part.
  public var range: ByteRange
  /// Why it is not scored.
  public var kind: Kind

  /// A stretch of a part.
  public init(part: TextPart, range: ByteRange, kind: Kind) {
    self.part = part
    self.range = range
    self.kind = kind
  }
}
