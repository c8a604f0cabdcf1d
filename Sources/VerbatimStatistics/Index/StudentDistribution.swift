/// Student's distribution, for intervals of means whose spread is estimated.
enum StudentDistribution {
  /// The value that is exceeded with probability 0.025.
  ///
  /// From 30 degrees of freedom on by the expansion 26.7.5 of Abramowitz and Stegun (1964), good to
  /// 1e-7 there; below by halving the tails.
  static func quantile975(_ degrees: Double) -> Double {
    let z = 1.959963984540054
    guard degrees < 30 else {
      let z3 = z * z * z
      let z5 = z3 * z * z
      let z7 = z5 * z * z
      let z9 = z7 * z * z
      let first = (z3 + z) / 4
      let second = (5 * z5 + 16 * z3 + 3 * z) / 96
      let third = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384
      let fourth = (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / 92_160
      return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees
    }
    guard degrees >= 1 else { return .infinity }
    var low = 1.9
    // 12.7062 for one degree of freedom.
    var high = 12.8
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if IncompleteBeta.studentTails(middle, degrees: degrees) > 0.05 {
        low = middle
      } else {
        high = middle
      }
    }
    return (low + high) / 2
  }
}
