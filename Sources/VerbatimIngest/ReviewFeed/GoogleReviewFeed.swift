internal import VerbatimCore

/// Google's review feeds: of products (2.0 to 2.4) and of sellers (merchant_reviews).
///
/// A review of a family of products names the numbers of all its members and is one record.
struct GoogleReviewFeed: FeedMapper {
  var shape: FeedCollector.Shape {
    FeedCollector.Shape { name, parent in name == "review" || parent == "deleted_reviews" }
  }

  func outcome(
    of item: FeedItem,
    at source: FeedbackRecord.Source
  ) -> FeedOutcome {
    guard item.parent != "deleted_reviews" else { return .deleted }
    var source = source
    source.nativeID = item.value("review_id") ?? item.attribute("id")
    source.path = source.nativeID ?? source.path
    // Ids are those of who collects the reviews, else of who publishes them.
    source.system = item.around["aggregator/name"]?.first ?? item.around["publisher/name"]?.first
    source.url = item.value("review_url")
    source.solicited =
      switch item.value("collection_method") {
      case "unsolicited": false
      case "point_of_sale", "after_fulfillment", "after_purchase": true
      default: nil
      }
    var record = FeedbackRecord(source: source)
    record.title = item.words(item.node("title"))
    record.text = text(item)
    record.occurredAt = instant(
      item.value("review_timestamp") ?? item.value("create_timestamp")
        ?? item.value("last_update_timestamp")
    )
    record.language = item.value("review_language").flatMap(SurveyExportReader.languageTag)
    record.dims["market"] =
      (item.value("review_country") ?? item.value("country_code"))?.uppercased()
    record.orderID = item.value("transaction_id")
    setReviewer(item, in: &record)
    setProducts(item, in: &record)
    record.flags.verifiedPurchase = FeedItem.truth(
      item.value("is_verified_purchase") ?? item.value("verified_purchase")
    )
    record.flags.incentivised = FeedItem.truth(
      item.value("is_incentivized_review") ?? item.value("incentivized")
    )
    if FeedItem.truth(item.value("is_spam")) == true {
      return .excluded("the feed marks it as spam")
    }
    let fault = setRatings(item, in: &record)
    return .review(record, ratingFault: fault)
  }

  /// Content, pros and cons: all are the customer's words.
  private func text(_ item: FeedItem) -> String? {
    var parts = [item.words(item.node("content"))]
    for (list, name) in [("pros", "pro"), ("cons", "con")] {
      guard let node = item.node(list) else { continue }
      let entries = item.children(name, of: node).compactMap { item.words($0) }
      parts.append(entries.joined(separator: "\n"))
    }
    let text = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n\n")
    return text.isEmpty ? nil : text
  }

  private func setReviewer(_ item: FeedItem, in record: inout FeedbackRecord) {
    let name = item.node("reviewer", "name") ?? item.node("reviewer_name")
    let isAnonymous =
      FeedItem.truth(name.flatMap { item.attribute("is_anonymous", of: $0) })
      ?? FeedItem.truth(item.value("reviewer", "is_anonymous"))
    if isAnonymous != true { record.author = name.flatMap { item.value(of: $0) } }
    record.customer = item.value("reviewer", "reviewer_id")
  }

  private func setProducts(_ item: FeedItem, in record: inout FeedbackRecord) {
    if let merchant = item.attribute("mid") { record.dims["merchant"] = merchant }
    guard let list = item.node("products") else { return }
    let products = item.children("product", of: list)
    func all(_ list: String, _ name: String) -> [String] {
      products.flatMap { product -> [String] in
        guard let ids = item.node("product_ids", list, of: product) else { return [] }
        return item.children(name, of: ids).compactMap { item.value(of: $0) }
      }
    }
    setIdentifiers(
      [
        ("gtins", all("gtins", "gtin")), ("mpns", all("mpns", "mpn")),
        ("skus", all("skus", "sku")), ("asins", all("asins", "asin")),
        ("brands", all("brands", "brand")),
      ],
      in: &record
    )
    if products.count > 1 { record.dims["granularity"] = "family" }
    guard let first = products.first else { return }
    record.product.name = item.value("product_name", of: first)
    record.product.url = item.value("product_url", of: first)
  }

  private func setRatings(_ item: FeedItem, in record: inout FeedbackRecord) -> String? {
    guard let list = item.node("ratings") else { return nil }
    var fault: String?
    for node in item.nodes.indices where item.nodes[node].parent == list {
      let name = item.nodes[node].name
      guard let value = FeedItem.number(item.value(of: node)) else { continue }
      guard name == "overall" else {
        // Aspects are no verdict on the whole.
        record.answers.append(
          FeedbackRecord.Answer(
            question: name,
            role: "metadata",
            value: item.value(of: node) ?? ""
          )
        )
        continue
      }
      fault = rating(
        value,
        min: FeedItem.number(item.attribute("min", of: node)) ?? 1,
        max: FeedItem.number(item.attribute("max", of: node)) ?? 5,
        into: &record
      )
    }
    return fault
  }
}
