internal import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore

/// Makes the reports of the satisfaction index from signals, in whatever order they come.
///
/// Feedback for a reward is left out. A text that stands in several places is one piece of evidence:
/// of signals without a customer that have the same words, article and answers, the earliest counts.
struct SatisfactionReader {
  /// What two copies of a text share.
  private struct Copy: Hashable {
    var words: String
    var sku: String?
    var answers: [SatisfactionAnswer]
  }

  /// A scale that the index does not take.
  private struct Scale: Hashable {
    var kind: Rating.Kind
    var min: Double
    var max: Double
    var direction: Rating.Direction
  }

  private let dimensions: [Dimension]
  private var builder: SatisfactionHistory.Builder
  private var texts: [Copy: SatisfactionReport] = [:]
  private var refused: [Scale: Int] = [:]
  /// How many signals had no time.
  private(set) var undated = 0

  init(dimensions: [Dimension]) {
    self.dimensions = dimensions
    builder = SatisfactionHistory.Builder(dimensions: dimensions.map(\.name))
  }

  /// The answers of a signal, the ratings before the text.
  static func answers(of signal: RatedSignal) -> [SatisfactionAnswer] {
    signal.ratings.compactMap { SatisfactionAnswer($0) }
      + (signal.compound.map { [SatisfactionAnswer(compound: $0)] } ?? [])
  }

  /// Takes in a signal.
  mutating func add(_ signal: RatedSignal) {
    guard !signal.isIncentivised else { return }
    for rating in signal.ratings where SatisfactionAnswer(rating) == nil {
      let scale = Scale(
        kind: rating.kind,
        min: rating.min,
        max: rating.max,
        direction: rating.direction
      )
      refused[scale, default: 0] += 1
    }
    let answers = Self.answers(of: signal)
    guard !answers.isEmpty || !signal.issues.isEmpty else { return }
    guard let time = signal.eventTime else {
      undated += 1
      return
    }
    let report = SatisfactionReport(
      signalID: signal.signalID,
      customerKey: signal.customerKey,
      eventTime: time,
      answers: answers,
      issues: signal.issues.map(\.code),
      segments: dimensions.map { $0.value(of: signal) }
    )
    guard signal.customerKey == nil, !signal.textKey.isEmpty else { return builder.add(report) }
    let copy = Copy(words: signal.textKey, sku: signal.sku, answers: answers)
    if let other = texts[copy],
      (other.eventTime, other.signalID) <= (report.eventTime, report.signalID)
    {
      return
    }
    texts[copy] = report
  }

  /// The history of what was taken in.
  mutating func history() -> SatisfactionHistory {
    for report in texts.values.sorted(by: { $0.signalID < $1.signalID }) { builder.add(report) }
    texts = [:]
    return builder.history()
  }

  /// A warning for each scale that was left out.
  func diagnostics(of path: String) -> [Diagnostic] {
    refused.sorted {
      ($0.key.kind.rawValue, $0.key.min, $0.key.max, $0.key.direction.rawValue)
        < ($1.key.kind.rawValue, $1.key.min, $1.key.max, $1.key.direction.rawValue)
    }.map { scale, count in
      let ends = "\(Self.text(scale.min)) to \(Self.text(scale.max))"
      let isUnknown = scale.direction == .unknown
      return Diagnostic(
        .ratingScale,
        .warning,
        at: SourceLocation(file: path),
        "\(count) ratings left out: \(scale.kind.rawValue) \(ends)"
          + (isUnknown ? ", direction unknown" : ""),
        hint: isUnknown
          ? "say in the column map which end of the scale is the good one, and import again"
          : "the index takes nps from 0 to 10, csat on five points and ces on seven"
      )
    }
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
  }
}
