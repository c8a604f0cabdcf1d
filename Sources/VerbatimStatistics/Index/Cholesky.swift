/// A symmetric matrix as the product of a triangle and its mirror image.
struct Cholesky {
  private let triangle: [[Double]]

  /// The triangle of A + ridge · I; nil when that is not positive definite.
  init?(_ matrix: [[Double]], adding ridge: Double = 0) {
    var triangle = matrix
    for row in matrix.indices {
      for column in 0...row {
        var sum = matrix[row][column] + (row == column ? ridge : 0)
        for index in 0..<column { sum -= triangle[row][index] * triangle[column][index] }
        if row == column {
          guard sum > 0 else { return nil }
          triangle[row][row] = sum.squareRoot()
        } else {
          triangle[row][column] = sum / triangle[column][column]
        }
      }
    }
    self.triangle = triangle
  }

  /// The inverse of the matrix.
  var inverse: [[Double]] {
    let count = triangle.count
    var inverse = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for unit in 0..<count {
      var column = [Double](repeating: 0, count: count)
      for row in unit..<count {
        var sum = row == unit ? 1.0 : 0
        for index in unit..<row { sum -= triangle[row][index] * column[index] }
        column[row] = sum / triangle[row][row]
      }
      for row in (0..<count).reversed() {
        var sum = column[row]
        for index in (row + 1)..<count { sum -= triangle[index][row] * column[index] }
        column[row] = sum / triangle[row][row]
      }
      for row in 0..<count { inverse[row][unit] = column[row] }
    }
    return inverse
  }
}
