public import VerbatimCore

/// A product, supplier or lot whose complaints of one kind exceed what chance predicts, or a hazard
/// that a person must look at.
public struct ComplaintCluster: Hashable, Sendable {
  /// What the cluster is about.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// An article.
    case sku
    /// A maker.
    case supplier
    /// A batch.
    case lot
  }

  /// How far the cluster has come.
  public enum State: String, Hashable, Sendable {
    /// Above chance, not yet an alert.
    case watch
    /// An alert.
    case open
  }

  /// One report's words.
  public struct Evidence: Hashable, Sendable {
    /// The signal.
    public var signalID: String
    /// When.
    public var eventTime: Instant?
    /// The words.
    public var quote: String
    /// The part of the record the range counts in.
    public var part: String
    /// Where they stand.
    public var range: ByteRange
    /// Whether it happened.
    public var modality: Issue.Modality
  }

  /// A lot or an article with the number of its reports.
  public struct Count: Hashable, Sendable {
    /// The lot or the SKU.
    public var name: String
    /// Its reports.
    public var count: Int
  }

  /// Of what share of the reports it is known what they are about; the cluster is of those.
  public struct Coverage: Hashable, Sendable {
    /// The share with an article, 0 to 1.
    public var sku: Double
    /// The share with a supplier.
    public var supplier: Double
    /// The share with a stated lot.
    public var lot: Double

    /// Shares of reports.
    public init(sku: Double, supplier: Double, lot: Double) {
      self.sku = sku
      self.supplier = supplier
      self.lot = lot
    }
  }

  /// Stable over runs: from level, key and issue.
  public var id: String
  /// What it is about.
  public var level: Level
  /// The SKU, supplier or lot.
  public var key: String
  /// The leaf of the taxonomy.
  public var issue: String
  /// The gravest tier among its reports.
  public var tier: Issue.Tier
  /// How far it has come.
  public var state: State
  /// Distinct reports.
  public var observed: Int
  /// What independence predicts.
  public var expected: Double
  /// Distinct reports about the key, of whatever issue or none.
  public var exposure: Int
  /// The interval of the share of reports with this issue.
  public var rate: ProportionInterval
  /// EBGM with EB05 and EB95: observed over expected, shrunk towards what all combinations show.
  public var shrunkRatio: GammaMixturePosterior
  /// The information component with its interval.
  public var ic: Double
  /// The lower end: above 0, beyond chance.
  public var ic025: Double
  /// The chance of as many or more.
  public var pValue: Double
  /// The share of false alerts among all at least as extreme.
  public var qValue: Double
  /// How many combinations were tested.
  public var testsRun: Int
  /// The Monday of the first week with a report.
  public var firstWeek: Instant?
  /// Reports by week, Mondays ascending.
  public var weeks: [(week: Instant, count: Int)]
  /// The lots named, the most frequent first.
  public var lots: [Count]
  /// The articles in it, the most frequent first; for a supplier's cluster.
  public var skus: [Count]
  /// Copies and repeats of one customer that were not counted.
  public var nearDuplicatesRemoved: Int
  /// Why it is here, for a person.
  public var whyNow: String
  /// The words, the surest first.
  public var evidence: [Evidence]
  /// How much of the feedback could be counted at all; nil where that is not known.
  public var coverage: Coverage?

  /// Observed over expected; nil when nothing was expected.
  public var ratio: Double? { expected > 0 ? Double(observed) / expected : nil }

  /// Whether two clusters are the same in every part.
  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.observed == right.observed && left.expected == right.expected
      && left.evidence == right.evidence && left.state == right.state
      && left.weeks.elementsEqual(right.weeks) { $0 == $1 }
  }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
