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
  /// Good or bad, without a scale between.
  case thumbs
  /// An answer on the scale that another column of the row names.
  case score
  /// The name of the scale of the row's answer: nps, csat, ces, five stars.
  case kind
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
  /// How long the customer has been one, in bands.
  case tenure = "tenure_band"
  /// Who brought the order.
  case carrier
  /// Where the order was packed.
  case warehouse
  /// The promotion that the order came from.
  case promotion
  /// The week of the order.
  case orderWeek = "order_week"
  /// Whether the writer bought the article.
  case verified
  /// A return reason's code.
  case reason
  /// What the warehouse found, which may not be what the customer says.
  case disposition
  /// How many articles a return is of.
  case quantity
  /// The shop's reply: never the customer's words.
  case reply
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

  /// Whether a signal can be made of it.
  var isFeedback: Bool {
    switch self {
    case .text, .title, .nps, .stars, .csat, .ces, .thumbs, .score, .reason: true
    default: false
    }
  }

  /// Whether it is a number on a scale.
  var isRating: Bool {
    switch self {
    case .nps, .stars, .csat, .ces, .thumbs, .score: true
    default: false
    }
  }
}
