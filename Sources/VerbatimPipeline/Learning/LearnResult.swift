internal import VerbatimCore
public import VerbatimSentiment
public import VerbatimStatistics

/// What was learnt from rated feedback, and what it is worth on texts that nothing was learnt from.
public struct LearnResult: Sendable {
  /// An entry with another valence than before.
  public struct Change: Hashable, Sendable {
    /// The term or pattern.
    public var term: String
    /// What it is made of.
    public var kind: LexiconEntry.Kind
    /// In how many of the texts learnt from it counted.
    public var count: Int
    /// Its valence before; nil for a term that the lexicon lacks.
    public var old: Double?
    /// Its valence now; 0 silences it.
    public var new: Double
  }

  /// How many texts there were, and where they went.
  public struct Counts: Hashable, Sendable {
    /// Records read.
    public var read = 0
    /// Records rejected, without words or without a verdict.
    public var unusable = 0
    /// Texts learnt from, by verdict: negative, neutral, positive.
    public var training = [0, 0, 0]
    /// Copies of texts learnt from among those held out: not measured on.
    public var copies = 0
    /// Texts learnt from whose label flips.
    public var trainingFlips = 0
    /// Texts held out whose label flips.
    public var heldOutFlips = 0

    /// All texts learnt from.
    public var trained: Int { training.reduce(0, +) }
  }

  /// What was tried by cross-validation inside the texts learnt from, and what came of it.
  public struct Trial: Hashable, Sendable {
    /// λ.
    public var penalty: Double
    /// Macro-F1 over the folds.
    public var macroF1: Double
  }

  /// A measure before and after, with the interval of the difference.
  public struct Line: Hashable, Sendable {
    /// What is measured.
    public var title: String
    /// With the lexicon as it was.
    public var before: Double
    /// With the overlay.
    public var after: Double
    /// The 95 % interval of after less before, the texts drawn in pairs; nil where draws do not
    /// define it.
    public var interval: Bootstrap.Interval?

    /// After less before.
    public var difference: Double { after - before }
  }

  /// The before and after of one set of texts held out.
  public struct Card: Hashable, Sendable {
    /// Why they are held out.
    public var title: String
    /// How many there are, by verdict: negative, neutral, positive.
    public var sides: [Int]
    /// How many articles the bootstrap drew; nil when it drew texts.
    public var products: Int?
    /// Macro-F1, accuracy, AUC and recall of negatives.
    public var lines: [Line]

    /// How many texts there are.
    public var count: Int { sides.reduce(0, +) }
  }

  /// What became of the records.
  public internal(set) var counts = Counts()
  /// How the texts were divided, for a person.
  public internal(set) var split: [String] = []
  /// The first and the last day, as dates.
  public internal(set) var dates: ClosedRange<String>?
  /// Words and phrases that the lexicon lacks and that were tried.
  public internal(set) var candidates = 0
  /// What cross-validation tried; the first is the lexicon as it is.
  public internal(set) var trials: [Trial] = []
  /// What was taken; nil when nothing did better than the lexicon as it is.
  public internal(set) var chosen: Trial?
  /// What each class counts for a text of it: negative, neutral, positive.
  public internal(set) var classWeights = [1.0, 1.0, 1.0]
  /// The entries that change, the strongest change first.
  public internal(set) var changes: [Change] = []
  /// The changes as rows.
  public internal(set) var overlay = LexiconOverlay()
  /// The lexicon before.
  public internal(set) var lexiconHash = ""
  /// The files with their SHA-256.
  public internal(set) var sources: [(path: String, hash: String)] = []
  /// What it is worth on the texts held out.
  public internal(set) var cards: [Card] = []
  /// The same on the texts learnt from: no evidence, but a check.
  public internal(set) var trainingCard: Card?

  /// Nothing learnt yet.
  init() {}
}

extension LearnResult.Line {
  /// The verdict in words: whether the interval leaves zero out.
  public var verdict: String {
    func shown(_ value: Double) -> String {
      let rounded = (value * 1000).rounded() / 1000 + 0
      return rounded < 0 ? "\(rounded)" : "+\(rounded)"
    }
    guard let interval else { return "not measurable: too few texts" }
    let range = "[\(shown(interval.lower)), \(shown(interval.upper))]"
    if interval.lower > 0 { return "better by \(shown(difference)) \(range)" }
    if interval.upper < 0 { return "worse by \(shown(difference)) \(range)" }
    return "not shown to be better: \(shown(difference)) \(range) includes zero"
  }
}
