internal import VerbatimCore
internal import VerbatimText

/// What the order says.
extension ProductResolver {
  /// The lines of an order with their articles.
  struct OrderLines {
    var lines: [OrderBook.Line] = []
    /// The articles of the lines, each once.
    var places: [Int] = []
    /// How many of each.
    var quantities: [Double] = []
    /// The codes of lines that are not in the catalog.
    var unknown: [String] = []
  }

  /// The lines of a record's order.
  func orderLines(of record: FeedbackRecord) -> OrderLines {
    var result = OrderLines()
    guard !orders.isEmpty, let order = record.orderID else { return result }
    result.lines = orders.lines(of: order)
    for line in result.lines {
      let code = orders.texts.text(line.sku)
      guard let place = orders.place(of: line, in: catalog) ?? affixes.place(of: code, in: catalog)
      else {
        result.unknown.append(code)
        continue
      }
      if let known = result.places.firstIndex(of: place) {
        result.quantities[known] += Double(line.quantity)
      } else {
        result.places.append(place)
        result.quantities.append(Double(max(line.quantity, 1)))
      }
    }
    return result
  }

  /// The article of an order: its only one, the one that the record names, or all.
  func line(
    _ lines: OrderLines,
    _ record: FeedbackRecord,
    _ texts: [TokenizedText],
    _ notes: [ProductResolution.Note]
  ) -> Finding? {
    guard !lines.places.isEmpty else { return nil }
    let stated = record.product
    // The stated code is that of a line that the catalog lacks.
    if let sku = stated.sku.flatMap({ CodeKey.exact($0) }),
      lines.unknown.contains(where: { CodeKey.exact($0) == sku })
    {
      return nil
    }
    func line(_ place: Int, _ confidence: Double) -> Finding {
      Finding(place, .orderLine, confidence, notes: notes)
    }
    if lines.places.count == 1, lines.unknown.isEmpty {
      return line(
        lines.places[0],
        stated.sku == nil ? ResolverConfidence.onlyLine : ResolverConfidence.namedLine
      )
    }
    let evidence = [
      stated.url.flatMap { page($0) }, named(stated), said(texts, record, ordered: lines.places),
    ]
    for finding in evidence.compactMap(\.self) {
      let common = finding.places.filter(lines.places.contains)
      if common.count == 1 { return line(common[0], ResolverConfidence.namedLine) }
    }
    if let place = hinted(lines.places, texts) {
      return line(place, ResolverConfidence.hintedLine)
    }
    var open = Finding(
      lines.places,
      total: lines.places.count + lines.unknown.count,
      .orderLine,
      0,
      notes: notes + [.several]
    )
    open?.weights = lines.quantities
    return open
  }

  /// Those of a finding's articles that are in a set; the finding when none is.
  func narrowed(
    _ finding: Finding,
    to places: [Int],
    _ method: ProductResolution.Method
  ) -> Finding {
    let common = finding.places.filter(places.contains)
    guard common.count == 1 else { return finding }
    return Finding(common[0], method, ResolverConfidence.namedLine, notes: finding.notes)
  }

  /// The one article of an order of whose name the texts have a word that no other of its articles
  /// has.
  private func hinted(_ places: [Int], _ texts: [TokenizedText]) -> Int? {
    let said = Self.words(of: texts)
    guard !said.isEmpty, places.count <= 64 else { return nil }
    let names = places.map { place in
      let article = catalog.articles[place]
      let brand = Self.words(catalog.texts.optional(article.brand) ?? "")
      return Self.words(catalog.texts.text(article.name))
        .union(catalog.aliases(of: article).flatMap { Self.words($0) })
        .union(Self.words(catalog.texts.optional(article.category) ?? ""))
        .subtracting(brand)
    }
    var hinted: [Int] = []
    for index in places.indices {
      let others = names.indices.filter { $0 != index }
      let isNamed = names[index].contains { word in
        word.utf8.count >= 3 && said.contains(word) && word.contains(where: \.isLetter)
          && !mentions.isFunctionWord(word) && !others.contains { names[$0].contains(word) }
      }
      if isNamed { hinted.append(places[index]) }
    }
    return hinted.count == 1 ? hinted[0] : nil
  }
}
