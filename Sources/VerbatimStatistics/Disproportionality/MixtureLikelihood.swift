internal import Foundation

/// The log-likelihood of a mixture of two gamma distributions, given counts.
///
/// A count is negative binomial within each component: Γ(α + N)/(Γ(α) N!) · (β/(β + E))^α ·
/// (E/(β + E))^N. When the cells without reports are left out, each component is truncated by
/// itself, fᵢ(N)/(1 − fᵢ(0)), as DuMouchel and Pregibon (2001) and the R package openEBGM do.
///
/// The parameters of the search are ln α₁, ln β₁, ln α₂, ln β₂ and ln(p/(1 − p)): any five numbers
/// are a mixture.
struct MixtureLikelihood {
  /// The log-likelihood and its derivatives in the parameters of the search.
  struct Value {
    var logLikelihood = 0.0
    var gradient = [0.0, 0.0, 0.0, 0.0, 0.0]
  }

  /// Points of one count, with the parts that hang on the count alone.
  private struct Group {
    var count: Int
    var range: Range<Int>
    var logFactorial: Double
  }

  /// Whether the cells without reports are left out.
  let isTruncated: Bool
  private let groups: [Group]
  private let expected: [Double]
  private let weights: [Double]
  /// Whether shapes cost something: see ``cost(_:)``.
  let isPenalized: Bool

  /// The likelihood of cells; of counts of 1 and more when it is truncated.
  init(_ cells: SquashedCells, isTruncated: Bool, isPenalized: Bool = false) {
    self.isTruncated = isTruncated
    self.isPenalized = isPenalized
    expected = cells.points.map(\.expected)
    weights = cells.points.map(\.weight)
    var groups: [Group] = []
    for (index, point) in cells.points.enumerated() {
      if let last = groups.last, last.count == point.count {
        groups[groups.count - 1].range = last.range.lowerBound..<(index + 1)
      } else {
        groups.append(
          Group(
            count: point.count,
            range: index..<(index + 1),
            logFactorial: GammaFunction.logFactorial(point.count)
          )
        )
      }
    }
    self.groups = groups
  }

  /// The mixture of five parameters of the search.
  static func mixture(_ parameters: [Double]) -> GammaMixture {
    GammaMixture(
      alpha1: exp(parameters[0]),
      beta1: exp(parameters[1]),
      alpha2: exp(parameters[2]),
      beta2: exp(parameters[3]),
      p: 1 / (1 + exp(-parameters[4]))
    )
  }

  /// The parameters of the search of a mixture.
  static func parameters(_ mixture: GammaMixture) -> [Double] {
    [
      log(mixture.alpha1), log(mixture.beta1), log(mixture.alpha2), log(mixture.beta2),
      log(mixture.p) - log1p(-mixture.p),
    ]
  }

  /// One component's log probability at one point, with its derivatives in ln α and ln β.
  private struct Term {
    var log: Double
    var alpha: Double
    var beta: Double
  }

  /// One component's parameters, and its parts for one count.
  private struct Component {
    let alpha: Double
    let beta: Double
    var logRise = 0.0
    var digammaRise = 0.0

    init(alpha: Double, beta: Double) {
      self.alpha = alpha
      self.beta = beta
    }

    mutating func prepare(_ group: Group) {
      logRise = GammaFunction.logRise(alpha, group.count) - group.logFactorial
      digammaRise = GammaFunction.digammaRise(alpha, group.count)
    }

    @inline(__always)
    func term(_ count: Double, _ expected: Double, isTruncated: Bool) -> Term {
      let shares = GammaMixture.logShares(expected, beta)
      let slope = alpha * expected / (beta + expected)
      var term = Term(
        log: logRise + alpha * shares.rate + count * shares.count,
        alpha: alpha * (digammaRise + shares.rate),
        beta: slope - count * beta / (beta + expected)
      )
      if isTruncated {
        // 1 − f(0) with f(0) = (β/(β + E))^α.
        let logZero = alpha * shares.rate
        let rest = -expm1(logZero)
        let odds = exp(logZero) / rest
        term.log -= Foundation.log(rest)
        term.alpha += logZero * odds
        term.beta += slope * odds
      }
      return term
    }
  }

  /// The log-likelihood at five parameters of the search, with its derivatives.
  ///
  /// - Complexity: O(*n*) in the points, some twelve logarithms and exponentials each.
  func value(_ parameters: [Double]) -> Value {
    let logOdds = parameters[4]
    let logP = logOdds > 0 ? -log1p(exp(-logOdds)) : logOdds - log1p(exp(logOdds))
    let logRest = logP - logOdds
    let p = exp(logP)
    var first = Component(alpha: exp(parameters[0]), beta: exp(parameters[1]))
    var second = Component(alpha: exp(parameters[2]), beta: exp(parameters[3]))
    var sum = 0.0
    var (alpha1, beta1, alpha2, beta2, odds) = (0.0, 0.0, 0.0, 0.0, 0.0)
    let expected = expected.span
    let weights = weights.span
    for group in groups {
      first.prepare(group)
      second.prepare(group)
      let count = Double(group.count)
      for index in group.range {
        let term1 = first.term(count, expected[index], isTruncated: isTruncated)
        let term2 = second.term(count, expected[index], isTruncated: isTruncated)
        let (log1, log2) = (logP + term1.log, logRest + term2.log)
        let high = max(log1, log2)
        let small = exp(min(log1, log2) - high)
        let weight = weights[index]
        sum += weight * (high + log1p(small))
        let larger = 1 / (1 + small)
        let share1 = log1 >= log2 ? larger : small * larger
        let share2 = log1 >= log2 ? small * larger : larger
        alpha1 += weight * share1 * term1.alpha
        beta1 += weight * share1 * term1.beta
        alpha2 += weight * share2 * term2.alpha
        beta2 += weight * share2 * term2.beta
        odds += weight * (share1 - p)
      }
    }
    let cost1 = isPenalized ? Self.cost(first.alpha) : (value: 0, slope: 0)
    let cost2 = isPenalized ? Self.cost(second.alpha) : (value: 0, slope: 0)
    return Value(
      logLikelihood: sum - cost1.value - cost2.value,
      gradient: [alpha1 - cost1.slope, beta1, alpha2 - cost2.slope, beta2, odds]
    )
  }

  /// What a shape costs where the likelihood alone has no maximum, with its slope in ln α.
  ///
  /// 2α/(α + 50): a component whose width the counts hardly tell is held at one that they cannot
  /// rule out; one that many counts show to be narrow pays 2 and is narrow.
  static func cost(_ alpha: Double) -> (value: Double, slope: Double) {
    let (most, half) = (2.0, 50.0)
    let share = alpha / (alpha + half)
    return (most * share, most * share * half / (alpha + half))
  }
}
