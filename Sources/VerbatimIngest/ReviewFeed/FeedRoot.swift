/// The root element of an XML text: what a feed is, by name and namespace and never by file name.
struct FeedRoot {
  /// The name without its prefix.
  let name: String
  /// The start tag as it stands.
  let tag: String
  /// What follows the tag, as far as it was looked at.
  private let rest: Substring

  /// The root of a text that begins with "<"; nil when no element begins in it.
  init?(_ text: String) {
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      let closing: String
      if rest.hasPrefix("<!--") {
        closing = "-->"
      } else if rest.hasPrefix("<?") {
        closing = "?>"
      } else if rest.hasPrefix("<!") {
        // The internal subset ends in "]>".
        let declaration = rest.prefix { $0 != ">" }
        closing = declaration.contains("[") ? "]>" : ">"
      } else {
        break
      }
      guard let end = rest.firstRange(of: closing) else { return nil }
      rest = rest[end.upperBound...]
    }
    guard rest.hasPrefix("<") else { return nil }
    let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    guard let first = name.first, first.isLetter || first == "_" else { return nil }
    self.name = String(name.split(separator: ":").last ?? name)
    tag = String(rest.prefix { $0 != ">" })
    self.rest = rest.dropFirst(tag.count)
  }

  /// Whether it is a plain list of reviews.
  var isList: Bool { name.lowercased() == "reviews" }

  /// What a document of LimeSurvey holds: `Responses`, `Survey` and others; nil for other documents.
  var limeSurveyKind: String? {
    guard let start = rest.firstRange(of: "<LimeSurveyDocType>") else { return nil }
    return String(rest[start.upperBound...].prefix { $0 != "<" })
  }

  /// The format of the feed and the rule that tells; nil for what is no review feed.
  var format: (format: InputFormat, rule: String)? {
    switch name {
    case "Feed" where tag.contains("bazaarvoice.com/xs/PRR/"):
      return (.bazaarvoice, "the root Feed in Bazaarvoice's namespace")
    case "feed":
      if tag.contains("itunes.apple.com/rss") {
        return (.appleReviews, "an Atom feed with Apple's namespace")
      }
      if tag.contains("product_reviews.xsd") || tag.contains("schemas.google.com/merchant_reviews")
      {
        return (.googleReviews, "the root feed with Google's schema")
      }
      if !tag.contains("xmlns="),
        ["<publisher>", "<aggregator>", "<reviews>"].contains(where: rest.contains)
      {
        return (.googleReviews, "the root feed with a publisher or reviews")
      }
      return products ?? (.feed, "the root element feed")
    case "rss", "RDF": return products ?? (.feed, "the root element \(name)")
    default: return isList ? (.feed, "the root element \(name)") : nil
    }
  }

  /// A feed of products is no feed of reviews.
  private var products: (format: InputFormat, rule: String)? {
    tag.contains("base.google.com/ns/1.0") ? (.xml, "a feed with Google's product namespace") : nil
  }
}
