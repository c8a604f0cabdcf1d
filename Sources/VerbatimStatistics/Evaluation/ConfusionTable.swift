/// How often each verdict of a person met each verdict of an engine.
///
/// Rows are what the person said, columns what the engine said; there may be columns without a row,
/// such as an abstention, which is right for no row.
public struct ConfusionTable: Hashable, Sendable {
  /// How many rows there are; column *i* is the right one for row *i*.
  public let rows: Int
  /// How many columns there are, at least as many as rows.
  public let columns: Int
  private var cells: [Int]

  /// An empty table.
  ///
  /// - Precondition: There are at least as many columns as rows.
  public init(rows: Int, columns: Int) {
    precondition(columns >= rows, "each row needs its column")
    self.rows = rows
    self.columns = columns
    cells = [Int](repeating: 0, count: rows * columns)
  }

  /// How often a row met a column.
  public subscript(row: Int, column: Int) -> Int {
    get { cells[row * columns + column] }
    set { cells[row * columns + column] = newValue }
  }

  /// How many records there are.
  public var total: Int { cells.reduce(0, +) }

  /// How many records a row has.
  public func count(ofRow row: Int) -> Int {
    (0..<columns).reduce(0) { $0 + self[row, $1] }
  }

  /// How many records a column has.
  public func count(ofColumn column: Int) -> Int {
    (0..<rows).reduce(0) { $0 + self[$1, column] }
  }

  /// The share of records whose column is that of their row; nil for none.
  public var accuracy: Double? {
    Self.share((0..<rows).reduce(0) { $0 + self[$1, $1] }, of: total)
  }

  /// Of the records that the engine put into a class, the share that belongs there; nil when it put
  /// none there.
  public func precision(of row: Int) -> Double? {
    Self.share(self[row, row], of: count(ofColumn: row))
  }

  /// Of the records of a class, the share that the engine found; nil when there is none.
  public func recall(of row: Int) -> Double? {
    Self.share(self[row, row], of: count(ofRow: row))
  }

  /// The harmonic mean of precision and recall: 2·hits ÷ (row + column); nil when there is no record
  /// of the class, 0 when none was found.
  public func f1(of row: Int) -> Double? {
    let rowCount = count(ofRow: row)
    guard rowCount > 0 else { return nil }
    return Self.share(2 * self[row, row], of: rowCount + count(ofColumn: row))
  }

  /// The mean F1 of the classes that have records, each class counting alike; nil for none.
  public var macroF1: Double? {
    let values = (0..<rows).compactMap { f1(of: $0) }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private static func share(_ count: Int, of total: Int) -> Double? {
    total == 0 ? nil : Double(count) / Double(total)
  }
}
