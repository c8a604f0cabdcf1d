internal import VerbatimCore

extension StructuredPage {
  /// How many properties `itemref` may bring in: a page can refer to one part many times over.
  private static let mostReferred = 100_000

  /// Adds the items of microdata and RDFa.
  mutating func addMarkup(_ page: PageCollector) {
    addMarkup(page, .microdata)
    addMarkup(page, .rdfa)
  }

  private mutating func addMarkup(_ page: PageCollector, _ syntax: MarkupNode.Syntax) {
    var itemOf = [Int](repeating: -1, count: page.nodes.count)
    var names = ShortNames()
    for (index, node) in page.nodes.enumerated() {
      let annotation = node.annotation(syntax)
      guard annotation.isScope else { continue }
      let types = names.short(annotation.types, in: page)
      itemOf[index] = add(
        StructuredItem(
          syntax: syntax == .microdata ? .microdata : .rdfa,
          types: types,
          id: Self.trimmed(annotation.id, in: page),
          line: node.line,
          language: Self.trimmed(node.language, in: page)
        )
      )
    }
    for (index, node) in page.nodes.enumerated() {
      let scope = node.annotation(syntax).scope
      guard scope >= 0, itemOf[scope] >= 0 else { continue }
      addProperty(index, of: itemOf[scope], page, syntax, itemOf, &names)
    }
    if syntax == .microdata { addReferred(page, itemOf, &names) }
  }

  private mutating func addProperty(
    _ index: Int,
    of item: Int,
    _ page: PageCollector,
    _ syntax: MarkupNode.Syntax,
    _ itemOf: [Int],
    _ short: inout ShortNames
  ) {
    let node = page.nodes[index]
    guard let names = node.annotation(syntax).names else { return }
    let value: StructuredValue
    if itemOf[index] >= 0 {
      value = .item(itemOf[index])
    } else {
      let words = node.words.map { MarkupText.collapsed(page.words, $0) } ?? ""
      let stated = Self.trimmed(node.value, in: page)
      if node.isLink, let stated {
        value = .link(address: stated, words: words)
      } else if let stated {
        value = .raw(stated)
      } else if !words.isEmpty {
        value = .words(words)
      } else {
        return
      }
    }
    for name in short.short(names, in: page) { add(value, as: name, to: item) }
  }

  /// Adds the properties that stand elsewhere on the page and are named by `itemref`.
  ///
  /// Items are
  /// made once and referred to by index, so that a part that refers to itself ends.
  private mutating func addReferred(
    _ page: PageCollector,
    _ itemOf: [Int],
    _ names: inout ShortNames
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
          if at != scope { addProperty(at, of: itemOf[scope], page, .microdata, itemOf, &names) }
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
    let names = MarkupText.tokens(text).map { String(SchemaName.short($0)) }
    known[text] = names
    return names
  }
}
