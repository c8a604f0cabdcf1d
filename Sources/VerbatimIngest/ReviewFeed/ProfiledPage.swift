internal import VerbatimCore

/// The reviews that a site profile finds on a page.
struct ProfiledPage {
  /// The most reviews of one page.
  static let mostReviews = 10_000
  /// How much of a text a pattern is tried on.
  private static let longestMatched = 2_000
  /// How many containers inside a container are told apart from it.
  private static let mostNested = 256

  /// The reviews, in the page's order.
  private(set) var found: [ReviewMapper.Found] = []
  /// What each selector found.
  private(set) var counts = ProfileTally.Counts()
  /// The selectors that took too many steps.
  private(set) var tooLong: [SiteProfile.Selector] = []
  /// Whether the page has more elements or reviews than are read.
  private(set) var isCut = false

  private let profile: SiteProfile
  private let tree: SelectorTree
  private let months: [String: Int]
  private var paths: [String: SelectorPath] = [:]
  private var patterns: [String: Regex<AnyRegexOutput>] = [:]
  private var onPage: [SiteProfile.Part: String] = [:]
  /// The containers inside the one that is read: their words are their own.
  private var nested: [Int32] = []

  /// Looks for reviews.
  ///
  /// - Parameters:
  ///   - bytes: The page as UTF-8.
  ///   - profile: Where they stand.
  ///   - months: The numbers of months by their names.
  ///   - source: What all of them have in common.
  ///   - base: The address from which those on the page are seen.
  ///   - product: The only product that the page's own data describe.
  init?(
    _ bytes: [UInt8],
    _ profile: SiteProfile,
    months: [String: Int],
    source: FeedbackRecord.Source,
    base: String?,
    product: FeedbackRecord.Product?
  ) {
    guard let tree = SelectorTree(bytes) else { return nil }
    self.tree = tree
    self.profile = profile
    self.months = months
    isCut = tree.isCut
    counts.pages = 1
    let containers = nodes(profile.review, at: SelectorTree.document)
    isCut = isCut || containers.count > Self.mostReviews
    guard !containers.isEmpty else { return }
    counts.pagesWithReviews = 1
    for field in profile.fields where field.isOnPage {
      onPage[field.part] = value(field, at: SelectorTree.document)
    }
    for (place, node) in containers.prefix(Self.mostReviews).enumerated() {
      // In the page's order those inside follow.
      nested = Array(
        containers[(place + 1)...].prefix(Self.mostNested).prefix { tree.holds(node, $0) }
      )
      found.append(review(node, place, source, base: base, product: product))
    }
  }

  private mutating func review(
    _ node: Int32,
    _ place: Int,
    _ common: FeedbackRecord.Source,
    base: String?,
    product: FeedbackRecord.Product?
  ) -> ReviewMapper.Found {
    var source = common
    source.system = profile.site
    source.line = tree.line(of: node)
    source.path = "review[\(place)]"
    var record = FeedbackRecord(source: source)
    var fault: String?
    var taken: [Int32] = []
    for (index, selector) in profile.without.enumerated() {
      let left = nodes(selector, at: node)
      taken += left
      guard !left.isEmpty else { continue }
      counts.without[index, default: .init()].reviews += 1
      counts.without[index]?.pages = 1
    }
    counts.reviews += 1
    for field in profile.fields where field.part != .body {
      let isText = field.attribute == nil && !field.isOnPage && field.selector != nil
      if isText, let selector = field.selector { taken += nodes(selector, at: node) }
      let value = field.isOnPage ? onPage[field.part] : value(field, at: node)
      note(value, field.part)
      guard let value else { continue }
      fault = set(value, field, in: &record, base: base) ?? fault
    }
    for field in profile.fields where field.part == .body {
      let value = value(field, at: node, without: taken)
      note(value, .body)
      record.text = record.text ?? value
    }
    record.takeMarks()
    if record.title == record.text { record.title = nil }
    record.language =
      record.language ?? declaredLanguage(of: node).flatMap(SurveyExportReader.languageTag)
    if let product { record.product.takeMissing(from: product) }
    return ReviewMapper.Found(record: record, ratingFault: fault, syntax: .profile)
  }

  /// Puts a value into its place; what is wrong with a rating.
  private func set(
    _ value: String,
    _ field: SiteProfile.Field,
    in record: inout FeedbackRecord,
    base: String?
  ) -> String? {
    switch field.part {
    case .body: break
    case .title: record.title = record.title ?? value
    case .rating: return rating(value, field, in: &record)
    case .author: record.author = record.author ?? value
    case .date: record.occurredAt = record.occurredAt ?? date(value, field)
    case .reply:
      record.answers.append(
        FeedbackRecord.Answer(question: "reply", role: ColumnRole.reply.rawValue, value: value)
      )
    case .id: record.source.nativeID = record.source.nativeID ?? value
    case .language: record.language = SurveyExportReader.languageTag(value)
    case .verified: record.flags.verifiedPurchase = true
    case .sku: record.product.sku = record.product.sku ?? value
    case .gtin: record.product.gtin = record.product.gtin ?? value
    case .asin: record.product.asin = record.product.asin ?? value
    case .mpn: record.product.mpn = record.product.mpn ?? value
    case .name: record.product.name = record.product.name ?? value
    case .brand: record.product.brand = record.product.brand ?? value
    case .url: record.product.url = record.product.url ?? PageAddress.absolute(value, from: base)
    }
    return nil
  }

