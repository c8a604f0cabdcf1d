internal import Foundation

/// How badly what the engine says fits a verdict: the cumulative logit of three sides, its bounds
/// fixed where the engine's own labels change.
///
/// A text is called positive when praise outweighs criticism so far that it is not mixed: with the
/// masses p and n, when p − κn passes the threshold t, κ = (1 − share) / share; negative when n − κp
/// does. So P(positive) = σ(b(p − κn − t)), P(negative) = 1 − σ(b(κp − n + t)), and the rest, mixed
/// texts among them, is neutral; b says how sharply verdicts follow. There is no intercept: what is
/// learnt has to move masses, for the engine has none either.
///
/// - SeeAlso: McCullagh (1980), *Regression models for ordinal data*.
struct OrdinalLoss {
  /// How sharply verdicts follow the masses.
  var slope: Double
  /// Where labels change.
  static let threshold = ScoringRules.threshold
  /// How often criticism counts against praise, and praise against criticism.
  static let ratio = (1 - ScoringRules.mixedShare) / ScoringRules.mixedShare

  /// The loss of a text with its derivatives by the two margins.
  struct Value {
    var loss = 0.0
    /// First derivatives by `upper` and `lower`.
    var byUpper = 0.0
    var byLower = 0.0
    /// Second derivatives.
    var upper = 0.0
    var lower = 0.0
    var both = 0.0
  }

  /// The loss where a text stands.
  ///
  /// - Parameters:
  ///   - upper: p − κn, by which a text is positive.
  ///   - lower: κp − n, below which it is negative.
  ///   - side: The verdict.
  /// - Returns: The loss, not below 0, and its derivatives.
  func at(upper: Double, lower: Double, side: Int8) -> Value {
    let up = slope * (upper - Self.threshold)
    let down = slope * (lower + Self.threshold)
    var value = Value()
    if side > 0 {
      let chance = Self.logistic(up)
      value.loss = Self.softplus(-up)
      value.byUpper = -slope * (1 - chance)
      value.upper = slope * slope * chance * (1 - chance)
      return value
    }
    if side < 0 {
      let chance = Self.logistic(down)
      value.loss = Self.softplus(down)
      value.byLower = slope * chance
      value.lower = slope * slope * chance * (1 - chance)
      return value
    }
    let (above, below) = (Self.logistic(down), Self.logistic(up))
    let chance = max(above - below, 1e-12)
    let risesLower = slope * above * (1 - above)
    let risesUpper = slope * below * (1 - below)
    value.loss = -log(chance)
    value.byLower = -risesLower / chance
    value.byUpper = risesUpper / chance
    value.both = value.byLower * value.byUpper
    value.lower =
      value.byLower * value.byLower - slope * risesLower * (1 - 2 * above) / chance
    value.upper =
      value.byUpper * value.byUpper + slope * risesUpper * (1 - 2 * below) / chance
    return value
  }

  private static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }

  private static func softplus(_ value: Double) -> Double {
    value > 0 ? value + log1p(exp(-value)) : log1p(exp(value))
  }

  /// The slope that fits masses best, to a hundredth part.
  ///
  /// A golden-section search over its logarithm, for the loss has one valley there.
  static func fitted(
    _ masses: (positive: [Double], negative: [Double]),
    _ sides: [Int8],
    _ weights: [Double]
  ) -> Double {
    func loss(_ logarithm: Double) -> Double {
      let loss = OrdinalLoss(slope: exp(logarithm))
      var sum = 0.0
      for row in sides.indices where weights[row] != 0 {
        let (praise, blame) = (masses.positive[row], masses.negative[row])
        sum +=
          weights[row]
          * loss.at(
            upper: praise - ratio * blame,
            lower: ratio * praise - blame,
            side: sides[row]
          ).loss
      }
      return sum
    }
    let golden = (5.0.squareRoot() - 1) / 2
    var low = log(0.5)
    var high = log(30.0)
    var left = high - golden * (high - low)
    var right = low + golden * (high - low)
    var (atLeft, atRight) = (loss(left), loss(right))
    while high - low > 0.01 {
      if atLeft < atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - golden * (high - low)
        atLeft = loss(left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + golden * (high - low)
        atRight = loss(right)
      }
    }
    return exp((low + high) / 2)
  }
}
