/// Whether a corrective action has helped: the rate before it beside the rate after.
///
/// The plainest interrupted series: two stretches of time, customers with the issue of all who wrote
/// about the key in each, and the 95 % interval of the difference (``ProportionDifference``). The rate
/// and not the count is compared, so that a product that sells less is not thought mended.
public struct FixVerification: Hashable, Sendable {
  /// What the interval says.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// It lies below 0: the rate fell.
    case verified
    /// It holds 0, or there is nothing to compare.
    case notYet = "not_yet"
    /// It lies above 0: the rate rose.
    case worse
  }

  /// Customers with the issue of all who wrote about the key.
  public struct Share: Hashable, Sendable {
    /// Customers with the issue.
    public var count: Int
    /// All customers.
    public var exposure: Int

    /// A share; `count` is at most `exposure`.
    public init(_ count: Int, of exposure: Int) {
      self.count = count
      self.exposure = exposure
    }

    /// The first over the second; nil without exposure.
    public var rate: Double? { exposure > 0 ? Double(count) / Double(exposure) : nil }
  }

  /// Before.
  public let before: Share
  /// After.
  public let after: Share
  /// The rate after less the rate before; nil when either has no exposure.
  public let change: ProportionDifference?
  /// What follows.
  public let verdict: Verdict

  /// Compares two stretches of time.
  public init(before: Share, after: Share) {
    self.before = before
    self.after = after
    guard before.exposure > 0, after.exposure > 0 else {
      change = nil
      verdict = .notYet
      return
    }
    let change = ProportionDifference(
      (count: after.count, total: after.exposure),
      minus: (count: before.count, total: before.exposure)
    )
    self.change = change
    verdict = change.upper < 0 ? .verified : change.lower > 0 ? .worse : .notYet
  }

  /// Most customers that are worth waiting for: more than write about any article in a year.
  private static let horizon = 1_000_000.0

  /// How many more customers about the key it takes until the interval lies below 0, if the rate
  /// stays as it is, or, while nobody has written, if nobody has the issue.
  ///
  /// Nil when it is verified already, when there is nothing before, and when no number would do: the
  /// rate has not fallen, or the stretch before is too short to tell the two apart.
  ///
  /// - Complexity: Some twenty intervals.
  public var stillNeeded: Int? {
    guard verdict != .verified, let old = before.rate else { return nil }
    let rate = after.rate ?? 0
    func isEnough(_ exposure: Double) -> Bool {
      ProportionDifference(
        (share: rate, total: exposure),
        minus: (share: old, total: Double(before.exposure))
      ).upper < 0
    }
    guard rate < old, isEnough(Self.horizon) else { return nil }
    var low = Double(after.exposure)
    var high = Self.horizon
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return max(1, Int(high) - after.exposure)
  }

  /// The comparison in words: `rate 1.4 % → 0.5 %, 95 % interval of the change −1.4 to −0.3: verified`.
  public var summary: String {
    guard let old = before.rate else {
      return "nobody wrote between the alert and the change, to compare with: not yet"
    }
    guard let new = after.rate, let change else {
      return "rate \(Self.percent(old)) % before, nobody wrote since: not yet" + needed
    }
    let ends = "\(Self.percent(change.lower)) to \(Self.percent(change.upper))"
    let rates = "rate \(Self.percent(old)) % → \(Self.percent(new)) %"
    let words =
      switch verdict {
      case .verified: "verified"
      case .notYet: "not yet"
      case .worse: "worse"
      }
    return "\(rates), 95 % interval of the change \(ends): \(words)" + needed
  }

  private var needed: String {
    guard verdict == .notYet else { return "" }
    return stillNeeded.map { ", \($0) more reports about it would tell if the rate stays" }
      ?? ", and no number would tell: \(before.exposure) reports about it before are too few"
      + " or the rate has not fallen"
  }

  private static func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded() / 10
    return tenths < 0 ? "−\(-tenths)" : "\(tenths == 0 ? 0 : tenths)"
  }
}
