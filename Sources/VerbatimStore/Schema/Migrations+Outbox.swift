internal import GRDB

extension Schema {
  /// What is delivered to whom.
  static func registerOutbox(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("2026-11-22 retractions, destinations and their deliveries") {
      try $0.execute(sql: outboxTables)
    }
  }

  // A retraction shares the cursor with signals and stands in the place of one: whoever follows the
  // store sees it, and whoever counts signals does not.
  //
  // `deliveries` holds only what the cursor of its destination does not say: what was taken out of
  // order, what is to be tried again, and the dead letters.
  private static let outboxTables = """
    CREATE TABLE retractions (
      seq INTEGER PRIMARY KEY,
      signal_id TEXT NOT NULL UNIQUE,
      order_key TEXT NOT NULL,
      customer_key TEXT,
      revision INTEGER NOT NULL CHECK (revision >= 2),
      event_time INTEGER,
      event_precision TEXT,
      body BLOB NOT NULL,
      CHECK ((event_time IS NULL) = (event_precision IS NULL))
    );
    CREATE TABLE destinations (
      id INTEGER PRIMARY KEY,
      address TEXT NOT NULL UNIQUE,
      cursor INTEGER NOT NULL DEFAULT 0,
      quiet_until INTEGER
    );
    CREATE TABLE deliveries (
      destination_id INTEGER NOT NULL REFERENCES destinations (id) ON DELETE CASCADE,
      seq INTEGER NOT NULL,
      signal_id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'dead')),
      attempts INTEGER NOT NULL CHECK (attempts >= 0),
      next_attempt INTEGER,
      reason TEXT,
      PRIMARY KEY (destination_id, seq)
    ) WITHOUT ROWID;
    CREATE INDEX dead_letters ON deliveries (destination_id, signal_id) WHERE state = 'dead';
    """
}
