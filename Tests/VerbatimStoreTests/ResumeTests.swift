import GRDB
import Testing
import VerbatimCore

@testable import VerbatimStore

@Suite("An import that was cut short")
struct ResumeTests {
  static let cuts: [(Int, Int)] = [1, 2, 3, 5].flatMap { size in
    (0...((Sample.items.count + size - 1) / size)).map { (size, $0) }
  }

  /// What an import without trouble leaves.
  private func uninterrupted() throws -> [String] {
    var lines: [String] = []
    try withStorePath { (path) throws in
      _ = try runImport(into: path, batches: Sample.items.count)
      lines = try contents(of: path)
    }
    return lines
  }

  @Test("ends as one that was not, wherever it was cut", arguments: ResumeTests.cuts)
  func everyBoundary(size: Int, after: Int) throws {
    try withStorePath { (path) throws in
      #expect(try runImport(into: path, batches: size, stopAfter: after) == nil)
      #expect(try runImport(into: path, batches: size) == Sample.counts)
      #expect(try contents(of: path) == uninterrupted())
    }
  }

  @Test("tells how many items are done")
  func itemsDone() throws {
    try withStorePath { (path) throws in
      _ = try runImport(into: path, batches: 4, stopAfter: 1)
      let state = try SignalStore(path: path).beginImport(Sample.file)
      let soFar = ImportCounts(signals: 2, duplicates: 1, rejected: 1)
      #expect(state == .resumed(id: 1, itemsDone: 4, soFar: soFar))
    }
  }

  @Test("is completed from the files that a kill leaves", arguments: 0...4)
  func killedBetweenBatches(after: Int) throws {
    try withFolder { (folder) throws in
      let path = "\(folder)/killed.db"
      let copy = "\(folder)/found.db"
      // The store stays open, so its log is neither merged nor removed.
      let store = try SignalStore(path: path)
      _ = try runImport(into: path, stopAfter: after)
      try copyStore(path, to: copy)
      withExtendedLifetime(store) {}
      #expect(try runImport(into: copy) == Sample.counts)
      #expect(try contents(of: copy) == uninterrupted())
    }
  }

  @Test("is completed after a kill in the middle of a transaction")
  func killedInTransaction() throws {
    try withFolder { (folder) throws in
      let path = "\(folder)/killed.db"
      let copy = "\(folder)/found.db"
      _ = try runImport(into: path, stopAfter: 1)
      let store = try SignalStore(path: path)
      try store.pool.writeWithoutTransaction { db in
        // So little memory that uncommitted pages reach the log.
        try db.execute(sql: "PRAGMA cache_size = 4")
        try db.inTransaction {
          var batch = try BatchWriter(db, importID: 1)
          for number in 1...300 { _ = try batch.write(Sample.entry("half-\(number)")) }
          try copyStore(path, to: copy)
          return .rollback
        }
      }
      #expect(try runImport(into: copy) == Sample.counts)
      #expect(try contents(of: copy) == uninterrupted())
    }
  }

  @Test("is left to the process that went on with it")
  func twoProcesses() throws {
    try withStorePath { (path) throws in
      let first = try SignalStore(path: path)
      let second = try SignalStore(path: path)
      let item = ImportItem.entry(Sample.entry("a"))
      let id = try beginNew(first)
      #expect(try second.beginImport(Sample.file) == .new(id: id))
      #expect(try first.commit([item], to: id) == [.added])
      #expect(throws: StoreFailure.locked(path: path)) { try second.commit([item], to: id) }
      #expect(try first.imports().map { $0.counts } == [ImportCounts(signals: 1)])
    }
  }
}
