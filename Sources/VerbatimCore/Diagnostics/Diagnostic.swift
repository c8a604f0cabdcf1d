/// One thing a user's input got wrong: where, what, and what to do about it.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  /// How much it costs.
  public enum Severity: String, Hashable, Sendable {
    /// The record, or the file, is lost.
    case error
    /// The record is kept.
    case warning
  }

  /// The stable code.
  public var code: DiagnosticCode
  /// What it costs.
  public var severity: Severity
  /// Where it is.
  public var location: SourceLocation
  /// What was found.
  public var message: String
  /// What to do about it.
  public var hint: String?

  /// Describes one fault.
  public init(
    _ code: DiagnosticCode,
    _ severity: Severity = .error,
    at location: SourceLocation,
    _ message: String,
    hint: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.location = location
    self.message = message
    self.hint = hint
  }

  /// The diagnostic as it is printed, with its hint on a second line.
  public var description: String {
    let line = "\(location): \(severity.rawValue): \(message) [\(code.rawValue)]"
    guard let hint else { return line }
    return line + "\n  hint: \(hint)"
  }
}
