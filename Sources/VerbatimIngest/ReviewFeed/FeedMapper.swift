internal import VerbatimCore

/// What a kind of feed makes of an entry.
enum FeedOutcome {
  /// A review, with what is wrong with its rating when something is.
  case review(FeedbackRecord, ratingFault: String? = nil)
  /// An entry that is no customer's word, by its own status.
  case excluded(String)
  /// A review that was taken back.
  case deleted
  /// An entry that describes what is reviewed.
  case aside
}

/// One kind of review feed.
protocol FeedMapper {
  /// What it calls its entries.
  var shape: FeedCollector.Shape { get }

  /// The review of an entry.
  ///
  /// - Parameters:
  ///   - item: The entry.
  ///   - source: Where the entry stands.
  /// - Returns: The review, or why there is none.
  func outcome(
    of item: FeedItem,
    at source: FeedbackRecord.Source
  ) -> FeedOutcome
}

extension FeedMapper {
  /// A rating on a stated scale, or what is wrong with it.
  func rating(
    _ value: Double,
    min: Double,
    max: Double,
    into record: inout FeedbackRecord
  ) -> String? {
    guard let rating = Rating(.stars, value, min: min, max: max) else {
      func text(_ number: Double) -> String { JSONValue.number(number).scalarText ?? "" }
      return "the rating \(text(value)) lies outside its scale of \(text(min)) to \(text(max))"
    }
    record.ratings.append(rating)
    return nil
  }

  /// A moment as feeds write it: ISO 8601, or as mails do.
  func instant(_ text: String?) -> Instant? {
    guard let text else { return nil }
    if let instant = Instant(iso8601: text) { return instant }
    return MailDate(text)?.instant ?? StatedDate.instant(text)
  }

  /// The numbers of a family of products: the first of each kind as the product's own, all of them
  /// in the dimensions, and the mark that the review is of the family.
  func setIdentifiers(_ lists: [(name: String, values: [String])], in record: inout FeedbackRecord)
  {
    var isFamily = false
    for (name, values) in lists {
      var seen: [String] = []
      for value in values.map(\.trimmingBlanks) where !value.isEmpty && !seen.contains(value) {
        seen.append(value)
      }
      guard let first = seen.first else { continue }
      switch name {
      case "gtins": record.product.gtin = first
      case "mpns": record.product.mpn = first
      case "skus": record.product.sku = first
      case "asins": record.product.asin = first
      default: record.product.brand = first
      }
      guard seen.count > 1, name != "brands" else { continue }
      isFamily = true
      record.dims[name] = seen.joined(separator: "|")
    }
    if isFamily { record.dims["granularity"] = "family" }
  }
}
