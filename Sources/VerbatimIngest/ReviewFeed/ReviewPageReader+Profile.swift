internal import VerbatimCore
internal import VerbatimText

extension ReviewPageReader {
  /// Adds what a profile finds to what the page's data say, which come first.
  mutating func addReviews(
    of profile: SiteProfile,
    _ bytes: [UInt8],
    _ page: StructuredPage,
    home: String?,
    base: String?,
    isOnlySource: Bool,
    to folder: inout ReviewFolder
  ) {
    var common = FeedbackRecord.Source(kind: .review, format: "schema-org", file: source.path)
    common.url = home
    let profiled = ProfiledPage(
      bytes,
      profile,
      months: profiles.months,
      source: common,
      base: base,
      product: Self.onlyProduct(of: page, base: base)
    )
    guard let profiled else { return }
    profiles.tally?.add(profiled.counts, of: profile)
    for review in profiled.found { folder.add(review) }
    let here = SourceLocation(file: source.path)
    for selector in profiled.tooLong {
      warn(
        .profileLimit,
        at: selector.location,
        "the selector `\(selector.text.prefix(200))` takes too many steps on \(source.path)",
        hint: "begin it closer to what it finds"
      )
    }
    if profiled.isCut {
      warn(
        .profileLimit,
        at: here,
        "the page has more than \(SelectorTree.mostElements) elements, "
          + "\(ProfiledPage.mostReviews) reviews, or nests them more than \(SelectorTree.deepest) "
          + "deep; the profile does not see the rest",
        hint: "split the page"
      )
    }
    if profiled.found.isEmpty, !isOnlySource {
      warn(
        .profileUnmatched,
        at: here,
        "the profile \(profile.path) finds no review on the page",
        hint: "`review` is `\(profile.review.text.prefix(200))`; the page's own data are read"
      )
    }
    for part in profile.outOfDate(profiled.counts) {
      let count = profiled.counts.parts[part]?.reviews ?? 0
      warn(
        .profileOutOfDate,
        at: here,
        "the profile \(profile.path) finds `\(part.rawValue)` in \(count) of "
          + "\(profiled.counts.reviews) reviews",
        hint: "the shop may have changed its pages; see `verbatim parse --check`"
      )
    }
  }

  /// The product of a page that describes exactly one, in its data.
  private static func onlyProduct(
    of page: StructuredPage,
    base: String?
  ) -> FeedbackRecord.Product? {
    let products = page.items.indices.filter { index in
      let item = page.items[index]
      let isProduct = item.types.contains { $0 == "Product" || $0 == "ProductGroup" }
      return isProduct && !item.isReference
        && (item.parent == nil || item.parent?.property == "mainEntity")
    }
    guard products.count == 1 else { return nil }
    return StatedProduct(products[0], in: page, base: base).product
  }
}
