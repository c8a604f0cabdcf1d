/// An input as the ledger knows it.
public struct ImportFile: Hashable, Sendable {
  /// The hash of the file's bytes, in hexadecimal digits; two files with the same bytes are one
  /// import.
  public var contentHash: String
  /// The path, as the user gave it.
  public var path: String
  /// The input format, as `verbatim formats` names it.
  public var format: String
  /// The encoding it was read in.
  public var encoding: String

  /// Describes an input.
  public init(contentHash: String, path: String, format: String, encoding: String) {
    self.contentHash = contentHash
    self.path = path
    self.format = format
    self.encoding = encoding
  }
}
