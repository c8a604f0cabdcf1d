public import VerbatimCatalog
public import VerbatimCore
internal import VerbatimIngest
internal import VerbatimText

/// Reads a catalog's table.
public enum CatalogLoader {
  /// The articles of a file, with the hash of its content.
  ///
  /// - Throws: A diagnostic when the file cannot be read or has no column `sku`. What is wrong with
  ///   single rows is in the catalog's diagnostics.
  public static func load(
    _ path: String
  ) throws(Diagnostic) -> (catalog: Catalog, hash: String) {
    var catalog = Catalog()
    var reader = try DelimitedReader(TextSource(path: path))
    var record = TableRecord()
    guard try reader.next(into: &record) else {
      throw Diagnostic(.fileEmpty, at: SourceLocation(file: path), "the catalog is empty")
    }
    let header = record.fields.map(columnName)
    guard header.contains("sku") else {
      throw Diagnostic(
        .catalogColumn,
        at: SourceLocation(file: path, line: record.line),
        "the catalog has no column `sku`; its columns are \(record.fields.joined(separator: ", "))",
        hint: "the columns of a catalog are \(Catalog.columns.joined(separator: ", "))"
      )
    }
    var hashed = record.fields
    while try reader.next(into: &record) {
      hashed += ["\n"] + record.fields
      let faults = record.faults.map { DelimitedReader.diagnostic($0, file: path) }
      for fault in faults { catalog.note(fault) }
      if faults.contains(where: { $0.severity == .error }) { continue }
      var row: [String: String] = [:]
      for (index, name) in header.enumerated() where row[name] == nil { row[name] = record[index] }
      catalog.add(row: row, at: SourceLocation(file: path, line: record.line))
    }
    return (catalog, Fingerprint.hex32(hashed))
  }

  /// A column's name in the catalog's own spelling; common names of shop systems are known.
  private static func columnName(_ name: String) -> String {
    let folded = ICUNormalizer.matchingForm(name).split { $0 == " " || $0 == "_" || $0 == "-" }
      .joined(separator: "_")
    return switch folded {
    case "variant_sku", "item_number", "article", "article_no", "item_id": "sku"
    case "ean", "ean13", "upc", "barcode", "variant_barcode": "gtin"
    case "title", "product_name": "name"
    case "alias", "synonyms": "aliases"
    case "type", "product_category": "category"
    case "supplier", "vendor", "manufacturer": "supplier_name"
    default: folded
    }
  }
}
