internal import GRDB

extension Schema {
  /// The step that brings ratings and segments into tables of their own.
  ///
  /// Both stood in the body of a signal alone; the step fills the tables from the bodies that are
  /// there. A column of `signals` would lie behind its body, and be as slow to read as that.
  static func registerRatings(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("2026-11-22 ratings and segments of signals") { db in
      try db.execute(sql: ratingTables)
      try db.execute(sql: ratingsFromBodies)
    }
  }

  private static let ratingTables = """
    CREATE TABLE ratings (
      seq INTEGER NOT NULL REFERENCES signals (seq) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,
      value REAL NOT NULL,
      min REAL NOT NULL,
      max REAL NOT NULL,
      direction TEXT NOT NULL,
      PRIMARY KEY (seq, ordinal)
    ) WITHOUT ROWID;
    CREATE TABLE segments (
      seq INTEGER NOT NULL REFERENCES signals (seq) ON DELETE CASCADE,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (seq, name)
    ) WITHOUT ROWID;
    """

  // SQLite's JSON functions take text only, and the body is a blob. They end a text at U+0000, which
  // no name of a segment was ever seen to hold.
  private static let ratingsFromBodies = """
    INSERT INTO ratings (seq, ordinal, kind, value, min, max, direction)
    SELECT s.seq, r.key, r.value ->> '$.kind', r.value ->> '$.value', r.value ->> '$.min',
      r.value ->> '$.max', r.value ->> '$.direction'
    FROM signals s, json_each(CAST(s.body AS TEXT), '$.ratings') r;
    INSERT INTO segments (seq, name, value)
    SELECT s.seq, d.key, d.value FROM signals s, json_each(CAST(s.body AS TEXT), '$.dims') d;
    """
}
