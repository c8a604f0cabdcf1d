internal import GRDB

extension Schema {
  static let auditMigration = "2026-11-22 samples of an audit and what people said of them"

  // Signals go by their ids, not by `seq`: a conversation that is imported again gets a new row and
  // keeps its place in the sample and its reviews. Verdicts are only ever added.
  static let auditTables = """
    CREATE TABLE audit_samples (
      ordinal INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      seed INTEGER NOT NULL,
      since INTEGER,
      since_precision TEXT,
      until INTEGER,
      until_precision TEXT,
      drawn_at INTEGER,
      drawn_at_precision TEXT
    );
    CREATE TABLE audit_strata (
      sample_id TEXT NOT NULL REFERENCES audit_samples (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      name TEXT NOT NULL,
      population INTEGER NOT NULL CHECK (population >= 0),
      wanted INTEGER NOT NULL CHECK (wanted >= 0),
      PRIMARY KEY (sample_id, ordinal)
    ) WITHOUT ROWID;
    CREATE TABLE audit_members (
      sample_id TEXT NOT NULL REFERENCES audit_samples (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      stratum INTEGER NOT NULL,
      signal_id TEXT NOT NULL,
      weight REAL NOT NULL CHECK (weight >= 1),
      PRIMARY KEY (sample_id, ordinal)
    ) WITHOUT ROWID;
    CREATE TABLE audit_reviews (
      ordinal INTEGER PRIMARY KEY,
      signal_id TEXT NOT NULL,
      category TEXT NOT NULL,
      verdict TEXT NOT NULL,
      reason TEXT NOT NULL,
      reviewer TEXT NOT NULL,
      at INTEGER NOT NULL,
      at_precision TEXT NOT NULL
    );
    CREATE INDEX audit_reviews_by_signal ON audit_reviews (signal_id);
    """
}
