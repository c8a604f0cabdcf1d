/// One row of a catalog by what its columns say; reused from row to row.
public struct CatalogRow: Sendable {
  private var cells: [String]

  /// A row without a cell.
  public init() { cells = [String](repeating: "", count: CatalogColumn.allCases.count) }

  /// A cell without white space at its ends; empty when there is none.
  public subscript(column: CatalogColumn) -> String {
    get { cells[column.rawValue] }
    set { cells[column.rawValue] = newValue.trimmed }
  }

  /// A cell; nil when it is empty.
  func field(_ column: CatalogColumn) -> String? {
    let cell = cells[column.rawValue]
    return cell.isEmpty ? nil : cell
  }

  /// Empties every cell.
  public mutating func clear() {
    for index in cells.indices where !cells[index].isEmpty { cells[index] = "" }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let bytes = utf8
    guard let first = bytes.first, let last = bytes.last else { return self }
    // Nearly every cell begins and ends with a letter or digit of ASCII.
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return self }
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
