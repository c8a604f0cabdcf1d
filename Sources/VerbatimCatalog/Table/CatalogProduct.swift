public import VerbatimCore

/// One article of the shop, with who supplied it when.
public struct CatalogProduct: Hashable, Sendable {
  /// The shop's code, in the catalog's spelling.
  public var sku: SKU
  /// The trade number.
  public var gtin: GTIN?
  /// Amazon's number.
  public var asin: ASIN?
  /// The maker's part number.
  public var mpn: String?
  /// The name.
  public var name: String
  /// What customers call it.
  public var aliases: [String]
  /// The brand.
  public var brand: String?
  /// The category.
  public var category: String?
  /// What tells it from the other variants of its family ("Red / L").
  public var options: String?
  /// The family it is a variant of; nil for an article without variants.
  public var family: String?
  /// Who supplied it, by period.
  public var suppliers: [SupplierPeriod]
}
