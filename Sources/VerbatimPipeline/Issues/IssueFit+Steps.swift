internal import VerbatimIssues

/// By how much more a leaf or a mark has to score than the weights alone ask.
extension IssueFit {
  /// The steps that are tried.
  private static let steps = (-40...40).map { Double($0) / 50 }

  /// What some leaves are found in by each step, and how often they are there.
  struct StepTally {
    fileprivate var hits = [Int](repeating: 0, count: IssueFit.steps.count)
    fileprivate var found = [Int](repeating: 0, count: IssueFit.steps.count)
    fileprivate var wanted = 0

    /// The step with the best F1, and that F1.
    var best: (step: Double, f1: Double) {
      let f1s = IssueFit.steps.indices.map { f1(at: $0) }
      let most = f1s.indices.max { f1s[$0] < f1s[$1] } ?? 0
      return (IssueFit.steps[most], f1s[most])
    }

    /// The least step from which on so large a share of what is found is right; the best one where none is.
    func step(right share: Double) -> Double {
      let place = IssueFit.steps.indices.first { place in
        found[place] > 0 && Double(hits[place]) >= share * Double(found[place])
      }
      return place.map { IssueFit.steps[$0] } ?? best.step
    }

    private func f1(at place: Int) -> Double {
      found[place] + wanted == 0 ? 0 : Double(2 * hits[place]) / Double(found[place] + wanted)
    }
  }

  /// Counts what weights and patterns find of some leaves in some texts.
  func tally(
    _ leaves: [Int],
    _ fits: [SquaredHingeFit],
    _ chosen: [Int],
    _ table: TermTable
  ) -> StepTally {
    var tally = StepTally()
    for index in chosen {
      var rows = SquaredHingeFit.Rows()
      for sentence in table.sentences[index] { table.append(sentence, to: &rows) }
      for leaf in leaves {
        let isThere = texts[index].leaves.contains(leaf)
        if isThere { tally.wanted += 1 }
        let fit = fits[leaf]
        let scores = (0..<rows.count).map { row in
          let score = rows.product(row, fit.weights) + fit.intercept
          return texts[index].findings[row].fitting.contains(leaf)
            ? score - IssueReader.leastOfPattern : score
        }
        guard let most = scores.max() else { continue }
        for (place, step) in Self.steps.enumerated() {
          guard most >= step else { break }
          tally.found[place] += 1
          if isThere { tally.hits[place] += 1 }
        }
      }
    }
    return tally
  }

  /// The step by which a mark has to score more to be wrong of the fewest texts that have a leaf.
  ///
  /// Of texts without one nobody asks. Of several steps it is the one nearest to none.
  func markStep(
    _ fit: SquaredHingeFit,
    _ mark: Int,
    _ chosen: [Int],
    _ table: TermTable
  ) -> Double {
    var errors = [Int](repeating: 0, count: Self.steps.count)
    for index in chosen where texts[index].leaves.contains(where: taxonomy.leaves.indices.contains)
    {
      var rows = SquaredHingeFit.Rows()
      for sentence in table.sentences[index] { table.append(sentence, to: &rows) }
      let scores = (0..<rows.count).map { rows.product($0, fit.weights) + fit.intercept }
      guard let most = scores.max() else { continue }
      let isThere = texts[index].leaves.contains(mark)
      for (place, step) in Self.steps.enumerated() where (most >= step) != isThere {
        errors[place] += 1
      }
    }
    let best = Self.steps.indices.min {
      (errors[$0], abs(Self.steps[$0])) < (errors[$1], abs(Self.steps[$1]))
    }
    return best.map { Self.steps[$0] } ?? 0
  }
}
