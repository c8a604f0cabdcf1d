/// How a piece of feedback feels, with the evidence for it.
public struct Sentiment: Hashable, Sendable {
  /// Why there is, or is not, a score.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// There is a score.
    case scored
    /// The words express no opinion.
    case noOpinion = "no_opinion"
    /// The engine does not trust itself here.
    case abstained
    /// The language has no lexicon.
    case unsupportedLanguage = "unsupported_language"
    /// There are no words.
    case noText = "no_text"
  }

  /// The verdict.
  public enum Label: String, Hashable, Sendable, CaseIterable {
    /// Compound of at least 0.05.
    case positive
    /// Compound of at most −0.05.
    case negative
    /// Between.
    case neutral
    /// Praise and criticism side by side, each at least a quarter of the mass.
    case mixed
  }

  /// One stretch between punctuation or conjunctions, with its own score.
  public struct Clause: Hashable, Sendable {
    /// The part of the record.
    public var part: TextPart
    /// Where it stands.
    public var range: ByteRange
    /// Its score, −1…1.
    public var compound: Double
    /// The issues whose evidence lies in it.
    public var issues: [String] = []

    /// A clause with its score.
    public init(part: TextPart, range: ByteRange, compound: Double) {
      self.part = part
      self.range = range
      self.compound = compound
    }
  }

  /// One entry of the lexicon that counted.
  ///
  /// All contributions of a text add up to its compound.
  public struct Contribution: Hashable, Sendable {
    /// The part of the record.
    public var part: TextPart
    /// Where it stands.
    public var range: ByteRange
    /// The entry, as the lexicon spells it.
    public var term: String
    /// The entry's valence, −4…4.
    public var valence: Double
    /// The rules that changed it, in order, each with its factor: `negation ×-0.74`.
    public var rules: [String]
    /// Its share of the compound.
    public var contribution: Double

    /// An entry that counted.
    public init(
      part: TextPart,
      range: ByteRange,
      term: String,
      valence: Double,
      rules: [String],
      contribution: Double
    ) {
      self.part = part
      self.range = range
      self.term = term
      self.valence = valence
      self.rules = rules
      self.contribution = contribution
    }
  }

  /// Why there is, or is not, a score.
  public var status: Status
  /// The score, −1…1; nil unless scored.
  public var compound: Double?
  /// The share of positive mass; the three shares sum to 1, nil unless scored.
  public var positive: Double?
  /// The share of negative mass.
  public var negative: Double?
  /// The share of clauses that say nothing either way.
  public var neutral: Double?
  /// The verdict; nil unless scored.
  public var label: Label?
  /// The calibrated chance that a person calls it negative, 0…1; nil without a score or a calibration.
  public var pNegative: Double?
  /// The calibration behind ``pNegative``; nil as that is.
  public var calibrationID: String?
  /// The clauses, in the order of the text.
  public var clauses: [Clause] = []
  /// What counted, in the order of the text.
  public var contributions: [Contribution] = []

  /// A sentiment without a score.
  public init(status: Status) { self.status = status }
}
