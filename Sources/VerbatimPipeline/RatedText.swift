public import VerbatimCore
internal import VerbatimIngest

/// A piece of feedback with a person's verdict on it: the writer's rating, or a reader's label.
public struct RatedText: Hashable, Sendable {
  /// The verdict.
  public enum Label: String, Hashable, Sendable, CaseIterable {
    /// The writer is content.
    case positive
    /// The writer is not.
    case negative
    /// Neither.
    case neutral
    /// Praise and criticism side by side.
    case mixed
    /// A question, an instruction, a fact.
    case noOpinion = "no_opinion"

    /// −1 for negative, 1 for positive, 0 for the others.
    public var side: Int {
      switch self {
      case .negative: -1
      case .positive: 1
      case .neutral, .mixed, .noOpinion: 0
      }
    }
  }

  /// What the verdict was read from.
  public enum Evidence: Hashable, Sendable {
    /// A column or member of the file, by its name.
    case column(String)
    /// A rating of that kind.
    case rating(Rating.Kind)
  }

  /// Which half of the data a text belongs to.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// Learnt from.
    case tuning
    /// Only measured on.
    case heldOut = "held-out"
  }

  /// The record as the engine takes it, its id set.
  public var record: FeedbackRecord
  /// The verdict.
  public var label: Label
  /// What the verdict was read from.
  public var evidence: Evidence
  /// The writer's own rating from 0 (worst) to 1 (best); nil where there is none.
  public var rating: Double?
  /// Which half it belongs to.
  public var part: Part

  /// A piece of feedback with its verdict.
  public init(
    record: FeedbackRecord,
    label: Label,
    evidence: Evidence,
    rating: Double?,
    part: Part
  ) {
    self.record = record
    self.label = label
    self.evidence = evidence
    self.rating = rating
    self.part = part
  }

  /// −1 for negative, 1 for positive, 0 for the others.
  public var side: Int { label.side }

  /// The record's id: the same on every run and machine.
  public var id: String { record.id }

  /// When it was said; nil where the file does not say.
  public var date: Instant? { record.occurredAt }

  /// The customer's words: title and text, or the customer's turns.
  public var parts: [(name: TextPart, text: String)] { Self.parts(of: record) }

  /// The article: SKU, else ASIN, GTIN or name as stated; nil where the file names none.
  public var product: String? {
    let product = record.product
    return product.sku ?? product.asin ?? product.gtin ?? product.name
  }

  /// The value of a column or member of the file by its name; nil where it is empty or not there.
  public func value(of column: String) -> String? {
    record.answers.first { $0.question == column }?.value
  }

  /// The customer's words of a record, the empty ones left out.
  static func parts(of record: FeedbackRecord) -> [(name: TextPart, text: String)] {
    var parts: [(TextPart, String)] = []
    if let title = record.title { parts.append((.title, title)) }
    if let text = record.text { parts.append((.text, text)) }
    for (index, turn) in record.turns.enumerated() where turn.role == .customer {
      parts.append((.turn(index), turn.text))
    }
    return parts.filter { part in part.1.contains { !$0.isWhitespace } }
  }
}

extension RatedText.Part {
  /// The part that a file states in a column `split`: `dev`, `train`, `tuning`, or `held-out`,
  /// `test`; nil for anything else.
  init?(stated name: String) {
    switch name.lowercased() {
    case "tuning", "train", "training", "dev", "development": self = .tuning
    case "held-out", "heldout", "held_out", "held out", "test": self = .heldOut
    default: return nil
    }
  }

  /// The part of a text by its content: held out when the SHA-256 of its UTF-8 begins with a
  /// hexadecimal digit from 0 to 3, so a quarter, and copies of a text stay together.
  init(of text: String) {
    let digit = Fingerprint.sha256(text).utf8.first ?? 0
    self = ("0123".utf8.contains(digit)) ? .heldOut : .tuning
  }
}
