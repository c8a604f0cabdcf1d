internal import VerbatimCore

/// How much praise and criticism a record holds, for the verdict over it.
struct Mass {
  private var positive = 0.0
  private var negative = 0.0
  /// The same without what is too faint to make a side.
  private var praise = 0.0
  private var criticism = 0.0
  /// The value that came last, faint ones aside.
  private var last = 0.0
  private let silent: Double
  /// The sum of the last sentence that states a verdict; 0 when none does.
  var verdict = 0.0

  /// No mass yet, over so many clauses that say nothing.
  init(silent: Double) { self.silent = silent }

  /// Takes in an entry's value times the weight of its sentence.
  mutating func add(_ value: Double) {
    if value > 0 { positive += value } else { negative -= value }
    guard abs(value) >= ScoringRules.faint else { return }
    if value > 0 { praise += value } else { criticism -= value }
    last = value
  }

  /// Sets the numbers and the label.
  func settle(_ sentiment: inout Sentiment, compound: Double) {
    let mass = positive + negative + silent
    sentiment.status = .scored
    sentiment.compound = compound
    // Rounded one after the other, so that the three sum to 1 and none falls below 0.
    let positiveShare = SentimentEngine.rounded(positive / mass)
    let polarShare = min(1, SentimentEngine.rounded((positive + negative) / mass))
    sentiment.positive = positiveShare
    sentiment.negative = SentimentEngine.rounded(polarShare - positiveShare)
    sentiment.neutral = SentimentEngine.rounded(1 - polarShare)
    sentiment.label = label(compound)
  }

  private func label(_ compound: Double) -> Sentiment.Label {
    // A verdict that agrees with the score settles what would be mixed.
    if verdict * compound <= 0, isMixed { return .mixed }
    if compound >= ScoringRules.threshold { return .positive }
    return compound <= -ScoringRules.threshold ? .negative : .neutral
  }

  private var isMixed: Bool {
    guard praise > 0, criticism > 0 else { return false }
    let weaker = min(praise, criticism) / (praise + criticism)
    let hasLastWord = praise > criticism ? last > 0 : last < 0
    guard hasLastWord, weaker < ScoringRules.balanced else {
      return weaker >= ScoringRules.mixedShare
    }
    return weaker * ScoringRules.withoutLastWord >= ScoringRules.mixedShare
  }
}