  private func rating(
    _ value: String,
    _ field: SiteProfile.Field,
    in record: inout FeedbackRecord
  ) -> String? {
    guard record.ratings.isEmpty else { return nil }
    var stated = FeedRatingWords.rating(in: value).map { ($0.value, Optional($0.best)) }
    if let number = StatedRating.parse(value) { stated = (number.value, number.best) }
    guard let (number, best) = stated else { return "`\(value.prefix(60))` is no rating" }
    let worst = field.worst ?? 1
    let highest = field.best ?? best ?? 5
    guard let rating = Rating(.stars, number, min: worst, max: highest) else {
      func text(_ number: Double) -> String { JSONValue.number(number).scalarText ?? "" }
      return "the rating \(text(number)) lies outside its scale of \(text(worst)) to "
        + text(highest)
    }
    record.ratings = [rating]
    return nil
  }

  private func date(_ value: String, _ field: SiteProfile.Field) -> Instant? {
    if let format = field.format {
      return DateFormatPattern(format)?.instant(in: value, months: months)
    }
    if let instant = StatedDate.instant(value) { return instant }
    return DateText(value, months: months)?.reading(isDayFirst: nil)?.instant
  }

  /// The value of a field; nil when nothing is found, or what is found is empty.
  private mutating func value(
    _ field: SiteProfile.Field,
    at node: Int32,
    without left: [Int32] = []
  ) -> String? {
    var texts: [String] = []
    if let selector = field.selector {
      switch select(selector, at: node) {
      case .text(let text):
        texts = [taken(MarkupText.tokens(text).joined(separator: " "), by: field)].compactMap(
          \.self
        )
      case .tooLong: return nil
      case .nodes(let nodes):
        var last: Int32?
        for each in nodes where !(last.map { tree.holds($0, each) } ?? false) {
          last = each
          let text = text(of: each, field.attribute, without: left)
          guard let value = taken(text, by: field) else { continue }
          texts.append(value)
          // The words of a review may stand in several boxes; of all else the first one counts.
          if field.part != .body, field.part != .reply { break }
        }
      }
    } else {
      let text = text(of: node, field.attribute, without: left)
      texts = [taken(text, by: field)].compactMap(\.self)
    }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  /// What a field takes of a text; nil for nothing.
  private mutating func taken(_ text: String, by field: SiteProfile.Field) -> String? {
    guard !text.isEmpty, let value = field.pattern.map({ matched($0, in: text) }) ?? text else {
      return nil
    }
    return field.values[value] ?? value
  }

  private func text(of node: Int32, _ attribute: String?, without left: [Int32]) -> String {
    guard let attribute else { return tree.text(of: node, without: left + nested) }
    return (tree.attribute(attribute, of: node) ?? "").trimmingBlanks
  }

  /// What a pattern takes of a text; nil when it does not match.
  private mutating func matched(_ pattern: String, in text: String) -> String? {
    let regex: Regex<AnyRegexOutput>
    if let known = patterns[pattern] {
      regex = known
    } else {
      guard let made = try? Regex(pattern) else { return nil }
      patterns[pattern] = made
      regex = made
    }
    guard let match = try? regex.firstMatch(in: String(text.prefix(Self.longestMatched))) else {
      return nil
    }
    let output = match.output
    let part = output.count > 1 ? output[1].substring : output[0].substring
    return part.map { String($0).trimmingBlanks }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func nodes(_ selector: SiteProfile.Selector, at node: Int32) -> [Int32] {
    guard case .nodes(let nodes) = select(selector, at: node) else { return [] }
    return nodes
  }

  private mutating func select(
    _ selector: SiteProfile.Selector,
    at node: Int32
  ) -> SelectorTree.Found {
    // A selector that took too long once is not asked again on this page.
    guard !tooLong.contains(selector) else { return .tooLong }
    let path: SelectorPath
    if let known = paths[selector.xPath] {
      path = known
    } else {
      guard let made = try? SelectorPath(selector.xPath) else { return .nodes([]) }
      paths[selector.xPath] = made
      path = made
    }
    let found = tree.select(path, at: node)
    if case .tooLong = found { tooLong.append(selector) }
    if case .nodes(let nodes) = found, !nested.isEmpty {
      return .nodes(nodes.filter { each in !nested.contains { tree.holds($0, each) } })
    }
    return found
  }

  private func declaredLanguage(of node: Int32) -> String? {
    guard let path = try? SelectorPath("string(ancestor-or-self::*[@lang][1]/@lang)"),
      case .text(let text) = tree.select(path, at: node), !text.isEmpty
    else { return nil }
    return text
  }

  private mutating func note(_ value: String?, _ part: SiteProfile.Part) {
    guard let value else { return }
    var count = counts.parts[part] ?? ProfileTally.Count()
    count.reviews += 1
    count.pages = 1
    count.example = count.example ?? String(value.prefix(60)).replacing("\n", with: " ")
    counts.parts[part] = count
  }
}
