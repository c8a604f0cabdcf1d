public import VerbatimStatistics

/// How clusters are called on a page.
public struct ClusterNames: Hashable, Sendable {
  /// The names of issues by code, as the taxonomy has them.
  public var issues: [String: String]
  /// The names of articles by SKU, and of suppliers by id, as the catalog has them.
  public var subjects: [String: String]

  /// Names; a code or an id without a name is called by itself.
  public init(issues: [String: String] = [:], subjects: [String: String] = [:]) {
    self.issues = issues
    self.subjects = subjects
  }

  /// The name of an issue.
  public func issue(_ code: String) -> String { issues[code] ?? code }

  /// What a cluster says, as a heading: `Breaks or snaps: Sauté pan 24 cm`.
  public func title(_ cluster: ComplaintCluster) -> String {
    title(cluster.issue, of: cluster.key)
  }

  /// What nearly was one, as a heading.
  public func title(_ near: NearMiss) -> String { title(near.issue, of: near.key) }

  private func title(_ issue: String, of key: String) -> String {
    "\(self.issue(issue)): \(subjects[key] ?? key)"
  }

  /// What a cluster is of: `HK-1187 × DUR.BREAKS`.
  public func combination(_ cluster: ComplaintCluster) -> String {
    "\(cluster.key) × \(cluster.issue)"
  }

  /// The level as people say it.
  public func level(_ level: ComplaintCluster.Level) -> String {
    switch level {
    case .sku: "SKU"
    case .supplier: "supplier"
    case .lot: "lot"
    }
  }
}
