public import VerbatimCatalog
public import VerbatimCore
internal import VerbatimIngest
internal import VerbatimText

/// Reads a catalog: a table, or Google's feed of products.
public enum CatalogLoader {
  /// The articles of a file, with the hash of its content.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isCheck: Whether to tell of columns that are not read, too.
  /// - Returns: The catalog, its families made, and the hash.
  /// - Throws: A diagnostic when the file cannot be read or has no column for codes. What is wrong
  ///   with single rows is in the catalog's diagnostics.
  /// - Complexity: O(*n*), some three seconds and half a gigabyte for a million rows.
  public static func load(
    _ path: String,
    isCheck: Bool = false
  ) throws(Diagnostic) -> (catalog: Catalog, hash: String) {
    var catalog = Catalog()
    let source = try TextSource(path: path)
    var reader: any TableReader =
      try MerchantFeedReader.recognises(source.peek())
      ? MerchantFeedReader(source) : DelimitedReader(source)
    var record = TableRecord()
    guard try reader.next(into: &record) else {
      throw Diagnostic(.fileEmpty, at: SourceLocation(file: path), "the catalog is empty")
    }
    let header = record.fields
    let columns = TableColumns(header: header)
    guard columns.hasCode else {
      throw Diagnostic(
        .catalogColumn,
        at: SourceLocation(file: path, line: record.line),
        "the catalog has no column `sku`; its columns are \(header.joined(separator: ", "))",
        hint: "the columns of a catalog are \(Catalog.columns.joined(separator: ", "))"
      )
    }
    if isCheck { noteUnknown(header, columns, line: record.line, path, &catalog) }
    var hash = ContentHash()
    hash.add(record)
    var row = CatalogRow()
    while try reader.next(into: &record) {
      hash.add(record)
      let faults = record.faults.map { DelimitedReader.diagnostic($0, file: path) }
      for fault in faults { catalog.note(fault) }
      if faults.contains(where: { $0.severity == .error }) { continue }
      row.clear()
      for (index, role) in columns.roles.enumerated() {
        if let role, !record.isEmpty(index) { row[role] = record[index] }
      }
      catalog.add(row, at: SourceLocation(file: path, line: record.line))
    }
    catalog.finish()
    return (catalog, hash.value)
  }

  private static func noteUnknown(
    _ header: [String],
    _ columns: TableColumns,
    line: Int,
    _ path: String,
    _ catalog: inout Catalog
  ) {
    // A shop's own export has dozens of columns that say nothing here.
    guard !columns.isShopExport, header.count <= 40 else { return }
    for (index, name) in header.enumerated() where columns.roles[index] == nil && !name.isEmpty {
      catalog.note(
        Diagnostic(
          .columnUnknown,
          .warning,
          at: SourceLocation(file: path, line: line, column: column(index, header)),
          "the column `\(name)` is not read",
          hint: "the columns of a catalog are \(Catalog.columns.joined(separator: ", "))"
        )
      )
    }
  }

  /// The first byte of a header's cell in its line, when none is quoted.
  private static func column(_ index: Int, _ header: [String]) -> Int {
    header[..<index].reduce(1) { $0 + $1.utf8.count + 1 }
  }
}
