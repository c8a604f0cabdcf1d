internal import VerbatimCore

/// Collects the entries of a feed from a parser's events, and the few words around them.
///
/// Never holds more than one open entry; text around entries is kept to 4 KiB a value.
final class FeedCollector {
  /// The most bytes and elements that an entry may have.
  static let largestItem = 16 * 1024 * 1024
  static let mostNodes = 100_000
  /// The most bytes of a value around the entries.
  private static let longestValue = 4096
  /// The most paths around the entries, and the most values of one.
  private static let mostPaths = 256
  private static let mostValues = 64

  /// What a kind of feed calls its entries.
  struct Shape {
    /// Whether an element of that name, inside one of the other name, is an entry.
    var isItem: (_ name: String, _ parent: String) -> Bool
    /// The element whose values hold for the entries inside only.
    var scope: String?
  }

  /// Entries that are complete and not yet taken.
  var items: [FeedItem] = []
  /// What is said around the entries, by paths of two names: `Product/Name`, `Feed@name`.
  private(set) var values: [String: [String]] = [:]
  /// The first fault outside of entries.
  private(set) var outerFault: FeedItem.Fault?
  /// The last fault of all.
  private(set) var lastFault: FeedItem.Fault?
  /// How many ampersands were read as they stand.
  private(set) var mended = 0
  /// How many entries began.
  private(set) var begun = 0

  /// Where the tag of the event begins; the parser sets it.
  var place: () -> (line: Int, byte: Int) = { (0, -1) }

  private let shape: Shape
  private var open: [String] = []
  private var item = FeedItem()
  private var isOpen = false
  private var openNodes: [Int] = []
  private var itemDepth = 0
  private var outer: [UInt8] = []
  private var outerNames: [String] = []
  private var scopeKeys: [String] = []

  init(_ shape: Shape) { self.shape = shape }

  /// The entry that the end of the feed leaves open.
  func takeOpenItem() -> FeedItem? {
    guard isOpen else { return nil }
    isOpen = false
    item.around = values
    return item
  }

  func start(_ name: String, flow: MarkupName.Flow, attributes: [(name: String, value: String)]) {
    let parent = open.last ?? ""
    open.append(name)
    if shape.isItem(name, parent) {
      // An entry inside an entry: the one before was never closed.
      if isOpen {
        item.fault =
          item.fault ?? lastFault ?? FeedItem.Fault(code: 0, line: item.line, column: 0)
        items.append(item)
      }
      begin(name, parent)
      add(name, attributes)
      return
    }
    guard !isOpen else {
      if flow != .inline { item.bytes.append(MarkupText.lineBreak) }
      add(name, attributes)
      return
    }
    outer.removeAll(keepingCapacity: true)
    outerNames.append(name)
    for attribute in attributes { keep("\(name)@\(attribute.name)", attribute.value) }
  }

  func end() {
    let name = open.popLast() ?? ""
    guard isOpen else {
      _ = outerNames.popLast()
      if !outer.isEmpty {
        let text = MarkupText.collapsed(outer, ByteRange(0, outer.count))
        if !text.isEmpty { keep("\(open.last ?? "")/\(name)", text) }
        outer.removeAll(keepingCapacity: true)
      }
      if name == shape.scope {
        for key in scopeKeys { values[key] = nil }
        scopeKeys.removeAll()
      }
      return
    }
    if let node = openNodes.popLast(), node < item.nodes.count {
      item.nodes[node].text.end = item.bytes.count
      item.nodes[node].end = item.nodes.count
    }
    guard open.count < itemDepth else { return }
    isOpen = false
    item.around = values
    items.append(item)
    item = FeedItem()
  }

  func text(_ bytes: MarkupBytes) {
    guard isOpen else {
      if outer.count < Self.longestValue { bytes.append(to: &outer) }
      if outer.count > Self.longestValue { outer.removeLast(outer.count - Self.longestValue) }
      return
    }
    guard item.bytes.count + bytes.count <= Self.largestItem else {
      item.isTooLarge = true
      return
    }
    let start = item.bytes.count
    bytes.append(to: &item.bytes)
    for index in start..<item.bytes.count where item.bytes[index] == FeedCleaner.bareLess {
      item.bytes[index] = UInt8(ascii: "<")
    }
  }

  func fault(_ fault: FeedItem.Fault, isMended: Bool) {
    guard !isMended else {
      mended += 1
      return
    }
    lastFault = fault
    if !isOpen {
      outerFault = outerFault ?? fault
    } else if item.fault == nil {
      item.fault = fault
    }
  }

  private func begin(_ name: String, _ parent: String) {
    var next = FeedItem()
    next.name = name
    next.parent = parent
    (next.line, next.byte) = place()
    begun += 1
    next.row = begun
    item = next
    isOpen = true
    openNodes.removeAll()
    itemDepth = open.count
  }

  private func add(_ name: String, _ attributes: [(name: String, value: String)]) {
    guard item.nodes.count < Self.mostNodes else {
      item.isTooLarge = true
      openNodes.append(Int.max)
      return
    }
    let start = item.attributes.count
    item.attributes += attributes
    item.nodes.append(
      FeedItem.Node(
        name: name,
        parent: openNodes.last ?? -1,
        text: ByteRange(item.bytes.count, item.bytes.count),
        attributes: start..<item.attributes.count
      )
    )
    openNodes.append(item.nodes.count - 1)
  }

  private func keep(_ key: String, _ value: String) {
    let kept = value.utf8.count <= Self.longestValue ? value : String(value.prefix(1024))
    if let count = values[key]?.count {
      if count < Self.mostValues { values[key]?.append(kept) }
      return
    }
    guard values.count < Self.mostPaths else { return }
    if let scope = shape.scope, outerNames.contains(scope) { scopeKeys.append(key) }
    values[key] = [kept]
  }
}
