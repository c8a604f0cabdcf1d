import Foundation
import GRDB
import VerbatimCore
import VerbatimStore

/// Runs `body` with the path of a folder that is gone afterwards.
func withFolder(_ body: (_ folder: String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("verbatim-store-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}

/// Runs `body` with the path of a store that is not made yet.
func withStorePath(_ body: (_ path: String) throws -> Void) throws {
  try withFolder { try body("\($0)/verbatim.db") }
}

/// Begins the import of a file that the store does not know; the import's id.
func beginNew(_ store: SignalStore) throws -> Int64 {
  let state = try store.beginImport(Sample.file)
  guard case .new(let id) = state else { throw UnexpectedState(state: state) }
  return id
}

/// An import that is further than the test meant it to be.
struct UnexpectedState: Error {
  let state: ImportState
}

/// Imports `items` from where an earlier import stopped; nil when stopped before the end.
///
/// Commits batches of `size` items; after `limit` of them the store is let go as it is.
func runImport(
  _ items: [ImportItem] = Sample.items,
  of file: ImportFile = Sample.file,
  into path: String,
  batches size: Int = 3,
  stopAfter limit: Int = .max
) throws -> ImportCounts? {
  let store = try SignalStore(path: path)
  let id: Int64
  var counts = ImportCounts()
  switch try store.beginImport(file) {
  case .new(let new): id = new
  case .resumed(let old, let itemsDone, let soFar):
    precondition(itemsDone == soFar.items, "the ledger's counts add up")
    id = old
    counts = soFar
  case .finished(let counts): return counts
  }
  var rest = items.dropFirst(counts.items)
  var committed = 0
  while !rest.isEmpty, committed < limit {
    for outcome in try store.commit(Array(rest.prefix(size)), to: id) { counts.count(outcome) }
    rest = rest.dropFirst(size)
    committed += 1
  }
  guard committed < limit else { return nil }
  try store.finishImport(id, counts: counts)
  return counts
}

/// The schema and every row of every table, in the tables' own order.
func contents(of path: String) throws -> [String] {
  let queue = try DatabaseQueue(path: path)
  return try queue.read { db in
    let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let tables = try String.fetchAll(
      db,
      sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    )
    var lines = ["application \(owner)"]
    lines += try String.fetchAll(
      db,
      sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    )
    for table in tables {
      for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table)") {
        let values: [String] = row.databaseValues.map { text($0) }
        lines.append("\(table): \(values.joined(separator: " | "))")
      }
    }
    return lines
  }
}

private func text(_ value: DatabaseValue) -> String {
  switch value.storage {
  case .null: "null"
  case .int64(let number): "\(number)"
  case .double(let number): "\(number)"
  case .string(let text): text
  case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
  }
}

/// Copies a store with its write-ahead log as they lie there, as a killed process leaves them.
func copyStore(_ path: String, to other: String) throws {
  for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
    try FileManager.default.copyItem(atPath: path + suffix, toPath: other + suffix)
  }
}
