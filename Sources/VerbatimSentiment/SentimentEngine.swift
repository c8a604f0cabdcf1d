public import VerbatimCore
public import VerbatimText

/// Scores how a text feels, every point of it explained.
///
/// Words and phrases of the lexicon bring their valence; negation, intensity, contrast, condition,
/// question and emphasis change it, each within its clause; clauses add up to sentences, sentences
/// are brought into −1…1 and averaged with weights. Contributions are rounded to four decimals and
/// the compound is their sum, so that a person can add them up.
public final class SentimentEngine: Sendable {
  let lexicon: CompiledLexicon

  /// An engine over a lexicon.
  public init(_ lexicon: CompiledLexicon) { self.lexicon = lexicon }

  /// What one thread reuses from text to text.
  public struct Scratch {
    var matches: [PhraseMatch] = []
    var units: [Unit] = []
    var claimed: [Bool] = []
    fileprivate var all: [Unit] = []
    fileprivate var scored: [Scored] = []

    /// An empty scratch.
    public init() {}
  }

  /// One lexicon entry in the text, on its way to a contribution.
  struct Unit {
    var words: Range<Int>
    var phrase: Int
    var valence: Double
    var value: Double
    var sentence: Int
    var clause: Int
  }

  /// A sentence with its units.
  fileprivate struct Scored {
    var part: Int
    var sentence: Int
    var units: Range<Int>
    var sum: Double
    var weight: Double
  }

  /// Scores the parts of one record together.
  ///
  /// - Parameters:
  ///   - texts: The parts, tokenised, in the order of reading. An empty part counts for nothing.
  ///   - names: Which part each text is.
  ///   - explains: Whether to list the contributions; the numbers are the same either way.
  ///   - scratch: Memory to reuse.
  /// - Returns: `scored`, `no_opinion`, or `no_text` when no part has a word.
  /// - Complexity: O(*n*) in the words.
  public func score(
    _ texts: [TokenizedText],
    named names: [TextPart],
    explains: Bool,
    scratch: inout Scratch
  ) -> Sentiment {
    guard texts.contains(where: { !$0.words.isEmpty }) else { return Sentiment(status: .noText) }
    scratch.all.removeAll(keepingCapacity: true)
    scratch.scored.removeAll(keepingCapacity: true)
    var rules: [[String]] = []
    var sentiment = Sentiment(status: .noOpinion)
    var silentClauses = 0
    for (part, text) in texts.enumerated() where !text.words.isEmpty {
      findUnits(in: text, scratch: &scratch)
      applyRules(in: text, scratch: &scratch)
      if explains { rules.append(contentsOf: ruleTexts(in: text, scratch: scratch)) }
      var at = scratch.all.count
      scratch.all.append(contentsOf: scratch.units)
      for (number, sentence) in text.sentences.enumerated() {
        let first = at
        var sum = 0.0
        for clause in sentence.clauses {
          var clauseSum = 0.0
          let clauseFirst = at
          while at < scratch.all.count, scratch.all[at].clause == clause {
            clauseSum += scratch.all[at].value
            at += 1
          }
          if at == clauseFirst { silentClauses += 1 }
          sum += clauseSum
          sentiment.clauses.append(
            Sentiment.Clause(
              part: names[part],
              range: text.range(of: text.clauses[clause].words),
              compound: Self.rounded(Self.normalised(clauseSum))
            )
          )
        }
        guard at > first else { continue }
        scratch.scored.append(
          Scored(
            part: part,
            sentence: number,
            units: first..<at,
            sum: sum,
            weight: weight(of: number, in: text, named: names[part])
          )
        )
      }
    }
    guard scratch.all.contains(where: { $0.value != 0 }) else { return sentiment }
    let totalWeight = scratch.scored.reduce(0) { $0 + $1.weight }
    // The sum is rounded after each entry, and an entry gets what the sum grew by: contributions
    // add up, and no number of small ones drifts away.
    var exact = 0.0
    var compound = 0.0
    var positiveMass = 0.0
    var negativeMass = 0.0
    for sentence in scratch.scored {
      let sum = sentence.sum
      let share =
        sentence.weight / totalWeight / (sum * sum + ScoringRules.normalisation).squareRoot()
      for index in sentence.units {
        let unit = scratch.all[index]
        exact += unit.value * share
        let contribution = Self.rounded(exact - compound)
        compound = Self.rounded(compound + contribution)
        if unit.value > 0 {
          positiveMass += unit.value * sentence.weight
        } else {
          negativeMass -= unit.value * sentence.weight
        }
        guard explains else { continue }
        let text = texts[sentence.part]
        sentiment.contributions.append(
          Sentiment.Contribution(
            part: names[sentence.part],
            range: text.range(of: unit.words),
            term: unit.phrase >= 0
              ? lexicon.term(ofPhrase: unit.phrase)
              : lexicon.term(of: text.words[unit.words.lowerBound].id),
            valence: unit.valence,
            rules: rules[index],
            contribution: contribution
          )
        )
      }
    }
    settle(
      &sentiment,
      compound: compound,
      positive: positiveMass,
      negative: negativeMass,
      silent: Double(silentClauses)
    )
    return sentiment
  }

