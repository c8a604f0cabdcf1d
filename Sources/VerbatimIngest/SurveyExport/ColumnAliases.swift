/// The English names of columns that are known without the data files, in normalised form.
enum ColumnAliases {
  /// The role of a normalised name; nil when it is not known.
  static func role(of name: String) -> ColumnRole? { ColumnNames.builtIn.role(of: name)?.role }

  /// The names under which labelled tables state the verdict, the surest first.
  static let labelNames = [
    "label", "gold", "gold label", "sentiment label", "sentiment", "polarity", "class", "verdict",
    "feedback",
  ]

  /// Names with their roles, the one that is preferred first.
  static var pairs: [(String, ColumnRole)] {
    names.flatMap { role, names in names.split(separator: ";").map { (String($0), role) } }
  }

  private static let names: [(ColumnRole, String)] = [
    (
      .id,
      "response id;responseid;respondent id;review id;reviewid;submission id;"
        + "feedback id;ticket id;record id;convo id;license plate number;id;#"
    ),
    (
      .date,
      "recorded date;recordeddate;submit date;date submitted;submitted at;"
        + "submission date;completed at;response date;responded at;review date;"
        + "return date;date;date created;created at;created;timestamp;end date;enddate;"
        + "survey date;time;updated at;order date;start date;startdate;datum;zeitstempel;"
        + "horodateur;marca temporal;fecha"
    ),
    (
      .language,
      "language;user language;userlanguage;response language;locale;locale name;lang;"
        + "sprache;langue;idioma"
    ),
    (
      .customer,
      "customer id;customerid;customer reference;cust id;customer;user id;"
        + "external reference;external data reference;externaldatareference;requester id;"
        + "review consumer user id;email;e mail;email address;recipient email;"
        + "customer email;reviewer email;review user email;mail;kundennummer;kunde"
    ),
    (
      .author,
      "reviewer name;nickname;author;display name;reviewer;review username;username;"
        + "full name;user name;name"
    ),
    (
      .order,
      "order id;orderid;order number;order no;order;order name;amazon order id;"
        + "purchase id;transaction id;invoice;reference id;bestellnummer;bestellnr"
    ),
    (
      .sku,
      "sku;item sku;variant sku;product sku;merchant sku;seller sku;"
        + "abstract product sku;article no;article number;article;item number;item id;"
        + "item;product code;product id;productid;model;style;product handle;handle;"
        + "artikelnummer;artikelnr"
    ),
    (.gtin, "gtin;gtin13;gtin14;gtin12;ean;ean13;upc;barcode;isbn"),
    (.asin, "asin;parent asin"),
    (.mpn, "mpn;part number;manufacturer part number"),
    (
      .product,
      "product name;product title;item name;product;product purchased;variation;"
        + "artikel;produkt"
    ),
    (.brand, "brand;marke;marque"),
    (.url, "product url;url;page url;link"),
    (.supplier, "supplier;supplier id;vendor;manufacturer;lieferant;fournisseur"),
    (.lot, "lot;lot number;lot no;lot code;batch;batch number;batch no;charge"),
    (.category, "category;product category;department;kategorie"),
    (.channel, "channel;distribution channel;sales channel;source;store;location name"),
    (.market, "market;marketplace;country;region;site"),
    (.tenure, "tenure;tenure band;customer tenure"),
    (.carrier, "carrier;shipping carrier"),
    (.warehouse, "warehouse;fulfilment center"),
    (.promotion, "promotion;promotion code"),
    (.orderWeek, "order week"),
    (.verified, "verified purchase;verified buyer;is verified buyer;verified;review verified"),
    (.reason, "return reason;return reason code;reason;reason code"),
    (
      .status,
      "status;response status;response type;review status;review state;state;"
        + "review display;curated;antworttyp"
    ),
    (.title, "review title;review headline;headline;title;summary;subject;titel;überschrift;titre"),
    (
      .text,
      "review;review text;review body;review content;review message;verified reviews;"
        + "comment;comments;text;body;verbatim;feedback text;open feedback;"
        + "customer comments;customer feedback;open ended response;free text;"
        + "satisfaction comment;reviews text;reviewtext;content;message;answer;remarks;"
        + "description;what could we improve;kommentar;commentaire;comentario"
    ),
    (
      .stars,
      "rating;stars;star rating;review rating;review stars;review score;overall;"
        + "score stars;reviews rating;bewertung;sterne"
    ),
    (
      .nps,
      "nps;nps score;net promoter score;likelihood to recommend;recommendation score;"
        + "would you recommend us"
    ),
    (.csat, "csat;csat score;satisfaction;satisfaction score;overall satisfaction;zufriedenheit"),
    (.ces, "ces;customer effort score;effort score"),
    (.reply, "reply"),
    (.disposition, "detailed disposition"),
    (.quantity, "quantity"),
    (.kind, "question type;survey type"),
    (
      .derived,
      "nps group;sentiment;sentiment score;sentiment polarity;topics;topic;tags;"
        + "parent topics;derived"
    ),
    (
      .metadata,
      "ipaddress;ip address;emailaddress;recipientemail;progress;"
        + "duration (in seconds);finished;recipient last name;recipient first name;"
        + "recipientlastname;recipientfirstname;location latitude;location longitude;"
        + "locationlatitude;locationlongitude;location accuracy;locationaccuracy;"
        + "response set;responseset;helpful votes;total votes;vine;picture urls;images;"
        + "image;collector id;fulfillment center id;fnsku;customer id hash;"
        + "product parent;reply date;feedback"
    ),
  ]
}
