/// The customers who wrote about one key, by day, and how frequent the issue is in the whole shop.
public struct ClusterSeries: Hashable, Sendable {
  /// A customer who wrote about the key.
  public struct Writer: Hashable, Sendable {
    /// When, in days since 1970: the first report with the issue, else the first of all.
    public var day: Int
    /// Whether the customer has the issue.
    public var hasIssue: Bool
    /// The lots that the customer names.
    public var lots: [String]

    /// A customer.
    public init(day: Int, hasIssue: Bool, lots: [String] = []) {
      self.day = day
      self.hasIssue = hasIssue
      self.lots = lots
    }
  }

  /// What a stretch of time holds.
  struct Stretch {
    /// Customers with the issue.
    var observed: Int
    /// How many of them chance predicts: the exposure times the share in the whole shop.
    var expected: Double

    /// The 5 % point of the ratio, shrunk as the information component is: by half a report each
    /// way, with no prior to be learned, because here is one combination and not all.
    var lowerRatio: Double {
      GammaDistribution(shape: Double(observed) + 0.5, rate: expected + 0.5).quantile(0.05)
    }

    /// Whether it lies beyond chance at all.
    var isBeyondChance: Bool {
      InformationComponent(observed: observed, expected: expected).lower > 0
    }
  }

  /// The customers, ascending by day.
  public let writers: [Writer]
  private let shopDays: [Int]
  private let shopIssueDays: [Int]

  /// A series.
  ///
  /// - Parameters:
  ///   - writers: The customers who wrote about the key, in whatever order.
  ///   - shopDays: The day of each customer of the whole shop and each key, ascending.
  ///   - shopIssueDays: Those with the issue, ascending.
  public init(_ writers: [Writer], shopDays: [Int], shopIssueDays: [Int]) {
    self.writers = writers.sorted {
      ($0.day, $0.hasIssue ? 0 : 1, $0.lots.joined()) < (
        $1.day, $1.hasIssue ? 0 : 1, $1.lots.joined()
      )
    }
    self.shopDays = shopDays
    self.shopIssueDays = shopIssueDays
  }

  /// The days on which somebody reported the issue, ascending, each once, up to a day.
  func issueDays(through end: Int) -> [Int] {
    var days: [Int] = []
    for writer in writers where writer.hasIssue && writer.day <= end && writer.day != days.last {
      days.append(writer.day)
    }
    return days
  }

  /// What the days after `start` up to `end` hold, by what was known on the last of them.
  func stretch(after start: Int, through end: Int) -> Stretch {
    var observed = 0
    var exposure = 0
    for writer in writers where writer.day > start && writer.day <= end {
      exposure += 1
      observed += writer.hasIssue ? 1 : 0
    }
    let all = Self.count(shopDays, through: end)
    let share = all > 0 ? Double(Self.count(shopIssueDays, through: end)) / Double(all) : 0
    return Stretch(observed: observed, expected: Double(exposure) * min(1, share))
  }

  /// The rate before a corrective action and after it.
  ///
  /// The stretch before begins after the alert. What led to the alert is left out: it is there because
  /// it was much, so that the rate falls afterwards whether or not anything was changed. It is no
  /// longer than a year, in which each season comes once.
  ///
  /// - Parameters:
  ///   - effective: Its first day.
  ///   - alert: The day of the alert that led to it; nil when there was none.
  ///   - lots: The lots made before it; who names one counts as before, whenever that was.
  ///   - end: The last day that is known.
  /// - Returns: Both rates and what follows from them.
  public func verification(
    effective: Int,
    alert: Int?,
    lots: [String],
    through end: Int
  ) -> FixVerification {
    let start = max(effective - 365, alert ?? .min)
    var before = FixVerification.Share(0, of: 0)
    var after = before
    for writer in writers where writer.day > start && writer.day <= end {
      let isAfter = writer.day >= effective && !writer.lots.contains(where: lots.contains)
      if isAfter {
        after.exposure += 1
        after.count += writer.hasIssue ? 1 : 0
      } else {
        before.exposure += 1
        before.count += writer.hasIssue ? 1 : 0
      }
    }
    return FixVerification(before: before, after: after)
  }

  /// How many of the ascending days are not after `end`.
  private static func count(_ days: [Int], through end: Int) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= end { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
