/// Cells as a fit sees them: counts with what was expected, and how many cells each stands for.
///
/// Ordered by count, then by expected count.
public struct SquashedCells: Hashable, Sendable {
  /// A cell, or several that are nearly the same.
  public struct Point: Hashable, Sendable {
    /// N.
    public var count: Int
    /// E, the mean over the cells.
    public var expected: Double
    /// How many cells it stands for.
    public var weight: Double
  }

  /// The points, by count and then by expected count.
  public let points: [Point]
  /// How many cells there were.
  public let cellCount: Int

  /// How hard cells are put together.
  struct Squashing: Hashable, Sendable {
    /// So many cells of one count are kept as they are.
    var groupSize: Int
    /// So many with the largest E of their count are kept as they are: they lie far apart and
    /// weigh most.
    var kept: Int
    /// At most so many points of equal weight stand for the others.
    var bins: Int
    /// The most by which E may grow within a point.
    var growth: Double

    /// For the estimate itself.
    static let fine = Squashing(groupSize: 500, kept: 100, bins: 1000, growth: 1.05)
    /// For the way there, from many places.
    static let coarse = Squashing(groupSize: 80, kept: 20, bins: 40, growth: 1.5)
  }

  /// Cells as they are, each a point.
  public init(_ cells: [(count: Int, expected: Double)]) {
    points = Self.sorted(cells).map { Point(count: $0.count, expected: $0.expected, weight: 1) }
    cellCount = cells.count
  }

  /// Cells put together where they have the same count and nearly the same expected count.
  ///
  /// Of each count with more than 500 cells the 100 with the largest E stay; the others, by E,
  /// become points of equal weight, at most 1000, with the mean of their E. Beyond the published
  /// way a point is closed when E has grown by a twentieth within it, so that the thin ends of the
  /// range are not averaged away.
  ///
  /// - SeeAlso: DuMouchel and Pregibon (2001), "Empirical Bayes screening for multi-item
  ///   associations", section 3.4; `squashData` and `autoSquash` of the R package openEBGM.
  /// - Complexity: O(*n* log *n*).
  public init(squashing cells: [(count: Int, expected: Double)]) {
    self.init(squashing: cells, .fine)
  }

  init(squashing cells: [(count: Int, expected: Double)], _ squashing: Squashing) {
    let sorted = Self.sorted(cells)
    var points: [Point] = []
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end].count == sorted[start].count { end += 1 }
      Self.squash(sorted[start..<end], squashing, into: &points)
      start = end
    }
    self.points = points
    cellCount = cells.count
  }

  private static func squash(
    _ group: ArraySlice<(count: Int, expected: Double)>,
    _ squashing: Squashing,
    into points: inout [Point]
  ) {
    let binned =
      group.count > squashing.groupSize ? group.dropLast(squashing.kept) : group.prefix(0)
    let size = max(2, (binned.count + squashing.bins - 1) / squashing.bins)
    var at = binned.startIndex
    while at < binned.endIndex {
      let first = binned[at]
      let limit = min(at + size, binned.endIndex)
      var sum = 0.0
      let from = at
      while at < limit, binned[at].expected <= first.expected * squashing.growth {
        sum += binned[at].expected
        at += 1
      }
      let weight = Double(at - from)
      points.append(Point(count: first.count, expected: sum / weight, weight: weight))
    }
    for cell in group.suffix(group.count - binned.count) {
      points.append(Point(count: cell.count, expected: cell.expected, weight: 1))
    }
  }

  private static func sorted(
    _ cells: [(count: Int, expected: Double)]
  ) -> [(count: Int, expected: Double)] {
    cells.sorted { ($0.count, $0.expected) < ($1.count, $1.expected) }
  }
}
