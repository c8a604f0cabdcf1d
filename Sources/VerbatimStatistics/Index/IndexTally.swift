/// What the customers of a segment said in one cycle, counted.
struct IndexTally {
  /// Squares are taken from here, where satisfactions lie, so that few digits cancel.
  private static let origin = 50.0
  /// 9 of 10, 4 of 5 and 5 of 7, on the way from 0 to 100; a little less, for the rounding of sevenths.
  private static let topOfFive = 75.0 - 1e-9
  private static let topOfSeven = 200.0 / 3 - 1e-9

  private(set) var customers = 0
  private(set) var signals = 0
  private(set) var componentSums = SIMD8<Double>()
  private(set) var componentCounts = SIMD8<Int32>()
  private(set) var promotion = NetPromoterScore()
  private(set) var satisfied = 0
  private(set) var eased = 0
  private var sum = 0.0
  private var squares = 0.0

  /// Counts a customer.
  mutating func add(_ answers: ComponentMeans, signals: Int, by scale: ComponentScale) {
    guard let satisfaction = scale.satisfaction(answers) else { return }
    customers += 1
    self.signals += signals
    let value = satisfaction - Self.origin
    sum += value
    squares += value * value
    for component in 0..<ComponentScale.count where answers.counts[component] > 0 {
      componentSums[component] += scale.value(answers.means[component], of: component)
      componentCounts[component] += 1
    }
    let nps = SatisfactionComponent.nps.rawValue
    if answers.counts[nps] > 0 { promotion.count((answers.latest[nps] / 10).rounded()) }
    let csat = SatisfactionComponent.csat.rawValue
    if answers.counts[csat] > 0, answers.latest[csat] >= Self.topOfFive { satisfied += 1 }
    let ces = SatisfactionComponent.ces.rawValue
    if answers.counts[ces] > 0, answers.latest[ces] >= Self.topOfSeven { eased += 1 }
  }

  /// The mean of the customers; nil without any.
  var mean: Double? { customers > 0 ? sum / Double(customers) + Self.origin : nil }

  /// The variance of the customers; nil with fewer than two.
  var variance: Double? {
    guard customers > 1 else { return nil }
    let n = Double(customers)
    return max(0, (squares - sum * sum / n) / (n - 1))
  }
}
