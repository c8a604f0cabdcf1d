public import VerbatimCore
public import VerbatimText

/// The lot of an article.
extension ProductResolver {
  /// The lot: stated by the source, the customer or the order, else likely from dates.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - texts: Its title, text and customer turns, tokenised.
  ///   - product: The article.
  /// - Returns: Confirmed when somebody says it; inferred with candidates when the receiving log
  ///   tells which lots are possible, named when one has at least four fifths of the chance; unknown
  ///   otherwise.
  public func lot(
    of record: FeedbackRecord,
    texts: [TokenizedText],
    product: ProductResolution = ProductResolution()
  ) -> LotResolution {
    let history = history(of: product)
    var resolution = LotResolution()
    if let lot = stated(record) ?? said(texts) ?? ordered(record, product) {
      resolution.id = spelling(lot, history)
      resolution.status = .confirmed
      return resolution
    }
    guard let history, let (lots, chances) = chances(history, record, product) else {
      return resolution
    }
    let order = lots.indices.filter { chances[$0] >= LotModel.candidateFrom }
      .sorted { chances[$0] == chances[$1] ? $0 > $1 : chances[$0] > chances[$1] }
    guard let first = order.first else { return resolution }
    resolution.status = .inferred
    resolution.candidates = order.prefix(Self.candidateLimit).map {
      // Rounded down, so that all together are at most 1.
      .init(id: lots[$0].id, probability: (chances[$0] * 1000).rounded(.down) / 1000)
    }
    if chances[first] >= LotModel.namedFrom { resolution.id = lots[first].id }
    return resolution
  }

  private func history(of product: ProductResolution) -> LotHistory? {
    product.sku.flatMap { catalog.place(sku: $0) }.flatMap { histories[$0] }
  }

  /// The lot that a field of the source states: its own, or in a GS1 string or link.
  private func stated(_ record: FeedbackRecord) -> String? {
    if let lot = record.lot?.trimmed, !lot.isEmpty {
      return lot.hasPrefix("(") || lot.hasPrefix("]")
        ? GS1Statement(elements: lot)?.lot ?? lot : lot
    }
    let product = record.product
    for text in [product.gtin, product.sku].compactMap(\.self) where text.utf8.count > 18 {
      if let lot = GS1Statement(elements: text)?.lot { return lot }
    }
    for url in [product.url, product.gtin, record.source.url].compactMap(\.self)
    where url.utf8.count < 4_096 {
      if let lot = GS1Statement(link: PageAddressParts(url))?.lot { return lot }
    }
    return nil
  }

  /// The lot that the customer says.
  private func said(_ texts: [TokenizedText]) -> String? {
    for index in texts.indices {
      let words = texts[index].words
      let bytes = texts[index].bytes
      var lot: String?
      if mentions.lotCue.mayBe(in: words.span, of: bytes.span) {
        lot = mentions.lotCue.lot(in: texts[index])
        if lot != nil { return lot }
      }
      guard mayState(bytes.span) else { continue }
      forEachStatement(in: texts[index]) { piece, isLink in
        lot =
          isLink
          ? GS1Statement(link: PageAddressParts(piece))?.lot : GS1Statement(elements: piece)?.lot
        return lot != nil
      }
      if lot != nil { return lot }
    }
    return nil
  }

  /// The lot from which the order's line was picked.
  private func ordered(_ record: FeedbackRecord, _ product: ProductResolution) -> String? {
    let lots = Set(ownLines(record, product).compactMap { orders.texts.optional($0.lot) })
    return lots.count == 1 ? lots.first : nil
  }

  /// The lines of the record's order that are of an article.
  func ownLines(_ record: FeedbackRecord, _ product: ProductResolution) -> [OrderBook.Line] {
    guard !orders.isEmpty, let order = record.orderID, let sku = product.sku,
      let place = catalog.place(sku: sku)
    else { return [] }
    return orders.lines(of: order).filter { line in
      let own =
        orders.place(of: line, in: catalog)
        ?? affixes.place(of: orders.texts.text(line.sku), in: catalog)
      return own == place
    }
  }

  /// A lot as the receiving log writes it.
  private func spelling(_ lot: String, _ history: LotHistory?) -> String {
    guard let history, let exact = CodeKey.exact(lot) else { return lot }
    let key = CodeKey.loose(exact)
    let same = history.lots.filter { other in
      CodeKey.exact(other.id).map { CodeKey.loose($0) == key } ?? false
    }
    return Set(same.map(\.id)).count == 1 ? same[0].id : lot
  }

  /// The lots that are possible, each with its chance; nil when no day is known.
  func chances(
    _ history: LotHistory,
    _ record: FeedbackRecord,
    _ product: ProductResolution
  ) -> (lots: [LotHistory.Lot], chances: [Double])? {
    if let day = ownLines(record, product).map(\.day).filter({ $0 != .min }).min() {
      return (history.lots, history.posterior(orderedOn: Int(day)))
    }
    guard let said = record.occurredAt?.dayNumber else { return nil }
    var chances = [Double](repeating: 0, count: history.lots.count)
    for delay in LotModel.feedbackDelays {
      let posterior = history.posterior(orderedOn: said - delay)
      for index in chances.indices {
        chances[index] += posterior[index] / Double(LotModel.feedbackDelays.count)
      }
    }
    return (history.lots, chances)
  }

  /// The chance of each supplier of an article's lots, the likeliest first; nil where nothing tells.
  func supplierChances(
    _ record: FeedbackRecord,
    _ product: ProductResolution
  ) -> [(supplier: String, chance: Double)]? {
    guard let history = history(of: product),
      let (lots, chances) = chances(history, record, product)
    else { return nil }
    var sums: [(supplier: String, chance: Double)] = []
    for (lot, chance) in zip(lots, chances) where chance > 0 {
      guard let supplier = lot.supplier else { return nil }
      if let known = sums.firstIndex(where: { $0.supplier == supplier }) {
        sums[known].chance += chance
      } else {
        sums.append((supplier, chance))
      }
    }
    return sums.isEmpty
      ? nil
      : sums.sorted { ($1.chance, $0.supplier) < ($0.chance, $1.supplier) }
  }

  /// The supplier of a lot in the receiving log.
  func supplier(ofLot lot: String, _ product: ProductResolution) -> String? {
    history(of: product)?.lots.first { $0.id == lot }?.supplier
  }
}
