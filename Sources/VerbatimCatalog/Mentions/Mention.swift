/// Articles that a text names at one place.
struct Mention: Hashable, Sendable {
  /// How an article is named, the surest first.
  enum Form: Int, Hashable, Sendable, Comparable {
    case code
    case name
    case alias
    /// The name without its brand, or what stands before its first comma or dash.
    case shortName

    static func < (left: Form, right: Form) -> Bool { left.rawValue < right.rawValue }
  }

  /// What a mention is for: only ``subject`` says what the text is about.
  enum Role: String, Hashable, Sendable, CaseIterable {
    case subject
    /// "Better than my K-100".
    case comparison
    /// "My old K-100", "switched from a K-100".
    case former
    /// "My sister's K-100", "works with the K-100", "should have bought the K-100".
    case other
  }

  /// The articles, by their places in the catalog.
  var products: [Int]
  /// How many articles there are, those left out counted.
  var total: Int
  var form: Form
  /// The words it covers, as indices.
  var words: Range<Int>
  var role = Role.subject
  /// Whether it is a common word, which needs evidence that the article is meant.
  var isCommon = false
}
