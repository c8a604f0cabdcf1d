internal import Foundation

/// The changes that a whole SKU may go through.
extension RateGrid {
  private static let stepWeeks = [1, 2, 3, 4, 6, 8, 11, 15, 20]
  private static let stepFactors = [1.7, 3, 6].map { (factor: $0, log: log($0)) }
  private static let driftWeeks = [4, 8, 12, 16, 20, 26, 32, 40]
  private static let driftTargets = [log(2.0), log(4.0)]
  /// The weeks in which a drift comes to its end.
  private static let driftLength = 26

  /// ln of the mean Bayes factor of a sudden change in one of the last weeks.
  func steps(_ window: SeriesWindow) -> Double {
    let last = window.longest - 1
    let offset = window.counts.count - window.longest
    var sum = LogSum()
    for (factor, logFactor) in Self.stepFactors {
      var ratio = LikelihoodRatio()
      var next = 0
      for back in 0...last where next < Self.stepWeeks.count {
        let count = window.counts[offset + last - back]
        ratio.add(growth(last - back, by: factor - 1), count: count, gain: count * logFactor)
        guard back + 1 == Self.stepWeeks[next] else { continue }
        sum.add(evidence(ratio), 1)
        next += 1
      }
    }
    return sum.mean
  }

  /// ln of the mean Bayes factor of a slow growth that began in one of the last weeks.
  func drifts(_ window: SeriesWindow) -> Double {
    let length = window.longest
    let offset = window.counts.count - length
    var sum = LogSum()
    for target in Self.driftTargets {
      let factors = (1...Self.driftLength).map { week in
        let logFactor = target * Double(week) / Double(Self.driftLength)
        return (excess: exp(logFactor) - 1, log: logFactor)
      }
      for weeks in Self.driftWeeks where weeks <= length {
        var ratio = LikelihoodRatio()
        for index in (length - weeks)..<length {
          let factor = factors[min(index - (length - weeks), Self.driftLength - 1)]
          let count = window.counts[offset + index]
          ratio.add(growth(index, by: factor.excess), count: count, gain: count * factor.log)
        }
        sum.add(evidence(ratio), 1)
      }
    }
    return sum.mean
  }
}
