import Testing
import VerbatimCore
import VerbatimStore

@Suite("The ledger, page by page")
struct LedgerTests {
  /// A store with imports of one signal and so many rejects each.
  private func withStore(_ rejects: [Int], _ body: (SignalStore) throws -> Void) throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      try fill(store, rejects)
      try body(store)
    }
  }

  private func fill(_ store: SignalStore, _ rejects: [Int]) throws {
    for (index, count) in rejects.enumerated() {
      var file = Sample.file
      file.contentHash = "hash \(index)"
      guard case .new(let id) = try store.beginImport(file) else { continue }
      let items =
        [ImportItem.entry(Sample.entry("s\(index)"))]
        + (0..<count).map { Sample.reject(line: $0 + 1) }
      _ = try store.commit(items, to: id)
      try store.finishImport(id, counts: ImportCounts(signals: 1, rejected: count))
    }
  }

  @Test("gives the newest import first, each once", arguments: [1, 2, 3, 10])
  func pages(limit: Int) throws {
    try withStore([0, 2, 1]) { store in
      var seen: [Int64] = []
      while true {
        let page = try store.imports(before: seen.last, limit: limit)
        guard !page.isEmpty else { break }
        seen += page.map(\.id)
      }
      #expect(seen == [3, 2, 1])
      #expect(try store.imports(limit: 0).isEmpty)
    }
  }

  @Test(
    "adds up over all imports",
    arguments: [([], ImportCounts()), ([0, 2, 1], ImportCounts(signals: 3, rejected: 3))]
  )
  func totals(rejects: [Int], counts: ImportCounts) throws {
    try withStore(rejects) { store in
      let totals = try store.importTotals()
      #expect(totals == counts)
    }
  }

  @Test("finds one import")
  func one() throws {
    try withStore([2]) { store in
      let (found, missing) = (try store.storedImport(1), try store.storedImport(2))
      #expect(found?.counts == ImportCounts(signals: 1, rejected: 2))
      #expect(missing == nil)
    }
  }

  @Test("gives rejects in the order of the input, each once", arguments: [1, 2, 5])
  func rejects(limit: Int) throws {
    try withStore([4]) { store in
      var lines: [Int?] = []
      var item = 0
      while true {
        let page = try store.rejects(ofImport: 1, after: item, limit: limit)
        guard let last = page.last else { break }
        lines += page.map(\.diagnostic.location.line)
        item = last.item
      }
      #expect(lines == [1, 2, 3, 4])
      #expect(try store.rejects(ofImport: 9, limit: 5).isEmpty)
    }
  }

  @Test("tells one state of the store from another")
  func state() throws {
    try withStore([]) { store in
      #expect(try store.state() == StoreState())
      try fill(store, [1])
      let first = try store.state()
      #expect(first == StoreState(lastSignal: 1, lastImport: 1))
      #expect(try store.state() == first)
      let id = try beginNew(store)
      let revised = Sample.entry("s0", says: "It works now.", day: 9)
      _ = try store.commit([.entry(revised)], to: id)
      // A revision takes the place of the row that it replaces, with a cursor of its own.
      #expect(try store.state() == StoreState(lastSignal: 2, lastImport: 2))
    }
  }

  @Test("gives the signals stored last, and those of ids with their issues")
  func latest() throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      let id = try beginNew(store)
      let items = ["a", "b", "c"].map { name in
        ImportItem.entry(
          Sample.entry(
            name,
            sku: name == "b" ? "K-2" : "K-1",
            issues: [Sample.issue("DUR.BREAKS"), Sample.issue("DEL.LATE")]
          )
        )
      }
      _ = try store.commit(items, to: id)
      let latest = try store.latestSignals(limit: 2)
      #expect(latest == ["c", "b"])
      let own = try store.latestSignals(SignalFilter(sku: "K-1"), limit: 5)
      #expect(own == ["c", "a"])
      let reports = try store.reports(ofSignals: ["b", "none", "a", "b"])
      #expect(reports.keys.sorted() == ["a", "b"])
      #expect(reports["b"]?.issues.map(\.code) == ["DUR.BREAKS", "DEL.LATE"])
      #expect(reports["b"]?.sku == "K-2")
    }
  }
}
