/// The histories of all articles that have receipts.
struct LotHistories: Sendable {
  private let byArticle: [Int: LotHistory]

  /// Sorts receipts and sales by article.
  ///
  /// - Complexity: O(*n* log *n*) in receipts and order lines.
  init(_ log: ReceivingLog, _ orders: OrderBook, _ catalog: Catalog) {
    guard !log.isEmpty else {
      byArticle = [:]
      return
    }
    var lots: [Int: [LotHistory.Lot]] = [:]
    let order = log.receipts.indices.sorted {
      (log.receipts[$0].day, $0) < (log.receipts[$1].day, $1)
    }
    for index in order {
      let receipt = log.receipts[index]
      guard let place = catalog.only(code: log.texts.text(receipt.sku)) else { continue }
      let lot = LotHistory.Lot(
        id: log.texts.shared[Int(receipt.lot)],
        supplier: log.texts.optional(receipt.supplier),
        day: Int(receipt.day),
        quantity: Int(receipt.quantity)
      )
      // One lot in several deliveries in a row.
      if let last = lots[place]?.indices.last, lots[place]?[last].id == lot.id {
        lots[place]?[last].quantity += lot.quantity
      } else {
        lots[place, default: []].append(lot)
      }
    }
    var sales: [Int: [(day: Int, count: Int)]] = [:]
    for line in orders.lines where line.day != .min {
      guard let place = orders.place(of: line, in: catalog), lots[place] != nil else { continue }
      sales[place, default: []].append((Int(line.day), Int(line.quantity)))
    }
    var histories: [Int: LotHistory] = [:]
    for (place, lots) in lots { histories[place] = LotHistory(lots, sales: sales[place] ?? []) }
    byArticle = histories
  }

  /// The history of an article; nil without receipts.
  subscript(place: Int) -> LotHistory? { byArticle[place] }
}

extension Catalog {
  /// The one article of a code in any of its spellings, or of a trade number.
  func only(code: String) -> Int? {
    if let place = place(sku: code) { return place }
    guard let exact = CodeKey.exact(code) else { return nil }
    let loose = places(loose: CodeKey.loose(exact))
    if !loose.isEmpty { return loose.count == 1 ? loose[0] : nil }
    guard case .number(let number, _) = TradeNumber.reading(code) else { return nil }
    let found = places(gtin: number)
    return found.count == 1 ? found[0] : nil
  }
}

extension OrderBook {
  /// The article of a line; nil when it is not in the catalog, or more than one fits.
  func place(of line: Line, in catalog: Catalog) -> Int? {
    if !line.sku.isEmpty, let place = catalog.only(code: texts.text(line.sku)) { return place }
    if line.gtin != 0 {
      let found = catalog.places(gtin: line.gtin)
      if found.count == 1 { return found[0] }
    }
    if let asin = texts.optional(line.asin) {
      let found = catalog.places(asin: asin)
      if found.count == 1 { return found[0] }
    }
    guard line.sku.isEmpty, let name = texts.optional(line.name) else { return nil }
    let found = catalog.places(named: name)
    return found.count == 1 ? found[0] : nil
  }
}
