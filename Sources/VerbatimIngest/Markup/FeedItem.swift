internal import VerbatimCore

/// One entry of a feed with the elements inside, flat and in the feed's order.
///
/// Names are the local ones, with a usual prefix (`dc:date`, `im:rating`) for the vocabularies that
/// feeds share, whatever prefix the feed itself declares.
struct FeedItem {
  /// An element inside.
  struct Node {
    var name: String
    /// The node around it; -1 for the entry itself.
    var parent: Int
    /// Its text and that of all elements inside.
    var text: ByteRange
    /// One past the last node inside; 0 while it is open.
    var end = 0
    /// Its places in ``FeedItem/attributes``.
    var attributes: Range<Int>
  }

  /// What went wrong inside.
  struct Fault: Hashable {
    var code: Int
    var line: Int
    var column: Int
  }

  /// The name of the element that holds the entry.
  var name = ""
  /// The name of the element around it.
  var parent = ""
  /// The 1-based line of the tag.
  var line = 0
  /// The byte of the tag in the decoded stream, -1 when it is not known.
  var byte = -1
  /// The number of the entry in the feed, from 1.
  var row = 0
  /// The elements; the first is the entry.
  var nodes: [Node] = []
  var attributes: [(name: String, value: String)] = []
  /// All text.
  var bytes: [UInt8] = []
  /// What the feed said around it; see ``FeedCollector/values``.
  var around: [String: [String]] = [:]
  /// The first fault inside; nil when it is sound.
  var fault: Fault?
  /// Whether it grew beyond the limit and was cut.
  var isTooLarge = false

  /// The children of a node with one of the names, the first name's first.
  func children(_ names: String..., of node: Int = 0) -> [Int] {
    names.flatMap { name in
      inside(node).filter { nodes[$0].parent == node && nodes[$0].name == name }
    }
  }

  /// The nodes inside of one.
  func inside(_ node: Int) -> Range<Int> {
    let end = nodes[node].end
    return node + 1..<(end > node ? end : nodes.count)
  }

  /// Whether there are elements inside of a node.
  func hasElements(_ node: Int) -> Bool { !inside(node).isEmpty }

  /// The first node at a path of names.
  func node(_ path: String..., of node: Int = 0) -> Int? { self.node(path[...], of: node) }

  private func node(_ path: ArraySlice<String>, of start: Int) -> Int? {
    guard let name = path.first else { return start }
    for index in inside(start)
    where nodes[index].parent == start && nodes[index].name == name {
      if let found = node(path.dropFirst(), of: index) { return found }
    }
    return nil
  }

  /// The text at a path, its white space collapsed; nil when there is none.
  func value(_ path: String..., of start: Int = 0) -> String? {
    node(path[...], of: start).flatMap(value(of:))
  }

  /// The text of a node, its white space collapsed; nil when there is none.
  func value(of node: Int) -> String? {
    let text = MarkupText.collapsed(bytes, nodes[node].text)
    return text.isEmpty ? nil : text
  }

  /// The text of a node with its line breaks, as the writer left it.
  func raw(_ node: Int) -> String {
    let range = nodes[node].text
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// What a customer wrote in a node: HTML and entities read as a page shows them.
  func words(_ node: Int?) -> String? {
    guard let node else { return nil }
    let text = MarkupText.cleaned(raw(node).trimmingBlanks)
    return text.isEmpty ? nil : text
  }

  /// The value of an attribute.
  func attribute(_ name: String, of node: Int = 0) -> String? {
    let found = attributes[nodes[node].attributes].first { $0.name == name }?.value
    guard let text = found?.trimmingBlanks, !text.isEmpty else { return nil }
    return text
  }

  /// What a text says of yes and no; nil when nothing.
  static func truth(_ text: String?) -> Bool? {
    switch text?.lowercased() {
    case "true", "yes", "1", "y": true
    case "false", "no", "0", "n": false
    default: nil
    }
  }

  /// A number as feeds write it; nil for what is none.
  static func number(_ text: String?) -> Double? {
    guard let text, let number = Double(text.replacing(",", with: ".")), number.isFinite else {
      return nil
    }
    return number
  }
}
