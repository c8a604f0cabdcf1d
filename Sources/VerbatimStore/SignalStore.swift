internal import Foundation
internal import GRDB
internal import Synchronization

/// The signals of one shop with their verbatims, issues and imports, in one SQLite file.
///
/// One store may be shared by tasks and the file by processes: readers see the last committed state
/// and never wait, writers wait for each other for five seconds. No clock and no chance reaches the
/// file; the same imports in the same order leave the same rows, also when one of them was killed
/// and started again.
///
/// A query is one statement and so one snapshot. The body of a loop over signals or reports may ask
/// the store again.
public final class SignalStore: Sendable {
  /// How long a writer waits for another, in seconds.
  static let patience = 5.0
  /// How much of the file each connection that imports or tells of the whole store keeps, in KiB.
  ///
  /// Ids are hashes, so that look-ups by them hit the whole of an index: SQLite's 2 MB would read
  /// most of its pages again and again. A report of 1 M signals read 18.7 GB of a store of 4.7 GB
  /// with those.
  private static let cacheSize = 65_536

  /// The file, as the user gave it.
  public let path: String
  let pool: any DatabaseWriter
  /// How many items of an import are committed, by its id, as far as this store has seen.
  ///
  /// When the ledger knows of more, another process is at work on the same import.
  let progress = Mutex<[Int64: Int]>([:])

  /// Opens the store at `path` to import into, and makes it when there is no file.
  ///
  /// - Throws: ``StoreFailure`` when the file belongs to another program or to a newer version, or
  ///   cannot be written.
  public convenience init(path: String) throws(StoreFailure) {
    try self.init(path: path, patience: Self.patience)
  }

  /// Opens the store at `path` to change what is in it.
  ///
  /// - Throws: ``StoreFailure/unusable(path:reason:hint:)`` when there is no file, and what
  ///   `init(path:)` throws.
  public convenience init(changingPath path: String) throws(StoreFailure) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
    try self.init(path: path)
  }

  /// Opens a store that waits for other writers as long as told, in seconds; `watching` gets every
  /// statement that is run, for tests of their plans.
  init(
    path: String,
    patience: Double,
    watching: (@Sendable (String) -> Void)? = nil
  ) throws(StoreFailure) {
    self.path = path
    pool = try StoreFailure.translating(path) {
      var configuration = Self.configuration(patience: patience)
      if let watching {
        configuration.prepareDatabase { db in
          db.trace { event in
            if case .statement(let statement) = event { watching(statement.sql) }
          }
        }
      }
      let isBlank = try Schema.isBlank(fileAt: path, configuration: configuration)
      let pool = try DatabasePool(path: path, configuration: configuration)
      if isBlank { try Schema.sign(pool, path: path) }
      try Schema.migrate(pool)
      try pool.writeWithoutTransaction(Self.widenCache)
      return pool
    }
  }

  /// Opens the store at `path` for queries.
  ///
  /// - Throws: ``StoreFailure/unusable(path:reason:hint:)`` when nothing was imported yet, and what
  ///   `init(path:)` throws.
  public init(readingPath path: String) throws(StoreFailure) {
    self.path = path
    pool = try StoreFailure.translating(path) {
      guard FileManager.default.fileExists(atPath: path) else { throw StoreFailure.missing(path) }
      var configuration = Self.configuration(patience: Self.patience)
      if try Schema.isBlank(fileAt: path, configuration: configuration) {
        throw StoreFailure.unusable(
          path: path,
          reason: "nothing was imported yet",
          hint: "run `verbatim ingest` first; it fills the store"
        )
      }
      // The last connection to close tidies up the write-ahead log, which only one that may write
      // can do.
      configuration.readonly = !FileManager.default.isWritableFile(atPath: path)
      configuration.prepareDatabase(Self.widenCache)
      // A pool would switch the journal's mode on opening, and wait for whoever writes.
      let pool = try DatabaseQueue(path: path, configuration: configuration)
      guard try pool.read(Schema.migrator.hasCompletedMigrations) else {
        throw StoreFailure.unusable(
          path: path,
          reason: "it was made by an older version of Verbatim",
          hint: "run `verbatim ingest` once; it brings the store up to date"
        )
      }
      return pool
    }
  }

  private static func configuration(patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience)
    return configuration
  }

  @Sendable private static func widenCache(_ db: Database) throws {
    // A negative number is of KiB, a positive one of pages.
    try db.execute(sql: "PRAGMA cache_size = -\(cacheSize)")
  }

  /// Runs one transaction.
  func writing<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    try StoreFailure.translating(path) { try pool.write(body) }
  }

  /// Runs one query, also from within the loop of another.
  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    try StoreFailure.translating(path) { try pool.unsafeReentrantRead(body) }
  }
}
