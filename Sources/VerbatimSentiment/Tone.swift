public import VerbatimCore

/// What the words of a text say of it as a whole, learnt from texts with labels: it has the last word
/// over what the rules add up to.
///
/// Found outside the sentiment lexicon, in the light of what the rules say; see ``Verdict``.
public struct Tone: Hashable, Sendable {
  /// What a text may be: what has the highest score.
  public enum Mark: String, Hashable, Sendable, CaseIterable {
    /// Its writer is content.
    case praise = "PRAISE"
    /// Its writer is not.
    case criticism = "CRITICISM"
    /// It asks, instructs or tells, without a verdict.
    case plain = "PLAIN"
    /// It weighs and finds nothing special.
    case okay = "OKAY"
    /// It praises and criticises, without a verdict.
    case mixed = "MIXED"
  }

  /// What the rules say of a text, in steps.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Positive, below 0.25.
    case faintlyPositive = "positive"
    /// Positive, below 0.5.
    case positive = "positive.25"
    /// Positive, from 0.5 on.
    case veryPositive = "positive.5"
    /// Negative, above −0.25.
    case faintlyNegative = "negative"
    /// Negative, above −0.5.
    case negative = "negative.25"
    /// Negative, from −0.5 down.
    case veryNegative = "negative.5"
    /// Mixed, above 0.
    case mixedPositive = "mixed.positive"
    /// Mixed, from 0 down.
    case mixedNegative = "mixed.negative"
    /// Neutral.
    case neutral = "neutral"
    /// Without an entry that counts.
    case noOpinion = "no_opinion"

    /// What the rules have said; nil where they said nothing because they could not.
    public init?(_ sentiment: Sentiment) {
      guard sentiment.status == .scored, let compound = sentiment.compound,
        let label = sentiment.label
      else {
        guard sentiment.status == .noOpinion else { return nil }
        self = .noOpinion
        return
      }
      func step(_ verdicts: [Verdict]) -> Verdict {
        abs(compound) < 0.25 ? verdicts[0] : abs(compound) < 0.5 ? verdicts[1] : verdicts[2]
      }
      self =
        switch label {
        case .positive: step([.faintlyPositive, .positive, .veryPositive])
        case .negative: step([.faintlyNegative, .negative, .veryNegative])
        case .mixed: compound > 0 ? .mixedPositive : .mixedNegative
        case .neutral: .neutral
        }
    }
  }

  /// What it is called in an explanation; no lexicon has such a term.
  public static let term = "(tone)"

  /// The score of each mark, in the order of all.
  public var scores: [Double]
  /// The part of the record that the words stand in that say most of it.
  public var part: TextPart
  /// Those words.
  public var range: ByteRange
  /// Why the scores are what they are, for an explanation.
  public var reasons: [String]

  /// A tone by its scores.
  ///
  /// - Precondition: There is a score of every mark.
  public init(scores: [Double], part: TextPart, range: ByteRange, reasons: [String] = []) {
    precondition(scores.count == Mark.allCases.count, "each mark needs its score")
    self.scores = scores
    self.part = part
    self.range = range
    self.reasons = reasons
  }

  /// The score of a mark.
  public func score(_ mark: Mark) -> Double {
    scores[Mark.allCases.firstIndex(of: mark) ?? 0]
  }

  /// The mark with the highest score; mixed alone takes entries of both kinds.
  public func mark(over verdict: Verdict) -> Mark {
    var best = Mark.praise
    for mark in Mark.allCases where score(mark) > score(best) {
      if mark == .mixed, verdict == .noOpinion { continue }
      best = mark
    }
    return best
  }

  /// What it weighs as an entry, −4…4, to two decimals.
  public var valence: Double {
    let value = (score(.praise) - score(.criticism)) * ScoringRules.tone
    return (min(4, max(-4, value)) * 100).rounded() / 100 + 0
  }

  /// Lays the tone over what the rules say.
  ///
  /// A text that only tells has no opinion, and one that is okay is neutral, whatever the rules say. Else
  /// the score is half theirs and half the tone's.
  ///
  /// - Parameters:
  ///   - sentiment: What the rules say; its contributions add up to its compound afterwards as before.
  ///   - explains: Whether its contributions are listed.
  public func settle(_ sentiment: inout Sentiment, explains: Bool) {
    guard let verdict = Verdict(sentiment) else { return }
    let mark = mark(over: verdict)
    switch mark {
    case .plain:
      guard verdict != .noOpinion else { return }
      scale(&sentiment, by: 0, "plain")
      for index in sentiment.clauses.indices { sentiment.clauses[index].compound = 0 }
      sentiment.status = .noOpinion
      sentiment.compound = nil
      sentiment.positive = nil
      sentiment.negative = nil
      sentiment.neutral = nil
      sentiment.label = nil
      if explains { add(to: &sentiment, contribution: 0, "plain ×0") }
    case .okay:
      scale(&sentiment, by: 0, "okay")
      if verdict == .noOpinion { setShares(&sentiment, silent: true) }
      sentiment.status = .scored
      sentiment.compound = 0
      sentiment.label = .neutral
      if explains { add(to: &sentiment, contribution: 0, "okay ×0") }
    case .praise, .criticism, .mixed:
      let share = ScoringRules.toneShare
      let rules = scale(&sentiment, by: 1 - share, "beside the tone")
      let own = SentimentEngine.rounded(share * SentimentEngine.normalised(valence))
      let compound = SentimentEngine.rounded(rules + own)
      if verdict == .noOpinion { setShares(&sentiment, silent: false) }
      sentiment.status = .scored
      sentiment.compound = compound
      sentiment.label =
        mark == .mixed
        ? .mixed
        : compound >= ScoringRules.threshold
          ? .positive : compound <= -ScoringRules.threshold ? .negative : .neutral
      if explains { add(to: &sentiment, contribution: own, "beside the rules ×\(share)") }
    }
  }

  /// Multiplies all contributions; returns what they add up to then.
  @discardableResult
  private func scale(_ sentiment: inout Sentiment, by factor: Double, _ name: String) -> Double {
    var before = 0.0
    var after = 0.0
    for index in sentiment.contributions.indices {
      before = SentimentEngine.rounded(before + sentiment.contributions[index].contribution)
      let sum = SentimentEngine.rounded(before * factor)
      sentiment.contributions[index].contribution = SentimentEngine.rounded(sum - after)
      after = sum
      let shown = factor == 0 ? "0" : "\(factor)"
      sentiment.contributions[index].rules.append("\(name) ×\(shown)")
    }
    return SentimentEngine.rounded((sentiment.compound ?? 0) * factor)
  }

  /// The shares of a text without an entry of the lexicon.
  private func setShares(_ sentiment: inout Sentiment, silent: Bool) {
    let mass = silent ? 0 : abs(valence)
    let share = SentimentEngine.rounded(mass / (mass + max(1, Double(sentiment.clauses.count))))
    sentiment.positive = valence > 0 ? share : 0
    sentiment.negative = valence < 0 ? share : 0
    sentiment.neutral = SentimentEngine.rounded(1 - share)
  }

  private func add(to sentiment: inout Sentiment, contribution: Double, _ rule: String) {
    sentiment.contributions.append(
      Sentiment.Contribution(
        part: part,
        range: range,
        term: Self.term,
        valence: valence,
        rules: reasons + [rule],
        contribution: contribution
      )
    )
  }
}
