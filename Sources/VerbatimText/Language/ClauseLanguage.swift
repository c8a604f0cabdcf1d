/// Neighbouring clauses of a mixed text that are in one language.
public struct ClauseLanguage: Hashable, Sendable {
  /// The clauses, as indices.
  public var clauses: Range<Int>
  /// Their language.
  public var language: DetectedLanguage

  /// Clauses with their language.
  public init(clauses: Range<Int>, language: DetectedLanguage) {
    self.clauses = clauses
    self.language = language
  }
}
