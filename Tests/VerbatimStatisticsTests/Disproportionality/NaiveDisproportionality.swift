import Foundation
import VerbatimStatistics
import VerbatimTestSupport

/// A report of a random table.
struct RandomReport: Hashable {
  var id: String
  var first: String
  var second: String
  var stratum: String

  /// Reports with ids that come back, values of unequal weight, and a few pairs that belong
  /// together.
  static func reports(
    _ count: Int,
    seed: UInt64,
    firsts: Int = 12,
    seconds: Int = 6
  ) -> [RandomReport] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      // The product of two makes the small ones frequent.
      let first = Int(Double(firsts) * random.unit() * random.unit())
      var second = Int(Double(seconds) * random.unit())
      if random.chance(0.15) { second = first % seconds }
      return RandomReport(
        id: "r\(Int.random(in: 0..<count, using: &random))",
        first: "s\(first)",
        second: "i\(second)",
        stratum: "w\(Int.random(in: 0..<4, using: &random))"
      )
    }
  }
}

/// Every formula written down once more, the plain way: sets of reports, sums over all pairs,
/// integrals by Simpson's rule.
struct NaiveDisproportionality {
  let reports: [RandomReport]
  let isStratified: Bool

  /// The ids of the reports that a test takes.
  func ids(_ isTaken: (RandomReport) -> Bool) -> Set<String> {
    Set(reports.filter(isTaken).map(\.id))
  }

  func count(_ first: String, _ second: String) -> Int {
    ids { $0.first == first && $0.second == second }.count
  }

  func expected(_ first: String, _ second: String) -> Double {
    let strata: [String?] = isStratified ? Set(reports.map(\.stratum)).sorted() : [nil]
    return strata.map { stratum in
      let inside = reports.filter { stratum == nil || $0.stratum == stratum }
      let all = Set(inside.map(\.id)).count
      let ofFirst = Set(inside.filter { $0.first == first }.map(\.id)).count
      let ofSecond = Set(inside.filter { $0.second == second }.map(\.id)).count
      return Double(ofFirst * ofSecond) / Double(all)
    }.reduce(0, +)
  }

  /// a, b, c and d.
  func fourfold(_ first: String, _ second: String) -> (Double, Double, Double, Double) {
    let ofFirst = ids { $0.first == first }.count
    let ofSecond = ids { $0.second == second }.count
    let both = count(first, second)
    let all = ids { _ in true }.count
    return (
      Double(both), Double(ofFirst - both), Double(ofSecond - both),
      Double(all - ofFirst - ofSecond + both)
    )
  }

  /// ln of the negative binomial probability, factor by factor.
  static func logNegativeBinomial(
    _ n: Int,
    _ expected: Double,
    _ alpha: Double,
    _ beta: Double,
    isTruncated: Bool
  ) -> Double {
    var sum = alpha * log(beta / (beta + expected))
    for k in 0..<n {
      sum += log((alpha + Double(k)) / Double(k + 1) * expected / (beta + expected))
    }
    if isTruncated { sum -= log(1 - pow(beta / (beta + expected), alpha)) }
    return sum
  }

  static func logLikelihood(
    _ cells: [(count: Int, expected: Double)],
    _ prior: GammaMixture,
    isTruncated: Bool
  ) -> Double {
    cells.map { n, e in
      let first = logNegativeBinomial(n, e, prior.alpha1, prior.beta1, isTruncated: isTruncated)
      let second = logNegativeBinomial(n, e, prior.alpha2, prior.beta2, isTruncated: isTruncated)
      return log(prior.p * exp(first) + (1 - prior.p) * exp(second))
    }.reduce(0, +)
  }

  /// The posterior's geometric mean and quantiles, by integration of the likelihood times the prior
  /// over t = ln λ: no gamma function takes part.
  static func posterior(
    count: Int,
    expected: Double,
    _ prior: GammaMixture
  ) -> (mean: Double, lower: Double, upper: Double) {
    let n = Double(count)
    func unscaled(_ t: Double, _ alpha: Double, _ beta: Double) -> Double {
      exp((alpha + n) * t - (beta + expected) * exp(t))
    }
    // Each component by its own integral, weighted by the marginal probabilities.
    let log1 = logNegativeBinomial(count, expected, prior.alpha1, prior.beta1, isTruncated: false)
    let log2 = logNegativeBinomial(count, expected, prior.alpha2, prior.beta2, isTruncated: false)
    let weight = 1 / (1 + (1 - prior.p) / prior.p * exp(log2 - log1))
    let (from, to, steps) = (-30.0, 6.0, 16_000)
    let width = (to - from) / Double(steps)
    func integral(_ alpha: Double, _ beta: Double) -> (sums: [Double], mean: Double) {
      let mode = log((alpha + n) / (beta + expected))
      let scale = unscaled(mode, alpha, beta)
      var sums = [0.0]
      var mean = 0.0
      for step in 0..<steps {
        let t = from + Double(step) * width
        let values = [t, t + width / 2, t + width].map { unscaled($0, alpha, beta) / scale }
        sums.append(sums[step] + (values[0] + 4 * values[1] + values[2]) * width / 6)
        mean +=
          (values[0] * t + 4 * values[1] * (t + width / 2) + values[2] * (t + width)) * width / 6
      }
      return (sums.map { $0 / (sums.last ?? 1) }, mean / (sums.last ?? 1))
    }
    let first = integral(prior.alpha1, prior.beta1)
    let second = integral(prior.alpha2, prior.beta2)
    func value(_ index: Int) -> Double {
      weight * first.sums[index] + (1 - weight) * second.sums[index]
    }
    func quantile(_ probability: Double) -> Double {
      let after = (1...steps).first { value($0) >= probability } ?? steps
      // Six points around it, by Lagrange's polynomial through t as a function of the share.
      let points = (after - 3)...(after + 2)
      var t = 0.0
      for index in points {
        var factor = 1.0
        for other in points where other != index {
          factor *= (probability - value(other)) / (value(index) - value(other))
        }
        t += factor * (from + Double(index) * width)
      }
      return exp(t)
    }
    return (
      exp(weight * first.mean + (1 - weight) * second.mean), quantile(0.05), quantile(0.95)
    )
  }

  /// Each p-value's q: the least of p · m / rank over the p-values not below it.
  static func qValues(_ pValues: [Double]) -> [Double] {
    pValues.map { p in
      pValues.filter { $0 >= p }.map { other in
        min(1, other * Double(pValues.count) / Double(pValues.count { $0 <= other }))
      }.min() ?? 1
    }
  }
}
