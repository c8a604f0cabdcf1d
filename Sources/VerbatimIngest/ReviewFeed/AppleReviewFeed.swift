internal import VerbatimCore

/// Apple's feed of an app's customer reviews.
///
/// An entry says its text twice, as words and as a rendered table; the table is left out. An entry
/// that describes the app itself is no review.
struct AppleReviewFeed: FeedMapper {
  var shape: FeedCollector.Shape {
    FeedCollector.Shape { name, _ in name == "entry" }
  }

  func outcome(
    of item: FeedItem,
    at source: FeedbackRecord.Source
  ) -> FeedOutcome {
    let stars = FeedItem.number(item.value("im:rating"))
    if stars == nil, !item.children("im:name", "im:price", "im:image", "im:artist").isEmpty {
      return .aside
    }
    var source = source
    source.system = "app-store"
    source.nativeID = item.value("id")
    source.path = source.nativeID ?? source.path
    let links = item.children("link")
    let link = links.first { item.attribute("rel", of: $0) == "related" } ?? links.first
    source.url = link.flatMap { item.attribute("href", of: $0) }
    var record = FeedbackRecord(source: source)
    record.title = item.node("title").flatMap { SyndicationFeed.plain(item.raw($0)) }
    record.text = item.children("content")
      .first { item.attribute("type", of: $0) != "html" }
      .flatMap { SyndicationFeed.plain(item.raw($0)) }
    record.occurredAt = instant(item.value("updated"))
    record.author = item.value("author", "name")
    record.product.sku = source.url.flatMap(Self.app)
    record.dims["version"] = item.value("im:version")
    // The entry names no country; the feed's own address does.
    record.dims["market"] =
      (item.around["feed/id"] ?? []).lazy.compactMap(Self.country).first
      ?? (item.around["link@href"] ?? []).lazy.compactMap(Self.country).first
    var fault: String?
    if let stars { fault = rating(stars, min: 1, max: 5, into: &record) }
    return .review(record, ratingFault: fault)
  }

  /// The app's number in an address: `…?id=123&…`.
  static func app(in address: String) -> String? {
    guard let query = address.firstIndex(of: "?") else { return nil }
    let pair = address[query...].dropFirst().split(separator: "&").first { $0.hasPrefix("id=") }
    guard let digits = pair?.dropFirst(3), !digits.isEmpty,
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return String(digits)
  }

  /// The country in an address: `https://itunes.apple.com/us/rss/…`.
  static func country(in address: String) -> String? {
    guard let host = address.firstRange(of: "apple.com/") else { return nil }
    let code = address[host.upperBound...].prefix { $0 != "/" }
    guard code.count == 2, code.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
    return code.uppercased()
  }
}
