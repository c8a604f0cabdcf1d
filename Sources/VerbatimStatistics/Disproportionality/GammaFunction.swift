internal import Foundation

/// The gamma function and what comes of it, for arguments from 10⁻⁶ to far beyond 10⁶.
///
/// Differences are computed as differences: ln Γ(x + n) − ln Γ(x) of a large x must not lose the
/// digits that both terms share. The series are Stirling's; Abramowitz and Stegun, *Handbook of
/// Mathematical Functions*, 6.1.41, 6.3.18, 6.5.29, 6.5.31.
enum GammaFunction {
  /// Where Stirling's series, cut after seven terms, is good to the last digit.
  private static let stirlingFrom = 10.0

  /// ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x ≥ 10.
  static func stirlingCorrection(_ x: Double) -> Double {
    let u = 1 / (x * x)
    let tail = 1.0 / 1188 - u * (691.0 / 360_360 - u / 156)
    let middle = 1.0 / 1260 - u * (1.0 / 1680 - u * tail)
    return (1.0 / 12 - u * (1.0 / 360 - u * middle)) / x
  }

  /// ln Γ(x) for x > 0.
  static func logGamma(_ x: Double) -> Double {
    var x = x
    var product = 1.0
    while x < stirlingFrom {
      product *= x
      x += 1
    }
    return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + stirlingCorrection(x) - log(product)
  }

  /// The digamma function ψ(x), the derivative of ln Γ, for x > 0.
  static func digamma(_ x: Double) -> Double {
    var x = x
    var sum = 0.0
    while x < stirlingFrom {
      sum -= 1 / x
      x += 1
    }
    return sum + log(x) - digammaTail(x)
  }

  /// ln x − ψ(x) for x ≥ 10.
  private static func digammaTail(_ x: Double) -> Double {
    let u = 1 / (x * x)
    let high = 1.0 / 132 - u * (691.0 / 32_760 - u / 12)
    let middle = 1.0 / 252 - u * (1.0 / 240 - u * high)
    return 0.5 / x + u * (1.0 / 12 - u * (1.0 / 120 - u * middle))
  }

  /// ln Γ(x + n) − ln Γ(x), the logarithm of x(x + 1)…(x + n − 1), without loss for large x.
  static func logRise(_ x: Double, _ n: Int) -> Double {
    let step = Double(n)
    if n <= 32 {
      // Products of eight stay far inside the range of a double for any sensible x.
      var sum = 0.0
      var product = 1.0
      for k in 0..<n {
        product *= x + Double(k)
        if k % 8 == 7 {
          sum += log(product)
          product = 1
        }
      }
      return sum + log(product)
    }
    if x < stirlingFrom {
      // Γ(x + n)/Γ(x) = x…(x + 9) · Γ(x + n)/Γ(x + 10).
      return logRise(x, 10) + logRise(x + 10, n - 10)
    }
    return (x - 0.5) * log1p(step / x) + step * log(x + step) - step
      + stirlingCorrection(x + step) - stirlingCorrection(x)
  }

  /// ψ(x + n) − ψ(x), the derivative of ``logRise(_:_:)`` in x.
  static func digammaRise(_ x: Double, _ n: Int) -> Double {
    if n <= 32 {
      var sum = 0.0
      for k in 0..<n { sum += 1 / (x + Double(k)) }
      return sum
    }
    if x < stirlingFrom { return digammaRise(x, 10) + digammaRise(x + 10, n - 10) }
    let step = Double(n)
    return log1p(step / x) + digammaTail(x) - digammaTail(x + step)
  }

  /// ψ′(x + n) − ψ′(x), the derivative of ``digammaRise(_:_:)`` in x.
  static func trigammaRise(_ x: Double, _ n: Int) -> Double {
    if n <= 32 {
      var sum = 0.0
      for k in 0..<n {
        let step = 1 / (x + Double(k))
        sum -= step * step
      }
      return sum
    }
    if x < stirlingFrom { return trigammaRise(x, 10) + trigammaRise(x + 10, n - 10) }
    let step = Double(n)
    return -step / (x * (x + step)) + trigammaTail(x + step) - trigammaTail(x)
  }

  /// ψ′(x) − 1/x for x ≥ 10; Abramowitz and Stegun, 6.4.12.
  private static func trigammaTail(_ x: Double) -> Double {
    let u = 1 / (x * x)
    let high = 1.0 / 30 - u * (5.0 / 66 - u * (691.0 / 2730 - u * 7.0 / 6))
    return u * (0.5 + (1.0 / 6 - u * (1.0 / 30 - u * (1.0 / 42 - u * high))) / x)
  }

  /// ln n!.
  static func logFactorial(_ n: Int) -> Double { logRise(1, n) }

  /// x^a e^−x / Γ(a + 1), the front factor of the incomplete gamma function; x times the density
  /// of the gamma distribution over a.
  ///
  /// - SeeAlso: Loader (2000), "Fast and accurate computation of binomial probabilities", for the
  ///   form that keeps its digits when a is large.
  static func front(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard a >= stirlingFrom else { return exp(a * log(x) - x - logGamma(a + 1)) }
    let t = (x - a) / a
    let deviance = t > -0.5 ? t - log1p(t) : t - log(x / a)
    return exp(-a * deviance - stirlingCorrection(a)) / (2 * Double.pi * a).squareRoot()
  }

