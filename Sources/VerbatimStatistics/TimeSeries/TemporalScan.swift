internal import Foundation

/// Kulldorff's temporal scan: the stretch of time with the most beyond chance.
///
/// Of N cases in all, a window with c of them and n expected by its exposure has the log-likelihood
/// ratio c·log(c ÷ n) + (N − c)·log((N − c) ÷ (N − n)) if c > n, else 0. The largest over all windows is
/// compared with that of data in which the N cases fall on the periods by exposure alone. Its
/// p-value is (1 + those as large) ÷ (1 + data sets), from a fixed seed; drawing ends early once ``enough``
/// were as large (Besag and Clifford), when the p-value is their share of those drawn.
///
/// ``cluster(in:)`` looks back over a whole series. ``points(of:)`` looks at each period as it
/// came, with windows that end there, within the last ``reference`` periods.
///
/// The null is Poisson's: counts that scatter more give too many alarms, which is why the combined
/// score leaves the scan out.
///
/// - SeeAlso: Kulldorff (1997), "A spatial scan statistic", *Communications in Statistics* 26;
///   Kulldorff (2001), "Prospective time periodic geographical disease surveillance", *JRSS A* 164;
///   Besag and Clifford (1991), "Sequential Monte Carlo p-values", *Biometrika* 78.
public struct TemporalScan: Hashable, Sendable {
  /// The longest window, in periods.
  public let longest: Int
  /// How many periods the past of ``points(of:)`` has.
  public let reference: Int
  /// How many data sets are drawn at most.
  public let replicates: Int
  /// How many data sets as large end the drawing.
  public let enough: Int
  /// The seed.
  public let seed: UInt64
  /// From this p-value down is an alarm.
  public let alpha: Double

  /// A window of time and how likely it is to be chance.
  public struct Cluster: Hashable, Sendable {
    /// The index of its first period.
    public var start: Int
    /// How many periods it has.
    public var length: Int
    /// The cases in it.
    public var observed: Double
    /// The cases expected in it.
    public var expected: Double
    /// The log-likelihood ratio.
    public var ratio: Double
    /// The p-value.
    public var pValue: Double
  }

  /// A scan.
  public init(
    longest: Int = 20,
    reference: Int = 52,
    replicates: Int = 999,
    enough: Int = 10,
    seed: UInt64 = 1,
    alpha: Double = 0.01
  ) {
    self.longest = min(1_000_000, max(1, longest))
    self.reference = min(1_000_000, max(2, reference))
    self.replicates = max(1, replicates)
    self.enough = max(1, enough)
    self.seed = seed
    self.alpha = alpha
  }

  /// How few periods the past may have.
  public static let shortestReference = 12

  /// The log-likelihood ratio of a window; 0 where no more than expected lies in it.
  public static func ratio(observed: Double, expected: Double, total: Double) -> Double {
    guard observed > expected, expected > 0 else { return 0 }
    let outside = total - observed
    let rest = outside > 0 ? outside * log(outside / (total - expected)) : 0
    return max(0, observed * log(observed / expected) + rest)
  }

  /// The stretch of a whole series that stands out most; nil when there is no case, or one period.
  ///
  /// - Complexity: O(*n* · longest) a data set.
  public func cluster(in series: CountSeries) -> Cluster? {
    let exposures = series.counts.indices.map(series.exposure(at:))
    let counts = series.counts.indices.map { exposures[$0] > 0 ? series.counts[$0] : 0 }
    let total = counts.reduce(0, +)
    let whole = exposures.reduce(0, +)
    guard total > 0, exposures.count(where: { $0 > 0 }) > 1 else { return nil }
    func best(_ counts: [Double]) -> Cluster {
      var best = Cluster(start: 0, length: 0, observed: 0, expected: 0, ratio: 0, pValue: 1)
      for start in counts.indices {
        var observed = 0.0
        var exposure = 0.0
        for end in start..<min(counts.count, start + longest) {
          observed += counts[end]
          exposure += exposures[end]
          guard exposure < whole else { break }
          let expected = total * exposure / whole
          let ratio = Self.ratio(observed: observed, expected: expected, total: total)
          if ratio > best.ratio {
            best = Cluster(
              start: start,
              length: end - start + 1,
              observed: observed,
              expected: expected,
              ratio: ratio,
              pValue: 1
            )
          }
        }
      }
      return best
    }
    var found = best(counts)
    guard found.length > 0 else { return nil }
    var random = SplitMix64(seed: seed)
    found.pValue = pValue(found.ratio) { _ in
      var left = total
      var exposureLeft = whole
      let drawn = exposures.map { exposure in
        let count = Self.binomial(left, exposure / exposureLeft, &random)
        left -= count
        exposureLeft -= exposure
        return count
      }
      return best(drawn).ratio
    }
    return found
  }

