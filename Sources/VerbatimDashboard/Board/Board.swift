internal import VerbatimPipeline
internal import VerbatimReport

/// What pages and routes show of the whole store, made once for each of its states.
struct Board: Sendable {
  /// The clusters of every level.
  let clusters: ClusterBoard
  /// How much is in the store, and of how much it is known what it is about.
  let totals: StoreTotals
  /// What the pages show of the clusters and around them.
  let report: ShopReport
  /// How articles and suppliers stand.
  let scorecards: Scorecards

  /// Counts a store in one walk.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - names: How issues, articles and suppliers are called.
  ///   - warmth: Told how far the walk has come.
  /// - Throws: A failure of the store.
  init(_ store: SignalStore, names: ClusterNames, warmth: Warmth) throws {
    var walk = ReportWalk()
    var cards = Scorecards.Tally()
    clusters = try ClusterRun(store).board(nearMisses: ReportBuilder.nearLimit) { report in
      walk.add(report)
      cards.add(report)
      warmth.read(report.seq)
    }
    totals = try store.totals()
    report = try ShopReport(store, scan: clusters.scan, walk: walk, names: names)
    scorecards = Scorecards(cards)
  }

  private init(_ board: Board, clusters: ClusterBoard) {
    self.clusters = clusters
    totals = board.totals
    report = board.report.replacing(clusters[nil])
    scorecards = board.scorecards
  }

  /// The board with what somebody decided about a cluster.
  func replacing(_ cluster: ComplaintCluster) -> Board {
    Board(self, clusters: clusters.replacing(cluster))
  }
}

/// A part of what is kept under one key, asked for as if it were kept by itself.
struct BoardPart<Key: Sendable, Part: Sendable>: Sendable {
  let board: StoreCache<Services.Whole, Board>
  let read: @Sendable (Board, Key) -> Part

  /// The part, of the store's state or of one shortly before; see ``StoreCache/value(_:waits:)``.
  func value(_ key: Key, waits: Bool = false) async throws -> Kept<Part> {
    let kept = try await board.value(.init(), waits: waits)
    return Kept(
      state: kept.state,
      isCurrent: kept.isCurrent,
      value: read(kept.value, key),
      took: kept.took
    )
  }
}
