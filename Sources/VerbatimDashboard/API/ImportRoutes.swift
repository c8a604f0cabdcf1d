internal import HTTPTypes
internal import VerbatimPipeline

/// The ledger: what came in, and what became of it.
struct ImportRoutes: Sendable {
  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/v1/imports",
        name: "listImports",
        summary:
          "Imports, the newest first, with their counts: records in are signals, duplicates and rejected together.",
        role: .read,
        parameters: [
          Parameter(
            "before",
            .integer(1...(1 << 53), fallback: nil),
            "Only those begun before this one: the `id` of the last of the page before."
          ),
          Parameter("limit", .integer(1...1000, fallback: 100), "At most so many."),
        ],
        expected: [
          Route.Expected(.ok, [.json], "imports.page.v1", "A page of imports, with the totals.")
        ],
        problems: [.busy],
        handle: list
      ),
      Route(
        method: .get,
        path: "/v1/imports/{id}/rejects",
        name: "listRejects",
        summary: "What an import refused, in the order of its input, with place, reason and hint.",
        role: .read,
        parts: [Parameter("id", .integer(1...(1 << 53), fallback: nil), "The import.")],
        parameters: [
          Parameter(
            "after",
            .integer(0...(1 << 53), fallback: 0),
            "Only behind this item of the input: the `cursor` of the page before."
          ),
          Parameter("limit", .integer(1...1000, fallback: 100), "At most so many."),
        ],
        expected: [Route.Expected(.ok, [.json], "rejects.page.v1", "A page of rejects.")],
        problems: [.unknownItem, .busy],
        handle: rejects
      ),
    ]
  }

  private func list(_ call: Call) async throws -> Answer {
    let limit = Int(call.number("limit") ?? 100)
    let found = try services.store.imports(before: call.number("before"), limit: limit + 1)
    let totals = try services.store.importTotals()
    return .json { json in
      json.object { json in
        json.array("items", found.prefix(limit)) { json, entry in
          json.object { json in
            json.field("id", Int(entry.id))
            json.field("file", entry.file.path)
            json.field("hash", entry.file.contentHash)
            json.field("format", entry.file.format)
            json.field("encoding", entry.file.encoding)
            json.field("finished", entry.isFinished)
            entry.counts.writeFields(to: &json)
          }
        }
        json.object("totals") { totals.writeFields(to: &$0) }
        json.field("more", found.count > limit)
      }
    }
  }

  private func rejects(_ call: Call) async throws -> Answer {
    let id = call.parts["id"].flatMap { Int64($0) } ?? 0
    guard try services.store.storedImport(id) != nil else {
      throw Problem(.unknownItem, "ids are given by /v1/imports")
    }
    let limit = Int(call.number("limit") ?? 100)
    let after = Int(call.number("after") ?? 0)
    let found = try services.store.rejects(ofImport: id, after: after, limit: limit + 1)
    return .json { json in
      json.object { json in
        json.array("items", found.prefix(limit)) { $1.diagnostic.write(to: &$0) }
        json.field("cursor", found.prefix(limit).last?.item ?? after)
        json.field("more", found.count > limit)
      }
    }
  }
}

extension ImportCounts {
  /// Writes the equation: records in = signals + duplicates + rejected.
  fileprivate func writeFields(to json: inout JSONWriter) {
    json.field("records_in", items)
    json.field("signals", signals)
    json.field("duplicates", duplicates)
    json.field("rejected", rejected)
  }
}
