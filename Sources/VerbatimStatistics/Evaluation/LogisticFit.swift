internal import Foundation

/// The curve 1 ÷ (1 + e^−(a + b·x)) that fits yes-or-no observations best, for when there are too few
/// for a free curve.
///
/// Fitted by Newton's method with a weak prior on the slope, so that observations which a threshold
/// parts without error still give a finite curve. Yes and no are drawn in a little towards the
/// middle, as Platt proposes.
///
/// - SeeAlso: Platt (1999), *Probabilistic outputs for support vector machines*; Lin, Lin and Weng
///   (2007) for its numerics.
public struct LogisticFit: Hashable, Sendable {
  /// *a*: the logit at 0.
  public let intercept: Double
  /// *b*: by how much the logit grows for each step of 1.
  public let slope: Double

  /// The prior's share of the slope's curvature: a slope of 100 costs half a unit of likelihood.
  static let ridge = 1e-4

  /// Fits observations.
  ///
  /// - Parameters:
  ///   - places: Where each was made.
  ///   - isYes: What was observed there.
  /// - Precondition: There are as many of both.
  public init(places: [Double], isYes: [Bool]) {
    precondition(places.count == isYes.count, "each observation needs its place")
    let yes = Double(isYes.lazy.filter { $0 }.count)
    let no = Double(isYes.count) - yes
    let targets = ((yes + 1) / (yes + 2), 1 / (no + 2))
    var at = (intercept: log((yes + 1) / (no + 1)), slope: 0.0)
    func loss(_ point: (intercept: Double, slope: Double)) -> Double {
      var sum = Self.ridge * point.slope * point.slope / 2
      for index in places.indices {
        let logit = point.intercept + point.slope * places[index]
        let target = isYes[index] ? targets.0 : targets.1
        // log(1 + e^logit) − target·logit, without overflow.
        sum += max(logit, 0) + log1p(exp(-abs(logit))) - target * logit
      }
      return sum
    }
    var current = loss(at)
    for _ in 0..<100 {
      var gradient = (0.0, Self.ridge * at.slope)
      var curve = (1e-12, 0.0, Self.ridge)
      for index in places.indices {
        let share = Self.share(at.intercept + at.slope * places[index])
        let miss = share - (isYes[index] ? targets.0 : targets.1)
        let spread = share * (1 - share)
        gradient.0 += miss
        gradient.1 += miss * places[index]
        curve.0 += spread
        curve.1 += spread * places[index]
        curve.2 += spread * places[index] * places[index]
      }
      let determinant = curve.0 * curve.2 - curve.1 * curve.1
      guard determinant > 0, abs(gradient.0) + abs(gradient.1) > 1e-10 else { break }
      let step = (
        (curve.2 * gradient.0 - curve.1 * gradient.1) / determinant,
        (curve.0 * gradient.1 - curve.1 * gradient.0) / determinant
      )
      // Half the step until it helps.
      var size = 1.0
      while size > 1e-10 {
        let next = (intercept: at.intercept - size * step.0, slope: at.slope - size * step.1)
        let reached = loss(next)
        if reached < current {
          at = next
          current = reached
          break
        }
        size /= 2
      }
      if size <= 1e-10 { break }
    }
    (intercept, slope) = at
  }

  /// The fitted chance of yes at a place.
  public func value(at place: Double) -> Double { Self.share(intercept + slope * place) }

  private static func share(_ logit: Double) -> Double {
    logit >= 0 ? 1 / (1 + exp(-logit)) : exp(logit) / (1 + exp(logit))
  }
}
