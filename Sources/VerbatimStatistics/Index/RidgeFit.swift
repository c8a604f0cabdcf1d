internal import Foundation

/// A straight-line regression on yes-or-no columns whose coefficients are drawn towards 0 together,
/// so that rare columns do not run away.
///
/// The penalty is chosen by generalised cross-validation over a fixed grid; the intervals are those
/// of the posterior of which the ridge is the mean, *σ*²·(XᵀX + λ·I)⁻¹ with centred columns.
///
/// - SeeAlso: Hoerl and Kennard (1970), *Ridge regression*; Golub, Heath and Wahba (1979),
///   *Generalized cross-validation*; Lindley and Smith (1972) for the posterior.
public struct RidgeFit: Hashable, Sendable {
  /// The penalties that are tried: quarter decades from 0.01 to 10,000 (authored; the smallest is no
  /// penalty worth the name, the greatest leaves nothing of a column of 1,000 customers).
  public static let penalties = (-8...16).map { pow(10, Double($0) / 4) }

  /// The value where every column says no.
  public let intercept: Double
  /// By how much a column's yes moves the value.
  public let coefficients: [Double]
  /// The standard error of each coefficient.
  public let errors: [Double]
  /// The penalty that was chosen.
  public let penalty: Double

  /// Fits values; nil with fewer than two customers more than columns, when all values are equal, or
  /// without a column.
  ///
  /// - Parameters:
  ///   - values: What is observed of each customer.
  ///   - columns: The columns that say yes for each customer, each once.
  ///   - count: How many columns there are.
  /// - Complexity: O(*n*·*c*² + 25·*p*³) for *c* columns a customer and *p* in all.
  public init?(values: [Double], columns: [[Int]], count: Int) {
    let n = Double(values.count)
    guard count > 0, values.count > count + 2, columns.count == values.count else { return nil }
    let mean = values.reduce(0, +) / n
    let total = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard total > 0 else { return nil }
    var shares = [Double](repeating: 0, count: count)
    var products = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var sums = [Double](repeating: 0, count: count)
    for (value, yes) in zip(values, columns) {
      for one in yes {
        shares[one] += 1
        sums[one] += value - mean
        for other in yes { products[one][other] += 1 }
      }
    }
    for one in 0..<count {
      for other in 0..<count { products[one][other] -= shares[one] * shares[other] / n }
    }
    var best: (score: Double, penalty: Double, fit: [Double], inverse: [[Double]], noise: Double)?
    for penalty in Self.penalties {
      guard let inverse = Cholesky(products, adding: penalty)?.inverse else { continue }
      let fit = inverse.map { row in zip(row, sums).reduce(0) { $0 + $1.0 * $1.1 } }
      var freedom = Double(count)
      for one in 0..<count { freedom -= penalty * inverse[one][one] }
      var explained = 0.0
      for one in 0..<count {
        var product = 0.0
        for other in 0..<count { product += products[one][other] * fit[other] }
        explained += fit[one] * (2 * sums[one] - product)
      }
      let rest = max(0, total - explained)
      let left = n - 1 - freedom
      let score = rest / (left * left)
      if score < best?.score ?? .infinity {
        best = (score, penalty, fit, inverse, rest / left)
      }
    }
    guard let best else { return nil }
    coefficients = best.fit
    penalty = best.penalty
    errors = (0..<count).map { (best.noise * best.inverse[$0][$0]).squareRoot() }
    intercept = mean - zip(best.fit, shares).reduce(0) { $0 + $1.0 * $1.1 } / n
  }
}
