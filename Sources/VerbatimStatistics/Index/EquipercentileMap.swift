/// Puts the answers on one scale where the answers of the same customers on another scale stand: at
/// the same percentile.
///
/// Each answer's cell reaches halfway to its neighbours; within a cell the share of answers below
/// grows in straight lines through the answer itself, which has half of its own kind below it. On
/// scales of whole points these are the percentile ranks and equivalents of Kolen and Brennan.
///
/// - SeeAlso: Kolen and Brennan (2014), *Test equating, scaling, and linking*, section 2.4.
public struct EquipercentileMap: Hashable, Sendable {
  /// Where the line of each scale bends, with the share below.
  private struct Curve: Hashable, Sendable {
    var places: [Double] = []
    var shares: [Double] = []

    /// The curve of sorted answers; nil when they are all the same.
    init?(_ sorted: [Double]) {
      var values: [Double] = []
      var counts: [Int] = []
      for value in sorted {
        if values.last == value {
          counts[counts.count - 1] += 1
        } else {
          values.append(value)
          counts.append(1)
        }
      }
      guard values.count > 1 else { return nil }
      let last = values.count - 1
      var below = 0
      let total = Double(sorted.count)
      for index in values.indices {
        let start =
          index == 0
          ? values[0] - (values[1] - values[0]) / 2 : (values[index - 1] + values[index]) / 2
        places += [start, values[index]]
        shares += [Double(below) / total, (Double(below) + Double(counts[index]) / 2) / total]
        below += counts[index]
      }
      places.append(values[last] + (values[last] - values[last - 1]) / 2)
      shares.append(1)
    }

    func value(of position: Double, from: [Double], to: [Double]) -> Double {
      guard position > from[0] else { return to[0] }
      var low = 0
      var high = from.count - 1
      guard position < from[high] else { return to[high] }
      while high - low > 1 {
        let middle = (low + high) / 2
        if from[middle] <= position { low = middle } else { high = middle }
      }
      let part = (position - from[low]) / (from[high] - from[low])
      return to[low] + part * (to[high] - to[low])
    }

    func share(at place: Double) -> Double { value(of: place, from: places, to: shares) }
    func place(of share: Double) -> Double { value(of: share, from: shares, to: places) }
  }

  private let source: Curve
  private let target: Curve

  /// The map from one scale to another; nil when one of them knows only one answer.
  ///
  /// - Parameters:
  ///   - answers: The customers' answers on the one scale.
  ///   - others: The same customers' answers on the other.
  /// - Complexity: O(*n* log *n*).
  public init?(from answers: [Double], to others: [Double]) {
    guard let source = Curve(answers.sorted()), let target = Curve(others.sorted()) else {
      return nil
    }
    self.source = source
    self.target = target
  }

  /// Where an answer stands on the other scale; up to half a cell beyond its outermost answers.
  ///
  /// - Complexity: O(log *n*) in the distinct answers.
  public func value(of answer: Double) -> Double { target.place(of: source.share(at: answer)) }
}
