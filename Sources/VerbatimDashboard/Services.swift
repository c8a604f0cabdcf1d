internal import VerbatimPipeline

/// What the routes share.
struct Services: Sendable {
  /// What is computed over the whole store without a choice.
  struct Whole: Hashable, Sendable {}

  let store: SignalStore
  let engine: SignalEngine
  let settings: DashboardSettings
  /// The clusters by level; nil is the stories over all of them.
  let clusters: StoreCache<ComplaintCluster.Level?, [ComplaintCluster]>
  /// How much is in the store, and of how much it is known what it is about.
  let totals: StoreCache<Whole, StoreTotals>
  let sessions = Sessions()
  let metrics = ServerMetrics()

  init(store: SignalStore, engine: SignalEngine, settings: DashboardSettings) {
    self.store = store
    self.engine = engine
    self.settings = settings
    clusters = StoreCache(store, patience: settings.patience) { store, level in
      try ClusterRun(store).clusters(by: level)
    }
    totals = StoreCache(store, patience: settings.patience) { store, _ in try store.totals() }
  }
}
