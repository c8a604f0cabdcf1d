public import VerbatimPipeline
public import VerbatimReport

/// Makes evidence packs: what `verbatim pack` writes and the page of a cluster gives.
public struct PackRun: Sendable {
  /// No cluster has the id.
  public struct Missing: Error, Sendable {
    /// The ids that clusters have.
    public let known: [String]
  }

  /// A pack as one zip archive.
  public struct Archive: Sendable {
    /// The archive.
    public let bytes: [UInt8]
    /// What is in it.
    public let names: [String]
    /// Over how many reports it is.
    public let reports: Int
  }

  private let store: SignalStore
  private let engine: SignalEngine
  private let renderer: Renderer

  /// A run over a store.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - engine: What scored it; its taxonomy names issues, and the replay file is held against it.
  ///   - renderer: What turns pages into HTML.
  public init(_ store: SignalStore, engine: SignalEngine, renderer: Renderer) {
    self.store = store
    self.engine = engine
    self.renderer = renderer
  }

  /// The pack of a cluster.
  ///
  /// The same store, cluster and options give the same bytes.
  ///
  /// - Parameters:
  ///   - id: The cluster, whether or not it is a story of its own.
  ///   - path: Where the archive will be written, for messages.
  ///   - asOf: Only what had happened by the end of this day; nil takes all.
  ///   - sender: Who the pack is from; nil where nobody says.
  ///   - received: How many units of each lot of some articles came in; nil where there is no log.
  /// - Returns: The archive.
  /// - Throws: ``Missing``, a failure of the store, or `V6001` when the archive cannot be made.
  /// - Complexity: As a count of the clusters, up to three times: some seconds of 100,000 signals.
  public func archive(
    of id: String,
    for path: String,
    asOf: Instant? = nil,
    sender: String? = nil,
    received: ((Set<String>) -> [String: Int])? = nil
  ) throws -> Archive {
    let run = ClusterRun(store, words: ClusterWords(engine))
    var material = try PackMaterial(store, cluster: find(id, run, asOf), asOf: asOf)
    material.life = try run.history(of: id, asOf: asOf).life
    material.received = received?(material.articles)
    material.names.issues = engine.issueNames
    material.names.subjects = try SubjectNames.read(store, [material.cluster])
    material.engines = try StoredEngines.read(store)
    material.sender = sender
    let replay = ReplayFile(engine).bytes(
      material.rows.compactMap { row in
        row.verbatim.map { .init(signalID: row.report.signalID, verbatim: $0) }
      },
      subject: id
    )
    let files = EvidencePack(material).files(renderer, replay: replay)
    return Archive(
      bytes: try ArchiveWriter.archive(
        files.map { .init(name: $0.name, bytes: $0.bytes) },
        for: path
      ),
      names: files.map(\.name),
      reports: material.rows.count
    )
  }

  /// The cluster as its story tells it, else as it stands at its level.
  private func find(_ id: String, _ run: ClusterRun, _ day: Instant?) throws -> ComplaintCluster {
    var known: [String] = []
    let level = ComplaintCluster.Level(rawValue: String(id.prefix { $0 != ":" }))
    for options in [ClusterScanOptions(), level.map { ClusterScanOptions(level: $0) }] {
      guard let options else { continue }
      let clusters = try run.scan(options, asOf: day).clusters
      if let found = clusters.first(where: { $0.id == id }) { return found }
      known += clusters.map(\.id)
    }
    throw Missing(known: known)
  }
}
