/// Shewhart's charts of shares and rates, and Laney's for counts that scatter more.
///
/// With counts xᵢ of nᵢ and the centre c = Σxᵢ ÷ Σnᵢ:
///
/// - p: the share xᵢ ÷ nᵢ, σᵢ = √(c(1 − c) ÷ nᵢ); u: the rate xᵢ ÷ nᵢ, σᵢ = √(c ÷ nᵢ); limits c ± 3σᵢ.
/// - p′ and u′: zᵢ = (rateᵢ − c) ÷ σᵢ, σz = mean |zᵢ − zᵢ₋₁| ÷ 1.128; limits c ± 3σᵢσz.
///
/// Limits end at 0, and for shares at 1. All periods whose n is known make centre and spread, as in
/// the textbook's first phase, unless a baseline is told: then those of the baseline, and later
/// periods are held against what was usual before them.
///
/// - SeeAlso: Montgomery (2009), *Introduction to Statistical Quality Control*, 6th edition,
///   sections 7.2 and 7.3; Laney (2002), "Improved control charts for attributes", *Quality
///   Engineering* 14.
/// - Complexity: O(*n*).
public struct AttributeChart: Hashable, Sendable {
  /// Which chart.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Shares of a number of units, binomial.
    case p
    /// Shares, the spread between periods measured.
    case pPrime = "p-prime"
    /// Counts by exposure, Poisson.
    case u
    /// Counts by exposure, the spread between periods measured.
    case uPrime = "u-prime"

    /// Whether the chart is about shares.
    public var isShare: Bool { self == .p || self == .pPrime }
    /// Whether the spread between periods is measured.
    public var isLaney: Bool { self == .pPrime || self == .uPrime }
  }

  /// Which chart.
  public let kind: Kind
  /// The centre line; nil when nothing is known.
  public let centre: Double?
  /// σz, the spread between periods by what chance alone would make; 1 for p and u.
  public let spread: Double
  private let rates: [Double?]
  private let sigmas: [Double]

  /// A chart of counts by their numbers or exposures.
  ///
  /// - Parameters:
  ///   - kind: Which chart. Shares above 1 are taken as they are; the caller asks first whether
  ///     counts exceed their numbers.
  ///   - counts: The counts.
  ///   - sizes: The numbers of units or exposures; 0 where not known.
  ///   - baseline: The periods that make centre and spread; nil takes all.
  public init(_ kind: Kind, counts: [Double], sizes: [Double], baseline: Range<Int>? = nil) {
    precondition(counts.count == sizes.count, "each count has its size")
    self.kind = kind
    var total = 0.0
    var size = 0.0
    let baseline = (baseline ?? counts.indices).clamped(to: counts.indices)
    for index in baseline where sizes[index] > 0 {
      total += counts[index]
      size += sizes[index]
    }
    rates = counts.indices.map { sizes[$0] > 0 ? counts[$0] / sizes[$0] : nil }
    let centre = size > 0 ? total / size : nil
    self.centre = centre
    let middle = centre ?? 0
    let variance = kind.isShare ? max(0, middle * (1 - middle)) : middle
    let sigmas = sizes.map { $0 > 0 ? (variance / $0).squareRoot() : 0 }
    self.sigmas = sigmas
    guard kind.isLaney else {
      spread = 1
      return
    }
    var before: Double?
    var moves = 0.0
    var pairs = 0.0
    for index in baseline {
      guard let rate = rates[index], sigmas[index] > 0 else { continue }
      let z = (rate - middle) / sigmas[index]
      if let before {
        moves += abs(z - before)
        pairs += 1
      }
      before = z
    }
    spread = pairs > 0 ? moves / pairs / 1.128 : 1
  }

  /// What the chart says of each period: the statistic is the share or rate; above the upper limit
  /// is an alarm.
  public var points: [SeriesPoint] {
    zip(rates.indices, standardized).map { index, z in
      guard let rate = rates[index], let centre else { return .unknown }
      let half = 3 * sigmas[index] * spread
      return SeriesPoint(
        statistic: rate,
        expected: centre,
        upper: kind.isShare ? min(1, centre + half) : centre + half,
        lower: max(0, centre - half),
        isAlarm: (z ?? 0) > 3
      )
    }
  }

  /// How many of its standard deviations each period lies from the centre; nil where that is not
  /// known, as when all are the same.
  public var standardized: [Double?] {
    rates.indices.map { index in
      guard let rate = rates[index], let centre, sigmas[index] > 0 else { return nil }
      let z = (rate - centre) / sigmas[index]
      // All the same but for rounding is no distance.
      guard spread > 1e-9 else { return abs(z) < 1e-6 ? 0 : nil }
      return z / spread
    }
  }
}
