internal import Foundation

/// The search for the mixture under which counts are likeliest.
struct GammaMixtureSearch {
  /// The bounds of ln α, from 10⁻⁵ to 10⁶, of ln β, so much wider that shapes end first, and of the
  /// log odds of p, from 10⁻⁶.
  private static let shapeRange = (-11.5, 13.8)
  private static let rateRange = (-18.0, 20.0)
  private static let oddsRange = (-13.8, 13.8)
  /// A mean of the prior from which on it says that there are no reports.
  private static let leastMean = 1e-3
  /// A standard error of ln α or ln β from which on a parameter is not known at all.
  private static let vaguest = 10.0

  /// Where searches start: the place of DuMouchel (1999), those of the examples of openEBGM, and a
  /// narrow second component as tables of shops have it.
  private static let places = [
    GammaMixture(alpha1: 0.2, beta1: 0.1, alpha2: 2, beta2: 4, p: 1.0 / 3),
    GammaMixture(alpha1: 0.1, beta1: 0.1, alpha2: 10, beta2: 10, p: 0.2),
    GammaMixture(alpha1: 0.3, beta1: 0.5, alpha2: 6, beta2: 6, p: 0.5),
    GammaMixture(alpha1: 0.5, beta1: 0.3, alpha2: 12, beta2: 12, p: 0.8),
    GammaMixture(alpha1: 3, beta1: 0.4, alpha2: 2, beta2: 2, p: 0.07),
    GammaMixture(alpha1: 2, beta1: 0.5, alpha2: 100, beta2: 105, p: 0.05),
  ]

  let isTruncated: Bool
  private(set) var mixture: GammaMixture
  /// One gamma distribution by maximum likelihood, with its log-likelihood.
  private(set) var single: GammaMixture?
  let pointCount: Int
  let starts: (tried: Int, agreeing: Int)
  /// Whether the estimate is a maximum inside the range, each parameter known.
  let isMaximum: Bool
  /// Whether the estimate can be used though it is no maximum inside the range.
  let isUsable: Bool
  /// Whether two components explain the cells better than one.
  let isBetterThanSingle: Bool
  /// The standard errors of α₁, β₁, α₂, β₂ and p.
  let standardErrors: [Double]?

  /// - Complexity: O(*n* log *n*) in the cells.
  init(
    _ cells: [(count: Int, expected: Double)],
    isTruncated: Bool,
    squashes: Bool,
    isPenalized: Bool = false
  ) {
    self.isTruncated = isTruncated
    let coarse = MixtureLikelihood(
      SquashedCells(squashing: cells, .coarse),
      isTruncated: isTruncated,
      isPenalized: isPenalized
    )
    let fineCells = squashes ? SquashedCells(squashing: cells) : SquashedCells(cells)
    pointCount = fineCells.points.count
    let fine = MixtureLikelihood(fineCells, isTruncated: isTruncated, isPenalized: isPenalized)
    let roughSingle = Self.climbSingle(coarse, from: [0, 0])
    var places = Self.places.map(MixtureLikelihood.parameters)
    // One distribution, torn apart: a part three times as high, and the rest.
    let (alpha, beta) = (roughSingle.point[0], roughSingle.point[1])
    places.append([alpha, beta - 1.1, alpha + 0.5, beta + 0.7, -2])
    let rough = SideBySide.map(places) {
      Self.climber(coarse, tolerance: 1e-6).climb(from: $0, steps: 40)
    }
    let values = rough.map { $0.value.isFinite ? $0.value : -.infinity }
    let best = values.indices.max { values[$0] < values[$1] } ?? 0
    starts = (rough.count, values.count { $0 > values[best] - 1e-3 })
    let result = Self.climber(fine, tolerance: 1e-12).climb(from: rough[best].point)
    mixture = MixtureLikelihood.mixture(result.point)
    isUsable = result.value.isFinite && mixture.mean > Self.leastMean
    let fineSingle = Self.climbSingle(fine, from: roughSingle.point)
    if fineSingle.value.isFinite, fineSingle.point[0] - fineSingle.point[1] > log(Self.leastMean) {
      single = GammaMixture(alpha: exp(fineSingle.point[0]), beta: exp(fineSingle.point[1]))
    }
    isBetterThanSingle = result.value > fineSingle.value + 1e-3
    let covariance = DampedNewton.inverse(result.information)
    let errors = covariance.map { matrix in matrix.indices.map { matrix[$0][$0].squareRoot() } }
    isMaximum =
      result.value.isFinite && result.isStationary && result.atBounds.isEmpty
      && (errors?.allSatisfy { $0 < Self.vaguest } ?? false)
    // From the logarithms to the parameters: dα = α · d ln α, dp = p (1 − p) · d logit p.
    let (p, found) = (mixture.p, mixture)
    standardErrors = errors.map {
      [
        $0[0] * found.alpha1, $0[1] * found.beta1, $0[2] * found.alpha2, $0[3] * found.beta2,
        $0[4] * p * (1 - p),
      ]
    }
  }

  /// The same search with another estimate in the place of its own.
  func replacing(_ other: GammaMixture) -> GammaMixtureSearch {
    var search = self
    search.mixture = other
    return search
  }

  private static func climber(
    _ likelihood: MixtureLikelihood,
    tolerance: Double
  ) -> DampedNewton {
    DampedNewton(
      function: {
        let value = likelihood.value($0)
        return .init(
          value: value.logLikelihood,
          gradient: value.gradient,
          information: value.information
        )
      },
      lower: [shapeRange.0, rateRange.0, shapeRange.0, rateRange.0, oddsRange.0],
      upper: [shapeRange.1, rateRange.1, shapeRange.1, rateRange.1, oddsRange.1],
      tolerance: tolerance
    )
  }

  /// One gamma distribution: both components the same.
  private static func climbSingle(
    _ likelihood: MixtureLikelihood,
    from start: [Double]
  ) -> DampedNewton.Result {
    DampedNewton(
      function: {
        let value = likelihood.value([$0[0], $0[1], $0[0], $0[1], 0])
        let (gradient, all) = (value.gradient, value.information)
        // One shape pays once.
        let cost =
          likelihood.isPenalized
          ? MixtureLikelihood.cost(exp($0[0])) : (value: 0, slope: 0, bend: 0)
        let across = all[0][1] + all[0][3] + all[2][1] + all[2][3]
        return .init(
          value: value.logLikelihood + cost.value,
          gradient: [gradient[0] + gradient[2] + cost.slope, gradient[1] + gradient[3]],
          information: [
            [all[0][0] + 2 * all[0][2] + all[2][2] - cost.bend, across],
            [across, all[1][1] + 2 * all[1][3] + all[3][3]],
          ]
        )
      },
      lower: [shapeRange.0, rateRange.0],
      upper: [shapeRange.1, rateRange.1],
      tolerance: 1e-10
    ).climb(from: start)
  }
}
