/// The article a piece of feedback is about, with how it was found.
public struct ProductResolution: Hashable, Sendable {
  /// How the article was found.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// The source states the catalog's SKU.
    case field
    /// By a line of the order.
    case orderLine = "order_line"
    /// By a GTIN, ASIN or another trade number.
    case identifier
    /// By the product's page.
    case url
    /// By its name or an alias of it.
    case alias
    /// Not found.
    case none
  }

  /// An article that might be meant.
  public struct Candidate: Hashable, Sendable {
    /// The SKU.
    public var sku: String
    /// How likely, 0 to 1.
    public var confidence: Double

    /// A candidate with its confidence.
    public init(sku: String, confidence: Double) {
      self.sku = sku
      self.confidence = confidence
    }
  }

  /// The shop's code, in the catalog's spelling.
  public var sku: String?
  /// The trade number in 14 digits.
  public var gtin14: String?
  /// Amazon's number.
  public var asin: String?
  /// The name in the catalog, else as stated.
  public var name: String?
  /// The category in the catalog.
  public var category: String?
  /// How it was found.
  public var method: Method = .none
  /// How sure it is, 0 to 1.
  public var confidence = 0.0
  /// The articles that might be meant, when it is not clear which.
  public var candidates: [Candidate] = []

  /// An article that was not found.
  public init() {}
}

/// Who made the article, by the period in which they delivered it.
public struct SupplierResolution: Hashable, Sendable {
  /// How the supplier was found.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// The source states it.
    case field
    /// By the stated lot.
    case lot
    /// By the date and the supplier's period.
    case period
    /// The catalog knows only one.
    case only
    /// Not found.
    case none
  }

  /// The catalog's id.
  public var id: String?
  /// The name.
  public var name: String?
  /// How it was found.
  public var method: Method = .none
  /// How sure it is, 0 to 1.
  public var confidence = 0.0
  /// The ids that are possible, when it is not clear which.
  public var candidates: [String] = []

  /// A supplier that was not found.
  public init() {}
}

/// The lot the article is from.
public struct LotResolution: Hashable, Sendable {
  /// How much is known.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// The source or the customer states it.
    case confirmed
    /// Likely, from dates.
    case inferred
    /// Not known.
    case unknown
  }

  /// The lot.
  public var id: String?
  /// How much is known.
  public var status: Status = .unknown

  /// A lot that is not known.
  public init() {}
}
