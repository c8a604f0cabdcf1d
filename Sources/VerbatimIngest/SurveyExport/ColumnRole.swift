/// What a column of an export means to Verbatim.
public enum ColumnRole: String, Hashable, Sendable, CaseIterable {
  /// The customer's own words.
  case text
  /// A headline.
  case title
  /// Likelihood to recommend, 0 to 10.
  case nps
  /// Stars, 1 to 5.
  case stars
  /// Satisfaction, 1 to 5.
  case csat
  /// Effort, 1 to 7.
  case ces
  /// Any other number on a scale; not scored.
  case scale
  /// A choice from a list; not scored.
  case choice
  /// The record's own id.
  case id
  /// When.
  case date
  /// The language.
  case language
  /// The customer.
  case customer
  /// The published name of the writer.
  case author
  /// The order.
  case order
  /// The shop's code.
  case sku
  /// A trade number.
  case gtin
  /// Amazon's number.
  case asin
  /// The maker's part number.
  case mpn
  /// The product's name.
  case product
  /// The brand.
  case brand
  /// The product's page.
  case url
  /// The supplier.
  case supplier
  /// The lot.
  case lot
  /// The category.
  case category
  /// Where it was bought or asked.
  case channel
  /// The country or site.
  case market
  /// Whether the writer bought the article.
  case verified
  /// A return reason's code.
  case reason
  /// Whether the row counts: preview, test, spam, hidden.
  case status
  /// A person's verdict on the text: what an engine is measured against.
  case label
  /// Made by the export's tool from other columns: never the customer's words.
  case derived
  /// About the survey itself, of no use here.
  case metadata
  /// Not recognised.
  case unmapped
}
