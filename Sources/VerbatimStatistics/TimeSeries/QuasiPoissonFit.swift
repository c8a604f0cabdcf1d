internal import Foundation

/// A log-linear regression of counts on a time trend and a group, with free dispersion.
///
/// log μᵢ = a(group i) + b·tᵢ + log(exposureᵢ), variance φ·μ. Fitted by iteratively re-weighted least
/// squares from μ = y + 0.1 until the deviance changes by less than 1e-8 of itself, at most 25
/// times, as R's `glm` does it. Since each observation belongs to one group, the normal equations
/// are a diagonal with one border, and a step costs O(*n*).
///
/// - SeeAlso: McCullagh and Nelder (1989), *Generalized Linear Models*, sections 2.5 and 9.2.
struct QuasiPoissonFit {
  /// The observations.
  struct Data {
    var counts: [Double]
    /// Time, in periods.
    var times: [Double]
    /// Logarithms of the exposures; 0 where exposure plays no part.
    var offsets: [Double]
    /// The group of each, from 0 on.
    var groups: [Int]
    var groupCount: Int
  }

  /// What the model says at one time.
  struct Prediction {
    var mean: Double
    /// The variance of the logarithm of the mean, for a dispersion of 1.
    var variance: Double
  }

  /// The slope, 0 when there is none.
  let slope: Double
  /// Whether there is a slope.
  let hasTrend: Bool
  /// Pearson's chi-square by its degrees of freedom.
  let dispersion: Double
  /// The two-sided p-value of Student's test of the slope; 1 when there is none.
  let trendP: Double
  private let means: [Double]
  private let intercepts: [Double]
  private let slopeVariance: Double
  private let groupWeights: [Double]
  private let groupTimes: [Double]
  private let hats: [Double]

  /// Fits; nil when it does not converge, or there are no more observations than parameters.
  init?(_ data: Data, weights: [Double]? = nil, trend: Bool) {
    let n = data.counts.count
    guard n > 0 else { return nil }
    var mu = data.counts.map { $0 + 0.1 }
    var eta = mu.map { log($0) }
    var deviance = Self.deviance(data.counts, mu, weights)
    var step = Step(groups: data.groupCount)
    var isConverged = false
    for _ in 0..<25 {
      step = Step(groups: data.groupCount)
      for index in 0..<n {
        let working =
          eta[index] - data.offsets[index] + (data.counts[index] - mu[index]) / mu[index]
        let weight = (weights?[index] ?? 1) * mu[index]
        step.add(working, weight: weight, time: data.times[index], group: data.groups[index])
      }
      step.solve(trend: trend)
      for index in 0..<n {
        eta[index] =
          step.intercepts[data.groups[index]] + step.slope * data.times[index]
          + data.offsets[index]
        mu[index] = exp(eta[index])
      }
      let before = deviance
      deviance = Self.deviance(data.counts, mu, weights)
      guard deviance.isFinite, mu.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
      if abs(deviance - before) / (abs(deviance) + 0.1) < 1e-8 {
        isConverged = true
        break
      }
    }
    guard isConverged else { return nil }
    let degrees = Double(n - step.rank)
    guard degrees > 0 else { return nil }
    // The weights of the last step were those of the means before it; R reports with those.
    var squares = 0.0
    var hats: [Double] = []
    hats.reserveCapacity(n)
    for index in 0..<n {
      let residual = (data.counts[index] - mu[index]) / mu[index]
      squares += step.weights[index] * residual * residual
      hats.append(step.weights[index] * step.variance(data.times[index], data.groups[index]))
    }
    dispersion = squares / degrees
    hasTrend = step.hasSlope
    slope = step.slope
    slopeVariance = step.slopeVariance
    let error = (dispersion * step.slopeVariance).squareRoot()
    trendP =
      step.hasSlope
      ? IncompleteBeta.studentTails(error > 0 ? slope / error : .infinity, degrees: degrees) : 1
    means = mu
    intercepts = step.intercepts
    groupWeights = step.groupWeights
    groupTimes = step.groupTimes
    self.hats = hats
  }

