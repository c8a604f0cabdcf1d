internal import VerbatimCore

/// Bazaarvoice's standard client feed, of any version.
///
/// Reviews stand inside their product. What the shop answered is kept as an answer with the role
/// `reply`, never as the customer's words; statistics over all reviews are no reviews.
struct BazaarvoiceFeed: FeedMapper {
  var shape: FeedCollector.Shape {
    FeedCollector.Shape(isItem: { name, _ in name == "Review" }, scope: "Product")
  }

  func outcome(
    of item: FeedItem,
    at source: FeedbackRecord.Source
  ) -> FeedOutcome {
    if FeedItem.truth(item.attribute("removed")) == true
      || FeedItem.truth(item.around["Product@removed"]?.first) == true
    {
      return .deleted
    }
    var source = source
    source.nativeID = item.attribute("id") ?? item.value("Id")
    source.path = source.nativeID ?? source.path
    source.system = "bazaarvoice"
    source.url = item.value("ProductReviewsDeepLinkedUrl") ?? item.value("ProductReviewsUrl")
    var record = FeedbackRecord(source: source)
    record.title = item.words(item.node("Title"))
    let parts = ["ReviewText", "Pros", "Cons"].compactMap { item.words(item.node($0)) }
    record.text = parts.isEmpty ? nil : parts.joined(separator: "\n\n")
    record.occurredAt = instant(
      item.value("SubmissionTime") ?? item.value("FirstPublishTime")
        ?? item.value("LastModificationTime")
    )
    setLocale(item, in: &record)
    setWriter(item, in: &record)
    setProduct(item, in: &record)
    setFlags(item, in: &record)
    setReplies(item, in: &record)
    if let status = item.value("ModerationStatus")?.lowercased(), status != "approved" {
      record.dims["visibility"] = status
    }
    var fault: String?
    // 0 stars are none.
    if let value = FeedItem.number(item.value("Rating")), value != 0 {
      let best = FeedItem.number(item.value("RatingRange")) ?? 5
      fault = rating(value, min: 1, max: best, into: &record)
    }
    return .review(record, ratingFault: fault)
  }

  private func setLocale(_ item: FeedItem, in record: inout FeedbackRecord) {
    guard let locale = item.value("DisplayLocale") ?? item.value("ContentLocale") else { return }
    record.language = SurveyExportReader.languageTag(locale)
    let parts = locale.split { $0 == "_" || $0 == "-" }
    if parts.count == 2, parts[1].count == 2 { record.dims["market"] = parts[1].uppercased() }
  }

  private func setWriter(_ item: FeedItem, in record: inout FeedbackRecord) {
    guard let profile = item.node("UserProfileReference") else {
      record.author = item.value("UserNickname")
      record.customer = item.value("UserEmailAddress")
      return
    }
    record.customer =
      item.attribute("id", of: profile) ?? item.value("ExternalId", of: profile)
      ?? item.value("UserEmailAddress")
    if FeedItem.truth(item.value("Anonymous", of: profile)) != true {
      record.author = item.value("DisplayName", of: profile)
    }
  }

  private func setProduct(_ item: FeedItem, in record: inout FeedbackRecord) {
    record.product.name = item.around["Product/Name"]?.first
    record.product.url = item.around["Product/ProductPageUrl"]?.first
    setIdentifiers(
      [
        ("gtins", (item.around["EANs/EAN"] ?? []) + (item.around["UPCs/UPC"] ?? [])),
        ("mpns", item.around["ManufacturerPartNumbers/ManufacturerPartNumber"] ?? []),
        ("brands", item.around["Brand/Name"] ?? []),
      ],
      in: &record
    )
    record.product.sku =
      item.around["Product/ExternalId"]?.first ?? item.around["Product@id"]?.first
  }

  private func setFlags(
    _ item: FeedItem,
    in record: inout FeedbackRecord
  ) {
    if let client = item.value("SyndicationSource", "Name") ?? item.value("SourceClient"),
      client != item.around["Feed@name"]?.first
    {
      record.flags.syndicatedFrom = client
    }
    for node in item.nodes.indices {
      let name = item.nodes[node].name
      guard name == "ContextDataValue" || name == "Badge" else { continue }
      let id = (item.attribute("id", of: node) ?? item.value("Name", of: node) ?? "").lowercased()
      // A badge is there or not; a value of the context says yes or no.
      let stated = item.value("Value", of: node) ?? item.value("ValueLabel", of: node)
      let truth = name == "Badge" ? true : FeedItem.truth(stated ?? item.value(of: node))
      if id.hasPrefix("incentivi") { record.flags.incentivised = truth }
      if id.hasPrefix("verifiedpurchase") { record.flags.verifiedPurchase = truth }
    }
  }

  private func setReplies(_ item: FeedItem, in record: inout FeedbackRecord) {
    guard let list = item.node("ClientResponses") else { return }
    for node in item.children("ClientResponse", of: list) {
      guard let text = item.words(item.node("Response", of: node)) else { continue }
      record.answers.append(
        FeedbackRecord.Answer(
          question: item.value("Department", of: node) ?? "ClientResponse",
          role: ColumnRole.reply.rawValue,
          value: text
        )
      )
    }
  }
}
