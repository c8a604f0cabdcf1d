public import VerbatimCore

/// A word, phrase, emoji or emoticon with the strength of what it says.
public struct LexiconEntry: Hashable, Sendable {
  /// What the term is made of.
  public enum Kind: String, Hashable, Sendable {
    /// One word form.
    case term
    /// Two words or more, in the pattern language.
    case phrase
    /// A pictograph.
    case emoji
    /// A face of punctuation.
    case emoticon
  }

  /// The term as the file spells it.
  public var term: String
  /// What it is made of.
  public var kind: Kind
  /// −4 (worst) to 4 (best); 0 says that the term counts for nothing here.
  public var valence: Double
  /// Why, for a person.
  public var note: String
  /// The line of the file.
  public var location: SourceLocation

  /// An entry of a lexicon.
  public init(
    term: String,
    kind: Kind,
    valence: Double,
    note: String = "",
    location: SourceLocation
  ) {
    self.term = term
    self.kind = kind
    self.valence = valence
    self.note = note
    self.location = location
  }
}
