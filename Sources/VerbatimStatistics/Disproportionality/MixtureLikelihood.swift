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
    /// The negative second derivatives.
    var information: [[Double]] = []
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
    var alphaAlpha: Double
    var alphaBeta: Double
    var betaBeta: Double
  }

  /// One component's parameters, and its parts for one count.
  private struct Component {
    let alpha: Double
    let beta: Double
    var logRise = 0.0
    var digammaRise = 0.0
    /// α²(ψ′(α + N) − ψ′(α)).
    var bend = 0.0

    init(alpha: Double, beta: Double) {
      self.alpha = alpha
      self.beta = beta
    }

    mutating func prepare(_ group: Group) {
      logRise = GammaFunction.logRise(alpha, group.count) - group.logFactorial
      digammaRise = GammaFunction.digammaRise(alpha, group.count)
      bend = alpha * alpha * GammaFunction.trigammaRise(alpha, group.count)
    }

    @inline(__always)
    func term(_ count: Double, _ expected: Double, isTruncated: Bool) -> Term {
      let shares = GammaMixture.logShares(expected, beta)
      let share = expected / (beta + expected)
      let rest = beta / (beta + expected)
      let slope = alpha * share
      var term = Term(
        log: logRise + alpha * shares.rate + count * shares.count,
        alpha: alpha * (digammaRise + shares.rate),
        beta: slope - count * rest,
        alphaAlpha: 0,
        alphaBeta: slope,
        betaBeta: -share * rest * (alpha + count)
      )
      if isTruncated {
        // 1 − f(0) with f(0) = (β/(β + E))^α; the odds f(0)/(1 − f(0)) grow by (1 + odds) of
        // themselves where ln f(0) grows by 1.
        let logZero = alpha * shares.rate
        let seen = -expm1(logZero)
        let odds = exp(logZero) / seen
        let growth = odds * (1 + odds)
        term.log -= Foundation.log(seen)
        term.alpha += logZero * odds
        term.beta += slope * odds
        term.alphaAlpha = logZero * logZero * growth
        term.alphaBeta += slope * (odds + logZero * growth)
        term.betaBeta += slope * (slope * growth - rest * odds)
      }
      term.alphaAlpha += term.alpha + bend
      return term
    }
  }

  /// The log-likelihood at five parameters of the search, with its first and second derivatives.
  ///
  /// Both come with it: they are made of its own logarithms and exponentials, which take the time.
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
    var (bends1, bends2) = (Bends(), Bends())
    // How both components turn together: of α and β of the first with α and β of the second.
    var (alphas, alphaBeta, betaAlpha, betas, turn) = (0.0, 0.0, 0.0, 0.0, 0.0)
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
        // Which component a point belongs to is the less certain, the greater the product.
        let doubt = weight * share1 * share2
        bends1.add(term1, weight * share1, doubt)
        bends2.add(term2, weight * share2, doubt)
        alphas += doubt * term1.alpha * term2.alpha
        alphaBeta += doubt * term1.alpha * term2.beta
        betaAlpha += doubt * term1.beta * term2.alpha
        betas += doubt * term1.beta * term2.beta
        turn += doubt - weight * p * (1 - p)
      }
    }
    let cost1 = isPenalized ? Self.cost(first.alpha) : (value: 0, slope: 0, bend: 0)
    let cost2 = isPenalized ? Self.cost(second.alpha) : (value: 0, slope: 0, bend: 0)
    let (own1, own2) = (cost1.bend - bends1.alphas, cost2.bend - bends2.alphas)
    return Value(
      logLikelihood: sum - cost1.value - cost2.value,
      gradient: [alpha1 - cost1.slope, beta1, alpha2 - cost2.slope, beta2, odds],
      information: [
        [own1, -bends1.alphaBeta, alphas, alphaBeta, -bends1.alphaOdds],
        [-bends1.alphaBeta, -bends1.betas, betaAlpha, betas, -bends1.betaOdds],
        [alphas, betaAlpha, own2, -bends2.alphaBeta, bends2.alphaOdds],
        [alphaBeta, betas, -bends2.alphaBeta, -bends2.betas, bends2.betaOdds],
        [-bends1.alphaOdds, -bends1.betaOdds, bends2.alphaOdds, bends2.betaOdds, -turn],
      ]
    )
  }

  /// The second derivatives within one component, and with the log odds but for the sign.
  private struct Bends {
    var alphas = 0.0
    var alphaBeta = 0.0
    var betas = 0.0
    var alphaOdds = 0.0
    var betaOdds = 0.0

    @inline(__always)
    mutating func add(_ term: Term, _ weight: Double, _ doubt: Double) {
      alphas += weight * term.alphaAlpha + doubt * term.alpha * term.alpha
      alphaBeta += weight * term.alphaBeta + doubt * term.alpha * term.beta
      betas += weight * term.betaBeta + doubt * term.beta * term.beta
      alphaOdds += doubt * term.alpha
      betaOdds += doubt * term.beta
    }
  }

  /// What a shape costs where the likelihood alone has no maximum, with its slope in ln α and the
  /// slope's own.
  ///
  /// 2α/(α + 50): a component whose width the counts hardly tell is held at one that they cannot
  /// rule out; one that many counts show to be narrow pays 2 and is narrow.
  static func cost(_ alpha: Double) -> (value: Double, slope: Double, bend: Double) {
    let (most, half) = (2.0, 50.0)
    let share = alpha / (alpha + half)
    let slope = most * share * half / (alpha + half)
    return (most * share, slope, slope * (half - alpha) / (alpha + half))
  }
}
