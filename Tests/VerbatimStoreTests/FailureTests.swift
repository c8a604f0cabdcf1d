import Foundation
import GRDB
import Testing
import VerbatimCore

@testable import VerbatimStore

@Suite("A file that cannot be used")
struct FailureTests {
  @Test("is left as it is when it is another program's database", arguments: [0, 7])
  func foreign(owner: Int) throws {
    try withStorePath { (path) throws in
      let queue = try DatabaseQueue(path: path)
      try queue.write { db in
        try db.execute(sql: "CREATE TABLE notes (text TEXT)")
        try db.execute(sql: "PRAGMA application_id = \(owner)")
      }
      try queue.close()
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(throws: StoreFailure.notAStore(path: path)) { try SignalStore(path: path) }
      #expect(throws: StoreFailure.notAStore(path: path)) { try SignalStore(readingPath: path) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test("is no store when it is no database")
  func text() throws {
    try withStorePath { (path) throws in
      try Data(String(repeating: "a review, and another\n", count: 100).utf8)
        .write(to: URL(fileURLWithPath: path))
      #expect(throws: StoreFailure.notAStore(path: path)) { try SignalStore(path: path) }
    }
  }

  @Test("is refused when a newer version made it")
  func newer() throws {
    try withStorePath { (path) throws in
      _ = try runImport(into: path)
      let queue = try DatabaseQueue(path: path)
      try queue.write { db in
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('2099-01-01 something new')")
      }
      try queue.close()
      #expect(throws: StoreFailure.newer(path: path)) { try SignalStore(path: path) }
      #expect(throws: StoreFailure.newer(path: path)) { try SignalStore(readingPath: path) }
    }
  }

  @Test("is not made by reading, and the hint says what makes it")
  func missing() throws {
    try withStorePath { (path) throws in
      let failure = #expect(throws: StoreFailure.self) { try SignalStore(readingPath: path) }
      let diagnostic = failure?.diagnostic
      #expect(diagnostic?.code == .storeUnusable)
      #expect(diagnostic?.location.file == path)
      #expect(diagnostic?.message == "the store cannot be used: there is no such file")
      #expect(diagnostic?.hint == "run `verbatim ingest` first; it makes the store")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test("is told apart when nothing was imported yet")
  func blank() throws {
    try withStorePath { (path) throws in
      try Data().write(to: URL(fileURLWithPath: path))
      let failure = #expect(throws: StoreFailure.self) { try SignalStore(readingPath: path) }
      #expect(failure?.diagnostic.message == "the store cannot be used: nothing was imported yet")
    }
  }

  @Test("is named when its folder is missing")
  func noFolder() throws {
    try withFolder { (folder) throws in
      let failure = #expect(throws: StoreFailure.self) {
        try SignalStore(path: "\(folder)/none/verbatim.db")
      }
      #expect(failure?.diagnostic.message == "the store cannot be used: it cannot be opened")
    }
  }

  @Test("is locked while another writes, and can be read meanwhile")
  func locked() throws {
    try withStorePath { (path) throws in
      _ = try runImport(into: path)
      let holder = try SignalStore(path: path)
      let waiting = try SignalStore(path: path, patience: 0.05)
      try holder.pool.write { (_) throws in
        #expect(throws: StoreFailure.locked(path: path)) {
          try waiting.beginImport(Sample.file)
        }
        #expect(try waiting.totals().signals == 4)
      }
      #expect(try waiting.beginImport(Sample.file) == .finished(Sample.counts))
      #expect(StoreFailure.locked(path: path).diagnostic.code == .storeLocked)
    }
  }

  @Test("is a store again after its making was cut short")
  func signedOnly() throws {
    try withStorePath { (path) throws in
      let queue = try DatabaseQueue(path: path)
      try queue.write { db in
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      }
      try queue.close()
      #expect(try runImport(into: path) == Sample.counts)
    }
  }

  @Test("is damaged when a column holds what Verbatim never writes")
  func unreadable() throws {
    try withStorePath { (path) throws in
      _ = try runImport(into: path)
      let store = try SignalStore(path: path)
      try store.pool.write { try $0.execute(sql: "UPDATE signals SET kind = 'poem'") }
      let failure = StoreFailure.corrupt(path: path, reason: "the column kind holds \"poem\"")
      #expect(throws: failure) { try store.forEachReport { _ in } }
    }
  }
}
