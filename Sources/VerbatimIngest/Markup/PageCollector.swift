internal import VerbatimCore

/// Collects a page's JSON-LD texts and the elements with microdata, RDFa or microformats, in one
/// pass.
///
/// Most of a page is none of these: an element without a telling attribute costs one byte on a stack,
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
  /// What elements say in RDFa.
  var rdfa: [RDFaElement] = []
  /// The parts with microformats.
  private(set) var tree = MarkupTree()
  private(set) var scripts: [Script] = []
  /// Attribute values and the texts of scripts.
  var bytes: [UInt8] = []
  /// The text of properties.
  var words: [UInt8] = []
  private(set) var language: ByteRange?
  private(set) var canonical: ByteRange?
  private(set) var base: ByteRange?
  /// Whether a limit kept something out.
  private(set) var isCut = false

  var scope = CollectorScope()
  private var flags: [Flags] = []
  private var openNodes: [Int] = []
  var openTexts = 0
  var hidden = 0
  private var isInScript = false
  private var items = 0

  struct Flags: OptionSet {
    let rawValue: UInt8
    static let node = Flags(rawValue: 1)
    static let text = Flags(rawValue: 2)
    static let block = Flags(rawValue: 4)
    static let hidden = Flags(rawValue: 8)
    static let script = Flags(rawValue: 16)
    /// An element of the tree of microformats.
    static let element = Flags(rawValue: 32)
    /// The first of such a tree.
    static let root = Flags(rawValue: 64)
    /// What a reader does not see.
    static let veil = Flags(rawValue: 128)
  }

  mutating func start(_ element: MarkupElement) {
    var flag: Flags = []
    if openTexts > 0 {
      switch element.name.flowBesideScripts {
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
      var telling = TellingAttributes(of: element, insideText: openTexts > 0)
      if openTexts > 0 {
        if isComment(element, telling) { telling.insert(.hidden) }
        if telling.contains(.hidden) {
          words.append(MarkupText.veil)
          flag.insert(.veil)
        }
      }
      if isWorthKeeping(element, telling) { open(element, telling, &flag) }
      if telling.contains(.microformat), !tree.isOpen, flag.isDisjoint(with: .script) {
        flag.insert(.root)
        openTexts += 1
      }
    }
    if tree.isOpen || flag.contains(.root) { addToTree(element, &flag) }
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
    if flag.contains(.element) { tree.close(words: words.count) }
    if flag.contains(.root) { openTexts -= 1 }
    if flag.contains(.veil) { words.append(MarkupText.unveil) }
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

  private func isWorthKeeping(_ element: MarkupElement, _ telling: TellingAttributes) -> Bool {
    if !telling.isDisjoint(with: .always) || telling.contains(.reply) { return true }
    if telling.contains(.relation) {
      return scope.isRDFa || Self.hasColon(element.value(of: "rel"))
        || Self.hasColon(element.value(of: "rev"))
    }
    return scope.isHanging && telling.contains(.address)
  }

  /// Whether an element inside a text holds somebody's comment on it.
  private func isComment(_ element: MarkupElement, _ telling: TellingAttributes) -> Bool {
    guard !telling.isDisjoint(with: [.itemprop, .property]) else { return false }
    return [element.value(of: "itemprop"), element.value(of: "property")].contains { value in
      value.map { MarkupText.tokens($0.text).contains { SchemaName.short($0) == "comment" } }
        ?? false
    }
  }

  private mutating func addToTree(_ element: MarkupElement, _ flag: inout Flags) {
    guard tree.elements.count < Self.mostNodes else {
      isCut = true
      return
    }
    flag.insert(.element)
    var kept = bytes
    bytes = []
    tree.open(element, words: words.count, language: scope.language) { value in
      guard let value else { return nil }
      let start = kept.count
      value.append(to: &kept)
      return ByteRange(start, kept.count)
    }
    bytes = kept
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
    if telling.contains(.id) { node.id = keep(element.value(of: "id")) }
    if telling.contains(.lang) {
      scope.language = keep(element.value(of: "lang") ?? element.value(of: "xml:lang"))
      if element.name.is("html") { language = scope.language }
    }
    node.language = scope.language
    if telling.contains(.itemprop) {
      node.microdata.names = keep(element.value(of: "itemprop"))
    } else if telling.contains(.reply), !tree.isOpen {
      node.microdata.names = keep(Self.replyName)
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
    let isRDFaValue = openRDFa(element, telling, index)
    if isRDFaValue || (node.microdata.names != nil && !node.microdata.isScope) {
      noteValue(of: element, in: &node, &flag)
    }
    flag.insert(.node)
    nodes.append(node)
    openNodes.append(index)
  }

  /// Whether one more item is within the limits; counts it.
  mutating func opensItem() -> Bool {
    guard scope.depth < Self.deepest, items < Self.mostItems else {
      isCut = true
      return false
    }
    items += 1
    scope.depth += 1
    return true
  }

  mutating func keep(_ value: MarkupBytes?) -> ByteRange? {
    guard let value else { return nil }
    let start = bytes.count
    value.append(to: &bytes)
    return ByteRange(start, bytes.count)
  }

  static let replyName: StaticString = "http://schema.org/comment"

  mutating func keep(_ text: StaticString) -> ByteRange? {
    let start = bytes.count
    // Safety: the text lives as long as the program.
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
    return ByteRange(start, bytes.count)
  }

  private static func isJSONLD(_ type: MarkupBytes?) -> Bool {
    guard let text = type?.text.lowercased() else { return false }
    let bare = text.prefix { $0 != ";" }.filter { !$0.isWhitespace }
    return bare == "application/ld+json"
  }
}
