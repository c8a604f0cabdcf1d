internal import Foundation
public import VerbatimCore

/// How the customers of one cohort differ from all others of its dimension.
///
/// Satisfaction: the difference of the means with Welch's interval. Complaints: the ratio of the
/// shares with Katz's interval, tested by the pooled difference. A customer in several cohorts
/// counts in each and is none of the others. Against looking at many cohorts stands
/// Benjamini–Hochberg over the whole table.
///
/// - SeeAlso: Welch (1947); Katz, Baptista, Azen and Pike (1978); Benjamini and Hochberg (1995).
public struct CohortLift: Hashable, Sendable {
  /// What is compared.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The mean satisfaction, 0 to 100.
    case satisfaction
    /// The share of customers who report an issue.
    case complaintShare = "complaint_share"
  }

  /// What the customers were divided by.
  public let dimension: String
  /// The cohort.
  public let value: String
  /// What is compared.
  public let measure: Measure
  /// From when the feedback is, in days since 1970.
  public let days: ClosedRange<Int>?
  /// The cohort's customers.
  public let customers: Int
  /// All others.
  public let others: Int
  /// The cohort's mean or share; nil, like what follows, with too few customers on either side.
  public internal(set) var mean: Double?
  /// That of the others.
  public internal(set) var othersMean: Double?
  /// The difference of means, or the ratio of shares.
  public internal(set) var lift: Double?
  /// Its 95 % interval.
  public internal(set) var interval: Bootstrap.Interval?
  /// The chance of such a lift where there is none.
  public internal(set) var pValue: Double?
  /// The share of false findings among all at least as extreme.
  public internal(set) var qValue: Double?
  /// How many cohorts were tested.
  public internal(set) var testsRun = 0

  /// The table of dimensions: each cohort twice, by satisfaction and by complaints.
  ///
  /// - Parameters:
  ///   - period: The customers.
  ///   - names: The dimensions' names.
  ///   - dimensions: Their places in the history.
  ///   - minimum: How many customers both sides need.
  /// - Returns: Cohorts in the order of their values, for one dimension after the other.
  public static func table(
    _ period: CustomerPeriod,
    names: [String],
    dimensions: [Int],
    minimum: Int
  ) -> [CohortLift] {
    var table: [CohortLift] = []
    for (name, dimension) in zip(names, dimensions) {
      for (number, value) in period.values(of: dimension).enumerated() {
        var inside: [CustomerPeriod.Customer] = []
        var outside: [CustomerPeriod.Customer] = []
        for customer in period.customers {
          let values = period.values(of: customer, in: dimension)
          if values.contains(number) {
            inside.append(customer)
          } else if !values.isEmpty {
            outside.append(customer)
          }
        }
        guard !inside.isEmpty else { continue }
        table.append(
          CohortLift(
            name,
            value,
            period.days,
            inside.compactMap(\.satisfaction),
            outside.compactMap(\.satisfaction),
            minimum
          )
        )
        table.append(
          CohortLift(
            name,
            value,
            period.days,
            (inside.count { !$0.issues.isEmpty }, inside.count),
            (outside.count { !$0.issues.isEmpty }, outside.count),
            minimum
          )
        )
      }
    }
    let tested = table.indices.filter { table[$0].pValue != nil }
    let qValues = FalseDiscovery.qValues(tested.compactMap { table[$0].pValue })
    for (place, qValue) in zip(tested, qValues) { table[place].qValue = qValue }
    for place in table.indices { table[place].testsRun = tested.count }
    return table
  }

  /// Compares two means; nothing is said with fewer than `minimum`, or two, on either side.
  init(
    _ dimension: String,
    _ value: String,
    _ days: ClosedRange<Int>?,
    _ inside: [Double],
    _ outside: [Double],
    _ minimum: Int
  ) {
    self.dimension = dimension
    self.value = value
    self.days = days
    measure = .satisfaction
    customers = inside.count
    others = outside.count
    guard min(inside.count, outside.count) >= max(2, minimum) else { return }
    let (one, oneError) = Self.mean(inside)
    let (other, otherError) = Self.mean(outside)
    mean = one
    othersMean = other
    lift = one - other
    let error = (oneError + otherError).squareRoot()
    guard error > 0 else { return }
    let freedom =
      (oneError + otherError) * (oneError + otherError)
      / (oneError * oneError / Double(inside.count - 1)
        + otherError * otherError / Double(outside.count - 1))
    let half = StudentDistribution.quantile975(freedom) * error
    interval = Bootstrap.Interval(lower: one - other - half, upper: one - other + half)
    pValue = IncompleteBeta.studentTails((one - other) / error, degrees: freedom)
  }

  /// Compares two shares.
  init(
    _ dimension: String,
    _ value: String,
    _ days: ClosedRange<Int>?,
    _ inside: (count: Int, of: Int),
    _ outside: (count: Int, of: Int),
    _ minimum: Int
  ) {
    self.dimension = dimension
    self.value = value
    self.days = days
    measure = .complaintShare
    customers = inside.of
    others = outside.of
    guard min(inside.of, outside.of) >= max(2, minimum) else { return }
    mean = Double(inside.count) / Double(inside.of)
    othersMean = Double(outside.count) / Double(outside.of)
    let ratio = RiskRatio(inside.count, of: inside.of, against: outside.count, of: outside.of)
    lift = ratio.value
    interval = ratio.interval
    pValue = ratio.pValue
  }

  /// A mean with the square of its standard error.
  private static func mean(_ values: [Double]) -> (Double, Double) {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / (n - 1) / n)
  }

  /// Writes the lift as `cohort.lift.v1`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "cohort.lift.v1")
      json.field("dimension", dimension)
      json.field("value", value)
      json.field("measure", measure.rawValue)
      json.days(days)
      json.field("n_customers", customers)
      json.field("n_others", others)
      json.field("mean", mean.map(IndexSeries.shown))
      json.field("others_mean", othersMean.map(IndexSeries.shown))
      json.field("lift", lift.map(IndexSeries.shown))
      json.interval("lift_ci95", interval)
      json.field("p_value", pValue)
      json.field("q_value", qValue)
      json.field("tests_run", testsRun)
    }
  }
}
