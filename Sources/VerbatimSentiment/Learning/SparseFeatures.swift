/// What each lexicon entry adds to each text, by columns: only what is not 0 is held.
///
/// Eight bytes for an entry in a text. Texts are rows, numbered from 0 in the order of input;
/// entries are columns. The value of an entry in a text is its contribution to the compound divided
/// by its valence, so that the sum of value × valence is the compound.
public struct SparseFeatures: Sendable {
  /// Collects rows before they are turned into columns.
  public struct Builder: Sendable {
    private var ends: [UInt32] = []
    private var columns: [UInt32] = []
    private var values: [Float] = []

    /// A builder without rows.
    public init() {}

    /// How many rows there are.
    public var rowCount: Int { ends.count }

    /// Adds a row; a column that comes twice is added up.
    public mutating func add(_ cells: [(column: Int, value: Double)]) {
      let first = columns.count
      for cell in cells.sorted(by: { $0.column < $1.column }) where cell.value != 0 {
        if columns.count > first, columns[columns.count - 1] == UInt32(cell.column) {
          values[values.count - 1] += Float(cell.value)
        } else {
          columns.append(UInt32(cell.column))
          values.append(Float(cell.value))
        }
      }
      ends.append(UInt32(columns.count))
    }

    /// Adds the rows of another builder after its own.
    public mutating func add(_ other: Builder) {
      let base = UInt32(columns.count)
      columns += other.columns
      values += other.values
      ends += other.ends.map { $0 + base }
    }

    /// The rows as columns.
    ///
    /// - Complexity: O(*n*) in the cells.
    public consuming func columns(count: Int) -> SparseFeatures {
      var starts = [Int](repeating: 0, count: count + 1)
      for column in columns { starts[Int(column) + 1] += 1 }
      for column in 0..<count { starts[column + 1] += starts[column] }
      var next = starts
      var rows = [UInt32](repeating: 0, count: columns.count)
      var sorted = [Float](repeating: 0, count: columns.count)
      var cell = 0
      for (row, end) in ends.enumerated() {
        while cell < Int(end) {
          let column = Int(columns[cell])
          rows[next[column]] = UInt32(row)
          sorted[next[column]] = values[cell]
          next[column] += 1
          cell += 1
        }
      }
      return SparseFeatures(rowCount: ends.count, starts: starts, rows: rows, values: sorted)
    }
  }

  /// How many texts there are.
  public let rowCount: Int
  let starts: [Int]
  let rows: [UInt32]
  let values: [Float]

  /// How many entries there are.
  public var columnCount: Int { starts.count - 1 }
  /// How many cells are held.
  public var cellCount: Int { rows.count }

  /// In how many texts an entry counted.
  public func count(ofColumn column: Int) -> Int { starts[column + 1] - starts[column] }

  /// The masses of praise and criticism of each text under valences; their difference is the
  /// compound.
  public func masses(_ valences: [Double]) -> (positive: [Double], negative: [Double]) {
    var positive = [Double](repeating: 0, count: rowCount)
    var negative = positive
    for column in 0..<columnCount where valences[column] != 0 {
      for cell in starts[column]..<starts[column + 1] {
        let worth = Double(values[cell]) * valences[column]
        if worth > 0 {
          positive[Int(rows[cell])] += worth
        } else {
          negative[Int(rows[cell])] -= worth
        }
      }
    }
    return (positive, negative)
  }
}
