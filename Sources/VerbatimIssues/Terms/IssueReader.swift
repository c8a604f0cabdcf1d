internal import VerbatimText

/// Scores every leaf of the taxonomy in a sentence by the weights of its terms: what patterns cannot
/// name, a sum of small hints that a person can add up.
///
/// Each term counts once in a sentence. The score of a leaf is
/// (Σ weight of each term) ÷ √(Σ rarity² of each term + ballast²) + weight of any sentence;
/// at 0 and above the leaf is said, a danger from ``leastOfDanger`` on, and where a pattern of it fits
/// from ``leastOfPattern`` on.
///
/// - SeeAlso: Joachims (1998), *Text categorization with support vector machines*, for linear weights
///   on words of unit length; Salton and Buckley (1988) for their rarity.
public struct IssueReader: Sendable {
  /// By word form: its base and fields.
  let forms: [TermScan.Form]
  /// The fields of all forms, one run behind the other.
  let fields: [Int32]
  /// The term of each base, −1 for none.
  let words: [Int32]
  /// The term of each field, −1 for none.
  let fieldTerms: [Int32]
  /// The term of a fitting pattern by leaf, −1 for none.
  let patternTerms: [Int32]
  /// The term of a look-alike by leaf, −1 for none.
  let lookAlikeTerms: [Int32]
  let pairs: PairNumbers
  /// What each term is called.
  let sources: [IssueTerm]
  /// The square of each term's rarity, in hundredths.
  let squares: [Int32]
  /// Where the weights of each term begin; one more than there are terms.
  let starts: [Int32]
  let leaves: [UInt8]
  let weights: [Int16]
  /// The weight of any sentence by leaf, in hundredths.
  let base: [Int32]
  /// What keeps a leaf from being said, whatever its terms.
  static let never: Int32 = -1_000_000
  /// What stands beside the rarities of a sentence's terms, in hundredths, so that one word alone says
  /// little (chosen on texts that the weights were not fitted to, where anything from 600 on is alike).
  public static let ballast = 1200
  /// Under this score the terms of a sentence speak against a leaf so clearly that a pattern is not
  /// believed: a pattern is a term itself, but of words that are unknown it knows more (chosen on real
  /// reviews that the weights were not fitted to).
  public static let leastOfPattern = -0.2
  /// From this score on a danger is said that no pattern names: words that merely hint at it stand in
  /// praise too, and one report of it calls people (authored).
  public static let leastOfDanger = 0.3

  /// What one thread reuses from sentence to sentence.
  public struct Scratch {
    /// The terms of the sentence, each once, with the words they stand on.
    var hits: [(term: Int32, words: Range<Int>)] = []
    /// By term: the last sentence that held it.
    var seen: [Int32] = []
    var sentence: Int32 = 0
    /// By leaf: the sum of its weights.
    var sums: [Int32] = []
    /// The sum of the squares of its terms' rarities.
    var squared: Int64 = 0
    /// What sums are divided by.
    var norm = 1.0

    /// An empty scratch.
    public init() {}
  }

  /// Adds up the weights of a sentence.
  ///
  /// - Parameters:
  ///   - words: The sentence.
  ///   - text: Its text.
  ///   - findings: What patterns find in it.
  ///   - scratch: Takes the sums.
  /// - Complexity: O(*n*) in its words, times the weights a term has.
  func read(
    _ words: Range<Int>,
    of text: borrowing TokenizedText,
    findings: TermScan.Findings,
    _ scratch: inout Scratch
  ) {
    begin(&scratch)
    add(words, of: text, findings: findings, &scratch)
  }

  /// Begins a sentence, or whatever else is read as one.
  func begin(_ scratch: inout Scratch) {
    if scratch.seen.count != sources.count {
      scratch.seen = [Int32](repeating: 0, count: sources.count)
      scratch.sentence = 0
      scratch.sums = [Int32](repeating: 0, count: base.count)
    } else {
      for leaf in scratch.sums.indices { scratch.sums[leaf] = 0 }
    }
    scratch.sentence &+= 1
    scratch.hits.removeAll(keepingCapacity: true)
    scratch.squared = 0
  }

