/// The credit that two judges reached and the one that chance gives, from a table of counts or of
/// sums of weights.
struct KappaCredit {
  let observed: Double
  let expected: Double
  /// The share of each verdict of the first judge.
  let rows: [Double]
  /// The share of each verdict of the second judge.
  let columns: [Double]
  /// What a verdict of the first judge earns on average with the second's shares.
  let creditOfRow: [Double]
  /// What a verdict of the second judge earns on average with the first's shares.
  let creditOfColumn: [Double]

  var kappa: Double { (observed - expected) / (1 - expected) }

  init(_ cells: [[Double]], weighting: KappaWeighting) throws(KappaGap) {
    let classes = cells.indices
    let total = cells.reduce(0) { $0 + $1.reduce(0, +) }
    guard total > 0 else { throw .empty }
    let rows = cells.map { $0.reduce(0, +) / total }
    let columns = classes.map { column in cells.reduce(0) { $0 + $1[column] } / total }
    func credit(_ row: Int, _ column: Int) -> Double {
      weighting.credit(row, column, of: cells.count)
    }
    creditOfRow = classes.map { row in classes.reduce(0) { $0 + columns[$1] * credit(row, $1) } }
    creditOfColumn = classes.map { column in
      classes.reduce(0) { $0 + rows[$1] * credit($1, column) }
    }
    var reached = 0.0
    var chance = 0.0
    var misses = 0.0
    for row in classes {
      for column in classes {
        reached += cells[row][column] / total * credit(row, column)
        chance += rows[row] * columns[column] * credit(row, column)
        if row != column { misses += rows[row] * columns[column] }
      }
    }
    // Exactly 0 when all verdicts are of one class, whatever the rounding of the sum above.
    guard misses > 0 else { throw .oneClass }
    (observed, expected) = (reached, chance)
    (self.rows, self.columns) = (rows, columns)
  }
}
