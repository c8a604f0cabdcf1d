internal import GRDB

/// A row of `imports`.
struct ImportRecord {
  let id: Int64
  let file: ImportFile
  let counts: ImportCounts
  let isFinished: Bool

  private static let selection = """
    SELECT id, content_hash, path, format, encoding, signals, duplicates, rejected, is_finished
    FROM imports
    """

  private init(_ row: Row) throws {
    id = try row.decode(Int64.self, atIndex: 0)
    file = try ImportFile(
      contentHash: row.text(at: 1),
      path: row.text(at: 2),
      format: row.text(at: 3),
      encoding: row.text(at: 4)
    )
    counts = try ImportCounts(
      signals: row.decode(Int.self, atIndex: 5),
      duplicates: row.decode(Int.self, atIndex: 6),
      rejected: row.decode(Int.self, atIndex: 7)
    )
    isFinished = try row.decode(Bool.self, atIndex: 8)
  }

  private init(id: Int64, file: ImportFile) {
    self.id = id
    self.file = file
    counts = ImportCounts()
    isFinished = false
  }

  static func find(_ id: Int64, in db: Database) throws -> ImportRecord? {
    try Row.fetchOne(
      db.cachedStatement(sql: "\(selection) WHERE id = ?"),
      arguments: [id]
    ).map(Self.init)
  }

  static func find(contentHash: String, in db: Database) throws -> ImportRecord? {
    try Row.fetchOne(
      db.cachedStatement(sql: "\(selection) WHERE content_hash = ?"),
      arguments: [contentHash]
    ).map(Self.init)
  }

  static func all(in db: Database) throws -> [ImportRecord] {
    try Row.fetchAll(db, sql: "\(selection) ORDER BY id").map(Self.init)
  }

  /// Imports begun before one, the newest first.
  static func page(before id: Int64?, limit: Int, in db: Database) throws -> [ImportRecord] {
    try Row.fetchAll(
      db.cachedStatement(sql: "\(selection) WHERE id < ? ORDER BY id DESC LIMIT ?"),
      arguments: [id ?? Int64.max, max(0, limit)]
    ).map(Self.init)
  }

  /// The counts of all imports.
  static func totals(in db: Database) throws -> ImportCounts {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT sum(signals), sum(duplicates), sum(rejected) FROM imports"
    )
    func sum(_ index: Int) throws -> Int { try row?.decode(Int?.self, atIndex: index) ?? 0 }
    return try ImportCounts(signals: sum(0), duplicates: sum(1), rejected: sum(2))
  }

  /// The import as the store hands it out.
  var stored: StoredImport {
    StoredImport(id: id, file: file, counts: counts, isFinished: isFinished)
  }

  static func insert(_ file: ImportFile, into db: Database) throws -> ImportRecord {
    try db.execute(
      sql: "INSERT INTO imports (content_hash, path, format, encoding) VALUES (?, ?, ?, ?)",
      arguments: [
        file.contentHash, StoredText(file.path), StoredText(file.format),
        StoredText(file.encoding),
      ]
    )
    return ImportRecord(id: db.lastInsertedRowID, file: file)
  }

  static func update(_ id: Int64, counts: ImportCounts, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE imports SET items = ?, signals = ?, duplicates = ?, rejected = ? WHERE id = ?
        """,
      arguments: [counts.items, counts.signals, counts.duplicates, counts.rejected, id]
    )
  }

  static func finish(_ id: Int64, in db: Database) throws {
    try db.execute(sql: "UPDATE imports SET is_finished = 1 WHERE id = ?", arguments: [id])
  }
}
