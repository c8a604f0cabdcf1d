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
  /// What is counted over the whole store.
  let board: StoreCache<Whole, Board>
  /// How many signals the search index took in when it was last brought up to date.
  let searchIndex: StoreCache<Whole, Int>
  /// The conversations in the order in which they should be read.
  let audit: StoreCache<Whole, AuditList>
  /// The satisfaction index by dimension.
  let indices: StoreCache<IndexKey, IndexTable>
  let names: ClusterNames
  let sessions = Sessions()
  let metrics = ServerMetrics()
  let warmth = Warmth()

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
    let names = ClusterNames(issues: engine.issueNames, subjects: engine.subjectNames)
    self.names = names
    let warmth = warmth
    board = StoreCache(store, settings) { store, _ in
      try Board(store, names: names, warmth: warmth)
    }
    searchIndex = StoreCache(store, settings) { store, _ in
      try store.bringSearchUpToDate()
    }
    audit = StoreCache(store, settings) { store, _ in try AuditRun(store).list() }
    indices = StoreCache(store, settings) { store, key in try IndexTable(store, key) }
  }

  /// The clusters by level; nil is the stories over all of them.
  var clusters: BoardPart<ComplaintCluster.Level?, [ComplaintCluster]> {
    BoardPart(board: board) { $0.clusters[$1] }
  }

  /// How much is in the store, and of how much it is known what it is about.
  var totals: BoardPart<Whole, StoreTotals> { BoardPart(board: board) { board, _ in board.totals } }

  /// What the pages show of the whole store.
  var report: BoardPart<Whole, ShopReport> { BoardPart(board: board) { board, _ in board.report } }

  /// How articles and suppliers stand.
  var scorecards: BoardPart<Whole, Scorecards> {
    BoardPart(board: board) { board, _ in board.scorecards }
  }
}
