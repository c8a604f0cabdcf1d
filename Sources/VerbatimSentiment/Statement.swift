public import VerbatimCore

/// Something a text states that is bad news by itself, whatever the words feel like: a defect, a
/// failed delivery, a refund.
///
/// Found outside the sentiment lexicon; the engine takes it as one more entry.
public struct Statement: Hashable, Sendable {
  /// The part of the record.
  public var part: TextPart
  /// The words that say it.
  public var range: ByteRange
  /// What it is called in an explanation: the code of an issue.
  public var name: String
  /// What it says, −4…4.
  public var valence: Double
  /// Whether it counts only in a part that says nothing else: a danger that hurt nobody is no tone.
  public var countsAlone: Bool

  /// A statement and its worth.
  public init(
    part: TextPart,
    range: ByteRange,
    name: String,
    valence: Double,
    countsAlone: Bool = false
  ) {
    self.countsAlone = countsAlone
    self.part = part
    self.range = range
    self.name = name
    self.valence = valence
  }
}
