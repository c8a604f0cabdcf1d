/// The first hits of a search that somebody waits for.
public struct SearchPage: Hashable, Sendable {
  /// The hits, in their order.
  public var hits: [SearchHit]
  /// Whether the newest stand first: so many texts hold the words that they are not ranked.
  public var isNewestFirst = false
  /// How many of the matches were held against the filter, the newest; nil when all were.
  public var lookedAt: Int?

  /// Hits, the best first.
  public init(hits: [SearchHit]) { self.hits = hits }
}
