internal import GRDB
internal import VerbatimCore

/// A row of `rejects`.
struct RejectRecord {
  let importID: Int64
  let item: Int
  let diagnostic: Diagnostic

  static let insertion = """
    INSERT INTO rejects (
      import_id, item, code, file, line, "column", byte, message, hint
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static let selection = """
    SELECT r.code, r.file, r.line, r."column", r.byte, r.message, r.hint
    FROM imports JOIN rejects r ON r.import_id = imports.id
    WHERE imports.content_hash = ?
    ORDER BY r.item
    """

  /// The rejects of one import behind an item, at most so many.
  static let page = """
    SELECT r.code, r.file, r.line, r."column", r.byte, r.message, r.hint, r.item
    FROM rejects r
    WHERE r.import_id = ? AND r.item > ?
    ORDER BY r.item
    LIMIT ?
    """

  var arguments: StatementArguments {
    [
      importID,
      item,
      diagnostic.code.rawValue,
      StoredText(diagnostic.location.file),
      diagnostic.location.line,
      diagnostic.location.column,
      diagnostic.location.byte,
      StoredText(diagnostic.message),
      diagnostic.hint.map(StoredText.init),
    ]
  }

  /// The diagnostic in a row of `selection`; a reject is always an error.
  static func diagnostic(_ row: Row) throws -> Diagnostic {
    let location = try SourceLocation(
      file: row.text(at: 1),
      line: row.decode(Int?.self, atIndex: 2),
      column: row.decode(Int?.self, atIndex: 3),
      byte: row.decode(Int?.self, atIndex: 4)
    )
    return try Diagnostic(
      row.name(at: 0),
      at: location,
      row.text(at: 5),
      hint: row.optionalText(at: 6)
    )
  }
}
