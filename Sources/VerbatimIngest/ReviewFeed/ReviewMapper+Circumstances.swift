internal import VerbatimCore

/// How a review came about, and what others said to it.
extension ReviewMapper {
  func addFlags(of review: Int, to record: inout FeedbackRecord) {
    record.flags.verifiedPurchase = truth(
      page.words("verifiedPurchase", "isVerifiedPurchase", "verifiedBuyer", "verified", of: review)
    )
    record.flags.incentivised = truth(
      page.words("incentivised", "incentivized", "isIncentivized", "isIncentivised", of: review)
    )
    for value in page.values("additionalProperty", of: review) {
      guard case .item(let part) = value, let name = page.words("name", "propertyID", of: part)
      else { continue }
      let stated = truth(page.words("value", of: part))
      let key = name.lowercased()
      if key.hasPrefix("verified") { record.flags.verifiedPurchase = stated }
      if key.hasPrefix("incentivi") { record.flags.incentivised = stated }
    }
    for value in page.values("publisher", of: review) {
      guard case .item(let item) = value,
        let host = PageAddress.host(of: page.address("url", of: item) ?? page.items[item].id),
        let own = PageAddress.host(of: canonical ?? record.source.url), host != own
      else { continue }
      record.flags.syndicatedFrom = page.words(value) ?? host
      return
    }
  }

  /// Keeps what the shop answered as answers with the role `reply`; what other people say of a
  /// review is nobody's review.
  func addReplies(to review: Int, in record: inout FeedbackRecord) {
    for value in page.values("comment", of: review) {
      var words = page.words(value)
      var writer: String?
      if case .item(let comment) = value {
        words = page.words("text", "content", "description", "name", of: comment)
        for value in page.values("author", "creator", of: comment) {
          writer = page.words(value)
          if case .item(let person) = value, page.types(of: person).contains("Person") {
            words = nil
          }
        }
      }
      guard let words else { continue }
      record.answers.append(
        FeedbackRecord.Answer(
          question: writer ?? "comment",
          role: ColumnRole.reply.rawValue,
          value: words
        )
      )
    }
  }

  /// The language of the work that a review says it is a translation of.
  func addTranslation(of review: Int, to record: inout FeedbackRecord) {
    for value in page.values("translationOfWork", of: review) {
      guard case .item(let work) = value,
        let tag = page.words("inLanguage", of: work).flatMap(Self.tag)
      else { continue }
      record.dims["translated_from"] = tag
    }
  }

  private func truth(_ text: String?) -> Bool? {
    switch text?.lowercased() {
    case "true", "yes", "1": true
    case "false", "no", "0": false
    default: nil
    }
  }
}
