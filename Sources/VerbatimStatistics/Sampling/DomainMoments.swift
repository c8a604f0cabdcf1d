/// The weighted mean of those units of a stratified sample that have a value, and how far it may be
/// off.
struct DomainMoments {
  let mean: Double
  /// How many units have a value.
  let count: Int
  /// Whether every unit of the population was looked at.
  let isCensus: Bool
  /// The number of equally weighted units that tell as much: (Σw)² ÷ Σw².
  let kishCount: Double
  /// The standard error with Student's factor for 95 %; nil when it cannot be told.
  let spread: (error: Double, t: Double)?

  init(_ strata: [StratifiedEstimate.Stratum]) throws(SampleGap) {
    let strata = strata.enumerated().filter { $0.element.population > 0 }
    guard !strata.isEmpty else { throw .noPopulation }
    for (place, stratum) in strata where stratum.values.isEmpty {
      throw .unread(stratum: place)
    }
    let parts = strata.map(\.element)
    func weight(_ part: StratifiedEstimate.Stratum) -> Double {
      Double(part.population) / Double(part.values.count)
    }
    var sums = (value: 0.0, units: 0.0, squares: 0.0, count: 0)
    for part in parts {
      for value in part.values.compactMap(\.self) {
        sums.value += weight(part) * value
        sums.units += weight(part)
        sums.squares += weight(part) * weight(part)
        sums.count += 1
      }
    }
    guard sums.count > 0 else { throw .noMember }
    let mean = sums.value / sums.units
    self.mean = mean
    count = sums.count
    kishCount = sums.units * sums.units / sums.squares
    isCensus = parts.allSatisfy { $0.values.count >= $0.population }
    var variance = 0.0
    var degrees = 0.0
    for part in parts where part.values.count < part.population {
      guard part.values.count > 1 else {
        spread = nil
        return
      }
      let n = Double(part.values.count)
      let residuals = part.values.map { value in value.map { ($0 - mean) / sums.units } ?? 0 }
      let centre = residuals.reduce(0, +) / n
      let square = residuals.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / (n - 1)
      let size = Double(part.population)
      let own = size * (size - n) * square / n
      variance += own
      degrees += own * own / (n - 1)
    }
    // Satterthwaite (1946), as in Cochran (1977), equation 5.16; without any variation, one degree
    // for each unit beyond the first of its stratum.
    let free =
      variance > 0
      ? variance * variance / degrees
      : Double(parts.reduce(0) { $0 + $1.values.count - 1 })
    let t = free > 0 ? IncompleteBeta.studentQuantile(tails: 0.05, degrees: free) : 0
    spread = (variance.squareRoot(), t)
  }
}
