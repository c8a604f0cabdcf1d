/// What a stratified sample says of its population, with a 95 % interval.
public struct StratifiedEstimate: Hashable, Sendable {
  /// What was seen of one stratum.
  public struct Stratum: Hashable, Sendable {
    /// How many units the population has of it.
    public var population: Int
    /// The value of each unit that was looked at; nil where the unit has none of what is asked for.
    ///
    /// Those that were drawn and not looked at are left out: they are taken to be like the others of
    /// their stratum.
    public var values: [Double?]

    /// A stratum with what was seen.
    public init(population: Int, values: [Double?]) {
      self.population = population
      self.values = values
    }
  }

  /// The estimate.
  public let value: Double
  /// Its standard error; nil when a stratum has more units than the one that was looked at.
  public let standardError: Double?
  /// The 95 % interval; nil as the standard error is.
  public let interval: Bootstrap.Interval?
  /// How many units it was computed from: those with a value.
  public let count: Int

  /// The mean of the units that have a value.
  ///
  /// The ratio of two weighted sums, of values and of units that have one, linearised for its
  /// variance; with a value for each unit it is the plain stratified mean. The variance has the
  /// finite population correction, the interval Student's t with Satterthwaite's degrees.
  ///
  /// - Throws: ``SampleGap`` where nothing can be said.
  /// - SeeAlso: Cochran (1977), sections 5.4 and 5A.2; Särndal, Swensson and Wretman (1992), sections
  ///   3.7 and 5.8, for parts of a population.
  public static func mean(_ strata: [Stratum]) throws(SampleGap) -> Self {
    let moments = try DomainMoments(strata)
    guard let spread = moments.spread else { return Self(moments.mean, nil, nil, moments.count) }
    let half = spread.t * spread.error
    let interval = Bootstrap.Interval(lower: moments.mean - half, upper: moments.mean + half)
    return Self(moments.mean, spread.error, interval, moments.count)
  }

  /// The share of units for which something holds, of those of which it is known.
  ///
  /// As the mean of ones and zeros, but with Wilson's interval on the number of units that a simple
  /// sample would need for the same variance: it stays within 0 to 1 and says something also when
  /// all units agree.
  ///
  /// - Throws: ``SampleGap`` where nothing can be said.
  /// - SeeAlso: Korn and Graubard (1998) for the effective number; Franco, Little, Louis and Slud
  ///   (2019) for Wilson's interval on it; Kish (1965) for the number when all units agree.
  /// - Precondition: Every value is 0 or 1.
  public static func share(_ strata: [Stratum]) throws(SampleGap) -> Self {
    let moments = try DomainMoments(strata)
    let share = min(1, max(0, moments.mean))
    guard let spread = moments.spread else { return Self(share, nil, nil, moments.count) }
    if moments.isCensus {
      return Self(share, 0, Bootstrap.Interval(lower: share, upper: share), moments.count)
    }
    let variance = spread.error * spread.error
    let effective = variance > 0 ? share * (1 - share) / variance : moments.kishCount
    let (t, n) = (spread.t, effective)
    let centre = share + t * t / (2 * n)
    let half = t * (share * (1 - share) / n + t * t / (4 * n * n)).squareRoot()
    let scale = 1 + t * t / n
    // Exact at the ends, where the formula gives 0 and 1 but for its last digit.
    let interval = Bootstrap.Interval(
      lower: share == 0 ? 0 : max(0, (centre - half) / scale),
      upper: share == 1 ? 1 : min(1, (centre + half) / scale)
    )
    return Self(share, spread.error, interval, moments.count)
  }

  /// The sum over the population of the values; a unit without one adds nothing.
  ///
  /// - Throws: ``SampleGap`` where nothing can be said.
  /// - SeeAlso: Cochran (1977), section 5.4.
  public static func total(_ strata: [Stratum]) throws(SampleGap) -> Self {
    let filled = strata.map { stratum in
      Stratum(population: stratum.population, values: stratum.values.map { $0 ?? 0 })
    }
    let mean = try mean(filled)
    let units = Double(strata.reduce(0) { $0 + $1.population })
    let interval = mean.interval.map {
      Bootstrap.Interval(lower: $0.lower * units, upper: $0.upper * units)
    }
    let count = strata.reduce(0) { $0 + $1.values.count { $0 != nil } }
    return Self(mean.value * units, mean.standardError.map { $0 * units }, interval, count)
  }

  private init(
    _ value: Double,
    _ standardError: Double?,
    _ interval: Bootstrap.Interval?,
    _ count: Int
  ) {
    self.value = value
    self.standardError = standardError
    self.interval = interval
    self.count = count
  }
}
