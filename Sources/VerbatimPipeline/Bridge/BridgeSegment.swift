internal import VerbatimStore

/// Signals that are measured together.
public struct BridgeSegment: Hashable, Sendable {
  /// What tells segments apart.
  public enum Dimension: String, Hashable, Sendable, CaseIterable {
    /// Nothing: all signals.
    case all
    /// The kind of source.
    case kind
    /// The article's category.
    case category
    /// The supplier.
    case supplier
    /// The article.
    case sku
  }

  /// What tells it from others.
  public var by: Dimension
  /// Its value; nil for all signals and for those without one.
  public var value: String?

  /// A segment by its value.
  init(by dimension: Dimension, value: String? = nil) {
    by = dimension
    self.value = value
  }

  /// The segment of feedback in a dimension.
  init(of feedback: StoredFeedback, by dimension: Dimension) {
    by = dimension
    value =
      switch dimension {
      case .all: nil
      case .kind: feedback.record.source.kind.rawValue
      case .category: feedback.category
      case .supplier: feedback.supplier
      case .sku: feedback.sku
      }
  }
}
