internal import VerbatimCore

/// What an element says in RDFa, as it is written; ranges are bytes of the collector's buffer.
struct RDFaElement {
  /// The element's place among the page's nodes.
  var node: Int
  var vocab: ByteRange?
  /// The value of `prefix`.
  var prefixes: ByteRange?
  /// Prefixes declared as namespaces (`xmlns:v`), as RDFa 1.0 has them: name, then address.
  var namespaces: [(name: ByteRange, address: ByteRange)] = []
  var types: ByteRange?
  var properties: ByteRange?
  var about: ByteRange?
  var resource: ByteRange?
  /// What `href`, or else `src`, says.
  var address: ByteRange?
  var rel: ByteRange?
  var rev: ByteRange?
  /// Whether `content` or `datatype` makes the value a text, whatever it links to.
  var isLiteral = false
}
