/// How many reports of an issue would be expected of a key if it had nothing to do with it.
///
/// *E* = Σₛ *n*ₖₛ · *n*ᵢₛ ÷ *n*ₛ over the strata *s*: the reports of the key in each, times the
/// share of the issue in it (Mantel and Haenszel 1959; DuMouchel 1999, section 2). With one stratum
/// it is the product of the margins over the total.
struct StratifiedExpectation: Sendable {
  private let strata: ReportStrata
  private let issues: Int
  /// The share of each issue in each stratum: stratum · issues + issue.
  private let rates: [Double]

  /// An expectation by the issues of each unit.
  ///
  /// - Parameters:
  ///   - strata: The strata of the units.
  ///   - issues: How many issues there are.
  ///   - lists: The issues of units, by number.
  ///   - holders: Whose issues each unit has where they are shuffled; nil for its own.
  /// - Complexity: O(the units and their issues) for each grain in use.
  init(
    _ strata: ReportStrata,
    issues: Int,
    of lists: NumberLists,
    holders: [Int]? = nil
  ) {
    self.strata = strata
    self.issues = issues
    var counts = [Double](repeating: 0, count: strata.sizes.count * issues)
    strata.forEachMembership { unit, stratum in
      for place in lists.range(holders?[unit] ?? unit) {
        counts[stratum * issues + Int(lists.numbers[place])] += 1
      }
    }
    for (stratum, size) in strata.sizes.enumerated() {
      for place in stratum * issues..<(stratum + 1) * issues { counts[place] /= Double(size) }
    }
    rates = counts
  }

  /// What is expected of a key.
  ///
  /// - Complexity: O(the strata of the key).
  func callAsFunction(key: Int, issue: Int) -> Double {
    strata.parts[key].reduce(0) { $0 + Double($1.count) * rates[$1.stratum * issues + issue] }
  }

  /// What is expected of one unit in a stratum: the share of the issue among those it is compared
  /// with.
  func callAsFunction(stratum: Int, issue: Int) -> Double { rates[stratum * issues + issue] }
}
