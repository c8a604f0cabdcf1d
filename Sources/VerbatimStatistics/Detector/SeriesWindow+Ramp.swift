internal import Foundation

extension SeriesWindow {
  /// The log-likelihood ratio of a rate that grows to `target` times in the last `length` weeks.
  ///
  /// Each week has noise of its own, so a pattern within the window is worth no more than it is
  /// in a noisy series; the rate before it is known but roughly, which three points stand for.
  func ramp(_ length: Int, _ target: Double) -> Double {
    let past = past(length)
    let relative = past.shape / past.rate
    let spread = log(1 + 1 / past.shape)
    let wide = (3 * spread).squareRoot()
    let size = 1 / max(noise, 1e-6)
    var with = LogSum()
    var without = LogSum()
    let start = counts.count - length
    for (offset, weight) in [(-wide, 1.0 / 6), (0, 2.0 / 3), (wide, 1.0 / 6)] {
      let level = relative * exp(offset - spread / 2)
      let logLevel = log(level)
      var grown = 0.0
      var plain = 0.0
      var factor = 1.0
      let growth = exp(log(target) / Double(length))
      let logGrowth = log(target) / Double(length)
      for index in start..<(start + length) {
        factor *= growth
        let count = counts[index]
        let mean = level * expected[index]
        grown -= (size + count) * log(1 + factor * mean / size)
        plain -= (size + count) * log(1 + mean / size)
        if count > 0 {
          grown += count * (logLevel + logGrowth * Double(index - start + 1))
          plain += count * logLevel
        }
      }
      with.add(grown, weight)
      without.add(plain, weight)
    }
    return with.mean - without.mean
  }
}
