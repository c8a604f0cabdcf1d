/// The mean recovery of a group from its own conversations alone.
struct RecoveryMean: Hashable, Sendable {
  /// The mean; 0 when there is no conversation.
  private(set) var value = 0.0
  /// The variance of its error as the group's true mean.
  private(set) var variance = 0.0
  /// How many conversations it rests on.
  private(set) var count = 0

  /// The mean of single conversations that vary so much.
  init(_ tally: ExpectedRecovery.Tally, _ within: Double) {
    guard tally.count > 0 else { return }
    count = tally.count
    value = tally.sum / Double(count)
    variance = within / Double(count)
  }

  /// The mean of a group from the means of its parts, each weighted by what it is worth.
  ///
  /// - Parameters:
  ///   - parts: The parts; those without conversations count nothing.
  ///   - between: The variance of the parts' true means.
  init(joining parts: some Sequence<RecoveryMean>, apart between: Double) {
    var weights = 0.0
    var sum = 0.0
    var isCertain = false
    for part in parts where part.count > 0 {
      let spread = between + part.variance
      // Of values that do not vary each conversation counts alike.
      isCertain = spread == 0
      let weight = isCertain ? Double(part.count) : 1 / spread
      weights += weight
      sum += weight * part.value
      count += part.count
    }
    guard count > 0 else { return }
    value = sum / weights
    variance = isCertain ? 0 : 1 / weights
  }
}
