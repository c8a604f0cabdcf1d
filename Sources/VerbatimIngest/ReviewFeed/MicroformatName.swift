/// The class names of microformats: those of version 2, and the classic ones with what they are
/// called there.
///
/// Source: microformats.org, microformats2 parsing and the pages of hReview, hReview-aggregate,
/// hProduct, hCard and hCalendar.
enum MicroformatName {
  /// How the value of a property is found.
  enum Kind {
    case text
    case address
    case moment
    case markup
  }

  /// A property by its kind and its name in version 2.
  struct Property: Hashable {
    var kind: Kind
    var name: String
  }

  /// Whether a class attribute begins something that may be or hold a review.
  ///
  /// Every element with a class is asked, so no text is made of it.
  static func hasReviewRoot(_ value: MarkupBytes) -> Bool {
    var at = 0
    while at < value.count {
      var end = at
      while end < value.count, value[end] > 0x20 { end += 1 }
      if end - at >= 7, value[at] == UInt8(ascii: "h"),
        reviewRoots.contains(where: { isToken($0, value, at, end) })
      {
        return true
      }
      at = end + 1
    }
    return false
  }

  private static let reviewRoots: [StaticString] = [
    "h-review", "h-product", "h-entry", "hreview", "hproduct", "h-review-aggregate",
    "hreview-aggregate",
  ]

  private static func isToken(
    _ name: StaticString,
    _ value: MarkupBytes,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    guard name.utf8CodeUnitCount == end - start else { return false }
    // Safety: the offset is below the length of the name.
    return (start..<end).allSatisfy { unsafe value[$0] == name.utf8Start[$0 - start] }
  }

  /// The roots of version 2 among classes.
  ///
  /// Style sheets have classes such as `h-full`: a name that no microformat has counts only where
  /// the element is the value of a property, as `p-rating h-rating` is.
  static func roots(_ classes: [Substring], isProperty: Bool) -> [String] {
    classes.filter { token in
      guard token.hasPrefix("h-") else { return false }
      return known.contains(String(token)) || (isProperty && isName(token.dropFirst(2)))
    }.map(String.init)
  }

  private static let known: Set<String> = [
    "h-adr", "h-app", "h-card", "h-cite", "h-entry", "h-event", "h-feed", "h-geo", "h-item",
    "h-listing", "h-news", "h-product", "h-recipe", "h-resume", "h-review", "h-review-aggregate",
  ]

  /// The properties of version 2 among classes.
  static func properties(_ classes: [Substring]) -> [Property] {
    classes.compactMap { token in
      let kinds: [(String, Kind)] = [
        ("p-", .text), ("u-", .address), ("dt-", .moment), ("e-", .markup),
      ]
      guard let (prefix, kind) = kinds.first(where: { token.hasPrefix($0.0) }) else { return nil }
      let name = token.dropFirst(prefix.count)
      return isName(name) ? Property(kind: kind, name: String(name)) : nil
    }
  }

  /// Small letters and single hyphens between them: `p-1` and `p-4xl` style a page.
  private static func isName(_ name: Substring) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    }
  }

  /// The classic roots among classes, by their names in version 2.
  static func classicRoots(_ classes: [Substring]) -> [String] {
    classes.compactMap { classic[String($0)] }
  }

  private static let classic = [
    "adr": "h-adr", "hproduct": "h-product", "hreview": "h-review",
    "hreview-aggregate": "h-review-aggregate", "vcard": "h-card", "vevent": "h-event",
  ]

  /// The properties that classic classes and relations are of something of a type.
  static func classicProperties(
    _ classes: [Substring],
    _ rels: [Substring],
    of type: String
  ) -> [Property] {
    var found = classes.compactMap { classicProperties[type]?[String($0)] }
    guard type == "h-review" || type == "h-review-aggregate" || type == "h-product" else {
      return found
    }
    if rels.contains("tag"), !found.contains(where: { $0.name == "category" }) {
      found.append(Property(kind: .text, name: "category"))
    }
    if rels.contains("bookmark"), rels.contains("self") || type == "h-review" {
      found.append(Property(kind: .address, name: "url"))
    }
    return found
  }

  private static let classicProperties: [String: [String: Property]] = [
    "h-review": named(
      text: "best=best,item=item,rating=rating,reviewer=author,summary=name,worst=worst",
      address: "url=url",
      moment: "dtreviewed=published",
      markup: "description=content"
    ),
    "h-review-aggregate": named(
      text: "average=average,best=best,count=count,item=item,rating=rating,summary=name,"
        + "votes=votes,worst=worst",
      address: "url=url"
    ),
    "h-product": named(
      text: "brand=brand,category=category,description=description,fn=name,identifier=identifier,"
        + "price=price,review=review",
      address: "photo=photo,url=url"
    ),
    "h-item": named(text: "fn=name", address: "photo=photo,url=url"),
    "h-card": named(
      text: "adr=adr,fn=name,family-name=family-name,given-name=given-name,locality=locality,"
        + "nickname=nickname,note=note,org=org,role=role,tel=tel,title=job-title",
      address: "email=email,photo=photo,uid=uid,url=url",
      moment: "bday=bday"
    ),
    "h-adr": named(
      text: "country-name=country-name,extended-address=extended-address,locality=locality,"
        + "post-office-box=post-office-box,postal-code=postal-code,region=region,"
        + "street-address=street-address"
    ),
    "h-event": named(
      text: "category=category,description=description,location=location,summary=name",
      address: "url=url",
      moment: "dtend=end,dtstart=start,duration=duration"
    ),
  ]

  private static func named(
    text: String = "",
    address: String = "",
    moment: String = "",
    markup: String = ""
  ) -> [String: Property] {
    var found: [String: Property] = [:]
    let lists: [(String, Kind)] = [
      (text, .text), (address, .address), (moment, .moment), (markup, .markup),
    ]
    for (list, kind) in lists {
      for pair in list.split(separator: ",") {
        let parts = pair.split(separator: "=")
        found[String(parts[0])] = Property(kind: kind, name: String(parts[1]))
      }
    }
    return found
  }
}
