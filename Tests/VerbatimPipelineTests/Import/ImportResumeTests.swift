import Testing
import VerbatimPipeline

@Suite("An import that was cut short")
struct ImportResumeTests {
  /// Does the first `count` items of an import and lets the store go, as a killed process does.
  private func begin(
    _ path: String,
    _ hash: String,
    items count: Int,
    engine: SignalEngine,
    store database: String
  ) throws {
    let store = try SignalStore(path: database)
    var input = try OpenedInput(path: path)
    let state = try store.beginImport(
      ImportFile(
        contentHash: hash,
        path: path,
        format: input.decision.format.rawValue,
        encoding: input.encoding.name
      )
    )
    guard case .new(let id) = state else {
      Issue.record("the store knows the file")
      return
    }
    var identity = RecordIdentity()
    var items: [ImportItem] = []
    while items.count < count, let item = try input.reader.next() {
      switch item {
      case .record(var record):
        let content = RecordIdentity.contentHash(record)
        record.id = identity.id(of: record)
        var (signal, masked) = engine.read(record)
        signal.revision = 1
        masked.customer = nil
        masked.author = nil
        items.append(
          .entry(
            Entry(
              signal: signal,
              record: masked,
              contentHash: content,
              textKey: RecordIdentity.textKey(masked)
            )
          )
        )
      case .reject(let diagnostic): items.append(.reject(diagnostic))
      case .warning: break
      }
    }
    _ = try store.commit(items, to: id)
  }

  @Test("ends as one that was not", arguments: [1, 6, 7, 255, 256, 257, 511, 599, 600])
  func resume(after count: Int) async throws {
    let whole = try ImportShop()
    let path = try whole.folder.write("reviews.csv", ImportShop.reviews(600))
    let expected = try await whole.ingest(path)

    let folder = try Folder()
    let database = "\(folder.path)/cut.db"
    try begin(
      path,
      expected.contentHash,
      items: count,
      engine: whole.engine,
      store: database
    )
    let store = try SignalStore(path: database)
    let report = try await ImportRun(engine: whole.engine, store: store, jobs: 2).run(path)
    #expect(report.isResumed)
    #expect(!report.isKnown)
    #expect(report.counts == expected.counts)
    #expect(report.rejects == expected.rejects)
    var signals: [String] = []
    try store.forEachSignal { signals.append(String(decoding: $1, as: UTF8.self)) }
    #expect(signals == (try whole.signals()))
    #expect(try store.imports().map(\.isFinished) == [true])
    let again = try await ImportRun(engine: whole.engine, store: store, jobs: 2).run(path)
    #expect(again.isKnown)
  }

  @Test("goes on from another path with the same bytes")
  func moved() async throws {
    let whole = try ImportShop()
    let path = try whole.folder.write("reviews.csv", ImportShop.reviews(30))
    let expected = try await whole.ingest(path)
    let folder = try Folder()
    let database = "\(folder.path)/cut.db"
    try begin(path, expected.contentHash, items: 9, engine: whole.engine, store: database)
    let moved = try folder.write("moved.csv", ImportShop.reviews(30))
    let store = try SignalStore(path: database)
    let report = try await ImportRun(engine: whole.engine, store: store, jobs: 1).run(moved)
    #expect(report.isResumed)
    #expect(report.counts == expected.counts)
    #expect(try store.totals() == whole.store.totals())
  }

  @Test("by the end of its task stops without a trap, and is completed later")
  func cancelled() async {
    await #expect(processExitsWith: .success) {
      let shop = try ImportShop()
      let path = try shop.folder.write("reviews.csv", ImportShop.reviews(600))
      let engine = shop.engine
      let store = shop.store
      let task = Task {
        // Cancelled before it starts, or at one of its batches.
        try? await ImportRun(engine: engine, store: store, jobs: 2).run(path)
      }
      task.cancel()
      _ = await task.value
      let report = try await shop.ingest(path)
      #expect(report.counts.items == 600)
    }
  }
}
