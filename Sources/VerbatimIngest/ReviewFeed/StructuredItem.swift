/// One value of a property.
enum StructuredValue: Hashable, Sendable {
  /// Text of JSON or of an attribute, which may hold HTML.
  case raw(String)
  /// Text as a reader of the page sees it.
  case words(String)
  /// A number of JSON.
  case number(Double)
  /// An address with the words that it stands behind.
  case link(address: String, words: String)
  /// Another item, by its index in the page.
  case item(Int)
}

/// A thing that a page describes, whichever of the syntaxes it is written in.
struct StructuredItem: Hashable, Sendable {
  /// A property with one of its values.
  struct Property: Hashable, Sendable {
    var name: String
    var value: StructuredValue
  }

  /// How an item is written.
  enum Syntax: Hashable, Sendable {
    case jsonLD
    case microdata
    case rdfa
    case microformats
    /// Not in the page's data: found by a site profile.
    case profile
  }

  /// Where an item hangs on another.
  struct Parent: Hashable, Sendable {
    /// The other item.
    var item: Int
    /// The other item's property.
    var property: String
    /// The place among the property's values, nil for an only one.
    var place: Int?
  }

  var syntax: Syntax
  /// The short names of its types.
  var types: [String]
  var id: String?
  /// The 1-based line on which the item, or its JSON-LD block, begins.
  var line: Int
  /// The language in force where the item stands.
  var language: String?
  var properties: [Property] = []
  /// The first item of which this is a value.
  var parent: Parent?

  /// Whether the item only refers to another with the same id.
  var isReference: Bool { properties.isEmpty && id != nil }
}
