/// What is usual for every kind, by which somebody is measured.
struct RecoveryBars: Sendable {
  private let tree: KindTree
  private let between: [Double]
  private let own: [[RecoveryMean]]
  private let shop: UsualRecovery
  private let usual: [[UsualRecovery]]

  /// Draws every group's own mean towards that of the group above.
  init(_ tree: KindTree, _ between: [Double], own: [[RecoveryMean]], shop: UsualRecovery) {
    var levels: [[UsualRecovery]] = []
    for level in own.indices {
      levels.append(
        own[level].indices.map { node in
          let above = level == 0 ? shop : levels[level - 1][tree.parents[level][node]]
          return above.below(own[level][node], level, apart: between[level])
        }
      )
    }
    self.tree = tree
    self.between = between
    self.own = own
    self.shop = shop
    usual = levels
  }

  /// The level and the node of a kind: its queue's, or its issue's where no queue is known.
  private func place(of kind: ConversationKind) -> (level: Int, node: Int)? {
    guard let cell = tree.cells[kind] else { return nil }
    return kind.queue == nil ? (1, tree.parents[2][cell]) : (2, cell)
  }

  /// What is usual for a kind; nil when it is none of the tree's.
  func usual(for kind: ConversationKind) -> UsualRecovery? {
    place(of: kind).map { usual[$0.level][$0.node] }
  }

  /// Whether others have conversations of the kind: in the same queue where that is known.
  func isShared(_ kind: ConversationKind) -> Bool {
    place(of: kind).map { own[$0.level][$0.node].count > 0 } ?? false
  }

  /// The variance of the error of the mean bar over some conversations.
  ///
  /// Bars of one issue are off together as far as they are drawn towards the same mean: each node's
  /// error is that of the node above, times what it is drawn, and one of its own.
  func varianceOfMean(over kinds: [ConversationKind]) -> Double {
    var shares = own.map { [Double](repeating: 0, count: $0.count) }
    for kind in kinds {
      if let place = place(of: kind) {
        shares[place.level][place.node] += 1 / Double(kinds.count)
      }
    }
    var variance = 0.0
    var rest = 0.0
    for level in stride(from: 2, through: 0, by: -1) {
      for (node, share) in shares[level].enumerated() where share > 0 {
        let drawn = 1 - usual[level][node].weight
        variance += share * share * between[level] * drawn
        if level > 0 {
          shares[level - 1][tree.parents[level][node]] += share * drawn
        } else {
          rest += share * drawn
        }
      }
    }
    return variance + rest * rest * shop.variance
  }
}
