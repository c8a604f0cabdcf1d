/// A group of CSS selectors, as far as they say something about a saved page.
///
/// Types, `*`, ids, classes, attributes with all their operators, `:first-child`, `:last-child`,
/// `:nth-child(…)` and `:not(…)`, joined by blanks, `>`, `+`, `~` and commas. A selector may begin
/// with `>` for a child of the element at which it is asked.
///
/// - SeeAlso: Selectors Level 4 (W3C); CSS Syntax Level 3 (escapes, an+b).
struct CSSSelector: Hashable, Sendable {
  /// More than any person writes: selectors that go on were made to hurt.
  static let longest = 4096
  static let mostParts = 256

  /// Why a text is no selector.
  struct Fault: Error, Hashable {
    /// The character at which it goes wrong, from 0.
    var place: Int
    /// What is wrong.
    var reason: String
  }

  /// What is asked of one element.
  enum Test: Hashable, Sendable {
    case type(String)
    case id(String)
    case named(String)
    /// The attribute is there.
    case has(String)
    case attribute(String, Operator, String, ignoresCase: Bool)
    case isFirst
    case isLast
    /// The element is the `step`·n + `start`-th child for an n from 0 on.
    case nth(step: Int, start: Int)
    /// None of these hold whole.
    case not([[Test]])
  }

  /// How an attribute's value is compared.
  enum Operator: String, Hashable, Sendable, CaseIterable {
    case equals = "="
    case hasWord = "~="
    case hasLanguage = "|="
    case begins = "^="
    case ends = "$="
    case contains = "*="
  }

  /// Where an element stands to the one before.
  enum Combinator: Hashable, Sendable {
    case descendant
    case child
    case next
    case sibling
  }

  /// An element on the way.
  struct Step: Hashable, Sendable {
    var combinator: Combinator
    var tests: [Test]
  }

  /// The selectors of the group, each from the outside in.
  let alternatives: [[Step]]

  /// Reads a group of selectors.
  ///
  /// - Throws: Where it goes wrong, and why.
  init(_ text: String) throws(Fault) {
    var parser = CSSSelectorParser(text)
    alternatives = try parser.group()
  }
}
