internal import VerbatimCore

/// A list of reviews in XML of a shop's own making: `reviews` with a `review` each, its facts in
/// elements or attributes whose names say what they are.
struct PlainReviewFeed: FeedMapper {
  var shape: FeedCollector.Shape {
    FeedCollector.Shape { name, _ in name == "review" || name == "Review" }
  }

  func outcome(
    of item: FeedItem,
    at source: FeedbackRecord.Source
  ) -> FeedOutcome {
    var facts: [String: Int] = [:]
    for node in item.nodes.indices.dropFirst() {
      let key = Self.key(item.nodes[node].name)
      if facts[key] == nil { facts[key] = node }
    }
    func value(_ names: [String]) -> String? {
      names.lazy.compactMap { name in
        facts[name].flatMap { item.value(of: $0) }
          ?? item.attributes[item.nodes[0].attributes].first { Self.key($0.name) == name }?.value
      }.first
    }
    func words(_ names: [String]) -> String? {
      names.lazy.compactMap { facts[$0].flatMap { item.words($0) } }.first
    }
    var source = source
    source.nativeID = value(["reviewid", "id", "uuid"])
    source.path = source.nativeID ?? source.path
    source.url = value(["reviewurl", "url", "link"])
    var record = FeedbackRecord(source: source)
    record.title = words(["title", "reviewtitle", "headline", "summary", "subject"])
    record.text = words([
      "reviewtext", "text", "content", "body", "reviewbody", "comment", "comments", "description",
    ])
    record.author = value(["reviewername", "author", "authorname", "nickname", "reviewer", "name"])
    record.customer = value(["reviewerid", "customerid", "userid", "email"])
    record.occurredAt = instant(
      value(["reviewtimestamp", "timestamp", "date", "reviewdate", "createdat", "published"])
    )
    record.language = value(["reviewlanguage", "language", "locale"])
      .flatMap(SurveyExportReader.languageTag)
    record.orderID = value(["orderid", "ordernumber", "transactionid"])
    record.product.sku = value(["sku", "productsku", "productid"])
    record.product.gtin = value(["gtin", "ean", "upc"])
    record.product.asin = value(["asin"])
    record.product.mpn = value(["mpn"])
    record.product.name = value(["productname", "product", "producttitle"])
    record.product.url = value(["producturl"])
    record.flags.verifiedPurchase = FeedItem.truth(value(["verifiedpurchase", "verified"]))
    var fault: String?
    if let stated = value(["rating", "stars", "score", "ratingvalue", "overall"])
      .flatMap(StatedRating.parse)
    {
      let best = FeedItem.number(value(["ratingmax", "maxrating", "bestrating", "ratingrange"]))
      fault = rating(stated.value, min: 1, max: best ?? stated.best ?? 5, into: &record)
    }
    if FeedItem.truth(value(["isspam", "spam"])) == true {
      return .excluded("the feed marks it as spam")
    }
    return .review(record, ratingFault: fault)
  }

  /// `review_text`, `reviewText` and `Review-Text` are the same name.
  private static func key(_ name: String) -> String {
    name.filter { $0.isLetter || $0.isNumber }.lowercased()
  }
}
