/// The satisfaction of a segment in one cycle.
public struct IndexPoint: Hashable, Sendable {
  /// One part of the index.
  public struct Component: Hashable, Sendable {
    /// Which.
    public let component: SatisfactionComponent
    /// The mean of the customers that have it, 0 to 100.
    public let mean: Double
    /// How many customers have it.
    public let n: Int
    /// Its weight: its reliability, or 1 while none is known.
    public let weight: Double
    /// The share of the segment's customers that have it.
    public let coverage: Double
    /// How its scale became 0 to 100.
    public let mapping: ComponentScale.Mapping
  }

  /// A share of the customers who were asked.
  public struct Share: Hashable, Sendable {
    /// Those in the upper part of the scale.
    public let count: Int
    /// Those who were asked.
    public let n: Int

    /// The share, 0 to 1.
    public var value: Double { Double(count) / Double(n) }
    /// Wilson's 95 % interval.
    public var interval: ProportionInterval { ProportionInterval(wilson: count, of: n) }
  }

  /// Where the index stands by a threshold.
  public struct Crossing: Hashable, Sendable {
    /// The threshold.
    public let threshold: Double
    /// The side it is on; nil before the first index.
    public let side: ThresholdMonitor.Side?
    /// Whether it changed sides in this cycle.
    public let crossing: ThresholdMonitor.Crossing
  }

  /// The cycle.
  public let cycle: FeedbackCycle
  /// Whether the cycle was over when the index was computed.
  public let isComplete: Bool
  /// The index, 0 to 100; nil with too few customers.
  public let index: Double?
  /// Its 95 % interval, within 0 to 100; nil without an index.
  public let interval: Bootstrap.Interval?
  /// Customers with at least one component.
  public let customers: Int
  /// Their signals.
  public let signals: Int
  /// What the index is made of; a component that nobody has is missing.
  public let components: [Component]
  /// The Net Promoter Score of the customers' last answers; nil when nobody was asked.
  public let promotion: NetPromoterScore?
  /// The share of the top two of five points; nil when nobody was asked.
  public let satisfied: Share?
  /// The share of the three easiest of seven points; nil when nobody was asked.
  public let eased: Share?
  /// The parent's share in the index; nil without an index.
  public let shrinkage: Double?
  /// The parent's index; nil for all customers and without one.
  public let parentIndex: Double?
  /// How the index moves.
  public let state: TrendState
  /// The thresholds, in ascending order.
  public let crossings: [Crossing]
  /// The index less that of the cycle before, both on the same scale; nil when one of them is.
  public let delta: Double?
  /// The standard error of that difference.
  public let deltaError: Double?
}

/// The indices of a segment, cycle after cycle.
public struct IndexSeries: Hashable, Sendable {
  /// A value of a dimension.
  public struct Value: Hashable, Sendable {
    /// The dimension.
    public let dimension: String
    /// The value.
    public let value: String
  }

  /// The segment; empty for all customers.
  public let segment: [Value]
  /// From the first cycle with feedback to the last, those without included.
  public var points: [IndexPoint]
}
