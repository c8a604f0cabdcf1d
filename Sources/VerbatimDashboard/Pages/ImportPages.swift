internal import HTTPTypes
internal import VerbatimPipeline
internal import VerbatimReport

/// What came in: every file and request with its counts, and what was refused.
struct ImportPages: Sendable {
  /// How many imports and rejects a page lists.
  static let size = 100
  /// Among how many of the latest imports those with rejects are sought.
  static let lookback = 2_000

  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/imports",
        name: "imports",
        summary: "Imports.",
        role: .read,
        parameters: [
          Parameter("before", .integer(1...(1 << 53), fallback: nil), "Only older ones.")
        ],
        expected: [Route.Expected(.ok, [.html], nil, "The page.")],
        isPage: true,
        handle: list
      ),
      Route(
        method: .get,
        path: "/imports/{id}",
        name: "rejects",
        summary: "What an import refused.",
        role: .read,
        parts: [Parameter("id", .integer(1...(1 << 53), fallback: nil), "The import.")],
        parameters: [
          Parameter("after", .integer(0...(1 << 53), fallback: 0), "Only behind this item.")
        ],
        expected: [Route.Expected(.ok, [.html], nil, "The page.")],
        isPage: true,
        handle: rejects
      ),
    ]
  }

  private func list(_ call: Call) async throws -> Answer {
    let frame = PageFrame(services: services)
    let store = services.store
    let found = try store.imports(before: call.number("before"), limit: Self.size + 1)
    let totals = try store.importTotals()
    let shown = found.prefix(Self.size)
    let refused =
      totals.rejected > 0 && call.number("before") == nil
      ? try store.imports(limit: Self.lookback).filter { $0.counts.rejected > 0 }.prefix(Self.size)
      : []
    let page = frame.page(
      totals.items == 0
        ? "Nothing was imported yet"
        : "\(Figures.count(totals.items, "record")) came in, "
          + "\(Figures.count(totals.rejected)) were rejected",
      title: "Imports",
      at: .imports,
      lede: "Each record is a signal, a duplicate or rejected; nothing is dropped silently."
    )
    let view = ImportsView(
      page: page,
      ledger: LedgerView(totals, rejects: refused.isEmpty ? nil : "#rejects"),
      refused: refused.isEmpty
        ? nil : RefusedView(imports: refused.map(RefusedView.Entry.init)),
      rows: shown.map(ImportsView.Row.init),
      none: shown.isEmpty ? .empty : nil,
      next: found.count > Self.size
        ? shown.last.map { call.link("before", String($0.id)) } : nil
    )
    return frame.html(view, by: "dashboard-imports")
  }

  private func rejects(_ call: Call) async throws -> Answer {
    let frame = PageFrame(services: services)
    let id = call.parts["id"].flatMap { Int64($0) } ?? 0
    guard let entry = try services.store.storedImport(id) else {
      throw Problem(.unknownItem, "the imports are listed under Imports")
    }
    let after = Int(call.number("after") ?? 0)
    let found = try services.store.rejects(ofImport: id, after: after, limit: Self.size + 1)
    let shown = found.prefix(Self.size)
    let page = frame.page(
      "\(Figures.count(entry.counts.rejected)) of "
        + "\(Figures.count(entry.counts.items, "record")) were rejected",
      title: "Rejects",
      at: .imports,
      lede: "Mend the file and import it again: what is in is recognised.",
      crumb: entry.file.path
    )
    let view = RejectsView(
      page: page,
      rejects: shown.map { RejectView($0.diagnostic) },
      none: shown.isEmpty
        ? StateView(nothing: "Nothing was rejected", "Every record was kept.") : nil,
      next: found.count > Self.size
        ? shown.last.map { call.link("after", String($0.item)) } : nil
    )
    return frame.html(view, by: "dashboard-rejects")
  }
}

/// The imports as their template sees them.
struct ImportsView: ViewValue {
  /// One import.
  struct Row: ViewValue {
    let file: String
    let format: String
    let encoding: String
    let items: String
    let signals: String
    let duplicates: String
    let rejected: String
    let rejects: String?
    let standing: String?

    init(_ entry: StoredImport) {
      file = entry.file.path
      format = entry.file.format
      encoding = entry.file.encoding
      items = Figures.count(entry.counts.items)
      signals = Figures.count(entry.counts.signals)
      duplicates = Figures.count(entry.counts.duplicates)
      rejected = Figures.count(entry.counts.rejected)
      rejects = entry.counts.rejected > 0 ? "/imports/\(entry.id)" : nil
      standing = entry.isFinished ? nil : "not finished: import it again, it goes on"
    }
  }

  let page: PageView
  let ledger: LedgerView
  let refused: RefusedView?
  let rows: [Row]
  let none: StateView?
  let next: String?
}

/// The imports of which something was refused.
struct RefusedView: ViewValue {
  /// One of them.
  struct Entry: ViewValue {
    let file: String
    let text: String
    let href: String

    init(_ entry: StoredImport) {
      file = entry.file.path
      text =
        "\(Figures.count(entry.counts.rejected)) of \(Figures.count(entry.counts.items, "record"))"
      href = "/imports/\(entry.id)"
    }
  }

  let imports: [Entry]
}

/// The rejects of an import as their template sees them.
struct RejectsView: ViewValue {
  let page: PageView
  let rejects: [RejectView]
  let none: StateView?
  let next: String?
}
