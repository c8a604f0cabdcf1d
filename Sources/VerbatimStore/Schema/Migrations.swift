internal import GRDB

extension Schema {
  /// The steps from an empty file to today's tables.
  ///
  /// They only grow: a step that was released is never changed.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("2026-11-21 imports with rejects, signals with issues and texts") {
      try $0.execute(sql: importTables)
      try $0.execute(sql: signalTables)
      try $0.execute(sql: textTables)
    }
    migrator.registerMigration("2026-11-22 how articles, suppliers and lots were found") {
      try $0.execute(sql: resolutionTable)
    }
    registerRatings(&migrator)
    migrator.registerMigration(auditMigration) {
      try $0.execute(sql: auditTables)
    }
    migrator.registerMigration(conversationsMigration) {
      try $0.execute(sql: conversationTables)
    }
    registerSearch(&migrator)
    registerOutbox(&migrator)
    migrator.registerMigration("2026-11-22 decisions about clusters, marks on their evidence") {
      try $0.execute(sql: decisionTables)
    }
    registerScale(&migrator)
    registerAlerts(&migrator)
    return migrator
  }

  // No AUTOINCREMENT anywhere: an id is the highest there is plus one, which depends on nothing but
  // the rows.
  private static let importTables = """
    CREATE TABLE imports (
      id INTEGER PRIMARY KEY,
      content_hash TEXT NOT NULL UNIQUE,
      path TEXT NOT NULL,
      format TEXT NOT NULL,
      encoding TEXT NOT NULL,
      items INTEGER NOT NULL DEFAULT 0,
      signals INTEGER NOT NULL DEFAULT 0 CHECK (signals >= 0),
      duplicates INTEGER NOT NULL DEFAULT 0 CHECK (duplicates >= 0),
      rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0),
      is_finished INTEGER NOT NULL DEFAULT 0 CHECK (is_finished IN (0, 1)),
      CHECK (items = signals + duplicates + rejected)
    );
    CREATE TABLE rejects (
      import_id INTEGER NOT NULL REFERENCES imports (id),
      item INTEGER NOT NULL,
      code TEXT NOT NULL,
      file TEXT NOT NULL,
      line INTEGER,
      "column" INTEGER,
      byte INTEGER,
      message TEXT NOT NULL,
      hint TEXT,
      PRIMARY KEY (import_id, item)
    ) WITHOUT ROWID;
    """

  // `seq` is the cursor of those who follow the store; an index holds it beside its own column, so
  // each query below gives rows in that order without sorting. `body` comes last: what stands
  // before it is read without it.
  private static let signalTables = """
    CREATE TABLE signals (
      seq INTEGER PRIMARY KEY,
      signal_id TEXT NOT NULL UNIQUE,
      record_id TEXT NOT NULL,
      content_hash TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision >= 1),
      supersedes INTEGER CHECK (supersedes = revision - 1),
      import_id INTEGER NOT NULL REFERENCES imports (id),
      kind TEXT NOT NULL,
      event_time INTEGER,
      event_precision TEXT,
      sku TEXT,
      supplier TEXT,
      lot TEXT,
      category TEXT,
      language TEXT,
      status TEXT NOT NULL,
      compound REAL,
      label TEXT,
      severity TEXT,
      customer_key TEXT,
      text_key TEXT NOT NULL,
      incentivised INTEGER,
      body BLOB NOT NULL,
      CHECK ((event_time IS NULL) = (event_precision IS NULL))
    );
    CREATE INDEX signals_by_sku ON signals (sku) WHERE sku IS NOT NULL;
    CREATE INDEX signals_by_supplier ON signals (supplier) WHERE supplier IS NOT NULL;
    CREATE TABLE issues (
      seq INTEGER NOT NULL REFERENCES signals (seq) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      code TEXT NOT NULL,
      tier TEXT NOT NULL,
      modality TEXT NOT NULL,
      attribution TEXT NOT NULL,
      confidence REAL NOT NULL,
      part TEXT,
      start INTEGER,
      "end" INTEGER,
      quote TEXT,
      PRIMARY KEY (seq, ordinal)
    ) WITHOUT ROWID;
    CREATE INDEX issues_by_code ON issues (code);
    """

  // Signals of before have no row here: how they were found is not counted.
  private static let resolutionTable = """
    CREATE TABLE resolutions (
      seq INTEGER PRIMARY KEY REFERENCES signals (seq) ON DELETE CASCADE,
      product TEXT NOT NULL,
      supplier TEXT NOT NULL,
      lot TEXT NOT NULL
    );
    """

  private static let textTables = """
    CREATE TABLE verbatims (
      seq INTEGER PRIMARY KEY REFERENCES signals (seq) ON DELETE CASCADE,
      title TEXT,
      text TEXT
    );
    CREATE TABLE turns (
      seq INTEGER NOT NULL REFERENCES signals (seq) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      speaker TEXT NOT NULL,
      role TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (seq, ordinal)
    ) WITHOUT ROWID;
    """
}
