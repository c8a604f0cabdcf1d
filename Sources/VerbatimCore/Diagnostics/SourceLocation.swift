/// A place in a user's file.
///
/// Lines and columns start at 1, columns count bytes; byte offsets start at 0. What is not known
/// is nil: a page's record has a line, a converted UTF-16 file has no byte.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
  /// The file's path as the user gave it; "-" for standard input.
  public var file: String
  /// The 1-based line.
  public var line: Int?
  /// The 1-based column, in bytes.
  public var column: Int?
  /// The 0-based byte offset.
  public var byte: Int?

  /// Names a place in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil, byte: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.byte = byte
  }

  /// The place as compilers print it: `june.csv:118:7`, or `june.csv@4096` when only a byte is known.
  public var description: String {
    if let line {
      if let column { return "\(file):\(line):\(column)" }
      return "\(file):\(line)"
    }
    if let byte { return "\(file)@\(byte)" }
    return file
  }
}
