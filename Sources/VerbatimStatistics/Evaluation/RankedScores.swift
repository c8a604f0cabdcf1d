/// Scores in ascending order, ties together: what every measure by rank starts from.
struct RankedScores: Sendable {
  /// The scores, as given.
  let scores: [Double]
  /// The places of the scores, from the lowest score to the highest.
  let order: [Int]
  /// Where in `order` each group of equal scores ends.
  let ends: [Int]

  /// Ranks scores; one that is no number ranks below all.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ scores: [Double]) {
    let scores = scores.map { $0.isNaN ? -Double.infinity : $0 }
    self.scores = scores
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    self.order = order
    ends = order.indices.filter {
      $0 + 1 == order.count || scores[order[$0]] != scores[order[$0 + 1]]
    }.map { $0 + 1 }
  }

  /// The rank of each score, from 1 up, when score *i* stands `weights[i]` times; equal scores share
  /// the mean of their ranks.
  func midranks(_ weights: [Int]) -> [Double] {
    var ranks = [Double](repeating: 0, count: scores.count)
    var start = 0
    var below = 0
    for end in ends {
      var group = 0
      for place in start..<end { group += weights[order[place]] }
      let rank = Double(below) + (Double(group) + 1) / 2
      for place in start..<end { ranks[order[place]] = rank }
      below += group
      start = end
    }
    return ranks
  }
}
