/// What a page without reviews has instead.
struct ReviewPageSummary {
  /// One sentence for the reader's hint.
  let hint: String

  /// Looks through the items of a page.
  init(_ page: StructuredPage) {
    guard !page.items.isEmpty else {
      hint =
        "no schema.org data in JSON-LD, microdata or RDFa and no microformat; if reviews are visible in a browser, "
        + "save the page from there once they have loaded"
      return
    }
    for index in page.items.indices {
      for value in page.values("aggregateRating", of: index) {
        guard case .item(let rating) = value else { continue }
        let type = page.types(of: index).first ?? "an item"
        let reviews = page.words("reviewCount", of: rating).map { " of \($0) reviews" }
        let ratings = page.words("ratingCount", of: rating).map { " of \($0) ratings" }
        let what = "an aggregate rating" + (reviews ?? ratings ?? "")
        hint =
          "found \(type) with \(what), but no single review; save the page once its reviews "
          + "have loaded"
        return
      }
    }
    var types: [String] = []
    for item in page.items {
      for type in item.types where !types.contains(type) && types.count < 5 { types.append(type) }
    }
    let found = types.isEmpty ? "items without a type" : types.joined(separator: ", ")
    hint = "found \(found), but no review; save the page once its reviews have loaded"
  }
}
