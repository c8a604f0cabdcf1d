internal import Foundation

/// One p-value from several about the same period, whatever they have to do with each other.
///
/// The Cauchy combination: T = mean of tan((½ − pᵢ)π), p = ½ − arctan(T) ÷ π. The tail of T is that of
/// the Cauchy distribution however the pᵢ depend on each other, so the smaller p is, the more exact
/// it is. A pᵢ of 1, which a discrete test gives on a count of 0, would drown all others; it is taken
/// as 1 − 1 ÷ d, d being their number.
///
/// - SeeAlso: Liu and Xie (2020), "Cauchy combination test", *JASA* 115; Liu et al. (2019), "ACAT",
///   *AJHG* 104, on p-values of 1.
public enum CombinedScore {
  /// The combined p-value; nil when there is none to combine.
  public static func combine(_ pValues: [Double]) -> Double? {
    guard let first = pValues.first else { return nil }
    guard pValues.count > 1 else { return min(1, max(0, first)) }
    let highest = 1 - 1 / Double(pValues.count)
    var sum = 0.0
    for value in pValues {
      let p = min(highest, max(1e-300, value))
      // tan((½ − p)π) is 1 ÷ tan(pπ), which keeps its digits for small p.
      sum += p < 1e-15 ? 1 / (p * .pi) : 1 / tan(p * .pi)
    }
    let mean = sum / Double(pValues.count)
    let result = mean > 1e15 ? 1 / (mean * .pi) : 0.5 - atan(mean) / .pi
    return min(1, max(0, result))
  }
}
