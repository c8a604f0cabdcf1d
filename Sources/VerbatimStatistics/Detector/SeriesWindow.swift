internal import Foundation

/// One article's complaints of one issue up to a week, with what was to be expected.
struct SeriesWindow {
  /// By week from `first` on.
  private(set) var first = 0
  private(set) var counts: [Double] = []
  private(set) var expected: [Double] = []
  /// Sums over all weeks before an index, weighted down for the noise of a week.
  private(set) var pastCounts: [Double] = []
  private(set) var pastExpected: [Double] = []
  /// Sums over the last weeks: index k is the last k weeks.
  private(set) var recentCounts: [Double] = []
  private(set) var recentExpected: [Double] = []
  private(set) var recentSquares: [Double] = []
  private(set) var shape = 1.0
  private(set) var rate = 1.0
  private(set) var noise = 0.0
  private(set) var longest = 0

  /// Loads a series; `complaints` are those of the article and issue.
  mutating func load(
    _ state: inout ShopState,
    article: Int,
    issue: Int,
    complaints: Range<Int>
  ) {
    state.extend(article)
    state.withVolume(of: article) { volume in
      first = volume.first
      let issues = state.history.issues.count
      let weeks = state.week - first + 1
      counts.removeAll(keepingCapacity: true)
      expected.removeAll(keepingCapacity: true)
      guard weeks > 0 else { return }
      let odds = state.odds[issue]
      for index in 0..<weeks {
        counts.append(0)
        expected.append(
          volume.expected[index] * odds * state.factors[(first + index) * issues + issue]
        )
      }
      for place in complaints {
        let item = state.history.complaints[place]
        guard Int(item.week) <= state.week else { break }
        let index = Int(item.week) - first
        let count = Double(item.count)
        counts[index] += count
        // The complaints themselves are no sign of volume.
        expected[index] -=
          count * volume.pull[index] * odds * state.factors[Int(item.week) * issues + issue]
      }
    }
    shape = state.shapes[issue]
    rate = shape
    noise = state.noise
    sum(longest: state.settings.longestWindow)
  }

  private mutating func sum(longest limit: Int) {
    let weeks = counts.count
    longest = min(limit, weeks)
    var totalCount = shape
    var totalExpected = rate
    for index in 0..<weeks {
      totalCount += counts[index]
      totalExpected += expected[index]
    }
    let relative = totalCount / totalExpected
    pastCounts.removeAll(keepingCapacity: true)
    pastExpected.removeAll(keepingCapacity: true)
    var pastCount = 0.0
    var pastExpect = 0.0
    for index in 0..<weeks {
      pastCounts.append(pastCount)
      pastExpected.append(pastExpect)
      let weight = 1 / (1 + noise * relative * expected[index])
      pastCount += weight * counts[index]
      pastExpect += weight * expected[index]
    }
    recentCounts.removeAll(keepingCapacity: true)
    recentExpected.removeAll(keepingCapacity: true)
    recentSquares.removeAll(keepingCapacity: true)
    var count = 0.0
    var expect = 0.0
    var squares = 0.0
    recentCounts.append(0)
    recentExpected.append(0)
    recentSquares.append(0)
    for k in 0..<longest {
      let index = weeks - 1 - k
      count += counts[index]
      expect += expected[index]
      squares += expected[index] * expected[index]
      recentCounts.append(count)
      recentExpected.append(expect)
      recentSquares.append(squares)
    }
  }

  /// The posterior of the relative rate from all weeks before the last `k`.
  func past(_ k: Int) -> (shape: Double, rate: Double) {
    let index = counts.count - k
    return (shape + pastCounts[index], rate + pastExpected[index])
  }

  /// The complaints to be expected in a week, at the rate of the weeks before the window.
  var usual: Double {
    let past = past(longest)
    return past.shape / past.rate * recentExpected[longest] / Double(max(1, longest))
  }

  /// The greatest Poisson log-likelihood ratio of the last weeks, which no mixture exceeds by much.
  var excess: Double {
    var greatest = 0.0
    for k in 1...max(1, longest) {
      let past = past(k)
      let mean = past.shape / past.rate * recentExpected[k]
      let count = recentCounts[k]
      if count > mean { greatest = max(greatest, count * log(count / mean) - count + mean) }
    }
    return greatest
  }

  /// The log-likelihood ratio of a rate multiplied by `factor` in the last `k` weeks.
  func step(_ k: Int, _ factor: Double, _ logFactor: Double) -> Double {
    let past = past(k)
    return Self.ratio(
      count: recentCounts[k],
      mean: past.shape / past.rate * recentExpected[k],
      size: 1
        / (1 / past.shape
          + noise * recentSquares[k] / (recentExpected[k] * recentExpected[k] + 1e-300)),
      factor,
      logFactor
    )
  }

  /// ln of negative-binomial likelihoods, a mean `factor` times as great over the mean.
  static func ratio(
    count: Double,
    mean: Double,
    size: Double,
    _ factor: Double,
    _ logFactor: Double
  ) -> Double {
    count * logFactor - (size + count) * log((size + factor * mean) / (size + mean))
  }
}
