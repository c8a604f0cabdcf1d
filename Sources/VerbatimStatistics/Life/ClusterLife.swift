public import VerbatimCore

/// What became of a cluster: what people decided about it, and what followed from the counts and the
/// calendar.
///
/// A pure replay of the log: the same reports and decisions give the same life, whenever and in
/// whatever order they were stored. <doc:LifeOfClusters> has the rules.
public struct ClusterLife: Hashable, Sendable {
  /// Something that happened to the cluster.
  public struct Transition: Hashable, Sendable {
    /// When, in days since 1970.
    public var day: Int
    /// The state from then on.
    public var state: ComplaintCluster.State
    /// What a person decided; nil for what followed by itself.
    public var decision: ClusterDecision?
    /// What happened, for a person.
    public var note: String
  }

  /// What was changed, and whether it has helped.
  public struct Correction: Hashable, Sendable {
    /// The decision, with its first day and the lots made before.
    public var decision: ClusterDecision
    /// Its first day, in days since 1970.
    public var effective: Int
    /// The rates before and after, by what is known today.
    public var verification: FixVerification
  }

  /// What happened, in its order.
  public var transitions: [Transition]
  /// How far the cluster has come.
  public var state: ComplaintCluster.State
  /// The day on which the snooze ends; nil unless it is snoozed.
  public var snoozedUntil: Int?
  /// The latest corrective action; nil when there was none.
  public var correction: Correction?

  /// The latest decision; nil when nobody decided anything.
  public var lastDecision: ClusterDecision? { transitions.last { $0.decision != nil }?.decision }

  /// The day on which the present state was reached; nil when nothing has happened.
  public var since: Int? {
    var since: Int?
    for transition in transitions.reversed() {
      guard transition.state == state else { break }
      since = transition.day
    }
    return since
  }

  /// The life of a cluster up to a day.
  ///
  /// - Parameters:
  ///   - series: Who wrote about its key.
  ///   - decisions: What people decided, in whatever order; later ones than `day` are left out.
  ///   - judged: What the run over all combinations finds it to be, watch or open.
  ///   - isHazard: Whether one report is enough.
  ///   - day: The last day that is known, in days since 1970.
  public init(
    _ series: ClusterSeries,
    decisions: [ClusterDecision],
    judged: ComplaintCluster.State,
    isHazard: Bool,
    asOf day: Int
  ) {
    var replay = ClusterReplay(series, judged: judged, isHazard: isHazard)
    self = replay.run(decisions, through: day)
  }

  init(
    transitions: [Transition],
    state: ComplaintCluster.State,
    snoozedUntil: Int?,
    correction: Correction?
  ) {
    self.transitions = transitions
    self.state = state
    self.snoozedUntil = snoozedUntil
    self.correction = correction
  }

  /// A day since 1970 as it is printed.
  static func printed(_ day: Int) -> String {
    Instant(seconds: Int64(day) * 86_400, precision: .day).description
  }
}
