public import VerbatimCore
internal import VerbatimSentiment
internal import VerbatimStatistics

/// A calibration fitted on rated texts, with what it was fitted on.
public struct CalibrationFit: Sendable {
  /// How a curve is fitted.
  public enum Method: String, Hashable, Sendable {
    /// A free falling curve, in blocks.
    case isotonic
    /// Two numbers, for few texts.
    case logistic
  }

  /// What is known of the texts beyond their numbers, for the file.
  public struct Provenance: Hashable, Sendable {
    /// The files.
    public var files: [String]
    /// What the user says about the texts.
    public var note: String?
    /// The day of the fit, as the user gives it; the clock is never read.
    public var date: String?
    /// The engine whose scores were used.
    public var engine: FeedbackSignal.Engine

    /// Where texts and scores are from.
    public init(
      files: [String],
      note: String? = nil,
      date: String? = nil,
      engine: FeedbackSignal.Engine
    ) {
      self.files = files
      self.note = note
      self.date = date
      self.engine = engine
    }
  }

  /// From so many scored texts on the curve is free.
  public static let freeFrom = 1_000
  /// The fewest texts of either kind.
  public static let fewest = 50
  /// The fewest texts behind a point of a free curve: their share is known to ±14 % at worst.
  static let smallestBlock = 50
  /// The most points of a free curve.
  static let mostPoints = 40

  /// How the curve was fitted.
  public let method: Method
  /// How many scored texts it was fitted on.
  public let count: Int
  /// How many of them are negative.
  public let negatives: Int
  private let curve: SentimentCalibration
  private let provenance: Provenance

  /// The share of negative texts among those it was fitted on.
  public var baseRate: Double { Double(negatives) / Double(count) }

  /// Fits the scores of texts; those without a score take no part.
  ///
  /// What is fitted is whether a person calls the text negative; neutral and mixed ones are not.
  ///
  /// - Parameters:
  ///   - texts: What people said.
  ///   - verdicts: What the engine said, in the same order.
  ///   - provenance: Where both are from.
  /// - Throws: `V1113` when there are too few texts of a kind, or scores do not fall with it.
  public init(
    _ texts: [RatedText],
    _ verdicts: [EngineVerdict],
    provenance: Provenance
  ) throws(Diagnostic) {
    var scores: [Double] = []
    var isNegative: [Bool] = []
    for (text, verdict) in zip(texts, verdicts) {
      guard let compound = verdict.compound else { continue }
      scores.append(compound)
      isNegative.append(text.side < 0)
    }
    count = scores.count
    negatives = isNegative.lazy.filter { $0 }.count
    method = scores.count >= Self.freeFrom ? .isotonic : .logistic
    self.provenance = provenance
    let points =
      switch method {
      case .isotonic: Self.isotonic(scores, isNegative)
      case .logistic: Self.logistic(scores, isNegative)
      }
    guard negatives >= Self.fewest, count - negatives >= Self.fewest, points.count > 1,
      let fitted = SentimentCalibration(id: "", points: points)
    else {
      throw Diagnostic(
        .calibrationUnfit,
        at: SourceLocation(file: provenance.files.first ?? "-"),
        "no calibration can be fitted on \(negatives) negative and \(count - negatives) other "
          + "texts with a score",
        hint: "it takes \(Self.fewest) of each, and scores that fall where people are unhappy"
      )
    }
    curve = fitted
  }

  /// The verdicts with the chances of this curve.
  public func applied(to verdicts: [EngineVerdict]) -> [EngineVerdict] {
    verdicts.map { verdict in
      var verdict = verdict
      verdict.pNegative = verdict.compound.map { curve.pNegative($0) }
      return verdict
    }
  }

  /// The file to lay into a lexicon folder as `en/calibration.tsv`.
  public var file: String {
    let method =
      switch method {
      case .isotonic:
        "isotonic regression (pool adjacent violators), at least \(Self.smallestBlock) texts a "
          + "point, straight lines between points"
      case .logistic: "logistic regression (Platt), read every 0.1"
      }
    var lines = [
      "# compound to p_negative: the chance that a person calls a text with this score negative.",
      "# Fitted by verbatim evaluate --calibrate; not written by hand.",
      "# Method: \(method).",
      "# Texts: the tuning part of \(provenance.files.joined(separator: ", ")); \(count) with a "
        + "score, \(negatives) of them negative (base rate \(Self.rounded(baseRate))).",
    ]
    if let note = provenance.note { lines.append("# About them: \(Self.line(note))") }
    if let date = provenance.date { lines.append("# Date: \(Self.line(date))") }
    lines.append(
      "# Engine: verbatim \(provenance.engine.version), lexicon \(provenance.engine.lexiconHash)."
    )
    lines.append(SentimentCalibration.columns.joined(separator: "\t"))
    lines += curve.points.map { "\($0.compound)\t\($0.pNegative)\t\($0.count)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func isotonic(
    _ scores: [Double],
    _ isNegative: [Bool]
  ) -> [SentimentCalibration.Point] {
    // The fit rises, the chance falls: scores go in with the other sign.
    let fit = IsotonicFit(
      places: scores.map { -$0 },
      values: isNegative.map { $0 ? 1 : 0 },
      smallestBlock: Double(max(smallestBlock, scores.count / mostPoints))
    )
    guard let lowest = fit.blocks.first, let highest = fit.blocks.last else { return [] }
    // No text in a block says that the chance is small, not that it is none.
    let floor = 1 / (lowest.weight + 2)
    let ceiling = 1 - 1 / (highest.weight + 2)
    var points: [SentimentCalibration.Point] = []
    for block in fit.blocks.reversed() {
      let compound = rounded(-block.centre)
      guard points.last.map({ $0.compound < compound }) ?? true else { continue }
      points.append(
        SentimentCalibration.Point(
          compound: compound,
          pNegative: rounded(min(ceiling, max(floor, block.value))),
          count: Int(block.weight)
        )
      )
    }
    return points
  }

  private static func logistic(
    _ scores: [Double],
    _ isNegative: [Bool]
  ) -> [SentimentCalibration.Point] {
    let fit = LogisticFit(places: scores, isYes: isNegative)
    var counts = [Int](repeating: 0, count: 21)
    for score in scores { counts[Int(((score + 1) * 10).rounded())] += 1 }
    return counts.indices.map { step in
      let compound = Double(step - 10) / 10
      return SentimentCalibration.Point(
        compound: compound,
        pNegative: rounded(fit.value(at: compound)),
        count: counts[step]
      )
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  /// A text of the user's on one line.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
