public import VerbatimCore

/// A combination that is no alert although something speaks for it, and why it is none.
public struct NearMiss: Hashable, Sendable {
  /// What stands between a combination and an alert.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Fewer distinct reports than an alert needs.
    case tooFew = "too_few"
    /// EB05 is under the line.
    case ratio
    /// The tests of the run explain it: q is over the line.
    case manyTests = "many_tests"
    /// It would be an alert if every report of one customer counted.
    case oneCustomer = "one_customer"
    /// It would be an alert if copies of a text counted.
    case copies
    /// There are more reports than usual, because there is more of everything about the key.
    case volume
  }

  /// What it is about.
  public var level: ComplaintCluster.Level
  /// The SKU, supplier or lot.
  public var key: String
  /// The leaf of the taxonomy.
  public var issue: String
  /// Distinct reports.
  public var observed: Int
  /// What independence predicts.
  public var expected: Double
  /// EBGM with its interval.
  public var shrunkRatio: GammaMixturePosterior
  /// The lower end of the information component.
  public var ic025: Double
  /// The share of false alerts among all at least as extreme.
  public var qValue: Double
  /// Copies and repeats that were not counted.
  public var removed: Int
  /// What stands in the way, in the order of the cases.
  public var reasons: [Reason]
  /// The same for a person.
  public var explanation: String

  /// Writes the near miss as an object.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("level", level.rawValue)
      json.field("key", key)
      json.field("issue", issue)
      json.field("observed", observed)
      json.field("expected", ComplaintCluster.shown(expected))
      shrunkRatio.write(to: &json)
      json.field("ic025", ComplaintCluster.shown(ic025))
      json.field("q_value", qValue)
      json.field("removed", removed)
      json.array("reasons", reasons) { $0.value($1.rawValue) }
      json.field("explanation", explanation)
    }
  }
}
