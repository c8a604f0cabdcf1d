/// The segments of a history: all customers, then by the first dimension, by the first two, and so
/// on, each under the one without its last dimension.
struct SegmentTree {
  struct Segment: Hashable {
    let depth: Int
    /// The values' numbers, one for each dimension down to the depth.
    let values: [Int32]
    /// The place of the parent; nil for all customers.
    let parent: Int?
  }

  /// Parents before children, siblings side by side in the order of their values.
  let segments: [Segment]
  /// For each combination of values the segments it is in, from all customers down to where a value
  /// is missing.
  let ofCell: [[Int]]

  /// The tree over the first dimensions of a history.
  init(_ history: SatisfactionHistory, depth: Int) {
    let cells = history.cells.map { $0.prefix(depth).prefix { $0 >= 0 } }
    var paths: Set<[Int32]> = [[]]
    for cell in cells {
      for length in 0...cell.count { paths.insert(Array(cell.prefix(length))) }
    }
    let sorted = paths.sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
    var places: [[Int32]: Int] = [:]
    for (place, path) in sorted.enumerated() { places[path] = place }
    segments = sorted.map { path in
      Segment(
        depth: path.count,
        values: path,
        parent: path.isEmpty ? nil : places[path.dropLast()]
      )
    }
    ofCell = cells.map { cell in
      (0...cell.count).map { places[Array(cell.prefix($0))] ?? 0 }
    }
  }
}
