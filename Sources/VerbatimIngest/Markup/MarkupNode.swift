internal import VerbatimCore

/// An element that says something about the page's data, flat and in the page's order.
///
/// Ranges are bytes of the collector's buffers; a subtree is the nodes from one up to its `end`.
struct MarkupNode {
  /// What an element says in microdata.
  struct Annotation {
    /// The properties of the enclosing item whose value this element is.
    var names: ByteRange?
    /// The types of the item that this element opens.
    var types: ByteRange?
    /// The item's id.
    var id: ByteRange?
    /// Whether it opens an item.
    var isScope = false
    /// The node of the enclosing item, -1 outside.
    var scope = -1
  }

  var line: Int
  /// One past the last node inside.
  var end = 0
  var microdata = Annotation()
  var id: ByteRange?
  var itemref: ByteRange?
  /// The value that an attribute states.
  var value: ByteRange?
  /// Whether the value is an address, with words beside it.
  var isLink = false
  /// The text inside.
  var words: ByteRange?
  /// The language in force.
  var language: ByteRange?
  /// What was in force around the element, put back at its end.
  var outer: CollectorScope
}

/// What is in force at a place of the page.
struct CollectorScope {
  var microdata = -1
  /// How many items are open.
  var depth = 0
  /// Whether something around is in RDFa, so that `rel` and `rev` may say more.
  var isRDFa = false
  /// Whether a `rel` or `rev` around waits for what it leads to.
  var isHanging = false
  var language: ByteRange?
}
