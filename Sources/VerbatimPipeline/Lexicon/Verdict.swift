public import VerbatimCore

/// What an engine says of a text in one word.
public struct Verdict: Hashable, Sendable, CustomStringConvertible {
  /// The label; nil unless there is a score.
  public var label: Sentiment.Label?
  /// Why there is, or is not, a score.
  public var status: Sentiment.Status
  /// The score; nil unless there is one.
  public var compound: Double?

  /// The verdict of a sentiment.
  public init(_ sentiment: Sentiment) {
    label = sentiment.label
    status = sentiment.status
    compound = sentiment.compound
  }

  /// Whether both say the same in words, whatever the number.
  public func agrees(with other: Verdict) -> Bool {
    label == other.label && status == other.status
  }

  /// The label with the score, or why there is none.
  public var description: String {
    guard let label, let compound else { return status.rawValue }
    return "\(label.rawValue) \(compound < 0 ? "" : "+")\(compound)"
  }
}

/// A text of which two lexicons say different things, with the entries that make the difference.
public struct LabelFlip: Hashable, Sendable {
  /// An entry that is not the same under both.
  public struct Cause: Hashable, Sendable {
    /// The term or pattern.
    public var term: String
    /// Its valence under the old lexicon; nil where it did not count.
    public var old: Double?
    /// Its valence under the new lexicon; nil where it does not count.
    public var new: Double?
    /// What the score changes by through it.
    public var effect: Double
  }

  /// The record's id.
  public var id: String
  /// Where the text stands.
  public var location: SourceLocation
  /// The text, personal data masked.
  public var text: String
  /// What the old lexicon says.
  public var before: Verdict
  /// What the new lexicon says.
  public var after: Verdict
  /// The entries responsible, the strongest first.
  public var causes: [Cause]

  /// A flip, its causes found by comparing the contributions.
  init(
    _ record: FeedbackRecord,
    before: Sentiment,
    after: Sentiment
  ) {
    id = record.id
    location = record.location
    text =
      ([record.title, record.text].compactMap(\.self)
      + record.turns.filter { $0.role == .customer }.map(\.text)).joined(separator: " / ")
    self.before = Verdict(before)
    self.after = Verdict(after)
    causes = Self.causes(before.contributions, after.contributions)
  }

  /// Entries whose valence changed, came or went; where none did, as when a modifier changed, those
  /// whose contribution changed.
  private static func causes(
    _ before: [Sentiment.Contribution],
    _ after: [Sentiment.Contribution]
  ) -> [Cause] {
    var causes: [Cause] = []
    var places: [String: Int] = [:]
    func place(_ term: String) -> Int {
      if let place = places[term] { return place }
      places[term] = causes.count
      causes.append(Cause(term: term, old: nil, new: nil, effect: 0))
      return causes.count - 1
    }
    for item in before {
      let at = place(item.term)
      causes[at].old = item.valence
      causes[at].effect -= item.contribution
    }
    for item in after {
      let at = place(item.term)
      causes[at].new = item.valence
      causes[at].effect += item.contribution
    }
    let changed = causes.filter { $0.old != $0.new }
    return (changed.isEmpty ? causes.filter { abs($0.effect) >= 0.00005 } : changed)
      .map { cause in
        var cause = cause
        cause.effect = (cause.effect * 10_000).rounded() / 10_000 + 0
        return cause
      }
      .sorted {
        abs($0.effect) != abs($1.effect) ? abs($0.effect) > abs($1.effect) : $0.term < $1.term
      }
  }
}

extension LabelFlip.Cause: CustomStringConvertible {
  /// The term with its valence before and after: “cheap” −1.2 → 0.4.
  public var description: String {
    func shown(_ value: Double?) -> String { value.map { "\($0)" } ?? "none" }
    return "“\(term)” \(shown(old)) → \(shown(new))"
  }
}
