public import VerbatimCore

/// One word of the lexicon that counted in a VADER score.
///
/// The contributions of a text add up to its compound.
public struct VaderContribution: Hashable, Sendable {
  /// Where it stands in the text that was scored.
  public var range: ByteRange
  /// The word, as the lexicon spells it.
  public var term: String
  /// Its valence in the lexicon.
  public var valence: Double
  /// The rules that changed it, in order.
  public var rules: [VaderRule]
  /// Its share of the compound, to four decimals.
  public var contribution: Double
}

/// What a rule of VADER did to a valence.
public struct VaderRule: Hashable, Sendable {
  /// What is done with a valence.
  public enum Change: Hashable, Sendable {
    /// The number is added.
    case plus(Double)
    /// The valence is multiplied.
    case times(Double)
    /// The number takes the place of the valence.
    case equals(Double)
  }

  /// What the rule is called.
  public var name: String
  /// The words that caused it, in the text that was scored; nil where it is the word itself.
  public var words: ByteRange?
  /// What it did.
  public var change: Change

  /// The rule as an explanation prints it: `negation "not" ×-0.74`.
  ///
  /// - Parameter cut: What stands in a range of the text.
  /// - Returns: Name, cause and effect on one line.
  public func text(_ cut: (ByteRange) -> String) -> String {
    let cause = words.map { " \"\(cut($0))\"" } ?? ""
    let effect =
      switch change {
      case .plus(let value): value < 0 ? Self.short(value) : "+\(Self.short(value))"
      case .times(let factor): "×\(Self.short(factor))"
      case .equals(let value): "=\(Self.short(value))"
      }
    return "\(name)\(cause) \(effect)"
  }

  /// A number to four decimals, a whole one without any.
  private static func short(_ value: Double) -> String {
    let shown = (value * 10_000).rounded() / 10_000 + 0
    return shown == shown.rounded() ? String(Int(shown)) : shown.description
  }
}
