import VerbatimPipeline

/// What a check of a catalog found.
enum CatalogPrinter {
  /// Each finding with its hint, and how much was checked, for people.
  static func text(_ check: CatalogCheck) -> String {
    var lines = check.diagnostics.map(\.description)
    if check.count > check.diagnostics.count {
      lines.append("\(check.count - check.diagnostics.count) more findings of the same kinds")
    }
    var sum =
      "\(check.articles) articles, \(check.withGTIN) with a GTIN, \(check.suppliers) suppliers"
    if check.families > 0 { sum += ", \(check.families) families" }
    lines.append("\(sum); \(check.count) findings")
    for (name, fit) in [("orders", check.orders), ("receipts", check.receipts)] {
      if let fit { lines.append(line(name, fit)) }
    }
    return lines.joined(separator: "\n")
  }

  private static func line(_ name: String, _ fit: CatalogCheck.Fit) -> String {
    let share = fit.rows == 0 ? 0 : (Double(fit.known) / Double(fit.rows) * 1000).rounded() / 10
    var line = "\(name): \(fit.rows) lines, \(fit.known) of articles of the catalog (\(share) %)"
    if !fit.unknown.isEmpty {
      let codes = fit.unknown.prefix(5).map { "`\($0.code)` \($0.rows)" }
      line += "; not in it: \(codes.joined(separator: ", "))"
    }
    return line
  }

  /// The same as one object.
  static func json(_ check: CatalogCheck) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("type", "catalog.check.v1")
      json.field("articles", check.articles)
      json.field("with_gtin", check.withGTIN)
      json.field("suppliers", check.suppliers)
      json.field("families", check.families)
      for (name, fit) in [("orders" as StaticString, check.orders), ("receipts", check.receipts)] {
        guard let fit else { continue }
        json.object(name) { json in
          json.field("lines", fit.rows)
          json.field("known", fit.known)
          json.array("unknown", fit.unknown) { json, item in
            json.object { json in
              json.field("sku", item.code)
              json.field("lines", item.rows)
            }
          }
        }
      }
      json.field("findings", check.count)
      json.array("diagnostics", check.diagnostics) { json, item in item.write(to: &json) }
    }
    json.endLine()
    return json.bytes
  }
}
