/// How much values differ within groups, and how much groups differ within the groups above them.
///
/// From the mean squares of an analysis of variance with groups within groups, of unequal size; a
/// negative difference between groups is taken as none.
///
/// - SeeAlso: Gates and Shiue (1962), *The analysis of variance of the s-stage hierarchal
///   classification*, Biometrics 18; of one level Searle, Casella and McCulloch (1992), *Variance
///   components*, section 3.6.
public struct VarianceComponents: Hashable, Sendable {
  /// The variance of a value around the mean of its finest group; 0 when all values are equal.
  public let within: Double
  /// Of each level, the coarsest first, the variance of its groups' true means around that of the
  /// group above; 0 when they differ no more than chance.
  public let between: [Double]

  /// The components of values in groups.
  ///
  /// A level is passed over, and taken to be alike, when it cannot be told from the one below it or
  /// from single values: when each group holds one value, or each group above one group.
  ///
  /// - Parameters:
  ///   - values: The values.
  ///   - levels: Of each level, the coarsest first, the group of each value, numbered from 0. Two
  ///     values of one group are of one group on every coarser level.
  /// - Complexity: O(values · levels²).
  public init(_ values: [Double], levels: [[Int]]) {
    let count = Double(values.count)
    var between = [Double](repeating: 0, count: levels.count)
    guard values.count > 1 else {
      within = 0
      self.between = between
      return
    }
    // All values are one group above the coarsest level.
    let tables = ([values.map { _ in 0 }] + levels).map { Groups(values, of: $0) }
    var depth = tables.count - 1
    while depth > 0, tables[depth].count == values.count { depth -= 1 }
    let finest = tables[depth]
    let squares = zip(values, finest.groups).reduce(0) { sum, value in
      let apart = value.0 - finest.means[value.1]
      return sum + apart * apart
    }
    let within = squares / (count - Double(finest.count))
    // The mean squares of a level hold the components of those below it, which are known by then.
    for level in stride(from: depth, to: 0, by: -1) {
      let (own, above) = (tables[level], tables[level - 1])
      var rest = own.squares(around: above) - Double(own.count - above.count) * within
      for finer in level..<depth {
        let part = own.share(of: tables[finer + 1]) - above.share(of: tables[finer + 1])
        rest -= part * between[finer]
      }
      let size = count - above.share(of: own)
      // Below one in a million of the values there is nothing to tell groups apart by.
      between[level - 1] = size > 1e-6 * count ? max(0, rest / size) : 0
    }
    self.within = within
    self.between = between
  }

  /// The groups of one level.
  private struct Groups {
    let groups: [Int]
    var sizes: [Double] = []
    var means: [Double] = []

    init(_ values: [Double], of groups: [Int]) {
      self.groups = groups
      let classes = (groups.max() ?? -1) + 1
      sizes = [Double](repeating: 0, count: classes)
      var sums = sizes
      for (value, group) in zip(values, groups) {
        sizes[group] += 1
        sums[group] += value
      }
      means = zip(sums, sizes).map { $1 > 0 ? $0 / $1 : 0 }
    }

    /// How many hold any value.
    var count: Int { sizes.count { $0 > 0 } }

    /// The sum of squares of these groups' means around those of the groups above.
    func squares(around above: Groups) -> Double {
      zip(groups, above.groups).reduce(0) { sum, pair in
        let apart = means[pair.0] - above.means[pair.1]
        return sum + apart * apart
      }
    }

    /// How much of a component of a finer level is in the sum of these groups' squared means: for
    /// each finer group its size squared over that of its group here.
    func share(of finer: Groups) -> Double {
      // Over single values, each group's size over that of its group comes out once a value.
      zip(groups, finer.groups).reduce(0) { $0 + finer.sizes[$1.1] / sizes[$1.0] }
    }
  }
}
