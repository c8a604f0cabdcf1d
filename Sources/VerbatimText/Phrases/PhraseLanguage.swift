internal import VerbatimCore

/// What both engines need to know of a language before they compile their patterns: irregular
/// forms, word classes, and other spellings.
public struct PhraseLanguage: Sendable {
  /// What `~` means.
  public let inflector: Inflector
  /// The words of each class.
  public let classes: [String: [String]]
  /// Tells this language from any other.
  let identity = Identity()

  /// What is the same only in copies of one language.
  final class Identity: Sendable {}

  /// A language from its files.
  public init(irregular: [String: [String]], classes: [String: [String]]) {
    inflector = Inflector(irregular: irregular)
    self.classes = classes
  }

  /// Reads a pattern of this language.
  public func pattern(_ source: String) throws(PhrasePattern.Failure) -> PhrasePattern {
    try PhrasePattern(parsing: source, language: self)
  }

  /// All words of a class, its `~` expanded; empty when there is no such class.
  public func words(of name: String) -> [String] {
    (classes[name] ?? []).flatMap {
      $0.hasPrefix("~") ? inflector.forms(of: String($0.dropFirst())) : [$0]
    }
  }
}
