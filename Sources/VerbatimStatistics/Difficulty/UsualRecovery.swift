/// What is usual in a group: its own mean, drawn towards that of the group above.
struct UsualRecovery: Hashable, Sendable {
  /// What is usual.
  let value: Double
  /// The variance of its error as the group's true mean.
  let variance: Double
  /// The finest group on the way whose conversations have a weight of their own.
  let grain: RecoveryGrain
  /// How many conversations that group has.
  let count: Int
  /// The weight of the group's own mean, 0 to 1.
  let weight: Double

  /// What is usual in all of the shop; nil without any conversation.
  init?(shop: RecoveryMean) {
    guard shop.count > 0 else { return nil }
    value = shop.value
    variance = shop.variance
    grain = .shop
    count = shop.count
    weight = 1
  }

  private init(_ own: RecoveryMean, _ above: UsualRecovery, _ level: Int, apart between: Double) {
    let hasOwn = between > 0 && own.count > 0
    let weight = hasOwn ? between / (between + own.variance) : 0
    value = weight * own.value + (1 - weight) * above.value
    variance = between * (1 - weight) + (1 - weight) * (1 - weight) * above.variance
    grain = hasOwn ? KindTree.grains[level] : above.grain
    count = hasOwn ? own.count : above.count
    self.weight = weight
  }

  /// What is usual in a group below this one.
  ///
  /// - Parameters:
  ///   - own: The group's own mean.
  ///   - level: Its level in the tree.
  ///   - between: The variance of such groups' true means.
  /// - Returns: The group's own mean, drawn towards what is usual here.
  func below(_ own: RecoveryMean, _ level: Int, apart between: Double) -> UsualRecovery {
    UsualRecovery(own, self, level, apart: between)
  }
}
