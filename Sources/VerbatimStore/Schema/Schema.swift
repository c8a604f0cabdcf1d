internal import GRDB

/// Whose file it is, and in which version its tables are.
enum Schema {
  /// What SQLite keeps in the header to tell whose file it is: `VRBT`.
  static let applicationID: Int32 = 0x5652_4254

  /// Whether the file is not there yet or has nothing in it.
  ///
  /// Looks through a connection of its own, before a pool turns the file to write-ahead logging: a
  /// foreign database is left as it is.
  ///
  /// - Throws: ``StoreFailure`` when it is another program's or a newer version's.
  static func isBlank(fileAt path: String, configuration: Configuration) throws -> Bool {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let isBlank = try queue.read { try Self.isBlank($0, path: path) }
    try queue.close()
    return isBlank
  }

  private static func isBlank(_ db: Database, path: String) throws -> Bool {
    let owner = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if owner == applicationID {
      guard try !migrator.hasBeenSuperseded(db) else { throw StoreFailure.newer(path: path) }
      return false
    }
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard owner == 0, tables == 0 else { throw StoreFailure.notAStore(path: path) }
    return true
  }

  /// Makes a blank file ours.
  ///
  /// It comes before the first table, so that a file whose making was cut short is known again.
  static func sign(_ pool: DatabasePool, path: String) throws {
    try pool.write { db in
      guard try isBlank(db, path: path) else { return }
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
  }

  /// Brings the tables up to date.
  static func migrate(_ pool: DatabasePool) throws {
    guard try !pool.read(migrator.hasCompletedMigrations) else { return }
    do {
      try migrator.migrate(pool)
    } catch {
      // Another process that opened the same new file may have been quicker.
      guard (try? pool.read(migrator.hasCompletedMigrations)) == true else { throw error }
    }
  }
}
