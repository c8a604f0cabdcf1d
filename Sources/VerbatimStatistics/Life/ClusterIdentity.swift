/// What makes two clusters of different weeks one: direction, level, key and issue.
///
/// Written `sku:K-204:SAF.HOT`, and for praise `praise:sku:K-204:sturdy`. A key may hold colons; no
/// code of the taxonomy and no praising word does.
public struct ClusterIdentity: Hashable, Sendable, CustomStringConvertible {
  /// Complaints or praise.
  public var direction: ComplaintCluster.Direction
  /// What it is about.
  public var level: ComplaintCluster.Level
  /// The SKU, supplier or lot.
  public var key: String
  /// The leaf of the taxonomy, or the praising word.
  public var issue: String

  /// An identity from its parts.
  public init(
    _ direction: ComplaintCluster.Direction = .negative,
    level: ComplaintCluster.Level,
    key: String,
    issue: String
  ) {
    self.direction = direction
    self.level = level
    self.key = key
    self.issue = issue
  }

  /// Reads an id; nil when a part is missing or the level is none.
  public init?(_ id: String) {
    var rest = id[...]
    direction = .negative
    if rest.hasPrefix("praise:") {
      rest = rest.dropFirst("praise:".count)
      direction = .positive
    }
    guard let first = rest.firstIndex(of: ":"), let last = rest.lastIndex(of: ":"), first < last,
      let level = ComplaintCluster.Level(rawValue: String(rest[..<first]))
    else { return nil }
    self.level = level
    key = String(rest[rest.index(after: first)..<last])
    issue = String(rest[rest.index(after: last)...])
    guard !key.isEmpty, !issue.isEmpty else { return nil }
  }

  /// The id.
  public var description: String {
    (direction == .positive ? "praise:" : "") + "\(level.rawValue):\(key):\(issue)"
  }
}