  /// Adds words to what was begun; a term of words added before counts no second time.
  func add(
    _ words: Range<Int>,
    of text: borrowing TokenizedText,
    findings: TermScan.Findings,
    _ scratch: inout Scratch
  ) {
    var squared = scratch.squared
    TermScan.forEach(
      in: words,
      of: text,
      findings: findings,
      fields: fields,
      form: { forms[Int($0.id)] }
    ) { key, place in
      let term =
        switch key {
        case .word(let base): self.words[Int(base)]
        case .pair(let first, let second): pairs.value(first, second)
        case .field(let field): fieldTerms[Int(field)]
        case .pattern(let leaf): patternTerms[Int(leaf)]
        case .lookAlike(let leaf): lookAlikeTerms[Int(leaf)]
        }
      guard term >= 0, scratch.seen[Int(term)] != scratch.sentence else { return }
      scratch.seen[Int(term)] = scratch.sentence
      scratch.hits.append((term, place))
      squared += Int64(squares[Int(term)])
      for at in Int(starts[Int(term)])..<Int(starts[Int(term) + 1]) {
        scratch.sums[Int(leaves[at])] += Int32(weights[at])
      }
    }
    scratch.squared = squared
    scratch.norm = Double(squared + Int64(Self.ballast * Self.ballast)).squareRoot()
  }

  /// Whether there are weights of a leaf.
  func knows(_ leaf: Int) -> Bool { base[leaf] != Self.never }

  /// The score of a leaf in the sentence that was read last.
  func score(of leaf: Int, _ scratch: Scratch) -> Double {
    Double(scratch.sums[leaf]) / scratch.norm + Double(base[leaf]) / 100
  }

  /// The marks of the sentence that was read last.
  func marks(_ taxonomy: Taxonomy, _ scratch: Scratch) -> Set<IssueWeights.Mark> {
    Set(IssueWeights.Mark.allCases.filter { score(of: $0.number(taxonomy), scratch) >= 0 })
  }

  /// How sure a leaf with this score is.
  static func confidence(_ score: Double) -> Double {
    let share = 0.5 + 0.4 * min(1, max(0, score) / 0.8)
    return (share * 100).rounded() / 100
  }

  /// The words that say a leaf in the sentence that was read last: those of its weightiest terms in the
  /// clause that says most of it.
  func evidence(of leaf: Int, in text: borrowing TokenizedText, _ scratch: Scratch) -> Range<Int>? {
    var sums: [(clause: Int32, sum: Int)] = []
    var said: [(words: Range<Int>, weight: Int)] = []
    for hit in scratch.hits where !hit.words.isEmpty {
      let weight = self.weight(of: hit.term, for: leaf)
      guard weight > 0 else { continue }
      said.append((hit.words, weight))
      let clause = text.words[hit.words.lowerBound].clause
      if let known = sums.firstIndex(where: { $0.clause == clause }) {
        sums[known].sum += weight
      } else {
        sums.append((clause, weight))
      }
    }
    guard var best = sums.first else { return nil }
    for other in sums where other.sum > best.sum { best = other }
    said.removeAll { text.words[$0.words.lowerBound].clause != best.clause }
    let most = said.map(\.weight).max() ?? 0
    var words: Range<Int>?
    for hit in said where hit.weight * 2 >= most {
      let known = words ?? hit.words
      words =
        min(known.lowerBound, hit.words.lowerBound)..<max(known.upperBound, hit.words.upperBound)
    }
    return words
  }

  /// The weight of a term for a leaf, in hundredths.
  func weight(of term: Int32, for leaf: Int) -> Int {
    for at in Int(starts[Int(term)])..<Int(starts[Int(term) + 1]) where leaves[at] == leaf {
      return Int(weights[at])
    }
    return 0
  }

  /// What each term of the sentence that was read last adds to the score of a leaf, the most first;
  /// what any sentence has comes last.
  func shares(of leaf: Int, _ scratch: Scratch) -> [(term: IssueTerm, share: Double)] {
    let shares = scratch.hits.compactMap { hit -> (term: IssueTerm, share: Double)? in
      let weight = weight(of: hit.term, for: leaf)
      return weight == 0 ? nil : (sources[Int(hit.term)], Double(weight) / scratch.norm)
    }
    return shares.sorted { ($1.share, $0.term.source) < ($0.share, $1.term.source) }
      + [(IssueTerm.any, Double(base[leaf]) / 100)]
  }
}