  /// The regularised lower incomplete gamma function P(a, x), with its front factor.
  ///
  /// The series below a + 1, the continued fraction above; for large a near x the integral of the
  /// density from x to where it vanishes, because series and fraction then take √a terms.
  ///
  /// - Complexity: Some 24 exponentials near x = a where a is large, less than O(√a) elsewhere.
  static func lower(_ a: Double, _ x: Double) -> (value: Double, front: Double) {
    guard x > 0 else { return (0, 0) }
    let front = front(a, x)
    guard front > 0 else { return (x < a ? 0 : 1, 0) }
    let deviations = (x - a) / a.squareRoot()
    if a >= integratedFrom, abs(deviations) < 30 {
      return (integrated(a, x, deviations, front), front)
    }
    let limit = 1000 + Int(20 * a.squareRoot())
    if x < a + 1 {
      var term = 1.0
      var sum = 1.0
      var n = a
      for _ in 0..<limit {
        n += 1
        term *= x / n
        sum += term
        if term < sum * 1e-17 { break }
      }
      return (min(1, sum * front), front)
    }
    // Lentz's way through the fraction of 6.5.31.
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for i in 1..<limit {
      let numerator = -Double(i) * (Double(i) - a)
      b += 2
      d = numerator * d + b
      if abs(d) < tiny { d = tiny }
      c = b + numerator / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let delta = d * c
      h *= delta
      if abs(delta - 1) < 1e-16 { break }
    }
    return (max(0, 1 - front * a * h), front)
  }

  /// From this shape on the density is near enough to a normal one.
  private static let integratedFrom = 500.0

  /// P(a, x) as the integral of the density, over the nearer tail, to some thirteen digits.
  private static func integrated(
    _ a: Double,
    _ x: Double,
    _ deviations: Double,
    _ front: Double
  ) -> Double {
    let isUpper = x > a
    // Behind u the density is less than e⁻⁴² of that at x: k u + u²/2 = 42, the tails being
    // somewhat longer than a normal one's.
    let k = abs(deviations)
    let normal = 84 / (k + (k * k + 84).squareRoot())
    let length = normal * (isUpper ? 1.25 : 1.1) * a.squareRoot()
    var sum = 0.0
    for (place, weight) in GaussLegendre.rule.points {
      let distance = (place + 1) / 2 * length
      let share = (isUpper ? distance : -distance) / x
      guard share > -1 else { continue }
      sum += weight * exp((a - 1) * log1p(share) - x * share)
    }
    let tail = sum * length / 2 * front * a / x
    return isUpper ? max(0, 1 - tail) : min(1, tail)
  }

  /// The value that a gamma variable of shape a and rate 1 stays below with a probability.
  ///
  /// Wilson and Hilferty's approximation, then Newton's steps in ln x, held between bounds that
  /// close in.
  static func quantile(_ a: Double, _ probability: Double) -> Double {
    let z = normalQuantile(probability)
    let cube = 1 - 1 / (9 * a) + z / (3 * a.squareRoot())
    var x = a * cube * cube * cube
    // The left tail: P(a, x) ≈ x^a / Γ(a + 1).
    if a < 1 || cube <= 0.1 {
      x = exp((log(probability) + logGamma(a + 1)) / a)
      guard x > 0 else { return 0 }
    }
    return root(from: x, in: 0...Double.infinity) { x in
      let (value, front) = lower(a, x)
      return (value - probability, front * a)
    }
  }

  /// The root of an increasing function of ln x by Newton's steps, by halving where they leave the
  /// bounds.
  ///
  /// - Parameters:
  ///   - start: Where to start.
  ///   - bounds: Where the root lies.
  ///   - function: Its value, and its derivative in ln x.
  /// - Returns: The root, to some fifteen digits.
  static func root(
    from start: Double,
    in bounds: ClosedRange<Double>,
    _ function: (Double) -> (value: Double, slope: Double)
  ) -> Double {
    var low = bounds.lowerBound
    var high = bounds.upperBound
    var x = min(max(start, low), high)
    for _ in 0..<400 {
      let (value, slope) = function(x)
      if value == 0 { return x }
      if value < 0 { low = max(low, x) } else { high = min(high, x) }
      var next = slope > 0 ? x * exp(max(-30, min(30, -value / slope))) : .nan
      let isNewton = next > low && next < high
      if !isNewton {
        next =
          low == 0 ? high / 8 : high == .infinity ? low * 8 : (low * high).squareRoot()
      }
      // Newton's steps square the error: what is left after one this small is below the last digit.
      if abs(next - x) <= 1e-10 * x, isNewton { return next }
      if high < .infinity, high - low <= 4e-16 * high { return next }
      x = next
    }
    return x
  }

  /// The quantile of the normal distribution, to about four digits: a place to start from.
  ///
  /// - SeeAlso: Abramowitz and Stegun, 26.2.23.
  static func normalQuantile(_ probability: Double) -> Double {
    let tail = min(probability, 1 - probability)
    let t = (-2 * log(tail)).squareRoot()
    let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
    let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    let z = t - numerator / denominator
    return probability < 0.5 ? -z : z
  }
}
