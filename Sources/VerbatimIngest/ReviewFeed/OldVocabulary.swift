/// The names of data-vocabulary.org, which search engines read before schema.org, by schema.org's.
///
/// Source: data-vocabulary.org's Review, Review-aggregate, Product and Person; Google retired it in
/// 2021, saved pages and old themes still have it.
enum OldVocabulary {
  /// The name behind one of its addresses; nil for other addresses.
  static func name(at address: some StringProtocol) -> String? {
    // Nearly all names have been shortened to ones without a slash.
    guard address.utf8.contains(UInt8(ascii: "/")),
      let middle = address.firstRange(of: "data-vocabulary.org/")
    else { return nil }
    let host = address[..<middle.lowerBound]
    guard
      ["http://", "https://", "//", ""].contains(where: { scheme in
        ["", "www.", "rdf."].contains { host == scheme + $0 }
      })
    else { return nil }
    return String(address[middle.upperBound...].drop { $0 == "/" || $0 == "#" })
  }

  /// What schema.org calls a type.
  static func type(_ name: String) -> String {
    name == "Review-aggregate" ? "AggregateRating" : name
  }

  /// What schema.org calls a property of an item.
  static func property(_ name: String, of types: [String]) -> String {
    if name == "rating" { return types.contains("Review") ? "reviewRating" : "ratingValue" }
    if name == "review", types.contains("Review") { return "reviewBody" }
    return properties[name] ?? name
  }

  private static let properties = [
    "average": "ratingValue", "best": "bestRating", "count": "reviewCount",
    "dtreviewed": "datePublished", "fn": "name", "identifier": "productID",
    "itemreviewed": "itemReviewed", "photo": "image", "reviewer": "author", "summary": "name",
    "value": "ratingValue", "votes": "ratingCount", "worst": "worstRating",
  ]
}

extension StructuredPage {
  /// Reads an item whose type is one of data-vocabulary.org's as one of schema.org's.
  mutating func readOldVocabulary(of item: Int) {
    let old = items[item].types.compactMap { OldVocabulary.name(at: $0) }
    guard !old.isEmpty else { return }
    let types = old.map(OldVocabulary.type)
    type(item, as: types, line: items[item].line, language: items[item].language)
    rename(item) { OldVocabulary.property($0, of: types) }
  }
}
