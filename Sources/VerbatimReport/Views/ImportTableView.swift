public import VerbatimCore
public import VerbatimStore

/// Files that were read, each with its own ledger.
public struct ImportTableView: ViewValue {
  struct Row: ViewValue {
    let file: String
    let format: String
    let encoding: String
    let items: String
    let signals: String
    let duplicates: String
    let rejected: String
    let standing: String?
  }

  let rows: [Row]
  let total: Row
  /// How many files are not listed; nil when all are.
  let rest: String?

  /// The table, the latest import first; the sum is over all files, listed or not.
  public init(
    _ imports: [(file: ImportFile, counts: ImportCounts, isFinished: Bool)],
    limit: Int = 200
  ) {
    rows = imports.reversed().prefix(limit).map { entry in
      Self.row(
        entry.file.path,
        entry.file.format,
        entry.file.encoding,
        entry.counts,
        standing: entry.isFinished ? nil : "not finished: import it again, it goes on"
      )
    }
    let sum = imports.reduce(into: ImportCounts()) { sum, entry in
      sum.signals += entry.counts.signals
      sum.duplicates += entry.counts.duplicates
      sum.rejected += entry.counts.rejected
    }
    total = Self.row(Figures.count(imports.count, "file"), "", "", sum, standing: nil)
    let more = imports.count - limit
    rest = more > 0 ? "and \(Figures.count(more, "file")) more, counted in the sum" : nil
  }

  private static func row(
    _ file: String,
    _ format: String,
    _ encoding: String,
    _ counts: ImportCounts,
    standing: String?
  ) -> Row {
    Row(
      file: file,
      format: format,
      encoding: encoding,
      items: Figures.count(counts.items),
      signals: Figures.count(counts.signals),
      duplicates: Figures.count(counts.duplicates),
      rejected: Figures.count(counts.rejected),
      standing: standing
    )
  }
}

/// What was refused: where, why, and how to mend it.
public struct RejectView: ViewValue {
  let place: String
  let code: String
  let message: String
  let hint: String?

  /// A reject.
  public init(_ diagnostic: Diagnostic) {
    place = diagnostic.location.description
    code = diagnostic.code.rawValue
    message = diagnostic.message
    hint = diagnostic.hint
  }
}
