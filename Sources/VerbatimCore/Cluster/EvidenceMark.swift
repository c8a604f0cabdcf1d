/// What a person found on reading one report of a cluster: a line of a log that only grows.
///
/// The latest mark of a report and an issue holds.
public struct EvidenceMark: Hashable, Sendable {
  /// What was found.
  public enum Finding: Hashable, Sendable {
    /// The words are not about the issue.
    case notThisIssue
    /// Somebody's fault.
    case fault(Issue.Attribution)
  }

  /// The cluster whose report was read.
  public var clusterID: String
  /// Which of the cluster's marks it is, from 1.
  public var ordinal: Int
  /// The report.
  public var signalID: String
  /// When it was read.
  public var at: Instant
  /// Who read it.
  public var by: String
  /// What was found.
  public var finding: Finding
  /// Why; nil when it was not said.
  public var reason: String?

  /// A mark without a reason.
  public init(
    clusterID: String,
    ordinal: Int,
    signalID: String,
    at: Instant,
    by: String,
    finding: Finding
  ) {
    self.clusterID = clusterID
    self.ordinal = ordinal
    self.signalID = signalID
    self.at = at
    self.by = by
    self.finding = finding
  }

  /// Whether the report still counts: the fault is the supplier's, or nobody knows whose.
  ///
  /// A cluster is held against an article or its maker; what the carrier, the warehouse, the page,
  /// the service or the customer's own choice did is not.
  public var counts: Bool {
    switch finding {
    case .notThisIssue: false
    case .fault(let attribution): attribution == .supplier || attribution == .unknown
    }
  }
}

extension EvidenceMark.Finding: RawRepresentable {
  /// Reads `not_this_issue` or the name of an attribution.
  public init?(rawValue: String) {
    if rawValue == "not_this_issue" {
      self = .notThisIssue
    } else if let attribution = Issue.Attribution(rawValue: rawValue) {
      self = .fault(attribution)
    } else {
      return nil
    }
  }

  /// The name in the store and in outputs: `not_this_issue`, `carrier`.
  public var rawValue: String {
    switch self {
    case .notThisIssue: "not_this_issue"
    case .fault(let attribution): attribution.rawValue
    }
  }
}
