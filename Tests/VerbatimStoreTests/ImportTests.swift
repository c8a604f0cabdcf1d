import GRDB
import Testing
import VerbatimCore

@testable import VerbatimStore

@Suite("Imports")
struct ImportTests {
  @Test("tell what became of each item")
  func outcomes() throws {
    try withStorePath { (path) throws in
      let store = try SignalStore(path: path)
      let id = try beginNew(store)
      #expect(try store.commit(Sample.items, to: id) == Sample.outcomes)
      try store.finishImport(id, counts: Sample.counts)
      #expect(try store.beginImport(Sample.file) == .finished(Sample.counts))
    }
  }

  @Test("leave the store as it is the second time")
  func twice() throws {
    try withStorePath { (path) throws in
      #expect(try runImport(into: path) == Sample.counts)
      let once = try contents(of: path)
      #expect(try runImport(into: path) == Sample.counts)
      #expect(try contents(of: path) == once)
    }
  }

  @Test("of the same records in another file add only duplicates")
  func otherFile() throws {
    try withStorePath { (path) throws in
      let items = [Sample.entry("a"), Sample.entry("b")].map { ImportItem.entry($0) }
      _ = try runImport(items, into: path)
      let other = ImportFile(contentHash: "beef", path: "b.csv", format: "csv", encoding: "UTF-8")
      #expect(try runImport(items, of: other, into: path) == ImportCounts(duplicates: 2))
    }
  }

  @Test("are listed in the order in which they began")
  func ledger() throws {
    try withStorePath { (path) throws in
      _ = try runImport(into: path)
      let other = ImportFile(contentHash: "0", path: "z.csv", format: "csv", encoding: "UTF-16LE")
      _ = try runImport(of: other, into: path, stopAfter: 1)
      let imports = try SignalStore(readingPath: path).imports()
      #expect(imports.map { $0.file } == [Sample.file, other])
      #expect(imports.map { $0.counts.items } == [12, 3])
      #expect(imports.map { $0.isFinished } == [true, false])
    }
  }

  @Test("keep their rejects with place and hint")
  func rejects() throws {
    try withStorePath { (path) throws in
      _ = try runImport(into: path)
      let store = try SignalStore(readingPath: path)
      let rejects = try store.rejects(import: Sample.file.contentHash)
      #expect(rejects.map(ImportItem.reject) == [Sample.reject(line: 4), Sample.reject(line: 9)])
      #expect(try store.rejects(import: "unknown").isEmpty)
    }
  }

  @Test("cannot be closed with other counts than the ledger's")
  func unreconciled() throws {
    try withStorePath { (path) throws in
      let store = try SignalStore(path: path)
      let id = try beginNew(store)
      _ = try store.commit([.entry(Sample.entry("a"))], to: id)
      let stated = ImportCounts(signals: 2)
      let failure = StoreFailure.unreconciled(
        path: path,
        ledger: ImportCounts(signals: 1),
        stated: stated
      )
      #expect(throws: failure) { try store.finishImport(id, counts: stated) }
      #expect(try store.imports().first?.isFinished == false)
    }
  }

  @Test("have counts that the file itself checks")
  func check() throws {
    try withStorePath { (path) throws in
      _ = try runImport(into: path)
      let store = try SignalStore(path: path)
      #expect(throws: DatabaseError.self) {
        try store.pool.write { try $0.execute(sql: "UPDATE imports SET items = items + 1") }
      }
    }
  }
}
