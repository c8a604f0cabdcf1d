internal import Foundation

/// Finds a maximum of a smooth function of a few variables within bounds.
///
/// Newton's steps; the matrix of second derivatives is damped until it is safe and the step until it
/// climbs (Levenberg 1944, Marquardt 1963). A variable at its bound that wants to leave it is held
/// there.
struct DampedNewton {
  /// The function with its gradient and the negative matrix of its second derivatives.
  var function: ([Double]) -> Place
  /// The least value of each variable.
  var lower: [Double]
  /// The greatest value of each variable.
  var upper: [Double]
  /// The search ends when a Newton step would gain less than this.
  var tolerance = 1e-10

  /// What is known of the function at a point.
  struct Place {
    var value: Double
    var gradient: [Double]
    var information: [[Double]]
  }

  /// Where a search ended.
  struct Result {
    var point: [Double]
    var value: Double
    /// The negative matrix of second derivatives there.
    var information: [[Double]]
    /// Whether the gradient vanished, bounds aside.
    var isStationary: Bool
    /// The variables that ended at a bound.
    var atBounds: [Int]
  }

  /// Climbs from a point.
  ///
  /// - Complexity: Some twenty steps, of a call of the function each and one more for each step that
  ///   did not climb.
  func climb(from start: [Double], steps: Int = 200) -> Result {
    var point = clamped(start)
    var place = function(point)
    var damping = 1e-3
    var isStationary = false
    for _ in 0..<steps where place.value.isFinite {
      let free = free(at: point, place.gradient)
      if free.isEmpty {
        isStationary = true
        break
      }
      // What a Newton step would gain; the gradient alone says nothing about scale.
      if let step = Self.solve(place.information, place.gradient, free, damping: 0),
        Self.dot(step, place.gradient) / 2 < tolerance
      {
        isStationary = true
        break
      }
      var hasClimbed = false
      while damping < 1e12 {
        if let step = Self.solve(place.information, place.gradient, free, damping: damping) {
          // No step over more than a factor of e⁴: far away the matrix means nothing.
          let longest = step.map(abs).max() ?? 0
          let scale = longest > 4 ? 4 / longest : 1
          let candidate = clamped(zip(point, step).map { $0 + scale * $1 })
          let there = function(candidate)
          if there.value.isFinite, there.value > place.value {
            let gain = there.value - place.value
            (point, place) = (candidate, there)
            damping = max(1e-12, damping / 10)
            hasClimbed = gain > tolerance / 100
            break
          }
        }
        damping *= damping < 1e-6 ? 1e3 : 10
      }
      guard hasClimbed else {
        // Nothing more to gain in the digits that there are.
        let free = self.free(at: point, place.gradient)
        if let step = Self.solve(place.information, place.gradient, free, damping: 0) {
          isStationary =
            Self.dot(step, place.gradient) / 2 < 1e-6 * (1 + abs(place.value) * 1e-6)
        }
        break
      }
    }
    refine(&point, &place)
    let atBounds = point.indices.filter {
      point[$0] <= lower[$0] + 1e-6 || point[$0] >= upper[$0] - 1e-6
    }
    return Result(
      point: point,
      value: place.value,
      information: place.information,
      isStationary: isStationary,
      atBounds: atBounds
    )
  }

  /// Takes the last steps, where what there is to gain is less than the function's own rounding: a
  /// step counts as good when it leaves the gradient smaller.
  private func refine(_ point: inout [Double], _ place: inout Place) {
    for _ in 0..<3 where place.value.isFinite {
      let free = free(at: point, place.gradient)
      guard !free.isEmpty,
        let step = Self.solve(place.information, place.gradient, free, damping: 0),
        Self.dot(step, place.gradient) < 1e-6, step.allSatisfy({ abs($0) < 0.1 })
      else { return }
      let candidate = clamped(zip(point, step).map { $0 + $1 })
      let there = function(candidate)
      guard there.value > place.value - 1e-9 * (1 + abs(place.value)),
        let next = Self.solve(place.information, there.gradient, free, damping: 0),
        Self.dot(next, there.gradient) < Self.dot(step, place.gradient) / 4
      else { return }
      (point, place) = (candidate, there)
    }
  }

  /// The inverse of a positive definite matrix; nil when it is none.
  static func inverse(_ matrix: [[Double]]) -> [[Double]]? {
    let all = Array(matrix.indices)
    var columns: [[Double]] = []
    for column in all {
      var unit = [Double](repeating: 0, count: matrix.count)
      unit[column] = 1
      guard let solution = solve(matrix, unit, all, damping: 0) else { return nil }
      columns.append(solution)
    }
    return columns
  }

  private func clamped(_ point: [Double]) -> [Double] {
    point.indices.map { min(max(point[$0], lower[$0]), upper[$0]) }
  }

  private func free(at point: [Double], _ gradient: [Double]) -> [Int] {
    point.indices.filter {
      !(point[$0] <= lower[$0] && gradient[$0] <= 0)
        && !(point[$0] >= upper[$0] && gradient[$0] >= 0)
    }
  }

  /// Solves (A + damping · scale) x = b for the free variables by Cholesky's way; nil when the
  /// matrix is not safely positive definite.
  private static func solve(
    _ matrix: [[Double]],
    _ right: [Double],
    _ free: [Int],
    damping: Double
  ) -> [Double]? {
    let count = free.count
    var factor = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    let largest = free.map { abs(matrix[$0][$0]) }.max() ?? 0
    for row in 0..<count {
      for column in 0...row {
        var sum = matrix[free[row]][free[column]]
        if row == column { sum += damping * (abs(sum) + 1e-3 * largest + 1e-12) }
        for k in 0..<column { sum -= factor[row][k] * factor[column][k] }
        if row == column {
          guard sum > 1e-13 * abs(matrix[free[row]][free[row]]), sum > 0, sum.isFinite else {
            return nil
          }
          factor[row][row] = sum.squareRoot()
        } else {
          factor[row][column] = sum / factor[column][column]
        }
      }
    }
    var solution = [Double](repeating: 0, count: count)
    for row in 0..<count {
      var sum = right[free[row]]
      for k in 0..<row { sum -= factor[row][k] * solution[k] }
      solution[row] = sum / factor[row][row]
    }
    for row in (0..<count).reversed() {
      var sum = solution[row]
      for k in (row + 1)..<max(count, row + 1) { sum -= factor[k][row] * solution[k] }
      solution[row] = sum / factor[row][row]
    }
    var whole = [Double](repeating: 0, count: right.count)
    for (place, variable) in free.enumerated() { whole[variable] = solution[place] }
    return whole
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
