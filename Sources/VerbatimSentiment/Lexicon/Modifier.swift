public import VerbatimCore

/// A word that changes what another word says.
public struct Modifier: Hashable, Sendable {
  /// How it changes it.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Turns the valence: the weight is the factor.
    case negator
    /// Adds the weight's share to the word after it.
    case intensifier
    /// Takes the weight's share from the word after it.
    case dampener
    /// Begins a clause that outweighs the one before.
    case contrast
    /// Begins a clause that weighs less than the other.
    case concession
    /// Says that what follows is wished, supposed or conditional: the weight is the factor.
    case condition
    /// Begins a clause and changes nothing else.
    case opener
    /// Begins a clause when a subject follows.
    case joiner
    /// A word that a new clause begins with after a joiner.
    case subject
  }

  /// The word form.
  public var word: String
  /// How it changes what follows.
  public var kind: Kind
  /// How much; 0 where the kind says it all.
  public var weight: Double
  /// Why, for a person.
  public var note: String
  /// The line of the file.
  public var location: SourceLocation

  /// A modifier of a lexicon.
  public init(
    word: String,
    kind: Kind,
    weight: Double,
    note: String = "",
    location: SourceLocation
  ) {
    self.word = word
    self.kind = kind
    self.weight = weight
    self.note = note
    self.location = location
  }
}
