public import VerbatimCore
public import VerbatimText

/// Reads Apple's feed of an app's customer reviews as JSON, the twin of its Atom feed.
///
/// Each value stands in an object `{"label": …}`; `feed.entry` is an object when there is one
/// review, a list when there are more, and missing when there is none. An entry that describes the
/// app itself is no review. A feed's page has at most 50 reviews and is parsed whole.
public struct AppleReviewJSONReader: FeedbackReader {
  /// The largest file that is read, in bytes.
  public static let largestFile = 64 * 1024 * 1024

  private let source: TextSource
  private var items = GatheredItems()

  /// The reviews in `source`, which is at its start.
  public init(_ source: TextSource) { self.source = source }

  /// Whether the head of a JSON text is that of such a feed.
  static func recognises(_ text: String) -> Bool {
    guard text.hasPrefix("{"),
      text.dropFirst().drop(while: \.isWhitespace).hasPrefix("\"feed\"")
    else { return false }
    return text.contains("\"im:rating\"") || text.contains("itunes.apple.com")
  }

  /// The next review.
  ///
  /// - Throws: `V1401` when the file is not JSON, `V1109` when it is too large.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    if items.begins() { try read() }
    return items.next()
  }

  private mutating func read() throws(Diagnostic) {
    let here = SourceLocation(file: source.path)
    let bytes = try source.readAll(limit: Self.largestFile)
    let document: JSONValue
    do throws(JSONFailure) {
      document = try JSONReader().parse(bytes)
    } catch {
      throw Diagnostic(
        .jsonBroken,
        at: here,
        "the feed is not JSON: \(error.message)",
        hint: "download it again"
      )
    }
    let feed = document["feed"] ?? .null
    let entries =
      switch feed["entry"] {
      case .array(let list)?: list
      case .object(let members)?: [JSONValue.object(members)]
      default: [JSONValue]()
      }
    let addresses = [Self.label(feed["id"])].compactMap(\.self) + Self.links(feed)
    let market = addresses.lazy.compactMap(AppleReviewFeed.country).first
    for (index, entry) in entries.enumerated() { take(entry, index, market) }
    guard items.isEmpty else { return }
    items.append(
      .warning(
        Diagnostic(
          .noReviews,
          .warning,
          at: here,
          "the feed has no review to read",
          hint: "Apple gives an empty list for a country without reviews, and past the last page"
        )
      )
    )
  }

  private mutating func take(_ entry: JSONValue, _ index: Int, _ market: String?) {
    func label(_ name: String) -> String? { Self.label(entry[name]) }
    let stars = FeedItem.number(label("im:rating"))
    let isApp = ["im:name", "im:price", "im:image", "im:artist"].contains { entry[$0] != nil }
    if stars == nil, isApp { return }
    let format = InputFormat.appleReviews.rawValue
    var place = FeedbackRecord.Source(kind: .review, format: format, file: source.path)
    place.system = "app-store"
    place.row = index + 1
    place.nativeID = label("id")
    place.path = place.nativeID ?? "entry[\(index)]"
    place.url = Self.links(entry).first
    var record = FeedbackRecord(source: place)
    record.title = label("title").flatMap(SyndicationFeed.plain)
    record.text = Self.words(entry["content"]).flatMap(SyndicationFeed.plain)
    record.occurredAt = label("updated").flatMap { Instant(iso8601: $0) }
    record.author = Self.label(entry["author"]?["name"])
    record.product.sku = place.url.flatMap(AppleReviewFeed.app)
    record.dims["version"] = label("im:version")
    record.dims["market"] = market
    var fault: String?
    if let stars { fault = AppleReviewFeed().rating(stars, min: 1, max: 5, into: &record) }
    let name = place.path ?? "the review"
    guard !record.isEmpty else {
      let reason = fault.map { "\(name) has no words, and \($0)" }
      items.append(
        .reject(
          Diagnostic(
            .reviewEmpty,
            at: record.location,
            reason ?? "\(name) has neither words nor a rating"
          )
        )
      )
      return
    }
    items.append(.record(record))
    guard let fault else { return }
    items.append(
      .warning(
        Diagnostic(
          .ratingOutOfRange,
          .warning,
          at: record.location,
          "\(name): \(fault)",
          hint: "the review is kept without it"
        )
      )
    )
  }

  /// The text in `{"label": …}`; nil when there is none.
  private static func label(_ value: JSONValue?) -> String? {
    let text = (value?["label"] ?? value)?.scalarText?.trimmingBlanks
    return text?.isEmpty == false ? text : nil
  }

  /// The content as words: of several, the one that is not a rendered table.
  private static func words(_ content: JSONValue?) -> String? {
    guard let list = content?.elements else { return label(content) }
    let plain = list.first { $0["attributes"]?["type"]?.string != "html" }
    return label(plain)
  }

  /// The addresses of an entry or a feed, the related one first.
  private static func links(_ value: JSONValue) -> [String] {
    guard let link = value["link"] else { return [] }
    let attributes = (link.elements ?? [link]).compactMap { $0["attributes"] }
    let related = attributes.filter { $0["rel"]?.string == "related" }
    let others = attributes.filter { $0["rel"]?.string != "related" }
    return (related + others).compactMap { $0["href"]?.string }
  }
}
