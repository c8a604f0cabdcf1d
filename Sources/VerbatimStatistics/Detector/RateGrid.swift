internal import Foundation

/// What is known of an article's relative rate had nothing happened, at eight rates.
///
/// The Bayes factor of a change is the mean, over the posterior of the rate without one, of the
/// likelihood ratio at a known rate. The past, the weeks in question and the siblings of a lot each
/// speak once, and steps, drifts and lots are weighed against one and the same null.
struct RateGrid {
  typealias Rates = SIMD8<Double>

  private let logWeights: Rates
  /// The size of the gamma noise of a week.
  private let size: Double
  /// By week of the window and rate: the mean, as a share of mean and size together.
  private let shares: [Rates]

  /// The grid of a series: gamma before the window, negative-binomial in each week of it.
  init(_ window: SeriesWindow) {
    let length = window.longest
    let offset = window.counts.count - length
    let past = window.past(length)
    let shape = past.shape + window.recentCounts[length]
    let before = past.shape / past.rate
    let all = shape / (past.rate + window.recentExpected[length])
    let low = log(min(before, all)) - 2.3 / past.shape.squareRoot()
    let high = log(max(before, all)) + 2 / shape.squareRoot()
    let step = (high - low) / Double(Rates.scalarCount - 1)
    var rates = Rates.zero
    for place in rates.indices { rates[place] = exp(low + step * Double(place)) }
    let size = 1 / max(window.noise, 1e-6)
    var shares: [Rates] = []
    shares.reserveCapacity(length)
    var null = LikelihoodRatio()
    for index in offset..<(offset + length) {
      let means = rates * window.expected[index]
      shares.append(means / (size + means))
      null.add(means / size, count: window.counts[index], gain: 0)
    }
    var weights = null.logs(size: size)
    for place in rates.indices {
      // The density of ln rate: the points are evenly spaced in it.
      weights[place] += shape * (low + step * Double(place)) - past.rate * rates[place]
    }
    logWeights = weights - Self.logSum(weights)
    self.size = size
    self.shares = shares
  }

  /// What the mean of a week of the window grows by at each rate, as a share of mean and noise
  /// together; `excess` is what it grows by as a share of itself.
  func growth(_ week: Int, by excess: Double) -> Rates { shares[week] * excess }

  /// ln of the Bayes factor of a change.
  func evidence(_ ratio: LikelihoodRatio) -> Double {
    Self.logSum(ratio.logs(size: size) + logWeights)
  }

  private static func logSum(_ values: Rates) -> Double {
    let greatest = values.max()
    var sum = 0.0
    for place in values.indices { sum += exp(values[place] - greatest) }
    return greatest + log(sum)
  }
}

/// The likelihood ratio of a change at each rate of a grid, as it takes in week after week.
///
/// Products are kept, for a logarithm of a product costs as much as one of a factor.
struct LikelihoodRatio {
  private var gain = 0.0
  private var grown = RateGrid.Rates(repeating: 1)
  private var counted = RateGrid.Rates(repeating: 1)
  private var logCounted = RateGrid.Rates.zero

  /// Takes in a week.
  ///
  /// - Parameters:
  ///   - growth: What the mean grows by, as a share of mean and noise together.
  ///   - count: All complaints of the week.
  ///   - gain: ln of the product of the factors of those complaints.
  mutating func add(_ growth: RateGrid.Rates, count: Double, gain: Double) {
    let factor = 1 + growth
    grown *= factor
    guard count > 0 else { return }
    self.gain += gain
    if count <= 8, counted.max() < 1e200 {
      for _ in 0..<Int(count) { counted *= factor }
    } else {
      for place in factor.indices { logCounted[place] += count * log(factor[place]) }
    }
  }

  /// ln of the ratio at each rate, with the noise of a week of the given size.
  func logs(size: Double) -> RateGrid.Rates {
    var result = gain - logCounted
    for place in result.indices { result[place] -= size * log(grown[place]) + log(counted[place]) }
    return result
  }
}
