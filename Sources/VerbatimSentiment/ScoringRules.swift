public import VerbatimCore

/// The constants of the retail engine, in one place, each with its source.
///
/// "Authored" marks a value of ours that later calibration starts from.
public enum ScoringRules {
  /// The version of the rules: part of every signal's configuration hash.
  public static let version = "3"

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
  /// How far a condition reaches, in words, inside its clause (authored).
  static let conditionReach = 60
  /// Praise between quotation marks: the writer does not mean it (authored).
  static let scareQuotes = -0.5
  /// What "no" leaves of the praise or criticism in the question before it (authored).
  static let answeredNo = -0.8
  /// The clauses before "but" (authored; Hutto and Gilbert 2014: 0.5).
  static let beforeContrast = 0.4
  /// The clauses from "but" on (authored; Hutto and Gilbert 2014: 1.5).
  static let afterContrast = 1.4
  /// The clause of "although" (authored).
  static let concession = 0.4
  /// Praise before a defect that the same sentence states (authored).
  static let beforeDefect = 0.4
  /// From which valence on a face is angry or sick (authored).
  static let sourFace = -1.5
  /// Praise in a sentence that ends in such a face: "yummy" with a face that is sick (authored).
  static let beforeSourFace = -0.5
  /// Each exclamation mark, at most three (Hutto and Gilbert 2014 add 0.292 to a sum near 3).
  static let exclamation = 0.08
  /// A title weighs like a sentence and a half (authored; scoring titles like the body lifts AUC).
  static let title = 1.5
  /// The first sentence of a longer text (authored).
  static let opening = 1.1
  /// The last sentence of several: the verdict often comes last (authored).
  static let closing = 1.6
  /// A sentence that states the writer's verdict (authored).
  static let verdict = 2.5
  /// What is left of the mass of the weaker side when the stronger one has the last word, where a
  /// text is judged mixed or not (authored).
  static let withoutLastWord = 0.4
  /// The share from which the weaker side is as strong as the other, whoever has the last word
  /// (authored).
  static let balanced = 0.42
  /// Below this an entry is too faint to make a text mixed (authored).
  static let faint = 0.2
  /// The share of the mass from which the weaker side makes a text mixed (contract, section 4).
  public static let mixedShare = 0.25
  /// The compound from which a text is positive or negative (contract, section 4).
  public static let threshold = 0.05

  /// What the distance of the scores of praise and criticism weighs (fitted on texts with labels).
  static let tone = 2.0
  /// The tone's share of the compound (chosen on texts that it was not fitted to; from 0.3 to 0.7 little
  /// changes).
  static let toneShare = 0.5
  /// How many words a text has at most that is read for its tone: those it was learnt from are no longer
  /// (authored).
  public static let longestTone = 150

  /// What a frame does to praise and criticism in its scope (authored).
  static func factors(_ kind: Frame.Kind) -> FrameFactors {
    switch kind {
    case .negation: FrameFactors(praise: -0.74, criticism: negatedNegative)
    case .wish: FrameFactors(praise: -0.5, criticism: 1)
    case .supposed: FrameFactors(praise: 0.1, criticism: 0.1)
    case .claimed: FrameFactors(praise: -0.4, criticism: 0.4)
    case .other, .fact, .instruction: FrameFactors(praise: 0, criticism: 0)
    case .irony: FrameFactors(praise: -0.8, criticism: 1)
    case .resolved: FrameFactors(praise: 1, criticism: 0.15)
    case .turn: FrameFactors(praise: 0.3, criticism: 0.6)
    case .verdict, .rhetorical: FrameFactors(praise: 1, criticism: 1)
    }
  }
  /// What a stated issue of a tier says (authored).
  public static func statement(_ tier: Issue.Tier) -> Double {
    switch tier {
    case .t0, .t1: -2.4
    case .t2: -1.8
    case .t3: -1.4
    case .t4: -0.8
    }
  }
  /// What a turn leaves of the sentences before its own (authored).
  static let beforeTurn = 0.4
  /// How far a frame reaches, in words (authored).
  static let frameReach = 100
  /// How many sentences back a resolution reaches (authored).
  static let resolutionReach = 3
}

/// What a frame does to the entries in its scope.
struct FrameFactors {
  var praise: Double
  var criticism: Double
}
