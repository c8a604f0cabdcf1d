extension ValenceFit {
  /// The quadratic that touches the loss where the valences are, and its descent.
  struct Quadratic {
    private var byUpper: [Double]
    private var byLower: [Double]
    private var upper: [Double]
    private var lower: [Double]
    private var both: [Double]

    /// Room for so many texts.
    init(count: Int) {
      byUpper = [Double](repeating: 0, count: count)
      byLower = byUpper
      upper = byUpper
      lower = byUpper
      both = byUpper
    }

    /// Takes the derivatives of the loss at margins.
    mutating func touch(
      _ problem: Problem,
      _ margins: (upper: [Double], lower: [Double]),
      _ loss: OrdinalLoss
    ) {
      for row in problem.sides.indices {
        let weight = problem.weights[row]
        guard weight != 0 else { continue }
        let at = loss.at(
          upper: margins.upper[row],
          lower: margins.lower[row],
          side: problem.sides[row]
        )
        byUpper[row] = weight * at.byUpper
        byLower[row] = weight * at.byLower
        upper[row] = weight * at.upper
        lower[row] = weight * at.lower
        both[row] = weight * at.both
      }
    }

    /// Coordinate descent, at most twenty times over the entries.
    mutating func descend(
      _ problem: Problem,
      _ penalty: Double,
      _ valences: [Double],
      _ steps: inout [Double]
    ) {
      let features = problem.features
      var curvature = [Double](repeating: penalty, count: steps.count)
      for column in steps.indices {
        for cell in features.starts[column]..<features.starts[column + 1] {
          let row = Int(features.rows[cell])
          let at = problem.margins(Double(features.values[cell]), column)
          curvature[column] +=
            upper[row] * at.upper * at.upper + lower[row] * at.lower * at.lower
            + 2 * both[row] * at.upper * at.lower
        }
      }
      for _ in 0..<20 {
        var largest = 0.0
        for column in steps.indices where !problem.isFixed[column] {
          let cells = features.starts[column]..<features.starts[column + 1]
          guard !cells.isEmpty, curvature[column] > 0 else { continue }
          let now = valences[column] + steps[column]
          var gradient = penalty * (now - problem.authored[column])
          for cell in cells {
            let row = Int(features.rows[cell])
            let at = problem.margins(Double(features.values[cell]), column)
            gradient += byUpper[row] * at.upper + byLower[row] * at.lower
          }
          let step = problem.bounded(now - gradient / curvature[column], column) - now
          guard step != 0 else { continue }
          largest = max(largest, abs(step))
          steps[column] += step
          for cell in cells {
            let row = Int(features.rows[cell])
            let at = problem.margins(Double(features.values[cell]), column)
            byUpper[row] += step * (upper[row] * at.upper + both[row] * at.lower)
            byLower[row] += step * (both[row] * at.upper + lower[row] * at.lower)
          }
        }
        if largest < 1e-3 { return }
      }
    }
  }
}
