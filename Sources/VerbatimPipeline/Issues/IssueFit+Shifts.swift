internal import VerbatimIssues

/// By how much more a leaf or a mark has to score than the weights alone ask.
extension IssueFit {
  /// The step by which all leaves have to score more to give the best F1 on some texts, with the
  /// dangers that patterns find there.
  func bestShift(
    _ fits: [SquaredHingeFit],
    _ chosen: [Int],
    _ table: TermTable
  ) -> (shift: Double, f1: Double) {
    let shifts = (-20...40).map { Double($0) / 50 }
    var hits = [Int](repeating: 0, count: shifts.count)
    var found = hits
    var wanted = 0
    for index in chosen {
      var rows = SquaredHingeFit.Rows()
      for sentence in table.sentences[index] { table.append(sentence, to: &rows) }
      for leaf in taxonomy.leaves.indices {
        let isThere = texts[index].leaves.contains(leaf)
        let isHazard = taxonomy.leaves[leaf].tier.isHazard
        if isThere { wanted += 1 }
        let fits = fits[leaf]
        let scores = (0..<rows.count).compactMap { row -> Double? in
          let score = rows.product(row, fits.weights) + fits.intercept
          if texts[index].fitting[row].contains(leaf) { return score - IssueReader.leastOfPattern }
          return isHazard ? nil : score
        }
        guard let most = scores.max() else { continue }
        for (place, shift) in shifts.enumerated() {
          guard most >= shift else { break }
          found[place] += 1
          if isThere { hits[place] += 1 }
        }
      }
    }
    var best = (shift: 0.0, f1: 0.0)
    for (place, shift) in shifts.enumerated() where found[place] + wanted > 0 {
      let f1 = Double(2 * hits[place]) / Double(found[place] + wanted)
      if f1 > best.f1 { best = (shift, f1) }
    }
    return best
  }

  /// The step by which a mark has to score more to be wrong of the fewest texts that have a leaf.
  ///
  /// Of texts without one nobody asks. Of several steps it is the one nearest to none.
  func markShift(
    _ fit: SquaredHingeFit,
    _ mark: Int,
    _ chosen: [Int],
    _ table: TermTable
  ) -> Double {
    let shifts = (-20...40).map { Double($0) / 50 }
    var errors = [Int](repeating: 0, count: shifts.count)
    for index in chosen where texts[index].leaves.contains(where: taxonomy.leaves.indices.contains)
    {
      var rows = SquaredHingeFit.Rows()
      for sentence in table.sentences[index] { table.append(sentence, to: &rows) }
      let scores = (0..<rows.count).map { rows.product($0, fit.weights) + fit.intercept }
      guard let most = scores.max() else { continue }
      let isThere = texts[index].leaves.contains(mark)
      for (place, shift) in shifts.enumerated() where (most >= shift) != isThere {
        errors[place] += 1
      }
    }
    let best = shifts.indices.min {
      (errors[$0], abs(shifts[$0])) < (errors[$1], abs(shifts[$1]))
    }
    return best.map { shifts[$0] } ?? 0
  }
}
