/// The kinds of conversations as a tree: channels, the issues on each, the queues that have them.
///
/// Levels count from the coarsest: channels 0, issues 1, queues 2. Nodes are numbered in the order
/// of ``ConversationKind``, so that the children of a node stand side by side.
struct KindTree: Sendable {
  /// The levels, coarsest first.
  static let grains: [RecoveryGrain] = [.channel, .issueChannel, .queueIssueChannel]

  /// Of each level, the parent of each node; 0 for channels.
  let parents: [[Int]]
  /// Of each level, its nodes below each node of the level above; of channels, all of them.
  let children: [[Range<Int>]]
  /// The node of the finest level of each kind.
  let cells: [ConversationKind: Int]

  /// The tree of some kinds.
  init(_ kinds: [ConversationKind]) {
    var parents = [[Int]](repeating: [], count: 3)
    var cells: [ConversationKind: Int] = [:]
    var last: ConversationKind?
    for kind in Set(kinds).sorted() {
      let isNewChannel = last.map { $0.channel != kind.channel } ?? true
      if isNewChannel { parents[0].append(0) }
      if isNewChannel || last?.issue != kind.issue { parents[1].append(parents[0].count - 1) }
      cells[kind] = parents[2].count
      parents[2].append(parents[1].count - 1)
      last = kind
    }
    children = parents.indices.map { level in
      let above = level == 0 ? 1 : parents[level - 1].count
      var ranges: [Range<Int>] = []
      var start = 0
      for node in 0..<above {
        var end = start
        while end < parents[level].count, parents[level][end] == node { end += 1 }
        ranges.append(start..<end)
        start = end
      }
      return ranges
    }
    self.parents = parents
    self.cells = cells
  }

  /// The nodes from the channel down to a cell.
  func path(to cell: Int) -> [Int] {
    let issue = parents[2][cell]
    return [parents[1][issue], issue, cell]
  }
}
