/// What a column of an order or receipt file says.
public enum LedgerColumn: Int, Hashable, Sendable, CaseIterable {
  /// The order.
  case order
  /// The code of the article.
  case sku
  /// Its trade number.
  case gtin
  /// Amazon's number.
  case asin
  /// Its name.
  case name
  /// The day of the order, or of the receipt.
  case date
  /// How many.
  case quantity
  /// The supplier.
  case supplier
  /// The lot.
  case lot

  /// The columns that a file of orders may have.
  public static let orders: [LedgerColumn] = allCases
  /// The columns that a file of receipts may have.
  public static let receipts: [LedgerColumn] = [.sku, .gtin, .date, .quantity, .supplier, .lot]

  /// The column's name as this program writes it.
  public var name: String { Self.names[rawValue].own }

  /// The columns of a header, each at most once; nil where a name is not known.
  public static func roles(of header: [String]) -> [LedgerColumn?] {
    var seen: Set<LedgerColumn> = []
    return header.map { cell in
      guard let column = byName[TableColumns.normalized(cell)], seen.insert(column).inserted else {
        return nil
      }
      return column
    }
  }

  private static let byName: [String: LedgerColumn] = {
    var map: [String: LedgerColumn] = [:]
    for column in allCases {
      let (own, others) = names[column.rawValue]
      map[TableColumns.normalized(own)] = column
      for name in others.split(separator: ";") { map[String(name)] = column }
    }
    return map
  }()

  /// By column: its own name, and those of shops' and marketplaces' exports, normalised.
  private static let names: [(own: String, others: String)] = [
    (
      "order_id",
      "order;order no;order number;order name;name;amazon order id;orderid;bestellnummer;bestellnr;purchase id;transaction id;invoice;merchant order id"
    ),
    (
      "sku",
      "lineitem sku;line item sku;item sku;variant sku;product sku;seller sku;merchant sku;article;article no;article number;artikelnummer;item number;item no;product code"
    ),
    ("gtin", "ean;upc;barcode;lineitem barcode;isbn"),
    ("asin", ""),
    (
      "product_name",
      "lineitem name;line item name;item name;product;product title;title;article name;description"
    ),
    (
      "date",
      "order date;ordered at;purchase date;created at;created;paid at;received;received at;received date;receipt date;delivery date;goods receipt;posting date;bestelldatum;wareneingang;eingangsdatum;day;datum"
    ),
    (
      "quantity",
      "qty;lineitem quantity;quantity purchased;quantity shipped;quantity received;units;menge;pieces;count"
    ),
    ("supplier", "supplier id;supplier name;vendor;lieferant;supplier no;vendor id"),
    (
      "lot",
      "lot id;lot no;lot number;lot code;batch;batch no;batch number;batch id;charge;chargennummer;charge no"
    ),
  ]
}
