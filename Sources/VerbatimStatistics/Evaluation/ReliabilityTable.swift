/// Whether chances mean what they say: 30 % of the records that were given 30 % should come true.
///
/// - SeeAlso: Murphy and Winkler (1977) for the table; Brier (1950) for the score; Naeini, Cooper and
///   Hauskrecht (2015) for the expected calibration error.
public struct ReliabilityTable: Hashable, Sendable {
  /// The records whose chance lies in one range.
  public struct Bin: Hashable, Sendable {
    /// The lower end of the range; it belongs to it.
    public let lower: Double
    /// The upper end of the range; only that of the last bin belongs to it.
    public let upper: Double
    /// How many records there are.
    public let count: Int
    /// The mean of their chances; nil when there is none.
    public let meanPredicted: Double?
    /// How many came true.
    public let observed: Int
    /// Wilson's 95 % interval for the share that came true.
    public let interval: ProportionInterval

    /// The share that came true; nil when there is no record.
    public var observedShare: Double? { count == 0 ? nil : Double(observed) / Double(count) }
  }

  /// The ranges in ascending order, all of the same width.
  public let bins: [Bin]
  /// The mean distance between chance and share over the bins, each by its records; nil for none.
  public let expectedError: Double?
  /// The mean square of chance less outcome: 0 is perfect, 0.25 what a chance of ½ for all gives;
  /// nil for no records.
  public let brierScore: Double?

  /// The table of chances and what came of them.
  ///
  /// - Parameters:
  ///   - chances: From 0 to 1.
  ///   - outcomes: Whether it came true.
  ///   - binCount: How many bins of equal width.
  /// - Precondition: There are as many of both, and a bin.
  public init(chances: [Double], outcomes: [Bool], binCount: Int = 10) {
    precondition(chances.count == outcomes.count, "each chance needs its outcome")
    precondition(binCount > 0, "a table needs a bin")
    var counts = [Int](repeating: 0, count: binCount)
    var observed = counts
    var sums = [Double](repeating: 0, count: binCount)
    var squares = 0.0
    for (chance, outcome) in zip(chances, outcomes) {
      let bin = max(0, min(binCount - 1, Int(chance * Double(binCount))))
      counts[bin] += 1
      sums[bin] += chance
      if outcome { observed[bin] += 1 }
      let miss = chance - (outcome ? 1 : 0)
      squares += miss * miss
    }
    bins = (0..<binCount).map { bin in
      Bin(
        lower: Double(bin) / Double(binCount),
        upper: Double(bin + 1) / Double(binCount),
        count: counts[bin],
        meanPredicted: counts[bin] == 0 ? nil : sums[bin] / Double(counts[bin]),
        observed: observed[bin],
        interval: ProportionInterval(wilson: observed[bin], of: counts[bin])
      )
    }
    let total = Double(chances.count)
    let distance = (0..<binCount).reduce(0) { $0 + abs(sums[$1] - Double(observed[$1])) }
    expectedError = chances.isEmpty ? nil : distance / total
    brierScore = chances.isEmpty ? nil : squares / total
  }
}
