internal import VerbatimCore

/// Finds complaint clusters: combinations of a key and an issue reported beyond chance.
///
/// Reports are counted once a customer and once a text, so that neither one loud customer nor
/// syndicated copies make a cluster. The expected count of a combination is the product of its
/// margins over the total, in each stratum of category and week (``ExpectationGrain``). Two shrunk
/// ratios guard against small counts: the information component, whose lower end makes a cluster
/// worth watching, and EBGM with the prior learned from all combinations, whose EB05 opens it.
/// Hazards need no statistics: one is enough.
public struct ClusterFinder: Sendable {
  /// The fewest distinct reports that make a cluster.
  public var minimumCount = 3
  /// The least EB05 of an alert: the rate is at least doubled (DuMouchel 1999).
  public var alertRatio = 2.0
  /// The greatest q-value of an alert.
  public var falseDiscoveryRate = 0.05
  /// How many quotes a cluster carries.
  public var quoteLimit = 20
  /// Ids that are clusters however few their reports are: those that people decided about.
  public var kept: Set<String> = []
  /// Whether the reports are complaints or praise.
  public var direction = ComplaintCluster.Direction.negative

  /// A finder with the contract's thresholds.
  public init() {}

  /// The clusters of one level: hazards first, then by the lower end of the information component.
  ///
  /// - Complexity: O(*n* log *n*) in the reports and their issues.
  public func clusters(
    _ reports: [ComplaintReport],
    by level: ComplaintCluster.Level
  ) -> [ComplaintCluster] {
    ClusterTable(reports, by: level, finder: self).clusters()
  }

  /// Hazards first, the graver first; then what lies farthest beyond chance.
  public static func comesBefore(_ left: ComplaintCluster, _ right: ComplaintCluster) -> Bool {
    Rank(left) < Rank(right)
  }

  /// The place of a cluster among others.
  struct Rank: Comparable {
    let tier: Issue.Tier
    let ic025: Double
    let level: ComplaintCluster.Level
    let key: String
    let issue: String

    static func < (left: Self, right: Self) -> Bool {
      if left.tier.isHazard != right.tier.isHazard { return left.tier.isHazard }
      if left.tier.isHazard, left.tier != right.tier { return left.tier < right.tier }
      if left.ic025 != right.ic025 { return left.ic025 > right.ic025 }
      return (left.level.rawValue, left.key, left.issue) < (
        right.level.rawValue, right.key, right.issue
      )
    }
  }
}

extension ClusterFinder.Rank {
  init(_ cluster: ComplaintCluster) {
    self.init(
      tier: cluster.tier,
      ic025: cluster.ic025,
      level: cluster.level,
      key: cluster.key,
      issue: cluster.issue
    )
  }
}

extension ClusterTable {
  /// The place of a cell's cluster among others.
  func rank(_ number: Int) -> ClusterFinder.Rank {
    ClusterFinder.Rank(
      tier: tier(number),
      ic025: components[number].lower,
      level: level,
      key: counted.keys[cells[number].key],
      issue: counted.issues[cells[number].issue]
    )
  }
}
