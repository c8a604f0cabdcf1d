extension Schema {
  // Logs that only grow: the triggers refuse what would rewrite the past. A cluster and a signal are
  // named by their ids, which no import changes, and not by rows, which a revision replaces.
  static let decisionTables = """
    CREATE TABLE decisions (
      cluster_id TEXT NOT NULL,
      ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
      decided_at TEXT NOT NULL,
      decided_by TEXT NOT NULL CHECK (decided_by <> ''),
      action TEXT NOT NULL,
      verdict TEXT,
      reason TEXT,
      until TEXT,
      effective TEXT,
      PRIMARY KEY (cluster_id, ordinal)
    ) WITHOUT ROWID;
    CREATE TABLE decision_lots (
      cluster_id TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      position INTEGER NOT NULL,
      lot TEXT NOT NULL,
      PRIMARY KEY (cluster_id, ordinal, position),
      FOREIGN KEY (cluster_id, ordinal) REFERENCES decisions (cluster_id, ordinal)
    ) WITHOUT ROWID;
    CREATE TABLE evidence_marks (
      cluster_id TEXT NOT NULL,
      ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
      signal_id TEXT NOT NULL,
      marked_at TEXT NOT NULL,
      marked_by TEXT NOT NULL CHECK (marked_by <> ''),
      finding TEXT NOT NULL,
      reason TEXT,
      PRIMARY KEY (cluster_id, ordinal)
    ) WITHOUT ROWID;
    CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
      BEGIN SELECT RAISE(ABORT, 'a decision stays as it is'); END;
    CREATE TRIGGER decisions_last BEFORE DELETE ON decisions
      BEGIN SELECT RAISE(ABORT, 'a decision stays as it is'); END;
    CREATE TRIGGER decision_lots_stay BEFORE UPDATE ON decision_lots
      BEGIN SELECT RAISE(ABORT, 'a decision stays as it is'); END;
    CREATE TRIGGER decision_lots_last BEFORE DELETE ON decision_lots
      BEGIN SELECT RAISE(ABORT, 'a decision stays as it is'); END;
    CREATE TRIGGER evidence_marks_stay BEFORE UPDATE ON evidence_marks
      BEGIN SELECT RAISE(ABORT, 'a mark stays as it is'); END;
    CREATE TRIGGER evidence_marks_last BEFORE DELETE ON evidence_marks
      BEGIN SELECT RAISE(ABORT, 'a mark stays as it is'); END;
    """
}
