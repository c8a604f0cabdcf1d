internal import VerbatimText

/// What a column of a catalog says.
public enum CatalogColumn: Int, Hashable, Sendable, CaseIterable {
  /// The shop's code.
  case sku
  /// The trade number.
  case gtin
  /// Amazon's number.
  case asin
  /// The maker's part number.
  case mpn
  /// The number of the product in the shop's own system.
  case id
  /// The number of the variant in the shop's own system.
  case variantID
  /// The piece of the product's address that names it.
  case handle
  /// The product's page.
  case url
  /// The name.
  case name
  /// What customers call it, divided by `;`.
  case aliases
  /// The brand.
  case brand
  /// The category.
  case category
  /// The code of the family that the article is a variant of.
  case parent
  /// The first option of a variant ("Red").
  case option1
  /// The second option.
  case option2
  /// The third option.
  case option3
  /// The supplier's id.
  case supplierID
  /// The supplier's name.
  case supplierName
  /// The supplier's Global Location Number.
  case supplierGLN
  /// The share of the supplier, where several deliver at the same time.
  case share
  /// The first day of a supplier.
  case validFrom
  /// The last day of a supplier.
  case validTo
  /// The first lot of a supplier.
  case lotFrom
  /// The last lot of a supplier.
  case lotTo

  /// The column's name as this program writes it.
  public var name: String { Self.names[rawValue].own }

  /// The column of a header's cell; nil when the name is not known.
  ///
  /// - Parameter header: The cell as it stands; case, `_`, `-`, a prefix `g:` and a closing colon
  ///   make no difference.
  /// - Returns: What the column says.
  public static func named(_ header: String) -> CatalogColumn? {
    byName[TableColumns.normalized(header)]
  }

  private static let byName: [String: CatalogColumn] = {
    var map: [String: CatalogColumn] = [:]
    for column in allCases {
      map[TableColumns.normalized(column.name)] = column
      for name in names[column.rawValue].others.split(separator: ";") { map[String(name)] = column }
    }
    return map
  }()

  /// By column: its own name, and those that shop systems and spreadsheets give it, normalised.
  ///
  /// Shopify's and WooCommerce's are those of their product exports, Google's of its feed.
  private static let names: [(own: String, others: String)] = [
    (
      "sku",
      "variant sku;item sku;product sku;merchant sku;seller sku;item number;item no;article;article no;article number;art. nr.;artikelnummer;artikelnr;artikel nr;référence;codigo;código;product code;stock code;item code"
    ),
    (
      "gtin",
      "ean;ean13;ean code;upc;barcode;variant barcode;gtin13;gtin12;gtin14;isbn;isbn13;isbn 13;gtin, upc, ean, or isbn"
    ),
    ("asin", "asin1;amazon asin"),
    (
      "mpn",
      "google shopping / mpn;manufacturer part number;part number;part no;model number;herstellernummer"
    ),
    ("id", "product id;item id;productid;shopify product id"),
    ("variant_id", "variation id;shopify variant id"),
    ("handle", "product handle;slug;url key"),
    ("url", "link;product url;page url;permalink"),
    ("name", "title;product name;product title;item name;description short;bezeichnung"),
    ("aliases", "alias;synonyms;also called;search terms"),
    ("brand", "marke;marque;marca;brands;brand name"),
    (
      "category",
      "type;product type;product category;categories;google product category;google shopping / google product category;kategorie;department"
    ),
    (
      "parent",
      "parent sku;item group id;style;style no;style number;family;parent id;parent code"
    ),
    ("option1", "option1 value;attribute 1 value(s);color;colour;variant;farbe"),
    ("option2", "option2 value;attribute 2 value(s);size;grösse;größe"),
    ("option3", "option3 value;attribute 3 value(s);material"),
    (
      "supplier_id", "vendor id;vendor no;vendor number;supplier no;supplier code;lieferantennummer"
    ),
    ("supplier_name", "supplier;vendor;manufacturer;lieferant;fournisseur;proveedor;maker"),
    ("supplier_gln", "gln;vendor gln;supplier location number;iln"),
    ("share", "supplier share;split;sourcing share;allocation"),
    ("valid_from", "from;start date;supplied from;gültig ab"),
    ("valid_to", "to;end date;supplied to;until;valid until;gültig bis"),
    ("lot_from", "first lot;lot start"),
    ("lot_to", "last lot;lot end"),
  ]
}
