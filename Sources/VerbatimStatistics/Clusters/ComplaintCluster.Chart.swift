public import VerbatimCore

extension ComplaintCluster {
  /// A cluster's reports week by week, with the limits that its own past sets.
  public struct Chart: Hashable, Sendable {
    /// How the limits are made.
    public enum Method: String, Hashable, Sendable, CaseIterable {
      /// Laney's u′ over the reports about the key: see ``AttributeChart``.
      case laneyUPrime = "laney_u_prime"
      /// C1 of the Early Aberration Reporting System, for short histories: see ``EARS``.
      case earsC1 = "ears_c1"
      /// No limits: the history is too short or has no dates.
      case none
    }

    /// One week.
    public struct Point: Hashable, Sendable {
      /// Its Monday, in UTC.
      public var week: Instant
      /// The cluster's reports.
      public var count: Int
      /// Customers heard of about the key, with whatever issue or none.
      public var exposure: Int
      /// What the method plots: reports by exposure for u′, reports for C1; nil where unknown.
      public var value: Double?
      /// The limit; nil where there is none.
      public var upper: Double?
      /// Whether the week lies above its limit.
      public var isOutside = false
    }

    /// How the limits are made.
    public var method = Method.none
    /// Every week from the first to the last of the data, at most the last 156.
    public var points: [Point] = []
    /// The centre line of u′; nil for the other methods.
    public var centre: Double?
    /// The weeks that centre and spread are from, as indices of the points; nil without u′.
    public var baseline: Range<Int>?
    /// Why there are no limits; nil when there are.
    public var note: String?

    /// A chart without weeks.
    public init() {}

    /// The first week outside the limits.
    public var signalAt: Instant? { points.first(where: \.isOutside)?.week }
  }
}
