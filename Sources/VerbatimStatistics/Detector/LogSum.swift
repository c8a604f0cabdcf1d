internal import Foundation

/// ln of a weighted sum of exponentials.
struct LogSum {
  private var greatest = -Double.infinity
  private var sum = 0.0
  private var weights = 0.0

  mutating func add(_ value: Double, _ weight: Double) {
    weights += weight
    if value <= greatest {
      sum += weight * exp(value - greatest)
    } else {
      sum = sum * exp(greatest - value) + weight
      greatest = value
    }
  }

  /// ln of the weighted mean.
  var mean: Double { weights > 0 ? greatest + Foundation.log(sum / weights) : -.infinity }

  /// ln of the sum of two exponentials.
  static func log(_ left: Double, _ right: Double) -> Double {
    let high = max(left, right)
    guard high > -.infinity else { return high }
    return high + Foundation.log(exp(left - high) + exp(right - high))
  }
}
