internal import VerbatimStatistics

/// The test of a fix, agreed before anybody knows its outcome.
///
/// Verified is: the share of reports with the issue, among reports about goods made after the fix, is
/// below today's with a 95 % interval of the change (Newcombe 1998, method 10) that lies under 0.
public struct EffectTest: Hashable, Sendable {
  /// One way to pass.
  public struct Bar: Hashable, Sendable {
    /// How many reports about goods made after the fix.
    public let total: Int
    /// The most of them that may have the issue.
    public let most: Int
  }

  /// Today's count and total.
  public let count: Int
  /// Reports about the product today.
  public let total: Int

  /// A test against a share of today.
  public init(count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  /// Whether a share after the fix is verified as lower.
  public func isVerified(_ after: Int, of total: Int) -> Bool {
    ProportionDifference((after, total), minus: (count, self.total)).upper < 0
  }

  /// The most reports with the issue, out of so many, that still verify the fix; nil when not even
  /// none would do.
  public func most(of total: Int) -> Int? {
    guard isVerified(0, of: total) else { return nil }
    // The upper end grows with the count, so the last that passes is found by halving.
    var low = 0
    var high = total
    while high - low > 1 {
      let middle = (low + high) / 2
      if isVerified(middle, of: total) { low = middle } else { high = middle }
    }
    return low
  }

  /// The fewest reports after which a fix that halves the share would be verified; nil when today's
  /// share is too small or its interval too wide to show a halving with as many as 100,000.
  public var fewestForHalf: Int? {
    guard count > 0, total > 0 else { return nil }
    func passes(_ total: Int) -> Bool {
      let half = Int((Double(total) * Double(count) / Double(self.total) / 2).rounded())
      return isVerified(half, of: total)
    }
    // Rounding makes it waver near the threshold: from the first that stays passed.
    var high = 1
    while !passes(high) {
      high *= 2
      if high > 100_000 { return nil }
    }
    var low = high / 2
    while high - low > 1 {
      let middle = (low + high) / 2
      if passes(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// Ways to pass at several sizes: the least that can pass at all, half of today's total, and
  /// today's total.
  public var bars: [Bar] {
    var totals = [total / 2, total, total * 2].filter { $0 > 0 }
    if let least = (1...max(1, total * 4)).first(where: { isVerified(0, of: $0) }) {
      totals.append(least)
    }
    return Set(totals).sorted().compactMap { total in
      most(of: total).map { Bar(total: total, most: $0) }
    }
  }
}
