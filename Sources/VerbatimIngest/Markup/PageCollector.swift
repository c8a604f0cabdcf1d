internal import VerbatimCore

/// Collects a page's JSON-LD texts and the elements with microdata or RDFa, in one pass.
///
/// Most of a page is neither: an element without a telling attribute costs one byte on a stack,
/// text outside of open properties one comparison.
struct PageCollector: MarkupHandler {
  /// How many items may be nested, and how many elements may carry data.
  static let deepest = 512
  static let mostItems = 10_000
  static let mostNodes = 100_000

  /// A JSON-LD script.
  struct Script {
    var line: Int
    var text: ByteRange
  }

  private(set) var nodes: [MarkupNode] = []
  private(set) var scripts: [Script] = []
  /// Attribute values and the texts of scripts.
  private(set) var bytes: [UInt8] = []
  /// The text of properties.
  private(set) var words: [UInt8] = []
  private(set) var language: ByteRange?
  private(set) var canonical: ByteRange?
  private(set) var base: ByteRange?
  /// Whether a limit kept something out.
  private(set) var isCut = false

  private var scope = CollectorScope()
  private var flags: [Flags] = []
  private var openNodes: [Int] = []
  private var openTexts = 0
  private var hidden = 0
  private var isInScript = false
  private var items = 0
  private var prefixes = ["schema"]

  private struct Flags: OptionSet {
    let rawValue: UInt8
    static let node = Flags(rawValue: 1)
    static let text = Flags(rawValue: 2)
    static let block = Flags(rawValue: 4)
    static let hidden = Flags(rawValue: 8)
    static let script = Flags(rawValue: 16)
  }

  mutating func start(_ element: MarkupElement) {
    var flag: Flags = []
    if openTexts > 0 {
      switch element.name.flow {
      case .block:
        flag.insert(.block)
        words.append(MarkupText.lineBreak)
      case .hidden:
        flag.insert(.hidden)
        hidden += 1
      case .inline: break
      }
    }
    if element.hasAttributes {
      switch element.name.first {
      case UInt8(ascii: "s"):
        if element.name.is("script"), Self.isJSONLD(element.value(of: "type")) {
          flag.insert(.script)
          isInScript = true
          scripts.append(Script(line: element.line, text: ByteRange(bytes.count, bytes.count)))
        }
      case UInt8(ascii: "l"):
        if canonical == nil, element.name.is("link"),
          element.value(of: "rel")?.text.lowercased() == "canonical"
        {
          canonical = keep(element.value(of: "href"))
        }
      case UInt8(ascii: "b"):
        if base == nil, element.name.is("base") { base = keep(element.value(of: "href")) }
      case UInt8(ascii: "i"):
        if openTexts > 0, hidden == 0, element.name.is("img") {
          element.value(of: "alt")?.append(to: &words)
        }
      default: break
      }
      let telling = TellingAttributes(of: element)
      if !telling.isEmpty { open(element, telling, &flag) }
    }
    flags.append(flag)
  }

  mutating func end() {
    guard let flag = flags.popLast(), !flag.isEmpty else { return }
    if flag.contains(.script) {
      isInScript = false
      if !scripts.isEmpty { scripts[scripts.count - 1].text.end = bytes.count }
    }
    if flag.contains(.hidden) { hidden -= 1 }
    if flag.contains(.node), let index = openNodes.popLast() {
      nodes[index].end = nodes.count
      if flag.contains(.text) {
        nodes[index].words?.end = words.count
        openTexts -= 1
      }
      scope = nodes[index].outer
    }
    if flag.contains(.block) { words.append(MarkupText.lineBreak) }
  }

  mutating func text(_ text: MarkupBytes) {
    if openTexts > 0, hidden == 0 {
      text.append(to: &words)
    } else if isInScript {
      text.append(to: &bytes)
    }
  }

  /// Closes what the page left open.
  mutating func finish() {
    while !flags.isEmpty { end() }
  }

  private mutating func open(
    _ element: MarkupElement,
    _ telling: TellingAttributes,
    _ flag: inout Flags
  ) {
    guard nodes.count < Self.mostNodes else {
      isCut = true
      return
    }
    let index = nodes.count
    var node = MarkupNode(line: element.line, outer: scope)
    node.microdata.scope = scope.microdata
    node.rdfa.scope = scope.rdfa
    if telling.contains(.id) { node.id = keep(element.value(of: "id")) }
    if telling.contains(.lang) {
      scope.language = keep(element.value(of: "lang") ?? element.value(of: "xml:lang"))
      if element.name.is("html") { language = scope.language }
    }
    node.language = scope.language
    if telling.contains(.itemprop) {
      node.microdata.names = keep(element.value(of: "itemprop"))
    }
    if telling.contains(.itemscope), !opensItem() {
      // What stands in an item beyond the limits belongs to no item.
      node.microdata.names = nil
      scope.microdata = -1
    } else if telling.contains(.itemscope) {
      node.microdata.isScope = true
      node.microdata.types = keep(element.value(of: "itemtype"))
      node.microdata.id = keep(element.value(of: "itemid"))
      node.itemref = keep(element.value(of: "itemref"))
      scope.microdata = index
    }
    openRDFa(element, telling, &node, index)
    let isValue =
      (node.microdata.names != nil && !node.microdata.isScope)
      || (node.rdfa.names != nil && !node.rdfa.isScope)
    if isValue { noteValue(of: element, in: &node, &flag) }
    flag.insert(.node)
    nodes.append(node)
    openNodes.append(index)
  }

