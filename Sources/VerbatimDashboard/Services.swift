internal import VerbatimPipeline
internal import VerbatimReport

/// What the routes share.
struct Services: Sendable {
  /// What is computed over the whole store without a choice.
  struct Whole: Hashable, Sendable {}

  let store: SignalStore
  let engine: SignalEngine
  let renderer: Renderer
  let settings: DashboardSettings
  /// The clusters by level; nil is the stories over all of them.
  let clusters: StoreCache<ComplaintCluster.Level?, [ComplaintCluster]>
  /// How much is in the store, and of how much it is known what it is about.
  let totals: StoreCache<Whole, StoreTotals>
  /// What the pages show of the whole store.
  let report: StoreCache<Whole, ShopReport>
  /// How articles and suppliers stand.
  let scorecards: StoreCache<Whole, Scorecards>
  /// The conversations in the order in which they should be read.
  let audit: StoreCache<Whole, AuditList>
  /// The satisfaction index by dimension.
  let indices: StoreCache<IndexKey, IndexTable>
  let names: ClusterNames
  let sessions = Sessions()
  let metrics = ServerMetrics()

  init(
    store: SignalStore,
    engine: SignalEngine,
    renderer: Renderer,
    settings: DashboardSettings
  ) {
    self.store = store
    self.engine = engine
    self.renderer = renderer
    self.settings = settings
    let patience = settings.patience
    let names = ClusterNames(issues: engine.issueNames, subjects: engine.subjectNames)
    self.names = names
    clusters = StoreCache(store, patience: patience) { store, level in
      try ClusterRun(store).clusters(by: level)
    }
    totals = StoreCache(store, patience: patience) { store, _ in try store.totals() }
    report = StoreCache(store, patience: patience) { store, _ in
      try ShopReport(store, names: names)
    }
    audit = StoreCache(store, patience: patience) { store, _ in try AuditRun(store).list() }
    indices = StoreCache(store, patience: patience) { store, key in try IndexTable(store, key) }
    scorecards = StoreCache(store, patience: patience) { store, _ in try Scorecards(store) }
  }
}
