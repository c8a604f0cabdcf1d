public import VerbatimCore

/// How well one kind of signal foretells what customers did later.
public struct OutcomeLift: Hashable, Sendable {
  /// What the shop knows of a customer afterwards.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// Left.
    case churn
    /// Bought again.
    case `repeat`
    /// Gave something back.
    case `return`
  }

  /// What the numbers come to.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The signal tells of the outcome: q is at most 0.05.
    case lift
    /// None was shown, which is not proof of none.
    case noneShown = "none_shown"
    /// Too few customers with or without the outcome, or all alike.
    case insufficient
  }

  /// Fewer customers than this with the outcome, or without, tell nothing (authored).
  public static let fewestCustomers = 10

  /// What the customers did.
  public let outcome: Outcome
  /// The kind of signal.
  public let signal: String
  /// The customers of whom it is known.
  public let customers: Int
  /// Those with the outcome.
  public let outcomes: Int
  /// Those with the signal; of a number the fifth that is highest, ties included.
  public let flagged: Int
  /// The area under the curve; nil with fewer than two on either side.
  public let area: DeLongArea?
  /// The outcome's share among the flagged, over that among the others.
  public let ratio: RiskRatio
  /// The share of false findings among all signals at least as extreme; nil when not tested.
  public private(set) var qValue: Double?

  /// A signal against an outcome.
  ///
  /// - Parameters:
  ///   - outcome: What the customers did.
  ///   - signal: The kind of signal.
  ///   - scores: A number for each customer; the higher, the worse.
  ///   - outcomes: Whether each had the outcome.
  /// - Precondition: There are as many of both.
  public init(_ outcome: Outcome, signal: String, scores: [Double], outcomes: [Bool]) {
    self.outcome = outcome
    self.signal = signal
    customers = scores.count
    self.outcomes = outcomes.count { $0 }
    area = DeLongArea(scores: scores, outcomes: outcomes)
    let limit = Self.flag(scores)
    let marked = scores.indices.filter { scores[$0] >= limit }
    flagged = marked.count
    let hits = marked.count { outcomes[$0] }
    ratio = RiskRatio(
      hits,
      of: marked.count,
      against: self.outcomes - hits,
      of: scores.count - marked.count
    )
  }

  /// From which score on a customer is flagged: for yes or no the yes, else the highest fifth; above
  /// all scores when they are all alike.
  private static func flag(_ scores: [Double]) -> Double {
    let sorted = scores.sorted()
    guard let first = sorted.first, let last = sorted.last, first < last else { return .infinity }
    let limit = sorted[min(sorted.count - 1, sorted.count * 4 / 5)]
    // A fifth that is as low as the rest is no fifth: then only what lies above it counts.
    return limit > first ? limit : sorted.first { $0 > first } ?? .infinity
  }

  /// Whether there are enough customers on both sides, and not all alike.
  public var isTested: Bool {
    outcomes >= Self.fewestCustomers && customers - outcomes >= Self.fewestCustomers
      && flagged > 0 && flagged < customers
  }

  /// What the numbers come to.
  public var verdict: Verdict {
    guard isTested, let qValue else { return .insufficient }
    return qValue <= 0.05 ? .lift : .noneShown
  }

  /// The lifts with their q-values, those with lift first, then by the area's distance from chance.
  public static func judged(_ lifts: [OutcomeLift]) -> [OutcomeLift] {
    var lifts = lifts
    let tested = lifts.indices.filter { lifts[$0].isTested && lifts[$0].area != nil }
    let qValues = FalseDiscovery.qValues(tested.compactMap { lifts[$0].area?.pValue })
    for (place, qValue) in zip(tested, qValues) { lifts[place].qValue = qValue }
    func rank(_ lift: OutcomeLift) -> (String, Int, Double, String) {
      let place = Verdict.allCases.firstIndex(of: lift.verdict) ?? 0
      return (
        lift.outcome.rawValue, place, -abs((lift.area?.value ?? 0.5) - 0.5), lift.signal
      )
    }
    return lifts.sorted { rank($0) < rank($1) }
  }

  /// Writes the lift as `outcome.lift.v1`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "outcome.lift.v1")
      json.field("outcome", outcome.rawValue)
      json.field("signal", signal)
      json.field("n_customers", customers)
      json.field("n_outcomes", outcomes)
      json.field("n_flagged", flagged)
      json.field("auc", area.map { IndexSeries.shown($0.value) })
      json.interval("auc_ci95", area?.interval)
      json.field("lift", ratio.value.map(IndexSeries.shown))
      json.interval("lift_ci95", ratio.interval)
      json.field("p_value", isTested ? area?.pValue : nil)
      json.field("q_value", qValue)
      json.field("verdict", verdict.rawValue)
    }
  }
}
