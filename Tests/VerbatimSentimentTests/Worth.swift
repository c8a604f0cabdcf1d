import Testing

/// A text with what its entries must be worth: valence times every factor that a rule brings.
struct Worth: Sendable, CustomTestStringConvertible {
  let text: String
  let value: Double

  /// One entry: its valence and the factors.
  init(_ text: String, _ factors: Double...) {
    self.text = text
    value = factors.reduce(1, *)
  }

  /// Several entries of one sentence, each with its valence and factors.
  init(_ text: String, sum entries: [[Double]]) {
    self.text = text
    value = entries.reduce(0) { $0 + $1.reduce(1, *) }
  }

  /// What the compound must be.
  var compound: Double { SentimentFixture.compound(value) }

  var testDescription: String { "“\(text)” \(value)" }
}
