internal import VerbatimCore
internal import VerbatimText

/// What the source states as an identifier.
extension ProductResolver {
  /// The article of the first stated identifier that the catalog has.
  func identified(
    _ stated: FeedbackRecord.Product,
    _ notes: inout [ProductResolution.Note]
  ) -> Finding? {
    let bySKU = stated.sku.flatMap { code($0, &notes) }
    let byNumber =
      stated.gtin.flatMap { trade($0, &notes) } ?? stated.asin.flatMap { asin($0) }
    if var found = bySKU {
      if let byNumber, disagree(found, byNumber) {
        found.notes.append(.identifiersDisagree)
        if found.only != nil {
          found.confidence = min(found.confidence, ResolverConfidence.disagreement)
        }
      } else if found.only == nil, let byNumber, byNumber.only != nil {
        return byNumber
      }
      return found
    }
    if let byNumber { return byNumber }
    return stated.mpn.flatMap { mpn in
      Finding(
        catalog.places(mpn: mpn, brand: stated.brand),
        .identifier,
        ResolverConfidence.number
      )
    }
  }

  /// Whether two findings have no article and no family in common.
  private func disagree(_ left: Finding, _ right: Finding) -> Bool {
    guard !left.places.contains(where: right.places.contains) else { return false }
    let families = right.places.compactMap { catalog.families.family(of: $0) }
    return !left.places.contains {
      catalog.families.family(of: $0).map { families.contains($0) } ?? false
    }
  }

  /// The article of a stated code, in the first reading of it that fits.
  func code(_ text: String, _ notes: inout [ProductResolution.Note]) -> Finding? {
    guard text.utf8.count <= 2_048 else { return nil }
    let normal = NormalizedText.form(of: text).trimmed
    if let place = catalog.place(sku: text) ?? catalog.place(sku: normal) {
      return Finding(place, .field, ResolverConfidence.field)
    }
    if TradeNumber.isScientific(normal) {
      notes.append(.scientificNotation)
      return nil
    }
    if let exact = CodeKey.exact(normal) {
      let loose = CodeKey.loose(exact)
      if let found = Finding(
        loose.count < 2 ? [] : catalog.places(loose: loose),
        .field,
        ResolverConfidence.spelling,
        notes: [.spelling]
      ) {
        return found
      }
    }
    if let found = numbered(normal) { return found }
    if let place = affixes.place(of: normal, in: catalog) {
      return Finding(place, .field, ResolverConfidence.affix, notes: [.affix])
    }
    return bundle(normal)
  }

  /// A code that is a number or an address: a trade number, an ASIN, the shop's own number, a
  /// handle, a GS1 string or link.
  private func numbered(_ text: String) -> Finding? {
    if case .number(let number, let zerosLost) = TradeNumber.reading(text),
      let found = Finding(
        catalog.places(gtin: number),
        .identifier,
        ResolverConfidence.identifier,
        notes: zerosLost ? [.zerosLost] : []
      )
    {
      return found
    }
    if let found = asin(text) { return found }
    if let tail = Self.numberTail(text),
      let found = Finding(catalog.places(number: tail), .identifier, ResolverConfidence.number)
    {
      return found
    }
    if let found = Finding(catalog.places(handle: text), .identifier, ResolverConfidence.number) {
      return found
    }
    if text.contains("/"), let found = page(text) { return found }
    if let gs1 = GS1Statement(elements: text), let found = statement(gs1) { return found }
    return Finding(catalog.places(mpn: text), .identifier, ResolverConfidence.number)
  }

  /// The shop's own number at the end of a global id (`gid://shopify/Product/555`), of a feed's id
  /// (`shopify_US_555_777`), or alone.
  static func numberTail(_ text: String) -> Substring? {
    var tail = text[...]
    if text.hasPrefix("gid://") {
      tail = text.split(separator: "/").last ?? ""
      tail = tail.prefix { $0 != "?" }
    } else if text.lowercased().hasPrefix("shopify_") {
      tail = text.split(separator: "_").last ?? ""
    }
    return tail.isEmpty || tail.utf8.count > 19
      || !tail.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
      ? nil : tail
  }

  /// The article of a GS1 string or link.
  func statement(_ gs1: GS1Statement) -> Finding? {
    if let gtin = gs1.gtin, let number = UInt64(gtin) {
      if let found = Finding(
        catalog.places(gtin: number),
        .identifier,
        ResolverConfidence.identifier
      ) {
        return found
      }
      if let found = unit(inPack: number) { return found }
    }
    for part in [gs1.additionalID, gs1.customerPart].compactMap(\.self) {
      if let place = catalog.place(sku: part) {
        return Finding(place, .identifier, ResolverConfidence.number)
      }
      if let found = Finding(catalog.places(mpn: part), .identifier, ResolverConfidence.number) {
        return found
      }
    }
    return nil
  }

  private func unit(inPack number: UInt64) -> Finding? {
    TradeNumber.unit(inPack: number).flatMap {
      Finding(catalog.places(gtin: $0), .identifier, ResolverConfidence.unitInPack)
    }
  }

  /// The article of a stated trade number, or those of a list of them.
  func trade(_ text: String, _ notes: inout [ProductResolution.Note]) -> Finding? {
    guard text.utf8.count <= 2_048 else { return nil }
    let list = text.split { $0 == "," || $0 == ";" || $0 == "|" }
    if list.count > 1, list.allSatisfy({ $0.utf8.count >= 8 }) {
      var places: [Int] = []
      for part in list.prefix(MentionFinder.articleLimit) {
        guard let found = trade(String(part), &notes) else { continue }
        for place in found.places where !places.contains(place) { places.append(place) }
      }
      return Finding(places, .identifier, ResolverConfidence.identifier, notes: [.several])
    }
    switch TradeNumber.reading(text) {
    case .number(let number, let zerosLost):
      return Finding(
        catalog.places(gtin: number),
        .identifier,
        ResolverConfidence.identifier,
        notes: zerosLost ? [.zerosLost] : []
      ) ?? unit(inPack: number)
    case .wrongCheckDigit: notes.append(.checkDigit)
    case .shortened: notes.append(.scientificNotation)
    case .other: break
    }
    if let gs1 = GS1Statement(elements: text) { return statement(gs1) }
    if text.contains("/"), let found = page(text) { return found }
    // A shop's code in the wrong column.
    return catalog.place(sku: text).map { Finding($0, .field, ResolverConfidence.spelling) }
  }

  /// The article of a stated ASIN; a book's is its ISBN.
  func asin(_ text: String) -> Finding? {
    guard text.utf8.count <= 32, let asin = ASIN(text.trimmed.uppercased()) else { return nil }
    if let found = Finding(
      catalog.places(asin: asin.value),
      .identifier,
      ResolverConfidence.identifier
    ) {
      return found
    }
    return ISBN(asin.value).flatMap { UInt64($0.gtin.digits14) }.flatMap {
      Finding(catalog.places(gtin: $0), .identifier, ResolverConfidence.identifier)
    }
  }

  /// The articles of a code that names several: `K-204+T-10`.
  private func bundle(_ text: String) -> Finding? {
    let parts = text.split { $0 == "+" || $0 == "," || $0 == ";" || $0 == "|" || $0 == "&" }
    guard (2...16).contains(parts.count) else { return nil }
    var places: [Int] = []
    for part in parts {
      guard let place = catalog.only(code: String(part).trimmed) else { return nil }
      if !places.contains(place) { places.append(place) }
    }
    return Finding(
      places,
      .field,
      ResolverConfidence.field,
      notes: places.count > 1 ? [.several] : []
    )
  }
}
