internal import GRDB

extension Schema {
  /// The alerts as they were delivered last, when each destination last took something, and reasons
  /// that may be erased.
  static func registerAlerts(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("2026-11-22b alerts that are delivered, reasons that are erased") {
      try $0.execute(sql: alertTables)
    }
  }

  // An alert shares the cursor with signals and retractions; a new revision gets a new one. The row
  // of `alert_state` says in which state of the store the alerts were computed.
  //
  // A decision stays as it is but for its reason, which may quote a customer who is forgotten.
  private static let alertTables = """
    CREATE TABLE alerts (
      seq INTEGER PRIMARY KEY,
      cluster_id TEXT NOT NULL UNIQUE,
      revision INTEGER NOT NULL CHECK (revision >= 1),
      is_retracted INTEGER NOT NULL CHECK (is_retracted IN (0, 1)),
      event_time INTEGER,
      event_precision TEXT,
      body BLOB NOT NULL,
      CHECK ((event_time IS NULL) = (event_precision IS NULL))
    );
    CREATE TABLE alert_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      last_signal INTEGER NOT NULL,
      last_import INTEGER NOT NULL,
      decisions INTEGER NOT NULL
    );
    ALTER TABLE destinations ADD COLUMN taken_at INTEGER;
    DROP TRIGGER decisions_stay;
    DROP TRIGGER evidence_marks_stay;
    CREATE TRIGGER decisions_stay BEFORE UPDATE OF
      cluster_id, ordinal, decided_at, decided_by, action, verdict, until, effective ON decisions
      BEGIN SELECT RAISE(ABORT, 'a decision stays as it is'); END;
    CREATE TRIGGER decision_reasons_stay BEFORE UPDATE OF reason ON decisions
      WHEN NEW.reason IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a reason can be erased, not changed'); END;
    CREATE TRIGGER evidence_marks_stay BEFORE UPDATE OF
      cluster_id, ordinal, signal_id, marked_at, marked_by, finding ON evidence_marks
      BEGIN SELECT RAISE(ABORT, 'a mark stays as it is'); END;
    CREATE TRIGGER evidence_reasons_stay BEFORE UPDATE OF reason ON evidence_marks
      WHEN NEW.reason IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a reason can be erased, not changed'); END;
    """
}
