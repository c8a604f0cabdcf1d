internal import Foundation

extension ShopState {
  private static let shapeGrid = [0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4, 5.7, 8, 16]

  /// Fits the spread of relative rates over articles, by issue, and the noise of a week.
  mutating func fit(_ cells: [DefectReplay.Cell], _ cellStarts: [Int]) {
    let issues = history.issues.count
    let grid = Self.shapeGrid
    var totals = [Double](repeating: 0, count: history.articles.count)
    for article in history.articles.indices {
      extend(article)
      totals[article] = volumes[article].expected.reduce(0, +)
    }
    var likelihoods = [Double](repeating: 0, count: issues * grid.count)
    // Articles without a complaint, then what complaints change.
    for article in history.articles.indices where totals[article] > 0 {
      for issue in 0..<issues {
        let expected = totals[article] * odds[issue]
        for (index, shape) in grid.enumerated() {
          likelihoods[issue * grid.count + index] -= shape * log(1 + expected / shape)
        }
      }
    }
    var excess = 0.0
    var squares = 0.0
    for cell in cells {
      var count = 0.0
      for place in cell.complaints {
        guard Int(history.complaints[place].week) <= week else { break }
        count += Double(history.complaints[place].count)
      }
      let expected = totals[cell.article] * odds[cell.issue]
      guard count > 0, expected > 0 else { continue }
      for (index, shape) in grid.enumerated() {
        likelihoods[cell.issue * grid.count + index] +=
          GammaFunction.logGamma(shape + count) - GammaFunction.logGamma(shape)
          + count * log(expected / (shape + expected))
      }
      guard count >= 8 else { continue }
      addNoise(cell, relative: count / expected, &excess, &squares)
    }
    for issue in 0..<issues {
      let row = likelihoods[(issue * grid.count)..<((issue + 1) * grid.count)]
      let best = row.indices.max { row[$0] < row[$1] } ?? row.startIndex
      shapes[issue] = grid[best - row.startIndex]
    }
    noise = min(1.5, max(0.01, (excess + 0.05 * 20) / (squares + 20)))
  }

  /// Adds a series' squared deviations beyond Poisson's.
  private func addNoise(
    _ cell: DefectReplay.Cell,
    relative: Double,
    _ excess: inout Double,
    _ squares: inout Double
  ) {
    let volume = volumes[cell.article]
    let issues = history.issues.count
    var place = cell.complaints.lowerBound
    for index in volume.expected.indices {
      let at = volume.first + index
      var count = 0.0
      while place < cell.complaints.upperBound, Int(history.complaints[place].week) == at {
        count += Double(history.complaints[place].count)
        place += 1
      }
      let mean =
        relative * odds[cell.issue] * factors[at * issues + cell.issue]
        * (volume.expected[index] - count * volume.pull[index])
      guard mean > 0.05 else { continue }
      // A planted defect must not pass for noise.
      let deviation = min(count - mean, 4 * (mean + 0.3 * mean * mean).squareRoot())
      // Weighted so that the largest series do not speak for all.
      let weight = 1 / ((1 + 0.3 * mean) * (1 + 0.3 * mean))
      excess += weight * (deviation * deviation - mean)
      squares += weight * mean * mean
    }
  }
}
