/// The constants of the retail engine, in one place, each with its source.
///
/// "Authored" marks a value of ours that later calibration starts from.
public enum ScoringRules {
  /// The version of the rules: part of every signal's configuration hash.
  public static let version = "1"

  /// α in s/√(s² + α), which brings a sum into −1…1 (Hutto and Gilbert 2014: 15).
  static let normalisation = 15.0
  /// A word in capitals in a text that is not all capitals.
  ///
  /// Hutto and Gilbert add 0.733 to a mean valence of 2.4, a third; a fifth here, because brand
  /// names shout too (authored).
  static let capitals = 1.2
  /// A word with drawn-out letters (authored).
  static let elongation = 1.2
  /// An intensifier two words before counts this much less (Hutto and Gilbert 2014: 0.95).
  static let distanceTwo = 0.95
  /// What a negator leaves of a negative word: "not bad" is milder than "good" (authored).
  static let negatedNegative = -0.5
  /// How far a negator reaches, in words, inside its clause (authored).
  static let negationReach = 7
  /// A question that asks for facts says little (authored).
  static let question = 0.2
  /// The clauses before "but" (authored; Hutto and Gilbert 2014: 0.5).
  static let beforeContrast = 0.65
  /// The clauses from "but" on (authored; Hutto and Gilbert 2014: 1.5).
  static let afterContrast = 1.3
  /// The clause of "although" (authored).
  static let concession = 0.65
  /// Each exclamation mark, at most three (Hutto and Gilbert 2014 add 0.292 to a sum near 3).
  static let exclamation = 0.08
  /// A title weighs like a sentence and a half (authored; scoring titles like the body lifts AUC).
  static let title = 1.5
  /// The first sentence of a longer text (authored).
  static let opening = 1.1
  /// The last sentence of a longer text: the verdict often comes last (authored).
  static let closing = 1.25
  /// The share of the mass from which the weaker side makes a text mixed (contract, section 4).
  static let mixedShare = 0.25
  /// The compound from which a text is positive or negative (contract, section 4).
  static let threshold = 0.05
}
