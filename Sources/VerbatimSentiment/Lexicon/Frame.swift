public import VerbatimCore

/// A turn of phrase that changes how what stands around it is meant.
public struct Frame: Hashable, Sendable {
  /// What it does, and where.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What follows in the clause is denied: "anything but", "far from".
    case negation
    /// What follows in the sentence is wished for: praise of it is criticism.
    case wish
    /// What follows in the clause was expected, feared or told: it counts for next to nothing.
    case supposed
    /// What follows in the clause is what the seller says: praise of it is doubt.
    case claimed
    /// The clause is about another article or another time.
    case other
    /// The clause states a fact or names a thing: its polar words are no opinion.
    case fact
    /// The sentence tells how to use something; it must open with the frame, and the writer must
    /// not be in it.
    case instruction
    /// The praise in the sentence is meant the other way.
    case irony
    /// It was put right: criticism before it, up to three sentences back, counts for little.
    case resolved
    /// From here on it was different: what stands before weighs less.
    case turn
    /// The sentence says what the writer makes of it all.
    case verdict
    /// The sentence asks nothing, whatever its question mark says.
    case rhetorical
  }

  /// The pattern, as the file spells it.
  public var pattern: String
  /// What it does.
  public var kind: Kind
  /// What the frame says by itself, −4…4; 0 when it says nothing.
  public var valence: Double
  /// Why, for a person.
  public var note: String
  /// The line of the file.
  public var location: SourceLocation
}

extension Frame.Kind {
  /// One bit for each kind.
  struct Bit: OptionSet, Sendable {
    let rawValue: UInt16
  }

  /// The bit of this kind.
  var bit: Bit {
    let place: UInt16 =
      switch self {
      case .negation: 0
      case .wish: 1
      case .supposed: 2
      case .claimed: 3
      case .other: 4
      case .fact: 5
      case .instruction: 6
      case .irony: 7
      case .resolved: 8
      case .turn: 9
      case .verdict: 10
      case .rhetorical: 11
      }
    return Bit(rawValue: 1 << place)
  }
}
