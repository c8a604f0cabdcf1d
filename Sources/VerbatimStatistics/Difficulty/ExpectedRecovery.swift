/// What conversations of a queue, an issue and a channel usually recover.
///
/// The mean of a queue's conversations with an issue on a channel is drawn towards that of all with
/// the issue on the channel, that towards the channel's, and the channel's towards that of all: the
/// more, the fewer conversations there are and the less such groups differ beyond chance,
///
/// (τ² · mean + v · above) ÷ (τ² + v)
///
/// with τ² the variance of the groups below one above them and v that of the mean's own error. Of one
/// level this is the empirical Bayes estimate of Morris (1983); of several, the hierarchical
/// credibility of Jewell (1975), as in Bühlmann and Gisler (2005), chapter 6. A level on which groups
/// do not differ beyond chance adds nothing. Where the queue is not known, the expectation is that of
/// the issue on the channel, whoever has it.
///
/// Conversations can be left out, so that nobody's own set the bar that they are measured by.
public struct ExpectedRecovery: Sendable {
  /// Sums over conversations of one kind.
  public struct Tally: Hashable, Sendable {
    /// How many.
    public var count = 0
    /// Their recoveries, added up.
    public var sum = 0.0

    /// Nothing yet.
    public init() {}

    /// Adds a conversation.
    public mutating func add(_ recovery: Double) {
      count += 1
      sum += recovery
    }

    fileprivate func without(_ other: Tally) -> Tally {
      var rest = self
      rest.count -= other.count
      rest.sum = rest.count == 0 ? 0 : rest.sum - other.sum
      return rest
    }
  }

  /// What is expected, and on what ground.
  public struct Expectation: Hashable, Sendable {
    /// The recovery that is usual.
    public let value: Double
    /// The variance of its error.
    public let variance: Double
    /// The finest grain whose conversations have a weight of their own in it.
    public let grain: RecoveryGrain
    /// How many conversations that grain has.
    public let count: Int
    /// How many there are of the same issue on the same channel, whatever the grain.
    public let alike: Int
  }

  /// How much recoveries differ within a kind, and kinds within those above them.
  public let components: VarianceComponents
  let tree: KindTree
  private let tallies: [Tally]
  private let own: [[RecoveryMean]]

  /// Learns what is usual.
  ///
  /// - Parameters:
  ///   - kinds: The kind of each conversation.
  ///   - recoveries: The recovery of each.
  /// - Complexity: O(*n* + kinds · log(kinds)).
  /// - Precondition: There are as many of both.
  public init(kinds: [ConversationKind], recoveries: [Double]) {
    precondition(kinds.count == recoveries.count, "each conversation has a kind")
    let tree = KindTree(kinds)
    let cells = kinds.map { tree.cells[$0] ?? 0 }
    let issues = cells.map { tree.parents[2][$0] }
    let channels = issues.map { tree.parents[1][$0] }
    components = VarianceComponents(recoveries, levels: [channels, issues, cells])
    var tallies = [Tally](repeating: Tally(), count: tree.parents[2].count)
    for (cell, recovery) in zip(cells, recoveries) { tallies[cell].add(recovery) }
    self.tree = tree
    self.tallies = tallies
    own = Self.own(tallies, tree, components)
  }

  /// What is usual for a kind when one conversation of it is left out; nil when it is the only one of
  /// all, or nothing is known of the kind.
  ///
  /// - Complexity: O(channels + issues of its channel + queues of its issue).
  public func expectation(of kind: ConversationKind, without recovery: Double) -> Expectation? {
    guard let cell = tree.cells[kind] else { return nil }
    var omitted = Tally()
    omitted.add(recovery)
    let path = tree.path(to: cell)
    var changed = RecoveryMean(tallies[cell].without(omitted), components.within)
    var means = [changed]
    // The mean of the group above is made of its other parts, and of the one that has changed.
    for level in stride(from: 2, through: 0, by: -1) {
      let parent = level == 0 ? 0 : path[level - 1]
      let parts = tree.children[level][parent].map { $0 == path[level] ? changed : own[level][$0] }
      changed = RecoveryMean(joining: parts, apart: components.between[level])
      means.append(changed)
    }
    guard var usual = UsualRecovery(shop: changed) else { return nil }
    let depth = kind.queue == nil ? 2 : 3
    for level in 0..<depth {
      usual = usual.below(means[2 - level], level, apart: components.between[level])
    }
    return Expectation(usual, alike: means[1].count)
  }

  /// What is usual for every kind when some conversations are left out.
  ///
  /// - Parameter omitted: What is left out of each cell of the tree.
  /// - Returns: The bars; nil when nothing else is left.
  /// - Complexity: O(kinds).
  func bars(without omitted: [Tally]) -> RecoveryBars? {
    let rest = zip(tallies, omitted).map { $0.without($1) }
    let own = Self.own(rest, tree, components)
    let shop = RecoveryMean(joining: own[0], apart: components.between[0])
    guard let usual = UsualRecovery(shop: shop) else { return nil }
    return RecoveryBars(tree, components.between, own: own, shop: usual)
  }

  /// The mean of each node from its own conversations, by level.
  private static func own(
    _ tallies: [Tally],
    _ tree: KindTree,
    _ components: VarianceComponents
  ) -> [[RecoveryMean]] {
    var levels = [tallies.map { RecoveryMean($0, components.within) }]
    for level in [2, 1] {
      let parts = levels[0]
      levels.insert(
        tree.children[level].map { children in
          RecoveryMean(joining: parts[children], apart: components.between[level])
        },
        at: 0
      )
    }
    return levels
  }
}

extension ExpectedRecovery.Expectation {
  init(_ usual: UsualRecovery, alike: Int) {
    value = usual.value
    variance = usual.variance
    grain = usual.grain
    count = usual.count
    self.alike = alike
  }
}