  /// What the scan says of each period: the statistic is the largest ratio of the windows that end
  /// there, `expected` what the best window would have.
  ///
  /// - Complexity: O(longest) a period and data set.
  public func points(of series: CountSeries) -> [SeriesPoint] {
    series.counts.indices.map { index in
      guard let cluster = cluster(endingAt: index, in: series) else { return .unknown }
      return SeriesPoint(
        statistic: cluster.ratio,
        expected: cluster.expected,
        pValue: cluster.pValue,
        isAlarm: cluster.pValue <= alpha
      )
    }
  }

  /// The window that ends at a period and stands out most from the past; nil when the past is too
  /// short or the period's exposure is not known.
  public func cluster(endingAt index: Int, in series: CountSeries) -> Cluster? {
    guard index + 1 >= Self.shortestReference, series.exposure(at: index) > 0 else { return nil }
    let first = max(0, index - reference + 1)
    // Newest first.
    let exposures = stride(from: index, through: first, by: -1).map(series.exposure(at:))
    let counts = stride(from: index, through: first, by: -1).map { period in
      series.exposure(at: period) > 0 ? series.counts[period] : 0
    }
    let total = counts.reduce(0, +)
    let whole = exposures.reduce(0, +)
    // A window of more than half the past would be the past.
    let lengths = min(longest, counts.count / 2)
    var best = Cluster(
      start: index,
      length: 1,
      observed: counts[0],
      expected: total * exposures[0] / whole,
      ratio: 0,
      pValue: 1
    )
    guard total > 0, exposures[0] < whole else { return best }
    var observed = 0.0
    var exposure = 0.0
    for age in 0..<lengths {
      observed += counts[age]
      exposure += exposures[age]
      let expected = total * exposure / whole
      let ratio = Self.ratio(observed: observed, expected: expected, total: total)
      if ratio > best.ratio {
        best = Cluster(
          start: index - age,
          length: age + 1,
          observed: observed,
          expected: expected,
          ratio: ratio,
          pValue: 1
        )
      }
    }
    guard best.ratio > 0 else { return best }
    var random = SplitMix64(seed: seed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
    let reached = best.ratio
    best.pValue = pValue(reached) { goal in
      var left = total
      var observed = 0.0
      var exposure = 0.0
      var highest = 0.0
      for age in 0..<lengths {
        let count = Self.binomial(left, exposures[age] / (whole - exposure), &random)
        left -= count
        observed += count
        exposure += exposures[age]
        let expected = total * exposure / whole
        highest = max(
          highest,
          Self.ratio(observed: observed, expected: expected, total: total)
        )
        if highest >= goal || left <= 0 { break }
      }
      return highest
    }
    return best
  }

  /// Draws until enough data sets were as large as `reached`, or all are drawn.
  ///
  /// A draw may stop once it has reached its goal.
  private func pValue(_ reached: Double, _ draw: (Double) -> Double) -> Double {
    // Sums in another order must not make a tie a difference.
    let goal = reached * (1 - 1e-9)
    var asLarge = 0
    for count in 1...replicates {
      if draw(goal) >= goal { asLarge += 1 }
      if asLarge == enough { return Double(enough) / Double(count) }
    }
    return Double(asLarge + 1) / Double(replicates + 1)
  }

  /// How many of `count` cases fall where each falls with a probability.
  ///
  /// By inversion while the variance is at most 100, by the normal distribution beyond.
  private static func binomial(
    _ count: Double,
    _ probability: Double,
    _ random: inout SplitMix64
  ) -> Double {
    guard count > 0, probability > 0 else { return 0 }
    guard probability < 1 else { return count }
    if probability > 0.5 { return count - binomial(count, 1 - probability, &random) }
    let unit = (Double(random.next() >> 11) + 0.5) * 0x1p-53
    let mean = count * probability
    let variance = mean * (1 - probability)
    guard variance <= 100 else {
      let value = (mean + Gaussian.quantile(unit) * variance.squareRoot()).rounded()
      return min(count, max(0, value))
    }
    let odds = probability / (1 - probability)
    var chance = exp(count * log1p(-probability))
    var cumulative = chance
    var value = 0.0
    while cumulative < unit, value < count, chance > 0 {
      chance *= (count - value) / (value + 1) * odds
      value += 1
      cumulative += chance
    }
    return value
  }
}