  /// Sets the numbers and the verdict.
  private func settle(
    _ sentiment: inout Sentiment,
    compound: Double,
    positive: Double,
    negative: Double,
    silent: Double
  ) {
    let compound = Self.rounded(compound)
    let mass = positive + negative + silent
    sentiment.status = .scored
    sentiment.compound = compound
    // Rounded one after the other, so that the three sum to 1 and none falls below 0.
    let positiveShare = Self.rounded(positive / mass)
    let polarShare = min(1, Self.rounded((positive + negative) / mass))
    sentiment.positive = positiveShare
    sentiment.negative = Self.rounded(polarShare - positiveShare)
    sentiment.neutral = Self.rounded(1 - polarShare)
    let weaker = min(positive, negative) / (positive + negative)
    if weaker >= ScoringRules.mixedShare {
      sentiment.label = .mixed
    } else if compound >= ScoringRules.threshold {
      sentiment.label = .positive
    } else if compound <= -ScoringRules.threshold {
      sentiment.label = .negative
    } else {
      sentiment.label = .neutral
    }
  }

  private func weight(of sentence: Int, in text: TokenizedText, named name: TextPart) -> Double {
    if name == .title { return ScoringRules.title }
    let count = text.sentences.count
    guard count >= 3 else { return 1 }
    if sentence == 0 { return ScoringRules.opening }
    return sentence == count - 1 ? ScoringRules.closing : 1
  }

  static func normalised(_ sum: Double) -> Double {
    sum / (sum * sum + ScoringRules.normalisation).squareRoot()
  }

  /// Four decimals, halves away from zero; never −0.
  static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 + 0 }

  // MARK: Units

  /// Fills `scratch.units` with the lexicon entries of a text, longest phrases first served.
  func findUnits(in text: TokenizedText, scratch: inout Scratch) {
    scratch.units.removeAll(keepingCapacity: true)
    scratch.matches.removeAll(keepingCapacity: true)
    scratch.claimed.removeAll(keepingCapacity: true)
    scratch.claimed.append(contentsOf: repeatElement(false, count: text.words.count))
    lexicon.phrases.find(in: text, into: &scratch.matches)
    if scratch.matches.count > 1 {
      scratch.matches.sort { left, right in
        if left.words.count != right.words.count { return left.words.count > right.words.count }
        if left.words.lowerBound != right.words.lowerBound {
          return left.words.lowerBound < right.words.lowerBound
        }
        return left.pattern < right.pattern
      }
    }
    for match in scratch.matches {
      guard !scratch.claimed[match.words].contains(true) else { continue }
      for word in match.words { scratch.claimed[word] = true }
      let valence = lexicon.phraseValences[match.pattern]
      guard valence != 0 else { continue }
      add(match.words, phrase: match.pattern, valence: valence, text, &scratch)
    }
    for (index, word) in text.words.enumerated() where word.id != 0 && !scratch.claimed[index] {
      let valence = lexicon.valences[Int(word.id)]
      guard valence != 0 else { continue }
      add(index..<(index + 1), phrase: -1, valence: valence, text, &scratch)
    }
    if scratch.units.count > 1 {
      scratch.units.sort { $0.words.lowerBound < $1.words.lowerBound }
    }
  }

  private func add(
    _ words: Range<Int>,
    phrase: Int,
    valence: Double,
    _ text: TokenizedText,
    _ scratch: inout Scratch
  ) {
    let clause = Int(text.words[words.lowerBound].clause)
    scratch.units.append(
      Unit(
        words: words,
        phrase: phrase,
        valence: valence,
        value: valence,
        sentence: text.clauses[clause].sentence,
        clause: clause
      )
    )
  }
}
