internal import VerbatimCore

/// An element that says something about the page's data, flat and in the page's order.
///
/// Ranges are bytes of the collector's buffers; a subtree is the nodes from one up to its `end`.
struct MarkupNode {
  /// The two ways in which elements carry data.
  enum Syntax: CaseIterable {
    case microdata
    case rdfa
  }

  /// What an element says in one of the two ways.
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
  var rdfa = Annotation()
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

  func annotation(_ syntax: Syntax) -> Annotation {
    switch syntax {
    case .microdata: microdata
    case .rdfa: rdfa
    }
  }
}

/// What is in force at a place of the page.
struct CollectorScope {
  var microdata = -1
  var rdfa = -1
  /// How many items are open.
  var depth = 0
  /// Whether `vocab` names schema.org.
  var isSchemaVocabulary = false
  var language: ByteRange?
}
