internal import VerbatimCore

/// How a customer's mood went from their first words to their last.
///
/// Turns without an opinion are passed over: they are neither neutral nor 0.
struct MoodCourse {
  /// How many scored turns make an opening and a closing, at most (the contract's definition of
  /// recovery).
  private static let longestEdge = 2

  private let points: [(turn: Int, compound: Double)]

  /// The course of the customer's turns, in their order.
  init(_ trajectory: [FeedbackSignal.Transcript.Point]) {
    points = trajectory.compactMap { point in point.compound.map { (point.turn, $0) } }
  }

  /// How many scored turns are at each end: two, but never one that is at both.
  ///
  /// Of three the middle one is at neither; a single one is the opening and the closing.
  private var edge: Int { max(1, min(Self.longestEdge, points.count / 2)) }

  /// The mean of the first two scored turns, of the first when there are fewer than four; nil
  /// without any.
  var opening: Double? { Self.mean(points.prefix(edge).map(\.compound)) }

  /// The mean of the last two scored turns, of the last when there are fewer than four; nil without
  /// any.
  var closing: Double? { Self.mean(points.suffix(edge).map(\.compound)) }

  /// The lowest scored turn; nil without any.
  var lowest: Double? { points.map(\.compound).min() }

  /// Closing less opening; nil with fewer than two scored turns.
  var recovery: Double? {
    guard points.count >= 2, let opening, let closing else { return nil }
    return Self.rounded(closing - opening)
  }

  /// The turn at which the mood changed most; nil with fewer than two scored turns and when all are
  /// alike.
  ///
  /// The change-point in the mean (Hinkley 1970, "Inference about the change-point in a sequence of
  /// random variables"): of all ways to cut the scored turns in two, the one with the largest sum
  /// of squares between the halves; of equal ones the first. The turn after the cut is the answer.
  var turningTurn: Int? {
    let total = points.reduce(0) { $0 + $1.compound }
    let count = Double(points.count)
    guard let low = points.map(\.compound).min(), points.contains(where: { $0.compound > low })
    else { return nil }
    var best: (turn: Int, between: Double)?
    var before = 0.0
    for cut in points.indices.dropFirst() {
      before += points[cut - 1].compound
      let (left, right) = (Double(cut), count - Double(cut))
      let step = (total - before) / right - before / left
      let between = left * right / count * step * step
      // Two cuts whose difference is rounding are equal.
      if between > (best?.between ?? 0) + 1e-12 { best = (points[cut].turn, between) }
    }
    return best?.turn
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : rounded(values.reduce(0, +) / Double(values.count))
  }

  /// Four decimals, as scores have.
  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
