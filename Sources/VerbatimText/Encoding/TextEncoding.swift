/// The encoding of a file, with how it was decided.
public struct TextEncoding: Hashable, Sendable {
  /// The evidence that decided.
  public enum Evidence: String, Hashable, Sendable {
    /// A byte order mark.
    case mark
    /// A declaration: inside the file, or handed in with it.
    case declared
    /// The bytes are UTF-8; a damaged sequence among many sound ones does not count against it.
    case valid
    /// The control characters of UTF-16 or UTF-32, or the escapes of ISO-2022.
    case pattern
    /// ICU's statistics, above the threshold, and borne out by the text.
    case statistics
    /// Nothing else fits: windows-1252, in which every byte has a meaning.
    case fallback
  }

  /// The IANA name.
  public let name: String
  /// What decided.
  public let evidence: Evidence
  /// The bytes before the text: the mark, with what stands before it.
  public let markLength: Int

  /// Names an encoding.
  public init(name: String, evidence: Evidence, markLength: Int = 0) {
    self.name = name
    self.evidence = evidence
    self.markLength = markLength
  }

  /// The encoding behind a label, or behind a whole content type with a charset, as HTTP, MIME or
  /// a user writes it; nil when it is unknown.
  public init?(label: String) {
    let charset = EncodingDeclaration.charset(inContentType: label) ?? label
    guard let name = EncodingLabel.anyName(for: EncodingLabel.unquoted(charset)) else {
      return nil
    }
    self.init(name: name == "x-user-defined" ? "windows-1252" : name, evidence: .declared)
  }

  /// UTF-8 by its own validity.
  public static let utf8 = TextEncoding(name: "UTF-8", evidence: .valid)

  /// Whether the bytes are used as they are.
  public var isUTF8: Bool { name == "UTF-8" }
}
