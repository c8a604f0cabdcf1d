/// What a person who doubts a cluster asks first.
extension ComplaintCluster {
  /// A place where the trouble may sit.
  public struct Place: Hashable, Sendable {
    /// What the place is.
    public var level: Level
    /// The SKU, supplier or lot.
    public var key: String
    /// Reports of the issue there.
    public var observed: Int
    /// What the shop's share of the issue predicts there.
    public var expected: Double
    /// The log-likelihood that the place's own rate gains, less the price of having chosen it;
    /// natural logarithm.
    public var score: Double
  }

  /// Another article of the same supplier with the same issue.
  public struct Sibling: Hashable, Sendable {
    /// How it stands.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
      /// An alert of its own.
      case alert
      /// Beyond chance.
      case watch
      /// More reports than expected, not beyond chance.
      case raised
      /// No more reports than expected.
      case calm
      /// Fewer reports are expected than one can tell anything from.
      case notEnoughData = "not_enough_data"
    }

    /// The SKU.
    public var sku: String
    /// Reports of the issue.
    public var observed: Int
    /// What independence predicts.
    public var expected: Double
    /// EBGM with its interval.
    public var shrunkRatio: GammaMixturePosterior
    /// How it stands.
    public var standing: Standing
  }

  /// The cluster counted again without some of its evidence.
  public struct Recount: Hashable, Sendable {
    /// What is left out.
    public enum Omission: String, Hashable, Sendable, CaseIterable {
      /// Nothing: the cluster as it is.
      case none
      /// Reports of what is feared and did not happen.
      case potential
      /// The week with the most reports.
      case busiestWeek = "busiest_week"
      /// The kind of source with the most reports.
      case source
    }

    /// What is left out.
    public var omission: Omission
    /// Which week or source; nil where that is no question.
    public var detail: String?
    /// Reports that are left.
    public var observed: Int
    /// What independence predicts in the reports that are left.
    public var expected: Double
    /// EBGM with its interval, by the prior of the whole run.
    public var shrunkRatio: GammaMixturePosterior
    /// Whether it would still be an alert.
    public var isAlert: Bool
  }
}
