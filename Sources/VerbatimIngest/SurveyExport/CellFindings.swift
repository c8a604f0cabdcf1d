internal import VerbatimCore

/// What is odd in the cells of a table: the first of each kind in each column is told at once, the
/// number of the others at the end.
struct CellFindings {
  /// A kind of oddity in a column.
  private struct Key: Hashable {
    let code: DiagnosticCode
    let column: Int
    let what: String
  }

  private var counts: [Key: Int] = [:]
  private var order: [(key: Key, name: String)] = []

  /// Counts a finding; the diagnostic when it is the first of its kind.
  mutating func add(
    _ code: DiagnosticCode,
    _ what: String,
    in column: SurveySchema.Column,
    cell: String,
    at location: SourceLocation,
    hint: String
  ) -> Diagnostic? {
    let key = Key(code: code, column: column.index, what: what)
    counts[key, default: 0] += 1
    guard counts[key] == 1 else { return nil }
    order.append((key, column.name))
    return Diagnostic(
      code,
      .warning,
      at: location,
      "`\(cell.prefix(40))` in `\(column.name)` \(what)",
      hint: hint
    )
  }

  /// What there was more of, once the table is read; nothing when nothing was found twice.
  mutating func takeSummary(file: String) -> [Diagnostic] {
    defer {
      counts = [:]
      order = []
    }
    return order.compactMap { entry in
      guard let count = counts[entry.key], count > 1 else { return nil }
      return Diagnostic(
        entry.key.code,
        .warning,
        at: SourceLocation(file: file),
        "in `\(entry.name)` \(count) cells are so: each \(entry.key.what)"
      )
    }
  }
}
