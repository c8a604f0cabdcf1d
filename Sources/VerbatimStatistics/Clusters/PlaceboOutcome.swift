/// How many alerts a run makes when nothing is wrong: issues shuffled among reports.
public struct PlaceboOutcome: Hashable, Sendable {
  /// How many times the issues were shuffled.
  public var runs: Int
  /// Alerts over all shuffled runs together; hazards are none, they need no statistics.
  public var alerts: Int
  /// Shuffled runs with an alert.
  public var runsWithAlert: Int
  /// The share of reports that could change places: those that another key's share a stratum with.
  public var shuffledShare: Double
  /// Where the shuffles come from.
  public var seed: UInt64

  /// The mean number of alerts of a run; nil without runs.
  public var expectedAlerts: Double? { runs > 0 ? Double(alerts) / Double(runs) : nil }

  /// The lower end of the mean's 95 % interval, by the gamma distribution of shape alerts and rate
  /// runs (Garwood 1936), 0 without alerts; nil without runs.
  public var lower: Double? {
    guard runs > 0 else { return nil }
    guard alerts > 0 else { return 0 }
    return GammaDistribution(shape: Double(alerts), rate: Double(runs)).quantile(0.025)
  }

  /// The upper end of the mean's 95 % interval, by the gamma distribution of shape alerts + 1 and
  /// rate runs (Garwood 1936); nil without runs.
  public var upper: Double? {
    guard runs > 0 else { return nil }
    return GammaDistribution(shape: Double(alerts) + 1, rate: Double(runs)).quantile(0.975)
  }
}
