internal import VerbatimCore

extension StructuredPage {
  /// Adds the items of microformats under schema.org's names.
  ///
  /// - Returns: Whether something was left out because a limit was reached.
  mutating func addMicroformats(_ page: PageCollector) -> Bool {
    guard !page.tree.elements.isEmpty else { return false }
    let parser = MicroformatParser(page)
    let first = items.count
    for item in parser.items {
      var made = item
      made.types = item.types.map { MicroformatVocabulary.type($0, of: item) }
      made.properties = []
      _ = add(made)
    }
    // What stands inside comes before what it stands in, which looks at it.
    for (place, item) in parser.items.enumerated().reversed() {
      addProperties(of: item, to: first + place, offset: first)
    }
    return parser.isCut
  }

  private mutating func addProperties(of item: StructuredItem, to index: Int, offset: Int) {
    let types = items[index].types
    var rating: [StructuredItem.Property] = []
    for property in item.properties {
      var value = property.value
      var childTypes: [String] = []
      if case .item(let child) = value {
        value = .item(offset + child)
        childTypes = items[offset + child].types
      }
      if types.contains("Review"), MicroformatVocabulary.ratings.contains(property.name) {
        rating.append(StructuredItem.Property(name: property.name, value: value))
        continue
      }
      if types.contains("AggregateRating"), property.name == "item", case .item(let whole) = value {
        add(.item(index), as: "aggregateRating", to: whole)
        continue
      }
      var name = MicroformatVocabulary.property(property.name, of: types)
      if name == "review" || property.name == MicroformatParser.childName {
        if childTypes.contains("AggregateRating") {
          name = "aggregateRating"
        } else if childTypes.contains("Review") {
          name = "review"
        } else if types.contains("Review"), childTypes.contains("Product") {
          name = "itemReviewed"
        }
      }
      add(value, as: name, to: index)
    }
    addRating(rating, to: index)
  }

  /// Makes a rating of the numbers that a review states side by side.
  private mutating func addRating(_ stated: [StructuredItem.Property], to review: Int) {
    guard stated.contains(where: { $0.name == "rating" }) else { return }
    var whole = StructuredItem(
      syntax: .microformats,
      types: ["Rating"],
      line: items[review].line
    )
    for property in stated {
      guard case .item(let inner) = property.value else {
        let name = MicroformatVocabulary.property(property.name, of: whole.types)
        whole.properties.append(StructuredItem.Property(name: name, value: property.value))
        continue
      }
      // An item of its own has its parts, or only a name.
      let parts = items[inner].properties
      let hasValue = parts.contains { $0.name == "ratingValue" }
      whole.properties += parts.map { part in
        let isValue = !hasValue && part.name == "name"
        return StructuredItem.Property(name: isValue ? "ratingValue" : part.name, value: part.value)
      }
    }
    add(.item(add(whole)), as: "reviewRating", to: review)
  }
}

/// What microformats call what schema.org names otherwise.
enum MicroformatVocabulary {
  /// The properties of a review that together are its rating.
  static let ratings: Set<String> = ["average", "best", "rating", "value", "worst"]

  /// The type of an item: an entry is a review when it says what of, or how good it is.
  static func type(_ name: String, of item: StructuredItem) -> String {
    switch name {
    case "h-review": "Review"
    case "h-review-aggregate": "AggregateRating"
    case "h-product": "Product"
    case "h-rating": "Rating"
    case "h-entry":
      item.properties.contains { $0.name == "rating" || $0.name == "item" }
        ? "Review" : "BlogPosting"
    case "h-card": item.properties.contains { $0.name == "org" } ? "Organization" : "Person"
    case "h-item": "Thing"
    case "h-event": "Event"
    default: name
    }
  }

  /// The name of a property.
  static func property(_ name: String, of types: [String]) -> String {
    let table =
      types.contains("Review")
      ? review
      : types.contains("Product")
        ? product
        : types.contains("AggregateRating") || types.contains("Rating")
          ? rating : types.contains("Person") || types.contains("Organization") ? card : [:]
    return table[name] ?? name
  }

  private static let review = [
    "content": "reviewBody", "item": "itemReviewed", "published": "datePublished",
    "reviewed": "datePublished", "reviewer": "author", "summary": "text", "uid": "identifier",
    "updated": "dateModified",
  ]
  private static let product = [
    "identifier": "productID", "photo": "image", "uid": "productID",
  ]
  private static let rating = [
    "average": "ratingValue", "best": "bestRating", "count": "reviewCount",
    "rating": "ratingValue", "value": "ratingValue", "votes": "ratingCount",
    "worst": "worstRating",
  ]
  private static let card = [
    "family-name": "familyName", "given-name": "givenName", "nickname": "alternateName",
    "org": "legalName",
  ]
}
