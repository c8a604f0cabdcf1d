internal import VerbatimCore
internal import VerbatimText

/// What stands around a match and decides whether it happened: negation, fear, condition, question,
/// repair, and somebody else's product.
struct IssueContext: Sendable {
  /// The kinds of context, as `context.tsv` names them.
  enum Kind: String, CaseIterable {
    /// It was put right.
    case resolved
    /// It is about another product.
    case other
    /// It is feared or expected.
    case potential
    /// It is a condition.
    case hypothetical
    /// A negator in it negates nothing.
    case harmless
    /// The customer proposes something.
    case suggestion
    /// The customer leaves.
    case cancel
    /// The customer buys elsewhere.
    case `switch`
  }

  let matcher: PhraseMatcher
  let kinds: [Kind]
  let negates: [Bool]
  let asks: [Bool]

  /// A context phrase in a text.
  struct Found {
    var kind: Kind
    var words: Range<Int>
  }

  /// Every context phrase of a text.
  func find(in text: TokenizedText, scratch: inout [PhraseMatch]) -> [Found] {
    scratch.removeAll(keepingCapacity: true)
    matcher.find(in: text, into: &scratch)
    return scratch.map { Found(kind: kinds[$0.pattern], words: $0.words) }
  }

  /// How far a negator reaches, in words, inside its clause; the same as for sentiment.
  static let negationReach = 7

  /// Whether a negator before `match` in its clause says that it is not so.
  func isNegated(_ match: Range<Int>, in text: TokenizedText, _ found: [Found]) -> Bool {
    let clause = text.clauses[Int(text.words[match.lowerBound].clause)]
    let lowest = max(clause.words.lowerBound, match.lowerBound - Self.negationReach)
    var at = match.lowerBound - 1
    while at >= lowest {
      if negates[Int(text.words[at].id)] {
        let isHarmless = found.contains { $0.kind == .harmless && $0.words.contains(at) }
        if !isHarmless { return true }
      }
      at -= 1
    }
    return false
  }

  /// Whether the sentence of `match` asks for a fact.
  func isAsked(_ match: Range<Int>, in text: TokenizedText) -> Bool {
    let clause = Int(text.words[match.lowerBound].clause)
    let sentence = text.sentences[text.clauses[clause].sentence]
    guard sentence.isQuestion else { return false }
    let start = text.clauses[sentence.clauses.lowerBound].words.lowerBound
    let own = text.clauses[clause].words.lowerBound
    return asks[Int(text.words[start].id)] || asks[Int(text.words[own].id)]
  }

  /// Whether a context of a kind stands in the clause of `match`, before or around it.
  func precedes(
    _ kind: Kind,
    _ match: Range<Int>,
    in text: TokenizedText,
    _ found: [Found]
  ) -> Bool {
    let clause = text.words[match.lowerBound].clause
    return found.contains {
      $0.kind == kind && $0.words.lowerBound <= match.lowerBound
        && text.words[$0.words.lowerBound].clause == clause
    }
  }

  /// Whether a repair is told after `match`, in its sentence or the two after it.
  func isResolved(_ match: Range<Int>, in text: TokenizedText, _ found: [Found]) -> Bool {
    func sentence(_ word: Int) -> Int {
      text.clauses[Int(text.words[word].clause)].sentence
    }
    let own = sentence(match.lowerBound)
    return found.contains {
      guard $0.kind == .resolved, $0.words.upperBound > match.lowerBound,
        !isNegated($0.words, in: text, found)
      else { return false }
      return sentence($0.words.lowerBound) - own <= 2
    }
  }
}
