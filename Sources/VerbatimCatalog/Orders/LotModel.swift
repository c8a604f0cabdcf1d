/// What the lot model takes for granted.
///
/// Fitted on generated shops whose truth is known (`LotCalibrationTests`), to be replaced by a
/// shop's own confirmed lots once there are enough.
enum LotModel {
  /// The share of units that are picked out of order.
  static let pickNoise = 0.05
  /// The share of units whose lot is not in the log.
  static let unlisted = 0.01
  /// The stock that is never sold out, beyond the least that sales prove, in lots.
  static let deadStock = 0.06
  /// How long the stock lasts when a lot comes in, in cycles.
  static let coverShare = 0.3
  /// The time between two receipts of an article with one.
  static let usualCycle = 60.0
  /// The share of what came in that orders must explain to be counted on.
  static let leastSales = 0.5
  /// The share from which on orders count as whole.
  static let wholeSales = 0.85
  /// How sure an inferred lot must be to be named.
  static let namedFrom = 0.8
  /// The least chance with which a lot is a candidate.
  static let candidateFrom = 0.02
  /// The days between an order and the feedback on it where the order's day is not known: middles
  /// of ten equal shares, half of them within 16 days.
  static let feedbackDelays = [3, 5, 8, 11, 14, 18, 23, 30, 40, 62]
}
