public import VerbatimCore

/// One row of an order or receipt file by what its columns say; reused from row to row.
public struct LedgerRow: Sendable {
  private var cells = [String](repeating: "", count: LedgerColumn.allCases.count)
  /// The day, read with what is known of its column; nil when it is none.
  public var day: Instant?

  /// A row without a cell.
  public init() {}

  /// A cell without white space at its ends; empty when there is none.
  public subscript(column: LedgerColumn) -> String {
    get { cells[column.rawValue] }
    set { cells[column.rawValue] = newValue.trimmed }
  }

  /// How many, rounded down; 1 when nothing is stated, 0 when it is no number.
  var quantity: Int {
    let text = self[.quantity]
    guard !text.isEmpty else { return 1 }
    guard let value = Double(text), value.isFinite, value > 0, value < 1e9 else { return 0 }
    return Int(value)
  }

  /// Empties every cell.
  public mutating func clear() {
    for index in cells.indices where !cells[index].isEmpty { cells[index] = "" }
    day = nil
  }
}