  /// The mean at a time, in a group, and how sure it is.
  func prediction(at time: Double, group: Int, offset: Double) -> Prediction {
    let weight = groupWeights[group]
    let distance = weight > 0 ? time - groupTimes[group] / weight : 0
    return Prediction(
      mean: exp(intercepts[group] + slope * time + offset),
      variance: (weight > 0 ? 1 / weight : 0) + distance * distance * slopeVariance
    )
  }

  /// Weights that turn down past outbreaks: observations whose standardised Anscombe residual s
  /// lies above a threshold count s⁻², the sum of all weights staying the number of observations.
  ///
  /// - SeeAlso: Farrington et al. (1996), section 3.5; Noufaily et al. (2013) raise the threshold
  ///   from 1 to 2.58.
  func outbreakWeights(_ counts: [Double], dispersion: Double, threshold: Double) -> [Double] {
    let residuals = counts.indices.map { index in
      let mean = means[index]
      let raw = 1.5 * (pow(counts[index], 2 / 3) * pow(mean, -1 / 6) - mean.squareRoot())
      let scale = dispersion * max(1e-12, 1 - hats[index])
      return raw / scale.squareRoot()
    }
    return Self.weights(residuals: residuals, threshold: threshold)
  }

  /// Weights from standardised residuals.
  static func weights(residuals: [Double], threshold: Double) -> [Double] {
    let raw = residuals.map { $0 > threshold ? 1 / ($0 * $0) : 1 }
    let scale = Double(raw.count) / raw.reduce(0, +)
    return raw.map { $0 * scale }
  }

  private static func deviance(_ counts: [Double], _ means: [Double], _ weights: [Double]?)
    -> Double
  {
    var sum = 0.0
    for index in counts.indices {
      let count = counts[index]
      let mean = means[index]
      let part = (count > 0 ? count * log(count / mean) : 0) - (count - mean)
      sum += 2 * part * (weights?[index] ?? 1)
    }
    return sum
  }

  /// One weighted least-squares problem.
  private struct Step {
    var groupWeights: [Double]
    var groupTimes: [Double]
    var groupValues: [Double]
    var timeSquares = 0.0
    var timeValues = 0.0
    var weights: [Double] = []
    var intercepts: [Double]
    var slope = 0.0
    var slopeVariance = 0.0
    var hasSlope = false

    init(groups: Int) {
      groupWeights = Array(repeating: 0, count: groups)
      groupTimes = groupWeights
      groupValues = groupWeights
      intercepts = groupWeights
    }

    mutating func add(_ value: Double, weight: Double, time: Double, group: Int) {
      groupWeights[group] += weight
      groupTimes[group] += weight * time
      groupValues[group] += weight * value
      timeSquares += weight * time * time
      timeValues += weight * time * value
      weights.append(weight)
    }

    mutating func solve(trend: Bool) {
      if trend {
        var square = timeSquares
        var product = timeValues
        for group in groupWeights.indices where groupWeights[group] > 0 {
          square -= groupTimes[group] * groupTimes[group] / groupWeights[group]
          product -= groupTimes[group] * groupValues[group] / groupWeights[group]
        }
        if square > 1e-11 * timeSquares {
          slope = product / square
          slopeVariance = 1 / square
          hasSlope = true
        }
      }
      for group in groupWeights.indices where groupWeights[group] > 0 {
        intercepts[group] = (groupValues[group] - slope * groupTimes[group]) / groupWeights[group]
      }
    }

    var rank: Int { groupWeights.count { $0 > 0 } + (hasSlope ? 1 : 0) }

    func variance(_ time: Double, _ group: Int) -> Double {
      let distance = time - groupTimes[group] / groupWeights[group]
      return 1 / groupWeights[group] + distance * distance * slopeVariance
    }
  }
}
