public import VerbatimCore

/// Which signals a query gives; what is nil does not matter.
public struct SignalFilter: Hashable, Sendable {
  /// Only events at this instant or later, which leaves out signals without a time.
  public var since: Instant?
  /// Only events before this instant, which leaves out signals without a time.
  public var until: Instant?
  /// Only this article, in the catalog's spelling.
  public var sku: String?
  /// Only this supplier, by id.
  public var supplier: String?
  /// Only signals with this leaf of the taxonomy, whatever its modality.
  public var issue: String?
  /// Only what was stored after the signal with this cursor.
  public var afterSeq: Int64
  /// At most so many.
  public var limit: Int?

  /// A filter; without arguments it lets everything through.
  public init(
    since: Instant? = nil,
    until: Instant? = nil,
    sku: String? = nil,
    supplier: String? = nil,
    issue: String? = nil,
    afterSeq: Int64 = 0,
    limit: Int? = nil
  ) {
    self.since = since
    self.until = until
    self.sku = sku
    self.supplier = supplier
    self.issue = issue
    self.afterSeq = afterSeq
    self.limit = limit
  }
}
