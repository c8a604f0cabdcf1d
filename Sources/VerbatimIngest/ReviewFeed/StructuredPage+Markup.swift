internal import VerbatimCore

extension StructuredPage {
  /// How many properties `itemref` may bring in: a page can refer to one part many times over.
  private static let mostReferred = 100_000

  /// How many names an attribute may list: more would multiply what hangs on each.
  static let mostNames = 32

  /// How many bytes of text the properties of a page may have together: they may stand in one
  /// another, and `itemref` may name one part many times.
  static func mostText(of page: PageCollector) -> Int { 4 * page.words.count + 16 * 1024 * 1024 }

  /// Adds the items of microdata, RDFa and microformats.
  ///
  /// - Returns: Whether something was left out because a limit was reached.
  mutating func addMarkup(_ page: PageCollector) -> Bool {
    var texts = PropertyTexts(page)
    addMicrodata(page, &texts)
    addRDFa(page, &texts)
    return addMicroformats(page) || texts.isCut
  }

  private mutating func addMicrodata(_ page: PageCollector, _ texts: inout PropertyTexts) {
    var itemOf = [Int](repeating: -1, count: page.nodes.count)
    var names = ShortNames()
    for (index, node) in page.nodes.enumerated() {
      guard node.microdata.isScope else { continue }
      let types = names.short(node.microdata.types, in: page)
      itemOf[index] = add(
        StructuredItem(
          syntax: .microdata,
          types: types,
          id: Self.trimmed(node.microdata.id, in: page),
          line: node.line,
          language: Self.trimmed(node.language, in: page)
        )
      )
    }
    for (index, node) in page.nodes.enumerated() {
      let scope = node.microdata.scope
      guard scope >= 0, itemOf[scope] >= 0 else { continue }
      addProperty(index, of: itemOf[scope], page, itemOf, &names, &texts)
    }
    addReferred(page, itemOf, &names, &texts)
    for item in itemOf where item >= 0 { readOldVocabulary(of: item) }
  }

  private mutating func addProperty(
    _ index: Int,
    of item: Int,
    _ page: PageCollector,
    _ itemOf: [Int],
    _ short: inout ShortNames,
    _ texts: inout PropertyTexts
  ) {
    guard let names = page.nodes[index].microdata.names else { return }
    let value =
      itemOf[index] >= 0 ? .item(itemOf[index]) : texts.value(of: index, in: page, isLink: true)
    guard let value else { return }
    for name in short.short(names, in: page) { add(value, as: name, to: item) }
  }

  /// Adds the properties that stand elsewhere on the page and are named by `itemref`.
  ///
  /// Items are
  /// made once and referred to by index, so that a part that refers to itself ends.
  private mutating func addReferred(
    _ page: PageCollector,
    _ itemOf: [Int],
    _ names: inout ShortNames,
    _ texts: inout PropertyTexts
  ) {
    guard page.nodes.contains(where: { $0.itemref != nil }) else { return }
    var byID: [String: Int] = [:]
    for (index, node) in page.nodes.enumerated() {
      guard let id = node.id else { continue }
      let text = String(decoding: page.bytes[id.start..<id.end], as: UTF8.self)
      if byID[text] == nil { byID[text] = index }
    }
    var budget = Self.mostReferred
    for (scope, node) in page.nodes.enumerated() where itemOf[scope] >= 0 {
      var seen: Set<Int> = [scope]
      for id in Self.tokens(node.itemref, in: page) {
        guard let root = byID[String(id)], seen.insert(root).inserted else { continue }
        // What already stands inside the item is there.
        guard root < scope || root >= node.end else { continue }
        var at = root
        while at < page.nodes[root].end, budget > 0 {
          budget -= 1
          if at != scope { addProperty(at, of: itemOf[scope], page, itemOf, &names, &texts) }
          at = itemOf[at] >= 0 ? max(at + 1, page.nodes[at].end) : at + 1
        }
      }
    }
  }

  static func trimmed(_ range: ByteRange?, in page: PageCollector) -> String? {
    guard let range else { return nil }
    var bytes = page.bytes[range.start..<range.end]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  private static func tokens(_ range: ByteRange?, in page: PageCollector) -> [Substring] {
    guard let range else { return [] }
    return MarkupText.tokens(String(decoding: page.bytes[range.start..<range.end], as: UTF8.self))
  }
}

/// The short names in `itemprop` and `itemtype`: a page writes the same few over and over.
private struct ShortNames {
  private var known: [String: [String]] = [:]

  mutating func short(_ range: ByteRange?, in page: PageCollector) -> [String] {
    guard let range else { return [] }
    let text = String(decoding: page.bytes[range.start..<range.end], as: UTF8.self)
    if let names = known[text] { return names }
    let names = MarkupText.tokens(text).prefix(StructuredPage.mostNames)
      .map { String(SchemaName.short($0)) }
    known[text] = names
    return names
  }
}

/// The values of elements that have no item inside, within a limit on their text.
struct PropertyTexts {
  private var budget: Int
  /// Whether the limit kept something out.
  var isCut = false

  init(_ page: PageCollector) { budget = StructuredPage.mostText(of: page) }

  /// The value of an element; nil when it has none.
  ///
  /// - Parameters:
  ///   - index: The element's node.
  ///   - page: The page.
  ///   - isLink: Whether an address in the element comes before its text.
  /// - Returns: The value, as an attribute states it or as the words inside.
  mutating func value(of index: Int, in page: PageCollector, isLink: Bool) -> StructuredValue? {
    let node = page.nodes[index]
    budget -= node.words?.count ?? 0
    guard budget >= 0 else {
      isCut = true
      return nil
    }
    let words = node.words.map { MarkupText.collapsed(page.words, $0) } ?? ""
    let stated = StructuredPage.trimmed(node.value, in: page)
    if let stated, !node.isLink { return .raw(stated) }
    if let stated, isLink { return .link(address: stated, words: words) }
    return words.isEmpty ? nil : .words(words)
  }
}
