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

  /// Something a reader should know about how it was found.
  public enum Note: String, Hashable, Sendable, CaseIterable {
    /// The stated number was shortened by a spreadsheet ("8.1E+11") and cannot be read back.
    case scientificNotation = "scientific_notation"
    /// The stated trade number's check digit is wrong.
    case checkDigit = "check_digit"
    /// The stated number lost its leading zeros.
    case zerosLost = "zeros_lost"
    /// The stated code was found by another spelling of it.
    case spelling
    /// The stated code was found without what a sales channel had put around it.
    case affix
    /// The stated identifiers name different articles; the first in order was taken.
    case identifiersDisagree = "identifiers_disagree"
    /// The record names several articles of an order or a bundle.
    case several
    /// More articles are possible than are listed.
    case capped
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
  /// The articles that might be meant, when it is not clear which; at most ten.
  public var candidates: [Candidate] = []
  /// How many more are possible than the candidates that are listed.
  public var moreCandidates = 0
  /// The family of variants, where the feedback is about one but not which of its variants.
  public var family: String?
  /// What a reader should know, in the order of the cases, each once.
  public var notes: [Note] = []

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
    /// By a line of the order.
    case orderLine = "order_line"
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
  /// How likely each candidate is, 0 to 1, in their order; empty when nothing tells.
  public var shares: [Double] = []

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

  /// A lot that is possible.
  public struct Candidate: Hashable, Sendable {
    /// The lot.
    public var id: String
    /// How likely it is, 0 to 1.
    public var probability: Double

    /// A candidate with its probability.
    public init(id: String, probability: Double) {
      self.id = id
      self.probability = probability
    }
  }

  /// The lot.
  public var id: String?
  /// How much is known.
  public var status: Status = .unknown
  /// The lots that are possible, the likeliest first; what their probabilities lack to 1 is that of
  /// a lot that is not listed.
  public var candidates: [Candidate] = []

  /// A lot that is not known.
  public init() {}
}