  private mutating func openRDFa(
    _ element: MarkupElement,
    _ telling: TellingAttributes,
    _ node: inout MarkupNode,
    _ index: Int
  ) {
    if telling.contains(.vocab) {
      if let text = element.value(of: "prefix")?.text { declarePrefixes(text) }
      if let text = element.value(of: "vocab")?.text {
        scope.isSchemaVocabulary = SchemaName.isSchemaAddress(text)
      }
    }
    if telling.contains(.property), let text = element.value(of: "property")?.text {
      node.rdfa.names = keepTerms(text)
    }
    let isTyped = telling.contains(.typeOf)
    // A resource without a property changes the subject; with one it is the value.
    guard isTyped || (telling.contains(.resource) && node.rdfa.names == nil) else { return }
    let types = isTyped ? element.value(of: "typeof").flatMap { keepTerms($0.text) } : nil
    guard types != nil || !isTyped, types != nil || scope.isSchemaVocabulary, opensItem() else {
      return
    }
    node.rdfa.isScope = true
    node.rdfa.types = types
    node.rdfa.id = keep(element.value(of: "resource"))
    scope.rdfa = index
  }

  /// Whether one more item is within the limits; counts it.
  private mutating func opensItem() -> Bool {
    guard scope.depth < Self.deepest, items < Self.mostItems else {
      isCut = true
      return false
    }
    items += 1
    scope.depth += 1
    return true
  }

  /// The value of a property by the rules of the microdata standard, with `content` allowed on any
  /// element as schema.org's own examples have it; else the text inside.
  private mutating func noteValue(
    of element: MarkupElement,
    in node: inout MarkupNode,
    _ flag: inout Flags
  ) {
    let name = element.name
    if let content = element.value(of: "content") {
      node.value = keep(content)
      return
    }
    switch name.first {
    case UInt8(ascii: "m") where name.is("meta"): return
    case UInt8(ascii: "t") where name.is("time"): node.value = keep(element.value(of: "datetime"))
    case UInt8(ascii: "d") where name.is("data"), UInt8(ascii: "m") where name.is("meter"):
      node.value = keep(element.value(of: "value"))
    case UInt8(ascii: "o") where name.is("object"):
      node.value = keep(element.value(of: "data"))
      node.isLink = node.value != nil
    case UInt8(ascii: "i") where name.is("img"):
      node.value = keep(element.value(of: "src"))
      node.isLink = true
      let start = words.count
      element.value(of: "alt")?.append(to: &words)
      node.words = ByteRange(start, words.count)
      return
    default:
      let address =
        element.value(of: "resource") ?? element.value(of: "href") ?? element.value(of: "src")
      node.value = keep(address)
      node.isLink = node.value != nil
    }
    guard node.value == nil || node.isLink else { return }
    if name.is("link") { return }
    node.words = ByteRange(words.count, words.count)
    openTexts += 1
    flag.insert(.text)
  }

  private mutating func keep(_ value: MarkupBytes?) -> ByteRange? {
    guard let value else { return nil }
    let start = bytes.count
    value.append(to: &bytes)
    return ByteRange(start, bytes.count)
  }

  /// Keeps the terms of `property` or `typeof` that are schema.org's, without their prefix.
  private mutating func keepTerms(_ text: String) -> ByteRange? {
    let start = bytes.count
    for term in MarkupText.tokens(text) {
      var short = term
      if SchemaName.isSchemaAddress(term) {
        short = SchemaName.short(term)
      } else if let colon = term.utf8.firstIndex(of: UInt8(ascii: ":")) {
        guard prefixes.contains(where: { $0 == term[..<colon] }) else { continue }
        short = term[term.utf8.index(after: colon)...]
      } else if !scope.isSchemaVocabulary {
        continue
      }
      if bytes.count > start { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: short.utf8)
    }
    return bytes.count > start ? ByteRange(start, bytes.count) : nil
  }

  private mutating func declarePrefixes(_ text: String) {
    let parts = MarkupText.tokens(text)
    for (name, address) in zip(parts, parts.dropFirst()) {
      guard name.utf8.last == UInt8(ascii: ":"), SchemaName.isSchemaAddress(address),
        prefixes.count < 16
      else { continue }
      prefixes.append(String(name.dropLast()))
    }
  }

  private static func isJSONLD(_ type: MarkupBytes?) -> Bool {
    guard let text = type?.text.lowercased() else { return false }
    let bare = text.prefix { $0 != ";" }.filter { !$0.isWhitespace }
    return bare == "application/ld+json"
  }
}
