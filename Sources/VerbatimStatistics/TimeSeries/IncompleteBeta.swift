internal import Foundation

/// The regularised incomplete beta function, on which tails of the negative binomial and of
/// Student's distribution rest.
enum IncompleteBeta {
  /// I(x; a, b) for positive a and b, and x from 0 to 1.
  ///
  /// Lentz's continued fraction on the side where it converges fast: Press et al., *Numerical
  /// Recipes*, section 6.4.
  ///
  /// `complement` is 1 − x, where the caller knows it without cancellation.
  ///
  /// - Complexity: About √max(a, b) steps, 20,000 at most.
  static func regularized(_ x: Double, _ a: Double, _ b: Double, complement: Double? = nil)
    -> Double
  {
    let y = complement ?? 1 - x
    guard x > 0 else { return 0 }
    guard y > 0 else { return 1 }
    // xᵃ·yᵇ ÷ B(a, b) by Stirling's formula, its great terms paired so that they do not cancel.
    let front = exp(
      a * log(x * (1 + b / a)) + b * log(y * (1 + a / b))
        + 0.5 * log(a / (1 + a / b) / (2 * Double.pi))
        + stirlingRest(a + b) - stirlingRest(a) - stirlingRest(b)
    )
    let value =
      x < (a + 1) / (a + b + 2)
      ? front * fraction(x, a, b) / a : 1 - front * fraction(y, b, a) / b
    return value.isNaN ? 0 : min(1, max(0, value))
  }

  /// The probability that Student's t with `degrees` of freedom lies further out than `t`, on
  /// either side.
  static func studentTails(_ t: Double, degrees: Double) -> Double {
    guard degrees > 0, t.isFinite else { return t.isNaN ? 1 : 0 }
    let square = t * t
    return regularized(
      degrees / (degrees + square),
      degrees / 2,
      0.5,
      complement: square / (degrees + square)
    )
  }

  /// The distance that Student's t exceeds on either side with a probability strictly between 0 and
  /// 1: 2.0 for 0.05 and 60 degrees.
  ///
  /// Halves an interval that holds the answer until it is a few digits wide; 60 steps from 0 to 1,024
  /// leave 1e-15.
  static func studentQuantile(tails probability: Double, degrees: Double) -> Double {
    var low = 0.0
    var high = 1024.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if studentTails(middle, degrees: degrees) > probability {
        low = middle
      } else {
        high = middle
      }
    }
    return (low + high) / 2
  }

  /// What Stirling's formula (x − ½)·log x − x + ½·log 2π leaves of log Γ(x).
  ///
  /// The series from 10 on, to x⁻¹¹, good to 17 digits; below, by Γ(x + 1) = x·Γ(x).
  private static func stirlingRest(_ x: Double) -> Double {
    func main(_ x: Double) -> Double { (x - 0.5) * log(x) - x }
    func series(_ x: Double) -> Double {
      let square = 1 / (x * x)
      let tail = 1 / 1188 - square * 691 / 360_360
      return
        (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * tail))))
        / x
    }
    guard x < 10 else { return series(x) }
    var product = 1.0
    var shifted = x
    while shifted < 10 {
      product *= shifted
      shifted += 1
    }
    return main(shifted) + series(shifted) - log(product) - main(x)
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var h = d
    for step in 1..<20_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      h *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      let factor = d * c
      h *= factor
      if abs(factor - 1) < 1e-15 { break }
    }
    return h
  }
}
