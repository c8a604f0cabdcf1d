public import VerbatimCore
public import VerbatimText

/// Finds the article, its supplier and its lot for a piece of feedback.
///
/// Stated identifiers come first, then the lines of the order, the product's page and name, then
/// names in the text. What is not clear stays open, with its candidates.
public final class ProductResolver: Sendable {
  /// The most candidates that are listed.
  public static let candidateLimit = 10

  /// The catalog.
  public let catalog: Catalog
  let mentions: MentionFinder
  let orders: OrderBook
  let histories: LotHistories
  let affixes: CodeAffixes

  /// A resolver over the catalog of a finder.
  ///
  /// - Parameters:
  ///   - mentions: What finds the catalog's names in texts.
  ///   - orders: The shop's orders.
  ///   - receipts: What came in when.
  public init(
    _ mentions: MentionFinder,
    orders: OrderBook = OrderBook(),
    receipts: ReceivingLog = ReceivingLog()
  ) {
    catalog = mentions.catalog
    self.mentions = mentions
    self.orders = orders
    histories = LotHistories(receipts, orders, mentions.catalog)
    affixes = CodeAffixes(
      orders.lines.lazy.filter { !$0.sku.isEmpty }.map { orders.texts.text($0.sku) },
      in: mentions.catalog
    )
  }

  /// The article that a record is about.
  ///
  /// - Parameters:
  ///   - record: The record as its source states it.
  ///   - texts: Its title, text and customer turns, tokenised.
  /// - Returns: The article with how it was found; open, with candidates, when it is not clear.
  public func product(of record: FeedbackRecord, texts: [TokenizedText]) -> ProductResolution {
    let stated = record.product
    guard !catalog.isEmpty else { return asStated(stated, notes: []) }
    var notes: [ProductResolution.Note] = []
    let identified = identified(stated, &notes)
    if let identified, identified.only != nil { return resolution(identified, record, texts) }
    let lines = orderLines(of: record)
    if let identified {
      // A number that several share: the order may say which.
      return resolution(narrowed(identified, to: lines.places, .orderLine), record, texts)
    }
    if let line = line(lines, record, texts, notes) { return resolution(line, record, texts) }
    if let found = stated.url.flatMap({ page($0) })
      ?? (stated.sku == nil ? record.source.url.flatMap { page($0) } : nil)
    {
      return resolution(found, record, texts)
    }
    if let found = named(stated) { return resolution(found, record, texts) }
    // A product that the source states and the catalog lacks is not another one from the text.
    if stated.sku == nil, stated.name == nil, let found = said(texts, record) {
      return resolution(found, record, texts)
    }
    return asStated(stated, notes: notes)
  }

  /// What a source states of an article that was not found.
  private func asStated(
    _ stated: FeedbackRecord.Product,
    notes: [ProductResolution.Note]
  ) -> ProductResolution {
    var resolution = ProductResolution()
    resolution.name = stated.name
    resolution.gtin14 = stated.gtin.flatMap { try? GTIN(parsing: $0) }?.digits14
    resolution.asin = stated.asin.flatMap { ASIN($0) }?.value
    if let sku = stated.sku.flatMap({ SKU($0) }) {
      resolution.sku = sku.value
      resolution.method = .field
      resolution.confidence =
        catalog.isEmpty ? ResolverConfidence.field : ResolverConfidence.fieldOutsideCatalog
    }
    resolution.notes = inOrder(notes)
    return resolution
  }

  private func inOrder(_ notes: [ProductResolution.Note]) -> [ProductResolution.Note] {
    notes.isEmpty ? [] : ProductResolution.Note.allCases.filter { notes.contains($0) }
  }

  // MARK: From a finding to a resolution

  /// The article of a finding, its family, or its candidates.
  private func resolution(
    _ finding: Finding,
    _ record: FeedbackRecord,
    _ texts: [TokenizedText]
  ) -> ProductResolution {
    var finding = finding
    if finding.only == nil, let variant = variant(finding.places, texts) {
      finding = Finding(variant, finding.method, finding.confidence, notes: finding.notes)
    }
    if let place = finding.only { return found(place, finding) }
    if let family = sharedFamily(finding) { return family }
    return open(finding, record.product)
  }

  private func found(_ place: Int, _ finding: Finding) -> ProductResolution {
    let article = catalog.articles[place]
    var resolution = ProductResolution()
    resolution.sku = catalog.sku(place)
    resolution.gtin14 = catalog.gtin(of: article)?.digits14
    resolution.asin = catalog.texts.optional(article.asin)
    resolution.name = article.name.isEmpty ? resolution.sku : catalog.texts.text(article.name)
    resolution.category = catalog.texts.optional(article.category)
    resolution.method = finding.method
    resolution.confidence = finding.confidence
    resolution.notes = inOrder(finding.notes)
    if let family = catalog.families.family(of: place), catalog.families.head(family) == place {
      resolution.family = catalog.families.names[family]
      list(catalog.families.members(family), in: &resolution)
    }
    return resolution
  }

  /// The family of articles that are all variants of it; nil when they are not.
  private func sharedFamily(_ finding: Finding) -> ProductResolution? {
    guard finding.total == finding.places.count,
      let family = finding.places.first.flatMap({ catalog.families.family(of: $0) }),
      finding.places.allSatisfy({ catalog.families.family(of: $0) == family })
    else { return nil }
    if let head = catalog.families.head(family) {
      var resolution = found(head, finding)
      resolution.candidates = []
      list(finding.places.filter { $0 != head }, in: &resolution)
      return resolution
    }
    var resolution = ProductResolution()
    let article = catalog.articles[finding.places[0]]
    resolution.name = catalog.texts.optional(article.name)
    resolution.category = catalog.texts.optional(article.category)
    resolution.family = catalog.families.names[family]
    resolution.notes = inOrder(finding.notes)
    list(finding.places, in: &resolution)
    return resolution
  }

  /// Lists articles of a family as candidates of the same weight.
  private func list(_ places: [Int], in resolution: inout ProductResolution) {
    guard !places.isEmpty else { return }
    let share = (100 / Double(places.count)).rounded() / 100
    resolution.candidates = places.prefix(Self.candidateLimit).map {
      .init(sku: catalog.sku($0), confidence: share)
    }
    resolution.moreCandidates = places.count - resolution.candidates.count
    if resolution.moreCandidates > 0 { resolution.notes = inOrder(resolution.notes + [.capped]) }
  }

  private func open(_ finding: Finding, _ stated: FeedbackRecord.Product) -> ProductResolution {
    var resolution = ProductResolution()
    resolution.name = stated.name
    resolution.notes = inOrder(finding.notes)
    let weights =
      finding.weights.isEmpty
      ? [Double](repeating: 1, count: finding.places.count) : finding.weights
    let sum = weights.reduce(0, +) * Double(finding.total) / Double(finding.places.count)
    let order = finding.places.indices.sorted { left, right in
      weights[left] == weights[right] ? left < right : weights[left] > weights[right]
    }
    resolution.candidates = order.prefix(Self.candidateLimit).map { index in
      .init(
        sku: catalog.sku(finding.places[index]),
        confidence: (100 * weights[index] / sum).rounded() / 100
      )
    }
    resolution.moreCandidates = finding.total - resolution.candidates.count
    if resolution.moreCandidates > 0 { resolution.notes = inOrder(resolution.notes + [.capped]) }
    return resolution
  }
}
