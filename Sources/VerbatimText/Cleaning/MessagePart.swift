public import VerbatimCore

/// A stretch of a message, and whose words it holds.
///
/// Nothing is taken out of a message: its parts cover it from the first byte to the last, so that
/// every offset into the original stays right.
public struct MessagePart: Hashable, Sendable {
  /// Whose words a stretch holds, or what put it there.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What the writer says in this very message.
    case own
    /// Words of an earlier message, marked with `>` or below a delimiter.
    case quoted
    /// What announces a quote: "On … wrote:", a block of header fields, "Original Message".
    case delimiter
    /// A closing phrase with the name below it: "Kind regards, Anna".
    case signOff = "sign_off"
    /// What stands below a signature line: `--`, `__` or a long dash.
    case signature
    /// What a device or an app adds: "Sent from my phone".
    case device
    /// Legal text and warnings that a mail server adds.
    case disclaimer
    /// What a mailing list or a notification service adds.
    case footer
  }

  /// Its bytes in the message, whole lines with their line ends.
  public var range: ByteRange
  /// Whose words it holds.
  public var kind: Kind

  /// A stretch of a kind.
  public init(range: ByteRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}
