/// The names that exports give to columns, by role, in normalised form.
///
/// Vendors add, drop, translate and re-case columns, so a name is looked up alone, never a whole
/// header.
enum ColumnAliases {
  /// The role of a normalised name; nil when it is not known.
  static func role(of name: String) -> ColumnRole? { byName[name] }

  /// The role of a name whose first letter a broken byte order mark overwrote.
  static func role(ofDamaged name: String) -> ColumnRole? {
    guard name.count >= 3 else { return nil }
    let matches = Set(byName.filter { $0.key.dropFirst() == name }.values)
    return matches.count == 1 ? matches.first : nil
  }

  /// The names under which labelled tables state the verdict, the surest first.
  static let labelNames = [
    "label", "gold", "gold label", "sentiment label", "sentiment", "polarity", "class", "verdict",
    "feedback",
  ]

  private static let byName: [String: ColumnRole] = {
    var map: [String: ColumnRole] = [:]
    for (role, names) in names {
      for name in names.split(separator: ";") { map[String(name)] = role }
    }
    return map
  }()

  private static let names: [(ColumnRole, String)] = [
    (
      .id,
      "response id;responseid;respondent id;review id;reviewid;id;ticket id;submission id;feedback id;record id;#;convo id;license plate number"
    ),
    (
      .date,
      "recorded date;date;review date;date created;created at;created;timestamp;submitted at;submission date;submit date;date submitted;response date;completed at;end date;return date;submit date (utc);review created (utc);time;zeitstempel;datum;horodateur;fecha;marca temporal;start date;order date;enddate;startdate;recordeddate;responded at;survey date;updated at"
    ),
    (
      .language,
      "user language;userlanguage;language;locale;locale name;lang;response language;idioma;sprache;langue"
    ),
    (
      .customer,
      "customer id;customerid;cust id;customer;user id;email;email address;e mail;recipient email;external reference;external data reference;externaldatareference;customer reference;customer email;kunde;kundennummer;reviewer email;review user email;requester id;review consumer user id;mail"
    ),
    (
      .author,
      "reviewer name;nickname;author;display name;reviewer;review username;username;name;full name;user name"
    ),
    (
      .order,
      "order;order id;orderid;order no;order number;order name;purchase id;transaction id;invoice;bestellnr;reference id;amazon order id;bestellnummer"
    ),
    (
      .sku,
      "sku;item sku;variant sku;product sku;product id;productid;item;item id;merchant sku;abstract product sku;seller sku;article;article no;article number;artikelnummer;artikelnr;item number;model;style;product handle;handle;product code"
    ),
    (.gtin, "gtin;ean;upc;barcode;gtin13;gtin14;gtin12;ean13;isbn"),
    (.asin, "asin;parent asin"),
    (.mpn, "mpn;part number;manufacturer part number"),
    (
      .product,
      "product;product name;product title;item name;product purchased;artikel;produkt;variation"
    ),
    (.brand, "brand;marke;marque"),
    (.url, "product url;url;page url;link"),
    (.supplier, "supplier;vendor;supplier id;manufacturer;lieferant;fournisseur"),
    (.lot, "lot;batch;lot number;lot no;batch number;batch no;lot code;charge"),
    (.category, "category;product category;department;kategorie"),
    (.channel, "channel;distribution channel;source;sales channel;store;location name"),
    (.market, "market;marketplace;country;region;site"),
    (.verified, "verified purchase;verified;verified buyer;is verified buyer;review verified"),
    (.reason, "return reason;reason;reason code;return reason code"),
    (
      .status,
      "status;response type;antworttyp;state;review status;curated;response status;review state;review display"
    ),
    (
      .title,
      "title;review title;review headline;headline;summary;subject;titel;titre;überschrift"
    ),
    (
      .text,
      "text;review;review text;review body;body;comment;comments;feedback text;content;review content;review message;verbatim;message;open feedback;customer comments;customer feedback;verified reviews;description;answer;remarks;kommentar;commentaire;comentario;what could we improve;open ended response;satisfaction comment;free text;reviews text;reviewtext"
    ),
    (
      .stars,
      "rating;stars;star rating;review rating;review score;review stars;overall;score stars;bewertung;sterne;reviews rating"
    ),
    (
      .nps,
      "nps;nps score;likelihood to recommend;recommendation score;net promoter score;would you recommend us"
    ),
    (.csat, "csat;csat score;satisfaction;satisfaction score;overall satisfaction;zufriedenheit"),
    (.ces, "ces;customer effort score;effort score"),
    (
      .derived,
      "nps group;sentiment;sentiment score;topics;topic;tags;parent topics;sentiment polarity;derived"
    ),
    (
      .metadata,
      "ipaddress;ip address;progress;duration (in seconds);finished;recipient last name;recipient first name;recipientlastname;recipientfirstname;location latitude;location longitude;locationlatitude;locationlongitude;locationaccuracy;location accuracy;response set;responseset;helpful votes;total votes;vine;picture urls;reply;reply date;collector id;image;images;quantity;fulfillment center id;detailed disposition;fnsku;feedback;emailaddress;recipientemail;customer id hash;product parent"
    ),
  ]
}
