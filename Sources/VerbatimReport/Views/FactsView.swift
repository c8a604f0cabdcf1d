/// Three to five numbers that open a page, each with what it is compared with.
public struct FactsView: ViewValue {
  /// One number.
  public struct Fact: ViewValue {
    let term: String
    let value: String
    let detail: String

    /// A number with its n, interval or comparison.
    public init(_ term: String, _ value: String, _ detail: String) {
      self.term = term
      self.value = value
      self.detail = detail
    }
  }

  let facts: [Fact]

  /// Numbers, in their order.
  public init(_ facts: [Fact]) { self.facts = facts }
}

/// A word and what it stands for, in a list.
public struct TermView: ViewValue {
  let term: String
  let text: String
  /// Whether the text is a code or an id.
  let isCode: Bool

  /// A word with its text.
  public init(_ term: String, _ text: String, isCode: Bool = false) {
    self.term = term
    self.text = text
    self.isCode = isCode
  }
}
