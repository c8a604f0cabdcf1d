public import VerbatimCore

/// A product, supplier or lot whose complaints, or praise, of one kind exceed what chance predicts,
/// or a hazard that a person must look at.
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

  /// Whether customers are unhappy or happy.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// Complaints.
    case negative
    /// Praise.
    case positive
  }

  /// How far the cluster has come.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Above chance, not yet an alert; of a cluster that people decided about also what is no more.
    case watch
    /// An alert.
    case open
    /// Somebody has taken it on.
    case acknowledged
    /// Nobody wants to hear of it until a day.
    case snoozed
    /// Something was changed, and it is not yet clear whether that helped.
    case correctiveAction = "corrective_action"
    /// The change has helped.
    case verified
    /// It came back, or a person took it up again.
    case reopened
    /// It is done with.
    case closed

    /// Where it stands in a list: what asks for somebody first, then what is put off, then what is
    /// done.
    public var rank: Int {
      switch self {
      case .watch, .open, .acknowledged, .correctiveAction, .reopened: 0
      case .snoozed: 1
      case .verified: 2
      case .closed: 3
      }
    }
  }

  /// Stable over runs: from direction, level, key and issue; see ``ClusterIdentity``.
  public var id: String
  /// Whether it is of complaints or of praise.
  public var direction = Direction.negative
  /// What it is about.
  public var level: Level
  /// The SKU, supplier or lot.
  public var key: String
  /// The leaf of the taxonomy; of praise, the praising word.
  public var issue: String
  /// The gravest tier among its reports.
  public var tier: Issue.Tier
  /// How far it has come.
  public var state: State
  /// Distinct reports.
  public var observed: Int
  /// What independence predicts.
  public var expected: Double
  /// Among which reports that was taken at the cluster's level, the finest grain first.
  public var expectedWithin: [ExpectationShare] = []
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
  /// Reports by week, Mondays ascending; weeks without a report are left out.
  public var weeks: [(week: Instant, count: Int)]
  /// Every week of the data with the limits that the key's own past sets.
  public var chart = Chart()
  /// The lots of its reports, the most frequent first.
  public var lots: [Count]
  /// The articles in it, the most frequent first; for a supplier's cluster.
  public var skus: [Count]
  /// Whose doing the reports say it is, the most frequent first.
  public var attributions: [Count] = []
  /// From what kinds of sources its reports are, the most frequent first.
  public var sources: [Count] = []
  /// Where it sits, by likelihood: the likeliest place first; empty where there is only one.
  public var places: [Place] = []
  /// What else may be affected, the nearest to an alert first.
  public var siblings: [Sibling] = []
  /// Whether it stands without the evidence that may be doubted.
  public var robustness: [Recount] = []
  /// The runs of words that set its texts apart, the surest first; empty where no words were given.
  public var phrases: [Phrase] = []
  /// Its texts in groups by what they say, the largest first; empty where no words were given.
  public var groups: [TextGroup] = []
  /// Copies and repeats of one customer that were not counted.
  public var nearDuplicatesRemoved: Int
  /// Reports about the key that people found to be of another kind or somebody else's fault.
  public var markedOut = 0
  /// What people decided and what followed; nil while nobody decided anything.
  public var life: ClusterLife?
  /// Why it is here, for a person.
  public var whyNow: String
  /// The words, the surest first.
  public var evidence: [Evidence]
  /// The signals that were counted, by time, then by id.
  public var signalIDs: [String] = []
  /// How much of the feedback could be counted at all; nil where that is not known.
  public var coverage: Coverage?
  /// How many alerts of its run chance alone would make; nil where no placebo was run.
  public var placebo: PlaceboOutcome?

  /// Observed over expected; nil when nothing was expected.
  public var ratio: Double? { expected > 0 ? Double(observed) / expected : nil }

  /// Whether two clusters are the same in every part.
  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.observed == right.observed && left.expected == right.expected
      && left.evidence == right.evidence && left.state == right.state && left.life == right.life
      && left.weeks.elementsEqual(right.weeks) { $0 == $1 } && left.chart == right.chart
      && left.phrases == right.phrases && left.groups == right.groups
      && left.places == right.places && left.siblings == right.siblings
      && left.robustness == right.robustness && left.lots == right.lots
  }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
