internal import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// Brings the alerts in the outbox up to date, for whoever delivers them.
///
/// Clusters are computed from the reports when they are read; only what was delivered of them is
/// kept, so that a receiver gets an alert again when it says something new, and is told when it is
/// gone. An alert is a story (``ClusterRun/clusters(by:asOf:direction:)`` without a level) in any
/// state but `watch`; one that falls back to `watch` is told so once and followed on.
public struct AlertRun: Sendable {
  private let store: SignalStore

  /// A run over a store.
  public init(_ store: SignalStore) { self.store = store }

  /// Puts the alerts in the outbox, unless they are there in the store's state.
  ///
  /// - Returns: What changed; nil when nothing had happened in the store since.
  /// - Throws: A failure of the store.
  /// - Complexity: That of finding the clusters, when something had happened.
  public func update() throws(StoreFailure) -> AlertChanges? {
    let state = try store.state()
    guard try store.alertState() != state else { return nil }
    return try note(try ClusterRun(store).clusters(by: nil), countedIn: state)
  }

  /// Puts alerts in the outbox.
  ///
  /// - Parameters:
  ///   - stories: What ``ClusterRun`` found without a level and without reading words.
  ///   - state: The state of the store in which it did.
  /// - Returns: What changed.
  /// - Throws: A failure of the store.
  public func note(
    _ stories: [ComplaintCluster],
    countedIn state: StoreState
  ) throws(StoreFailure) -> AlertChanges {
    let known = Set(try store.alertClusters())
    let drafts = stories.filter { $0.state != .watch || known.contains($0.id) }.map { cluster in
      var json = JSONWriter()
      cluster.write(to: &json)
      return AlertDraft(
        clusterID: cluster.id,
        eventTime: cluster.weeks.last?.week,
        json: json.bytes
      )
    }
    return try store.note(drafts, computedIn: state)
  }
}
