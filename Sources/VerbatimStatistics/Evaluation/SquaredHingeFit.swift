/// Linear weights that part rows of one kind from all others: a support vector machine with squared
/// hinge loss.
///
/// It minimises ½‖w‖² + cost · Σ max(0, 1 − yᵢ·(w·xᵢ + b))² by coordinate descent in the dual, with *b*
/// as the weight of a column that is 1 in every row. The order of the steps is drawn from a fixed seed,
/// so the same rows give the same weights.
///
/// - SeeAlso: Hsieh, Chang, Lin, Keerthi and Sundararajan (2008), *A dual coordinate descent method
///   for large-scale linear SVM*, algorithm 3.
public struct SquaredHingeFit: Sendable {
  /// Rows of few columns each.
  public struct Rows: Sendable {
    /// Where each row begins in ``columns``; one more than there are rows.
    public private(set) var starts: [Int] = [0]
    /// The columns of all rows.
    public private(set) var columns: [Int32] = []
    /// Their values.
    public private(set) var values: [Double] = []
    /// The sum of the squares of each row's values.
    private(set) var squares: [Double] = []

    /// No rows.
    public init() {}

    /// How many rows there are.
    public var count: Int { starts.count - 1 }

    /// Adds a row, its values divided by the root of the sum of their squares and of that of a ballast:
    /// without one, rows have length 1.
    ///
    /// - Precondition: There are as many values as columns.
    ///
    /// - Parameters:
    ///   - columns: The columns that are not 0.
    ///   - values: Their values.
    ///   - ballast: What stands beside them where they are divided.
    ///   - whole: A column with the value 1 that is not divided; nil for none.
    public mutating func append(
      _ columns: [Int32],
      _ values: [Double],
      ballast: Double = 0,
      whole: Int32? = nil
    ) {
      precondition(columns.count == values.count, "each column needs its value")
      let square = values.reduce(0) { $0 + $1 * $1 }
      let norm = (square + ballast * ballast).squareRoot()
      squares.append(norm > 0 ? square / (norm * norm) : 0)
      self.columns += columns
      self.values += values.map { norm > 0 ? $0 / norm : 0 }
      if let whole {
        squares[squares.count - 1] += 1
        self.columns.append(whole)
        self.values.append(1)
      }
      starts.append(self.columns.count)
    }

    /// A row's values times weights, added up.
    public func product(_ row: Int, _ weights: [Double]) -> Double {
      var sum = 0.0
      for at in starts[row]..<starts[row + 1] { sum += values[at] * weights[Int(columns[at])] }
      return sum
    }
  }

  /// The weight of each column.
  public private(set) var weights: [Double]
  /// *b*.
  public private(set) var intercept = 0.0

  /// The most passes over the rows.
  static let mostPasses = 100
  /// How far a step may still lead when it is enough.
  static let tolerance = 0.01

  /// Fits weights.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - isYes: Which rows are of the kind; where none or all are, no column weighs anything and the
  ///     intercept is −1 or 1.
  ///   - columnCount: How many columns there are.
  ///   - cost: What a row on the wrong side costs.
  ///   - counts: For how many rows each stands; nil for one each.
  /// - Complexity: O(passes × values).
  public init(
    _ rows: Rows,
    isYes: [Bool],
    columnCount: Int,
    cost: Double,
    counts: [Double]? = nil
  ) {
    precondition(rows.count == isYes.count, "each row needs its kind")
    weights = [Double](repeating: 0, count: columnCount)
    precondition(counts.map { $0.count == rows.count } ?? true, "each row needs its count")
    let yesRows = isYes.count { $0 }
    guard yesRows > 0, yesRows < isYes.count else {
      intercept = yesRows > 0 ? 1 : -1
      return
    }
    let slack = 0.5 / cost
    var duals = [Double](repeating: 0, count: rows.count)
    var active = Array(0..<rows.count)
    var generator = SplitMix64(seed: 1)
    var bound = Double.infinity
    for _ in 0..<Self.mostPasses {
      shuffle(&active, &generator)
      var largest = 0.0
      var kept = 0
      for place in active.indices {
        let row = active[place]
        let sign = isYes[row] ? 1.0 : -1.0
        let diagonal = slack / (counts?[row] ?? 1)
        let gradient =
          sign * (rows.product(row, weights) + intercept) - 1 + diagonal * duals[row]
        // A row well on its side is looked at again when the others are done.
        if duals[row] == 0, gradient > bound { continue }
        active[kept] = row
        kept += 1
        let step = duals[row] == 0 ? min(gradient, 0) : gradient
        largest = max(largest, abs(step))
        guard abs(step) > 1e-12 else { continue }
        let dual = max(0, duals[row] - gradient / (1 + rows.squares[row] + diagonal))
        let change = (dual - duals[row]) * sign
        duals[row] = dual
        for at in rows.starts[row]..<rows.starts[row + 1] {
          weights[Int(rows.columns[at])] += change * rows.values[at]
        }
        intercept += change
      }
      active.removeLast(active.count - kept)
      if largest <= Self.tolerance {
        if kept == rows.count { break }
        active = Array(0..<rows.count)
        bound = .infinity
      } else {
        bound = max(largest, Self.tolerance)
      }
    }
  }

  private func shuffle(_ rows: inout [Int], _ generator: inout SplitMix64) {
    guard rows.count > 1 else { return }
    for last in stride(from: rows.count - 1, through: 1, by: -1) {
      rows.swapAt(last, generator.index(below: last + 1))
    }
  }
}
