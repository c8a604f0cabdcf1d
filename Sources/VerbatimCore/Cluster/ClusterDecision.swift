/// What a person decided about a cluster: a line of a log that only grows.
public struct ClusterDecision: Hashable, Sendable {
  /// What a person does.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// Has seen it and takes it on.
    case acknowledge
    /// Wants no more of it until a day.
    case snooze
    /// Had something changed, from a day on.
    case correct
    /// Asks whether the change has helped.
    case verify
    /// Takes it up again.
    case reopen
    /// Is done with it.
    case close
    /// Judges a hazard.
    case hazard
  }

  /// What a person finds a hazard to be.
  public enum HazardVerdict: String, Hashable, Sendable, CaseIterable {
    /// It is one, and it happened.
    case actual
    /// It is one that may happen.
    case potential
    /// It is none.
    case notAHazard = "not_a_hazard"
    /// That cannot be told from what there is.
    case needMore = "need_more"
  }

  /// The cluster.
  public var clusterID: String
  /// Which of the cluster's decisions it is, from 1.
  public var ordinal: Int
  /// When it was made.
  public var at: Instant
  /// Who made it.
  public var by: String
  /// What was decided.
  public var action: Action
  /// What the hazard was found to be; nil for other actions.
  public var verdict: HazardVerdict?
  /// Why; nil when it was not said.
  public var reason: String?
  /// The day on which a snooze ends; nil for other actions.
  public var until: Instant?
  /// The first day of the corrective action; nil for other actions.
  public var effective: Instant?
  /// The lots made before the corrective action: a report that names one tells nothing of the fix.
  public var lots: [String] = []

  /// A decision without what only some actions have.
  public init(clusterID: String, ordinal: Int, at: Instant, by: String, action: Action) {
    self.clusterID = clusterID
    self.ordinal = ordinal
    self.at = at
    self.by = by
    self.action = action
  }
}
