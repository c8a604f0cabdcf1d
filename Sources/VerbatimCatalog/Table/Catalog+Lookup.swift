internal import VerbatimCore

/// Places of articles by what is stated of them.
extension Catalog {
  /// The article of a code in its exact spelling.
  func place(sku: String) -> Int? {
    guard let key = CodeKey.exact(sku) else { return nil }
    return place(exact: key)
  }

  /// The article of an exact spelling.
  func place(exact key: some Collection<UInt8>) -> Int? {
    bySKU.rows(KeyIndex.hash(key)).first { place in
      CodeKey.exact(sku(place)).map { $0.elementsEqual(key) } ?? false
    }
  }

  /// The articles whose code is the same but for what ``CodeKey`` leaves out.
  func places(loose key: some Collection<UInt8>) -> [Int] {
    let hash = KeyIndex.hash(key)
    return (bySKU.rows(hash) + byLooseSKU.rows(hash)).filter { place in
      CodeKey.exact(sku(place)).map { CodeKey.loose($0).elementsEqual(key) } ?? false
    }
  }

  /// The articles of a trade number.
  func places(gtin: UInt64) -> [Int] { gtin == 0 ? [] : byGTIN.rows(KeyIndex.mixed(gtin)) }

  /// The articles of an Amazon number.
  func places(asin: String) -> [Int] {
    byASIN.rows(KeyIndex.hash(asin.utf8)).filter {
      texts.bytes(articles[$0].asin).elementsEqual(asin.utf8)
    }
  }

  /// The articles of a maker's part number, of the brand when one is stated.
  func places(mpn: String, brand: String? = nil) -> [Int] {
    guard let exact = CodeKey.exact(mpn) else { return [] }
    let key = CodeKey.loose(exact)
    guard key.count >= 3 else { return [] }
    let found = byMPN.rows(KeyIndex.hash(key)).filter { place in
      CodeKey.exact(texts.text(articles[place].mpn))
        .map { CodeKey.loose($0).elementsEqual(key) } ?? false
    }
    guard found.count > 1, let brand else { return found }
    let branded = found.filter {
      texts.optional(articles[$0].brand).map { CodeKey.name($0) } == CodeKey.name(brand)
    }
    return branded.isEmpty ? found : branded
  }

  /// The articles of a name or alias.
  func places(named name: String) -> [Int] {
    let key = CodeKey.name(name)
    guard !key.isEmpty else { return [] }
    return byName.rows(KeyIndex.hash(key)).filter { hasName($0, key) }
  }

  func hasName(_ place: Int, _ key: [UInt8]) -> Bool {
    let article = articles[place]
    let name = article.name.isEmpty ? article.sku : article.name
    return CodeKey.name(texts.text(name)) == key
      || aliases(of: article).contains { CodeKey.name($0) == key }
  }

  /// The articles of a piece of an address; none of a piece that more have than a family has.
  func places(handle: String) -> [Int] {
    let hash = KeyIndex.hash(handle.lowercased().utf8)
    guard byHandle.count(hash) <= MentionFinder.articleLimit else { return [] }
    return byHandle.rows(hash).filter {
      texts.text(articles[$0].handle).lowercased() == handle.lowercased()
    }
  }

  /// The articles of a number in the shop's own system, of a product or of a variant.
  func places(number: some StringProtocol) -> [Int] {
    guard let value = UInt64(number), value > 0 else { return [] }
    return byNumber.rows(KeyIndex.mixed(value))
  }
}
