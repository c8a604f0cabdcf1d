public import VerbatimCore
public import VerbatimText

/// Scores how a text feels, every point of it explained.
///
/// Words and phrases of the lexicon and statements of defects bring their valence; negation,
/// intensity, contrast, frames, questions and emphasis change it; entries add up to sentences,
/// sentences are brought into −1…1 and averaged with weights. Contributions are rounded to four
/// decimals and the compound is their sum, so that a person can add them up.
public final class SentimentEngine: Sendable {
  let lexicon: CompiledLexicon

  /// An engine over a lexicon.
  public init(_ lexicon: CompiledLexicon) { self.lexicon = lexicon }

  /// What one thread reuses from text to text.
  public struct Scratch {
    var matches: [PhraseMatch] = []
    var entries: [Entry] = []
    var frames: [FoundFrame] = []
    var claimed: [Bool] = []
    /// By word, the kinds of frames over it; empty without frames.
    var framed: [Frame.Kind.Bit] = []
    var lastTurn: FoundFrame?
    var all: [Entry] = []
    fileprivate var sentences: [ScoredSentence] = []

    /// An empty scratch.
    public init() {}
  }

  /// A sentence that says something, with its entries.
  fileprivate struct ScoredSentence {
    var part: Int
    var entries: Range<Int>
    var sum: Double
    var weight: Double
    var isVerdict: Bool
  }

  /// Scores the parts of one record together.
  ///
  /// - Parameters:
  ///   - texts: The parts, tokenised, in the order of reading. An empty part counts for nothing.
  ///   - names: Which part each text is.
  ///   - statements: What the parts state that is bad news by itself.
  ///   - explains: Whether to list the contributions; the numbers are the same either way.
  ///   - scratch: Memory to reuse.
  /// - Returns: `scored`, `no_opinion`, or `no_text` when no part has a word.
  /// - Complexity: O(*n*) in the words.
  public func score(
    _ texts: [TokenizedText],
    named names: [TextPart],
    statements: [Statement] = [],
    explains: Bool,
    scratch: inout Scratch
  ) -> Sentiment {
    guard texts.contains(where: { !$0.words.isEmpty }) else { return Sentiment(status: .noText) }
    scratch.all.removeAll(keepingCapacity: true)
    scratch.sentences.removeAll(keepingCapacity: true)
    var rules: [[String]] = []
    var sentiment = Sentiment(status: .noOpinion)
    var silentClauses = 0
    sentiment.clauses.reserveCapacity(texts.reduce(0) { $0 + $1.clauses.count })
    for (part, text) in texts.enumerated() where !text.words.isEmpty {
      findEntries(in: text, scratch: &scratch)
      if !statements.isEmpty { addStatements(statements, of: names[part], in: text, &scratch) }
      applyRules(in: text, scratch: &scratch)
      if explains {
        rules += ruleTexts(in: text, named: names[part], scratch)
      }
      silentClauses += addSentences(
        of: text,
        part: part,
        named: names[part],
        to: &sentiment,
        &scratch
      )
    }
    guard scratch.all.contains(where: { $0.value != 0 }) else { return sentiment }
    let totalWeight = scratch.sentences.reduce(0) { $0 + $1.weight }
    // The sum is rounded after each entry, and an entry gets what the sum grew by: contributions
    // add up, and no number of small ones drifts away.
    var exact = 0.0
    var compound = 0.0
    var mass = Mass(silent: Double(silentClauses))
    for sentence in scratch.sentences {
      let sum = sentence.sum
      let share =
        sentence.weight / totalWeight / (sum * sum + ScoringRules.normalisation).squareRoot()
      if sentence.isVerdict, sum != 0 { mass.verdict = sum }
      for index in sentence.entries {
        let entry = scratch.all[index]
        exact += entry.value * share
        let contribution = Self.rounded(exact - compound)
        compound = Self.rounded(compound + contribution)
        mass.add(entry.value * sentence.weight)
        guard explains else { continue }
        sentiment.contributions.append(
          Sentiment.Contribution(
            part: names[sentence.part],
            range: texts[sentence.part].range(of: entry.words),
            term: term(of: entry, in: texts[sentence.part], statements),
            valence: entry.valence,
            rules: rules[index],
            contribution: contribution
          )
        )
      }
    }
    mass.settle(&sentiment, compound: compound)
    return sentiment
  }

  /// Adds up the entries of a text by clause and sentence; returns how many clauses say nothing.
  private func addSentences(
    of text: TokenizedText,
    part: Int,
    named name: TextPart,
    to sentiment: inout Sentiment,
    _ scratch: inout Scratch
  ) -> Int {
    var silent = 0
    var at = scratch.all.count
    scratch.all.append(contentsOf: scratch.entries)
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
        if at == clauseFirst { silent += 1 }
        sum += clauseSum
        sentiment.clauses.append(
          Sentiment.Clause(
            part: name,
            range: text.range(of: text.clauses[clause].words),
            compound: Self.rounded(Self.normalised(clauseSum))
          )
        )
      }
      guard at > first else { continue }
      var weight = 1.0
      forEachWeight(of: number, in: text, named: name, scratch) { _, factor in weight *= factor }
      scratch.sentences.append(
        ScoredSentence(
          part: part,
          entries: first..<at,
          sum: sum,
          weight: weight,
          isVerdict: hasFrame(.verdict, number, text, scratch)
        )
      )
    }
    return silent
  }

  private func term(of entry: Entry, in text: TokenizedText, _ statements: [Statement]) -> String {
    switch entry.source {
    case .word: lexicon.term(of: text.words[entry.words.lowerBound].id)
    case .phrase(let number): lexicon.term(ofPhrase: number)
    case .statement(let number): statements[number].name
    }
  }

  static func normalised(_ sum: Double) -> Double {
    sum / (sum * sum + ScoringRules.normalisation).squareRoot()
  }

  /// Four decimals, halves away from zero; never −0.
  static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 + 0 }
}
