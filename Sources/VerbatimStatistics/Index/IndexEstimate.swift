/// A segment's mean drawn towards its parent's, with what it can be wrong by.
public struct IndexEstimate: Hashable, Sendable {
  /// (n·x̄ + k·parent) ÷ (n + k).
  public let index: Double
  /// The variance of its error.
  public let variance: Double
  /// The part of it that comes from who happened to answer; what differs between two cycles.
  public let samplingVariance: Double
  /// The parent's share, k ÷ (n + k).
  public let shrinkage: Double

  /// The mean of all customers, which has no parent.
  public init(n: Int, mean: Double, variance: Double) {
    index = mean
    self.variance = variance / Double(n)
    samplingVariance = self.variance
    shrinkage = 0
  }

  /// What a segment has in common with its parent and siblings.
  public struct Family: Hashable, Sendable {
    /// The parent's index.
    public var parent: Double
    /// The variance of its error.
    public var parentVariance: Double
    /// The segment's share of the parent's customers.
    public var share: Double
    /// The sum of the squares of that share over the segment and its siblings.
    public var squaredShares: Double
    /// *k*, in customers.
    public var credibility: Double
    /// The variance of the true means of segments.
    public var between: Double

    /// A family.
    public init(
      parent: Double,
      parentVariance: Double,
      share: Double,
      squaredShares: Double,
      credibility: Double,
      between: Double
    ) {
      self.parent = parent
      self.parentVariance = parentVariance
      self.share = share
      self.squaredShares = squaredShares
      self.credibility = credibility
      self.between = between
    }
  }

  /// The estimate for a segment.
  ///
  /// The error has three parts: who answered in the segment, who answered in the parent (in part
  /// the same people), and how far the segment's true mean lies from the parent's, of which it is
  /// itself a share *w*: a variance of (1 − 2·w + Σw²) · between.
  ///
  /// - Precondition: *n* is positive.
  public init(n: Int, mean: Double, variance: Double, in family: Family) {
    let n = Double(n)
    let k = family.credibility
    let whole = n + k
    index = (n * mean + k * family.parent) / whole
    let sampling =
      n * variance + k * k * family.parentVariance + 2 * k * family.share * variance
    samplingVariance = sampling / (whole * whole)
    let distance = max(0, 1 - 2 * family.share + family.squaredShares) * family.between
    self.variance = (sampling + k * k * distance) / (whole * whole)
    shrinkage = k / whole
  }
}
