internal import VerbatimCore

/// What the product's page, or its stated name, says.
extension ProductResolver {
  /// The article of an address: a Digital Link, a marketplace's page, a variant, a handle, or a
  /// piece of the path that is a code.
  func page(_ url: String) -> Finding? {
    guard url.utf8.count <= 4_096 else { return nil }
    let address = PageAddressParts(url)
    if let gs1 = GS1Statement(link: address), var found = statement(gs1) {
      found.method = .url
      found.confidence = min(found.confidence, ResolverConfidence.url)
      return found
    }
    func found(_ places: [Int]) -> Finding? { Finding(places, .url, ResolverConfidence.url) }
    if let variant = address.value(of: "variant") ?? address.value(of: "variation_id"),
      let finding = found(catalog.places(number: variant))
    {
      return finding
    }
    if let sku = address.value(of: "sku"), let place = catalog.only(code: sku) {
      return found([place])
    }
    for piece in address.path.reversed() {
      let name = piece.lowercased().hasSuffix(".html") ? String(piece.dropLast(5)) : piece
      if let finding = found(piecePlaces(name)) { return finding }
    }
    return nil
  }

  /// The articles of a piece of a path.
  private func piecePlaces(_ name: String) -> [Int] {
    if let place = catalog.place(sku: name) { return [place] }
    let handled = catalog.places(handle: name)
    if !handled.isEmpty { return handled }
    if let asin = ASIN(name) {
      let found = catalog.places(asin: asin.value)
      if !found.isEmpty { return found }
    }
    if let gtin = try? GTIN(parsing: name), let number = UInt64(gtin.digits14) {
      let found = catalog.places(gtin: number)
      if !found.isEmpty { return found }
    }
    guard name.contains("-") else { return [] }
    let named = catalog.places(named: name)
    return named.isEmpty ? codeAtEnd(of: name) : named
  }

  /// The article whose code ends or begins a piece such as `rapid-kettle-k-204`.
  private func codeAtEnd(of name: String) -> [Int] {
    let parts = name.split { $0 == "-" || $0 == "_" }
    guard (2...32).contains(parts.count) else { return [] }
    for count in (1...min(4, parts.count - 1)).reversed() {
      for part in [parts.suffix(count), parts.prefix(count)] {
        let code = part.joined(separator: "-")
        guard code.utf8.count >= 4, code.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
          code.utf8.contains(where: { $0 > 0x39 }), let exact = CodeKey.exact(code)
        else { continue }
        let places = catalog.places(loose: CodeKey.loose(exact))
        if places.count == 1 { return places }
      }
    }
    return []
  }

  /// The article of a stated name: as it is, with its brand, or with a code in it.
  func named(_ stated: FeedbackRecord.Product) -> Finding? {
    guard let name = stated.name, name.utf8.count <= 1_024 else { return nil }
    func found(_ name: String) -> Finding? {
      Finding(
        catalog.places(named: name),
        total: nil,
        .alias,
        ResolverConfidence.statedName
      )
    }
    if let found = found(name) { return found }
    if let brand = stated.brand, let found = found("\(brand) \(name)") { return found }
    for part in name.split(whereSeparator: { $0.isWhitespace || "()[],;".contains($0) }).prefix(32)
    {
      guard part.utf8.count >= 4, part.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
        part.utf8.contains(where: { $0 > 0x39 }), let place = catalog.place(sku: String(part))
      else { continue }
      return Finding(place, .alias, ResolverConfidence.statedName)
    }
    for short in ShortName.names(of: name, brand: stated.brand) {
      if let found = found(short) { return found }
    }
    return nil
  }
}
