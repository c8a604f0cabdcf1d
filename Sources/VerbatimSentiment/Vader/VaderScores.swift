public import VerbatimCore

/// VADER's four numbers for one text.
public struct VaderScores: Hashable, Sendable {
  /// The negative share of the words, 0…1, to three decimals.
  public var negative: Double
  /// The share of the words that say nothing either way, 0…1, to three decimals.
  public var neutral: Double
  /// The positive share of the words, 0…1, to three decimals.
  public var positive: Double
  /// The score, −1…1, to four decimals.
  public var compound: Double

  /// The four numbers.
  public init(negative: Double, neutral: Double, positive: Double, compound: Double) {
    self.negative = negative
    self.neutral = neutral
    self.positive = positive
    self.compound = compound
  }

  /// What a text without words has: four times 0.
  public static let none = VaderScores(negative: 0, neutral: 0, positive: 0, compound: 0)

  /// The verdict: a compound of at least 0.05, of at most −0.05, or between.
  public var label: Sentiment.Label {
    if compound >= VaderRules.threshold { return .positive }
    return compound <= -VaderRules.threshold ? .negative : .neutral
  }

  /// A number to so many thousandths or ten-thousandths as Python rounds: to the nearest of the
  /// number's exact value, and to an even last digit when it lies just between; never −0.
  static func rounded(_ value: Double, to parts: Double) -> Double {
    let product = value * parts
    // What the product was rounded by, exactly: it decides where the product looks like a tie.
    let rest = (-product).addingProduct(value, parts)
    let down = product.rounded(.down)
    let above = product - down
    let isUp: Bool
    if above != 0.5 || rest != 0 {
      isUp = above > 0.5 || (above == 0.5 && rest > 0)
    } else {
      isUp = down.truncatingRemainder(dividingBy: 2) != 0
    }
    return (down + (isUp ? 1 : 0)) / parts + 0
  }
}
