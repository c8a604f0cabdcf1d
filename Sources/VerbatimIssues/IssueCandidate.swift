internal import VerbatimCore
internal import VerbatimText

/// A match on its way to become an issue.
struct IssueCandidate {
  /// What became of it.
  enum Outcome: Equatable {
    /// It is an issue, or would be if its leaf had no better one.
    case kept
    /// A look-alike overlaps it, by its pattern.
    case vetoed(Int)
    /// It is about another product, by the words that say so.
    case otherProduct(Range<Int>)
    /// A more precise leaf stands in its clause.
    case yields(Int)
    /// The weights of its sentence's terms speak against the leaf.
    case contradicted
    /// The contrary is denied, which does not make a danger.
    case unclear
  }

  /// The pattern that fits; nil where the weights of the sentence's terms say the leaf.
  let pattern: Int?
  let words: Range<Int>
  let leaf: Int
  /// What the weights of its sentence's terms come to, where they say the leaf or contradict a pattern.
  var score: Double?
  /// The words of each part of a conjunction; nil for other patterns.
  var parts: [Range<Int>]?
  var clause = 0
  var outcome = Outcome.kept
  var reason = IssueContext.Reason(modality: .actual, rule: .statement)
  var tier = Issue.Tier.t4
  var confidence = 0.0
  var attribution = Issue.Attribution.unknown
  /// The words that say whose fault it is.
  var fault: Range<Int>?

  /// The words by which it is judged: of a conjunction those of its first part.
  var focus: Range<Int> { parts?.first ?? words }

  /// Whether a pattern says it and is believed by itself, whatever the weights say.
  var fits: Bool {
    guard pattern != nil else { return false }
    switch outcome {
    case .kept, .contradicted, .yields: return true
    case .vetoed, .otherProduct, .unclear: return false
    }
  }

  init(_ match: PhraseMatch, leaf: Int) {
    pattern = match.pattern
    words = match.words
    self.leaf = leaf
  }

  init(_ words: Range<Int>, leaf: Int, score: Double) {
    pattern = nil
    self.words = words
    self.leaf = leaf
    self.score = score
  }
}
