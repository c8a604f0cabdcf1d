internal import Foundation

/// Gauss and Legendre's rule with 24 points: places between −1 and 1, and their weights.
///
/// The places are the roots of the Legendre polynomial, found by Newton's steps from Tricomi's
/// approximation; Abramowitz and Stegun, *Handbook of Mathematical Functions*, 25.4.29.
struct GaussLegendre {
  /// The places and the weights.
  let points: [(place: Double, weight: Double)]

  /// The rule.
  static let rule = GaussLegendre(count: 24)

  init(count: Int) {
    let n = Double(count)
    points = (1...count).map { number in
      var x = cos(Double.pi * (Double(number) - 0.25) / (n + 0.5))
      var slope = 0.0
      for _ in 0..<20 {
        // P(k) from P(k − 1) and P(k − 2); its slope from the last two.
        var (before, value) = (1.0, x)
        for k in 2...count {
          let degree = Double(k)
          let next = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree
          (before, value) = (value, next)
        }
        slope = n * (x * value - before) / (x * x - 1)
        let step = value / slope
        x -= step
        if abs(step) < 1e-16 { break }
      }
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
  }
}
