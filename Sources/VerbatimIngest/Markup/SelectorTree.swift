internal import CLibXML2
internal import VerbatimCore

/// A compiled XPath 1.0 expression.
@safe final class SelectorPath {
  // Safety: compiled in init, freed once in deinit; libxml2 only reads it afterwards.
  fileprivate let handle: OpaquePointer

  /// Compiles an expression.
  ///
  /// - Throws: The byte at which it is none, -1 where that is not known.
  init(_ text: String) throws(SelectorPathFault) {
    var place: Int32 = -1
    guard text.utf8.count <= Self.longest, let path = unsafe vxml_path_new(text, &place) else {
      throw SelectorPathFault(byte: Int(place))
    }
    unsafe handle = path
  }

  /// What a selector of the longest kind may become.
  static let longest = 256 * 1024

  deinit { unsafe vxml_path_free(handle) }
}

/// Where a text is no XPath.
struct SelectorPathFault: Error, Hashable {
  /// The byte, -1 where it is not known.
  var byte: Int
}

/// A page as a tree, of which XPath selects.
@safe final class SelectorTree {
  /// libxml2's own limit on nesting is 256.
  static let deepest: Int32 = 250
  static let mostElements: Int32 = 500_000
  /// The operations of libxml2 that one selection may take: some seconds.
  static let mostSteps: Int64 = 20_000_000
  /// The most nodes that a selection gives.
  static let mostFound: Int32 = 20_000

  /// What a selection gives.
  enum Found {
    case nodes([Int32])
    case text(String)
    /// It took too many steps.
    case tooLong
  }

  /// The document itself.
  static let document: Int32 = 0

  // Safety: made in init, freed once in deinit, never handed out.
  private let handle: OpaquePointer
  /// Whether elements were left out at a limit.
  let isCut: Bool

  /// Parses a page of UTF-8; nil only when memory runs out.
  init?(_ bytes: [UInt8]) {
    var isCut = false
    // Safety: libxml2 copies the bytes before the call returns.
    let tree = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe vxml_tree_new(
        buffer.baseAddress,
        buffer.count,
        Self.deepest,
        Self.mostElements,
        &isCut
      )
    }
    guard let tree = unsafe tree else { return nil }
    unsafe handle = tree
    self.isCut = isCut
  }

  deinit { unsafe vxml_tree_free(handle) }

  /// What an expression finds at a node.
  func select(_ path: SelectorPath, at node: Int32 = document) -> Found {
    var count: Int32 = 0
    let found = unsafe vxml_tree_select(
      handle,
      path.handle,
      node,
      Self.mostSteps,
      Self.mostFound,
      &count
    )
    switch found {
    case VXML_FOUND_TEXT:
      // Safety: a NUL-terminated text that lives until the next selection.
      return .text(unsafe vxml_tree_text(handle).map { unsafe String(cString: $0) } ?? "")
    case VXML_FOUND_NODES: return .nodes((0..<count).map { unsafe vxml_tree_node(handle, $0) })
    case VXML_FOUND_TOO_LONG: return .tooLong
    default: return .nodes([])
    }
  }

  /// Whether a node stands inside of another.
  func holds(_ outer: Int32, _ inner: Int32) -> Bool {
    unsafe vxml_tree_holds(handle, outer, inner)
  }

  /// The 1-based line of a node; nil when it is not known.
  func line(of node: Int32) -> Int? {
    let line = unsafe vxml_tree_line(handle, node)
    return line > 0 ? Int(line) : nil
  }

  /// The value of an element's attribute; nil when it is not there.
  func attribute(_ name: String, of node: Int32) -> String? {
    // Safety: a NUL-terminated text that lives until the next call.
    unsafe vxml_tree_attribute(handle, node, name).map { unsafe String(cString: $0) }
  }

  /// The text of a node as a reader of the page sees it, without what is inside the nodes `left`.
  func text(of node: Int32, without left: [Int32] = []) -> String {
    // A box that a script opens is hidden when the page is saved: what was asked for is read.
    var reader = FragmentText(readsRoot: true, leavesReplies: false)
    walk(node, without: left, into: &reader)
    return MarkupText.collapsed(reader.words, ByteRange(0, reader.words.count))
  }

  private func walk<Handler: MarkupHandler>(
    _ node: Int32,
    without left: [Int32],
    into handler: inout Handler
  ) {
    // Safety: the events and their context live for the call.
    unsafe MarkupParser.relay(into: &handler) { events, context in
      unsafe left.withUnsafeBufferPointer { buffer in
        unsafe vxml_tree_walk(
          handle,
          node,
          buffer.baseAddress,
          Int32(buffer.count),
          events,
          context
        )
      }
    }
  }
}
