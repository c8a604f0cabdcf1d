internal import VerbatimStatistics

/// A number that tells how right an engine is.
public enum EvaluationMeasure: String, Hashable, Sendable, CaseIterable {
  /// The share of texts on whose side the engine is: negative, positive, or neither. A text without
  /// an answer is wrong.
  case accuracy
  /// The share of texts with the very label: positive, negative, neutral, mixed or no opinion. Only
  /// where people gave all of them.
  case labelAccuracy = "label_accuracy"
  /// The mean F1 of the sides, each counting alike.
  case macroF1 = "macro_f1"
  /// The chance that a positive text scores above a negative one; a text without a score counts
  /// as 0.
  case auc
  /// The share of the negative texts that the engine calls negative.
  case negativeRecall = "negative_recall"
  /// Of the texts that the engine calls negative, the share that is.
  case negativePrecision = "negative_precision"
  /// How closely score and rating go together on a line; a text without a score counts as 0.
  case pearson
  /// How closely score and rating go together in order; a text without a score counts as 0.
  case spearman

  /// What it is called in a table.
  public var title: String {
    switch self {
    case .accuracy: "accuracy"
    case .labelAccuracy: "accuracy, five labels"
    case .macroF1: "macro-F1"
    case .auc: "AUC"
    case .negativeRecall: "recall of negatives"
    case .negativePrecision: "precision of negatives"
    case .pearson: "Pearson with rating"
    case .spearman: "Spearman with rating"
    }
  }

  /// The measure over texts and the verdicts on them; nil where the texts lack what it needs.
  ///
  /// Every measure has all texts as its records, so that they are drawn together; the correlations
  /// count only those that are rated.
  func over(_ texts: [RatedText], _ verdicts: [EngineVerdict]) -> (any WeightedMeasure)? {
    func table(_ kind: ClassificationMeasure.Kind) -> any WeightedMeasure {
      ClassificationMeasure(
        kind,
        gold: texts.map { $0.side + 1 },
        found: verdicts.map { ($0.label.side ?? 2) + 1 },
        rows: 3,
        columns: 4
      )
    }
    let scores = verdicts.map { $0.compound ?? 0 }
    switch self {
    case .accuracy: return table(.accuracy)
    case .macroF1: return table(.macroF1)
    case .negativeRecall: return table(.recall(0))
    case .negativePrecision: return table(.precision(0))
    case .auc: return AreaUnderCurve(scores: scores, sides: texts.map(\.side))
    case .labelAccuracy:
      guard texts.contains(where: { $0.label == .mixed || $0.label == .noOpinion }) else {
        return nil
      }
      let columns = EngineVerdict.Label.allCases
      return ClassificationMeasure(
        .accuracy,
        gold: texts.map { EvaluationMeasure.row(of: $0.label) },
        found: verdicts.map { columns.firstIndex(of: $0.label) ?? 0 },
        rows: RatedText.Label.allCases.count,
        columns: columns.count
      )
    case .pearson, .spearman:
      let isRated = texts.map { $0.rating != nil }
      guard isRated.contains(true) else { return nil }
      let ratings = texts.map { $0.rating ?? 0 }
      return SubsetMeasure(
        self == .pearson
          ? Correlation(scores, ratings) : RankCorrelation(scores, ratings),
        isIn: isRated
      )
    }
  }

  /// The row of a label in the table of five labels, whose columns are those of the engine.
  static func row(of label: RatedText.Label) -> Int {
    RatedText.Label.allCases.firstIndex(of: label) ?? 0
  }
}
