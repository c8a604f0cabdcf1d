/// What conversations of an issue on a channel usually recover.
///
/// A group's own mean is drawn towards the mean of all the more, the fewer conversations it has:
/// (n · mean + k · overall) ÷ (n + k), with k the number of conversations that tell as much as the
/// other groups do, estimated from how much groups differ beyond chance. This is the empirical Bayes
/// estimate of Morris (1983), which actuaries know as credibility (Bühlmann and Straub 1970).
///
/// Conversations can be left out, so that nobody's own set the bar that they are measured by.
public struct ExpectedRecovery: Sendable {
  /// Sums over conversations of one group.
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
  }

  /// What is expected, and on what ground.
  public struct Expectation: Hashable, Sendable {
    /// The recovery that is usual.
    public let value: Double
    /// How many conversations of the same group it rests on.
    public let count: Int
    /// The variance of its error.
    public let variance: Double
  }

  /// How much recoveries differ within a group and between groups.
  public let components: VarianceComponents
  private let groups: [Tally]

  /// Learns what is usual.
  ///
  /// - Parameters:
  ///   - groups: The group of each conversation, numbered from 0.
  ///   - recoveries: The recovery of each.
  /// - Precondition: There are as many of both.
  public init(groups: [Int], recoveries: [Double]) {
    precondition(groups.count == recoveries.count, "each conversation has a group")
    let classes = (groups.max() ?? -1) + 1
    var values = [[Double]](repeating: [], count: classes)
    var tallies = [Tally](repeating: Tally(), count: classes)
    for (group, recovery) in zip(groups, recoveries) {
      values[group].append(recovery)
      tallies[group].add(recovery)
    }
    components = VarianceComponents(values)
    self.groups = tallies
  }

  /// What is usual in each group when some conversations are left out.
  ///
  /// - Parameter omitted: What is left out of each group, as many tallies as there are groups.
  /// - Returns: An expectation for each group; nil throughout when nothing else is left.
  /// - Complexity: O(groups).
  public func expectations(without omitted: [Tally]) -> [Expectation?] {
    let rest = zip(groups, omitted).map { group, omitted in
      var rest = group
      rest.count -= omitted.count
      rest.sum = rest.count == 0 ? 0 : rest.sum - omitted.sum
      return rest
    }
    guard let overall = overall(of: rest) else { return groups.map { _ in nil } }
    return rest.map { expectation(of: $0, overall: overall) }
  }

  /// What is usual in a group when one conversation is left out; nil when it is the only one.
  public func expectation(ofGroup group: Int, without recovery: Double) -> Expectation? {
    var omitted = [Tally](repeating: Tally(), count: groups.count)
    omitted[group].add(recovery)
    return expectations(without: omitted)[group]
  }

  private func expectation(
    of group: Tally,
    overall: (mean: Double, variance: Double)
  ) -> Expectation {
    // Groups that do not differ share one mean.
    guard let k = components.equivalentCount else {
      return Expectation(value: overall.mean, count: group.count, variance: overall.variance)
    }
    let n = Double(group.count)
    let own = n + k > 0 ? n / (n + k) : 0
    let mean = group.count == 0 ? overall.mean : group.sum / n
    return Expectation(
      value: own * mean + (1 - own) * overall.mean,
      count: group.count,
      variance: components.between * (1 - own) + (1 - own) * (1 - own) * overall.variance
    )
  }

  /// The mean of the groups' means, each weighted by what it is worth, with its variance.
  private func overall(of groups: [Tally]) -> (mean: Double, variance: Double)? {
    let groups = groups.filter { $0.count > 0 }
    guard !groups.isEmpty else { return nil }
    guard components.between > 0 else {
      let count = Double(groups.reduce(0) { $0 + $1.count })
      return (groups.reduce(0) { $0 + $1.sum } / count, components.within / count)
    }
    var weights = 0.0
    var sum = 0.0
    for group in groups {
      let n = Double(group.count)
      let weight = 1 / (components.between + components.within / n)
      weights += weight
      sum += weight * group.sum / n
    }
    return (sum / weights, 1 / weights)
  }
}
