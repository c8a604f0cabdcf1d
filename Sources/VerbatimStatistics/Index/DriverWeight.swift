public import VerbatimCore

/// How many points an issue costs a segment.
///
/// The effect of an issue on a customer is its coefficient in a ridge regression of all customers'
/// satisfaction on the issues they report; the loss is that effect, turned round, times the share of
/// customers who report it. It is an association: who reports a break is less satisfied by so much,
/// other issues being equal. The share counts as known.
public struct DriverWeight: Hashable, Sendable {
  /// An issue needs as many customers to be in the regression (authored).
  public static let fewestCustomers = 5

  /// The segment; empty for all customers.
  public let segment: [IndexSeries.Value]
  /// What is lost: `index`, or an outcome's name.
  public let target: String
  /// The first and the last day of the feedback, since 1970.
  public let days: ClosedRange<Int>
  /// The leaf of the taxonomy.
  public let issue: String
  /// The points lost.
  public let loss: Double
  /// Its 95 % interval.
  public let lossInterval: Bootstrap.Interval
  /// The points by which a customer who reports it differs.
  public let effect: Double
  /// Its 95 % interval.
  public let effectInterval: Bootstrap.Interval
  /// The customers who report it.
  public let customers: Int
  /// All customers.
  public let total: Int
  /// The ridge's penalty.
  public let penalty: Double

  /// The share of customers who report it.
  public var share: Double { Double(customers) / Double(total) }

  /// The weights of all issues that enough customers report, the greatest loss first.
  ///
  /// - Parameters:
  ///   - customers: Of each a value, such as the satisfaction from 0 to 100, and the issues, each
  ///     once.
  ///   - target: What the value is of: `index`, or an outcome's name.
  ///   - segment: Whose customers they are.
  ///   - days: From when their feedback is.
  /// - Returns: None when nobody reports an issue, all values are equal, or there are too few
  ///   customers for so many issues.
  public static func weights(
    of customers: [(value: Double, issues: [String])],
    target: String,
    segment: [IndexSeries.Value],
    days: ClosedRange<Int>
  ) -> [DriverWeight] {
    var counts: [String: Int] = [:]
    for customer in customers { for issue in customer.issues { counts[issue, default: 0] += 1 } }
    // An issue that everybody reports explains no difference.
    let issues = counts.filter { $1 >= fewestCustomers && $1 < customers.count }.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: issues.enumerated().map { ($1, $0) })
    let fit = RidgeFit(
      values: customers.map(\.value),
      columns: customers.map { $0.issues.compactMap { places[$0] } },
      count: issues.count
    )
    guard let fit else { return [] }
    let z = 1.959963984540054
    return issues.enumerated().map { place, issue in
      let share = Double(counts[issue] ?? 0) / Double(customers.count)
      let effect = fit.coefficients[place]
      let half = z * fit.errors[place]
      return DriverWeight(
        segment: segment,
        target: target,
        days: days,
        issue: issue,
        loss: -effect * share,
        lossInterval: .init(lower: (-effect - half) * share, upper: (-effect + half) * share),
        effect: effect,
        effectInterval: .init(lower: effect - half, upper: effect + half),
        customers: counts[issue] ?? 0,
        total: customers.count,
        penalty: fit.penalty
      )
    }.sorted { ($1.loss, $0.issue) < ($0.loss, $1.issue) }
  }

  /// Writes the weight as `driver.weight.v1`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "driver.weight.v1")
      segment.write(to: &json)
      json.field("target", target)
      json.days(days)
      json.field("issue", issue)
      json.field("loss", IndexSeries.shown(loss))
      json.interval("loss_ci95", lossInterval)
      json.field("effect", IndexSeries.shown(effect))
      json.interval("effect_ci95", effectInterval)
      json.field("n_customers", customers)
      json.field("n_total", total)
      json.field("share", IndexSeries.shown(share))
      json.field("penalty", IndexSeries.shown(penalty))
      json.field("method", "ridge")
    }
  }
}

extension JSONWriter {
  /// Writes the fields `start` and `end` of a period of days since 1970.
  mutating func days(_ days: ClosedRange<Int>?) {
    func text(_ day: Int) -> String {
      Instant(seconds: Int64(day) * 86_400, precision: .day).description
    }
    field("start", (days?.lowerBound).map(text))
    field("end", (days?.upperBound).map(text))
  }
}
