internal import VerbatimCore

/// Turns the reviews among a page's items into records.
struct ReviewMapper {
  /// A review that was found, or why it cannot be used.
  struct Found {
    var record: FeedbackRecord
    /// What is wrong with its rating, when something is.
    var ratingFault: String?
    var syntax: StructuredItem.Syntax
  }

  let page: StructuredPage
  private let file: String
  private let language: String?
  let canonical: String?
  private let base: String?
  private var products: [Int: StatedProduct] = [:]

  /// A mapper for one page; `language` is that of its `html` element.
  init(
    _ page: StructuredPage,
    file: String,
    language: String?,
    canonical: String?,
    base: String?
  ) {
    self.page = page
    self.file = file
    self.language = language
    self.canonical = canonical.map { PageAddress.absolute($0, from: base) }
    self.base = base.flatMap { PageAddress.isAbsolute($0) ? $0 : nil } ?? self.canonical
  }

  /// All reviews: JSON-LD first, then microdata, RDFa and microformats, each in the page's order.
  mutating func reviews() -> [Found] {
    var found: [Found] = []
    for index in page.items.indices where isReview(index) { found.append(map(index)) }
    // An id that several reviews carry names none of them.
    var counts: [String: Int] = [:]
    for item in found {
      if let id = item.record.source.nativeID { counts["\(item.syntax) \(id)", default: 0] += 1 }
    }
    for index in found.indices {
      guard let id = found[index].record.source.nativeID else { continue }
      if counts["\(found[index].syntax) \(id)", default: 0] > 1 {
        found[index].record.source.nativeID = nil
      }
    }
    return found
  }

  private func isReview(_ index: Int) -> Bool {
    let item = page.items[index]
    if item.isReference {
      // Another part under the same id says it all, or nothing does.
      return false
    }
    if item.types.contains("ClaimReview") { return false }
    // The work that a translation names may be there by its language alone.
    if item.parent?.property == "translationOfWork",
      page.words("reviewBody", "description", "text", of: index) == nil
    {
      return false
    }
    if item.types.contains(where: Self.types.contains) { return true }
    guard item.types.isEmpty else { return false }
    if page.types(of: index).contains(where: Self.types.contains) { return false }
    return item.parent?.property == "review" || item.parent?.property == "reviews"
  }

  private static let types: Set<String> = [
    "Review", "CriticReview", "UserReview", "EmployerReview", "MediaReview", "Recommendation",
  ]

  private mutating func map(_ review: Int) -> Found {
    let item = page.items[review]
    var source = FeedbackRecord.Source(kind: .review, format: "schema-org", file: file)
    source.line = item.line
    source.path = page.path(of: review)
    source.nativeID = nativeID(of: review)
    var record = FeedbackRecord(source: source)
    record.text = page.words("reviewBody", "description", "text", of: review)
    record.author = author(of: review)
    record.occurredAt = page.words("datePublished", "dateCreated", "dateModified", of: review)
      .flatMap(StatedDate.instant)
    record.language = language(of: review)
    let stated = StatedRating(of: review, in: page)
    if let rating = stated.rating { record.ratings = [rating] }
    if let product = product(of: review) {
      record.product = product.product
      record.supplier = product.supplier
    }
    // The name of a review is often that of its product or writer: no words of a customer.
    if let title = page.words("name", "headline", of: review), title != record.product.name,
      title != record.author, title != record.text
    {
      record.title = title
    }
    record.source.url = canonical ?? address(of: review) ?? record.product.url
    addFlags(of: review, to: &record)
    addReplies(to: review, in: &record)
    addTranslation(of: review, to: &record)
    record.takeMarks()
    return Found(record: record, ratingFault: stated.outside, syntax: item.syntax)
  }

  private func address(of review: Int) -> String? {
    page.address("url", of: review).map { PageAddress.absolute($0, from: base) }
  }

  private func nativeID(of review: Int) -> String? {
    if let id = page.items[review].id, !id.hasPrefix("_:") {
      let absolute = PageAddress.absolute(id, from: base)
      // "#review-1" is the same on every page of a shop.
      if !absolute.hasPrefix("#") { return absolute }
    }
    for value in page.values("identifier", of: review) {
      guard case .item(let part) = value else { return page.words(value) }
      if let text = page.words("value", of: part) { return text }
    }
    return nil
  }

  private func author(of review: Int) -> String? {
    for value in page.values("author", "creator", of: review) {
      guard let name = page.words(value) else { continue }
      // The address of a profile is no name to show.
      if PageAddress.isAbsolute(name), name.contains("//") { continue }
      if name.hasPrefix("/") || name.hasPrefix("#") { continue }
      return name
    }
    return nil
  }

  private func language(of review: Int) -> String? {
    let stated = page.values("inLanguage", of: review).lazy.compactMap { value -> String? in
      if case .item(let item) = value {
        return page.words("alternateName", "identifier", "name", of: item).flatMap(Self.tag)
      }
      return page.words(value).flatMap(Self.tag)
    }.first
    return stated ?? page.items[review].language.flatMap(Self.tag) ?? language.flatMap(Self.tag)
  }

  /// A BCP 47 tag in its shape ("pt-BR"); nil for the name of a language.
  static func tag(_ text: String) -> String? {
    var parts: [[UInt8]] = [[]]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"): parts.append([])
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        parts[parts.count - 1].append(parts.count == 1 ? byte | 0x20 : byte)
      default: return nil
      }
    }
    guard (2...3).contains(parts[0].count), parts[0].allSatisfy({ $0 >= UInt8(ascii: "a") }),
      parts.allSatisfy({ (1...8).contains($0.count) })
    else { return nil }
    return String(decoding: Array(parts.joined(separator: [UInt8(ascii: "-")])), as: UTF8.self)
  }

  /// What is reviewed: stated by the review, else the nearest thing around it that can be.
  private mutating func product(of review: Int) -> StatedProduct? {
    for value in page.values("itemReviewed", of: review) {
      guard case .item(let item) = value else {
        if let name = page.words(value), !PageAddress.isAbsolute(name) {
          return StatedProduct(name: name)
        }
        continue
      }
      return isProduct(item) ? stated(item) : nil
    }
    for ancestor in page.ancestors(of: review) {
      if isProduct(ancestor) { return stated(ancestor) }
      // The review of a page is of the page's thing.
      for value in page.values("mainEntity", of: ancestor) {
        if case .item(let item) = value, item != review, isProduct(item) { return stated(item) }
      }
    }
    return nil
  }

  private mutating func stated(_ item: Int) -> StatedProduct {
    if let known = products[item] { return known }
    let product = StatedProduct(item, in: page, base: base)
    products[item] = product
    return product
  }

  private func isProduct(_ item: Int) -> Bool {
    let types = page.types(of: item)
    guard !types.isEmpty else { return !page.values("name", of: item).isEmpty }
    return !types.contains(where: Self.notProducts.contains)
      && !types.contains { $0.hasSuffix("Page") }
  }

  /// Things around a review, and reviewed things, that no catalog lists.
  private static let notProducts: Set<String> = [
    "AggregateOffer", "AggregateRating", "BreadcrumbList", "Corporation", "ItemList", "ListItem",
    "LocalBusiness", "Offer", "OnlineBusiness", "OnlineStore", "Organization", "Person", "Rating",
    "Review", "Store", "WebSite",
  ]
}
