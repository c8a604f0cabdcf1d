internal import VerbatimCore
internal import VerbatimStatistics

/// Verdicts before and after over texts, in a few bytes each.
struct HeldOutTally: Sendable {
  private var gold: [Int8] = []
  private var before: [Int8] = []
  private var after: [Int8] = []
  private var scoresBefore: [Float] = []
  private var scoresAfter: [Float] = []
  private var groups: [Int32] = []
  private var products: [UInt64: Int32] = [:]
  private var nextGroup: Int32 = 0

  /// The fewest articles by which texts are drawn: a handful gives no interval worth the name.
  static let fewestProducts = 10

  /// Adds a text.
  mutating func add(side: Int, before: Verdict, after: Verdict, product: UInt64?) {
    gold.append(Int8(side + 1))
    self.before.append(Self.column(of: before))
    self.after.append(Self.column(of: after))
    scoresBefore.append(Float(before.compound ?? 0))
    scoresAfter.append(Float(after.compound ?? 0))
    if let product, let group = products[product] {
      groups.append(group)
    } else {
      if let product { products[product] = nextGroup }
      groups.append(nextGroup)
      nextGroup += 1
    }
  }

  /// 0 for negative, 2 for positive, 1 for what is neither; 3 where there is no answer, which is
  /// wrong for every verdict.
  static func column(of verdict: Verdict) -> Int8 {
    switch (verdict.label, verdict.status) {
    case (.negative, _): 0
    case (.positive, _): 2
    case (.neutral, _), (.mixed, _), (nil, .noOpinion): 1
    case (nil, _): 3
    }
  }

  /// The card; nil without texts.
  func card(_ title: String, draws: Bool = true) -> LearnResult.Card? {
    guard !gold.isEmpty else { return nil }
    let gold = gold.map(Int.init)
    func table(_ kind: ClassificationMeasure.Kind, _ found: [Int8]) -> any WeightedMeasure {
      ClassificationMeasure(kind, gold: gold, found: found.map(Int.init), rows: 3, columns: 4)
    }
    func area(_ scores: [Float]) -> any WeightedMeasure {
      AreaUnderCurve(scores: scores.map(Double.init), sides: gold.map { $0 - 1 })
    }
    let pairs: [(String, any WeightedMeasure, any WeightedMeasure)] = [
      ("macro-F1", table(.macroF1, before), table(.macroF1, after)),
      ("accuracy", table(.accuracy, before), table(.accuracy, after)),
      ("AUC", area(scoresBefore), area(scoresAfter)),
      ("recall of negatives", table(.recall(0), before), table(.recall(0), after)),
    ]
    let isGrouped = products.count >= Self.fewestProducts
    var intervals = [Bootstrap.Interval?](repeating: nil, count: pairs.count)
    if draws {
      // Enough draws for a percentile, and no more than a large set can bear.
      let resamples = max(200, min(Bootstrap.usualResamples, 20_000_000 / gold.count))
      intervals = Bootstrap(resamples: resamples, seed: 4).intervals(
        of: pairs.map { MeasureDifference($0.2, $0.1) },
        groups: isGrouped ? groups.map(Int.init) : nil
      )
    }
    var lines: [LearnResult.Line] = []
    for (pair, interval) in zip(pairs, intervals) {
      guard let old = pair.1.value, let new = pair.2.value else { continue }
      lines.append(
        LearnResult.Line(title: pair.0, before: old, after: new, interval: interval)
      )
    }
    return LearnResult.Card(
      title: title,
      sides: (0..<3).map { side in gold.count { $0 == side } },
      products: isGrouped ? products.count : nil,
      lines: lines
    )
  }
}
