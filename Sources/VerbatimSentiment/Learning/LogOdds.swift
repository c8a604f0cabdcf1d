internal import Foundation

/// How much more often a term stands in negative texts than in positive ones, in standard errors.
///
/// The weighted log-odds ratio with an informative Dirichlet prior: each term gets, in both groups,
/// as many counts beforehand as its share of the whole says, so that rare terms need more than a
/// few texts to stand out.
///
/// - SeeAlso: Monroe, Colaresi and Quinn (2008), *Fightin' Words*, equations 15 to 22.
public struct LogOdds: Sendable {
  /// How many counts the prior weighs, over all terms together (authored).
  public static let priorWeight = 1_000.0

  private let negatives: Double
  private let positives: Double
  private let weight: Double

  /// A comparison of two groups.
  ///
  /// - Parameters:
  ///   - negatives: The counts of all terms in negative texts together.
  ///   - positives: The same in positive texts.
  ///   - weight: How many counts the prior weighs.
  public init(negatives: Int, positives: Int, weight: Double = priorWeight) {
    self.negatives = Double(negatives)
    self.positives = Double(positives)
    self.weight = weight
  }

  /// Standard errors from equal odds: above 0 for terms of positive texts, below 0 for those of
  /// negative ones.
  public func z(negative: Int, positive: Int) -> Double {
    let share = Double(negative + positive) / max(1, negatives + positives)
    let prior = max(weight * share, 1e-6)
    func odds(_ count: Int, _ total: Double) -> Double {
      let here = Double(count) + prior
      return log(here / max(1e-9, total + weight - here))
    }
    let variance = 1 / (Double(negative) + prior) + 1 / (Double(positive) + prior)
    return (odds(positive, positives) - odds(negative, negatives)) / variance.squareRoot()
  }
}
