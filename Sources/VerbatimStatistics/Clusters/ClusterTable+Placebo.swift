internal import VerbatimCore

extension ClusterTable {
  /// Alerts of runs in which the issues are shuffled among the reports of a stratum: the articles
  /// of a category in four weeks.
  ///
  /// Which customer was heard of about which key, and how many report which issue in each category
  /// and month, stays as it is; only which key an issue goes with is left to chance. What the
  /// alerts that were found have beyond expectation is taken out first: spread over the articles of
  /// a small category, a story would make several. The prior is estimated anew in each run. Hazards
  /// are not counted: they need no statistics. What is typical of a category stays typical of it,
  /// so that the number errs on the high side; ``PlaceboOutcome/shuffledShare`` tells how much
  /// could move.
  ///
  /// - Parameters:
  ///   - runs: How many runs.
  ///   - seed: Where the shuffles come from.
  ///   - clusters: What was found; of its alerts as many reports as expected are left.
  /// - Returns: Alerts and how many runs had one.
  /// - Complexity: O(*runs* · (reports + combinations)), the estimate of the prior aside.
  public func placebo(
    runs: Int,
    seed: UInt64,
    without clusters: [ComplaintCluster] = []
  ) -> PlaceboOutcome {
    var strata = [[Int]](repeating: [], count: counted.strata)
    for (number, unit) in counted.units.enumerated() { strata[unit.stratum].append(number) }
    // Only the strata with two keys or more can tell a key from another.
    let mixed = strata.filter { stratum in
      stratum.dropFirst().contains { counted.units[$0].key != counted.units[stratum[0]].key }
    }
    let excess = excess(of: clusters)
    let left = counted.occurrences.filter { item in
      guard let signals = excess[counted.issues[Int(item.issue)]] else { return true }
      return !signals.contains(reports[Int(item.report)].signalID)
    }
    let issues = NumberLists(
      lists: total,
      left.lazy.map { (list: $0.unit, number: $0.issue) }
    )
    // Hazards never count: an issue is one by the gravest tier that any of its reports has.
    let isHazard = cellsOfIssue.map { cells in cells.contains { tier($0).isHazard } }
    var random = SplitMix64(seed: seed)
    var outcome = PlaceboOutcome(
      runs: max(0, runs),
      alerts: 0,
      runsWithAlert: 0,
      shuffledShare: total == 0
        ? 0 : Double(mixed.reduce(0) { $0 + $1.count }) / Double(total),
      seed: seed
    )
    // Shuffled one after the other, since each goes on where the last one left chance, and counted
    // side by side; a few at once, since each holds a number for every unit.
    var runsLeft = outcome.runs
    while runsLeft > 0 {
      let shuffles = (0..<min(runsLeft, 4)).map { _ in
        var holders = Array(counted.units.indices)
        for stratum in mixed {
          // Fisher and Yates.
          for place in stride(from: stratum.count - 1, to: 0, by: -1) {
            let other = random.index(below: place + 1)
            holders.swapAt(stratum[place], stratum[other])
          }
        }
        return holders
      }
      runsLeft -= shuffles.count
      for alerts in SideBySide.map(shuffles, { [issues] in alerts(issues, $0, isHazard) }) {
        outcome.alerts += alerts
        outcome.runsWithAlert += alerts > 0 ? 1 : 0
      }
    }
    return outcome
  }

  private func alerts(_ issues: NumberLists, _ holders: [Int], _ isHazard: [Bool]) -> Int {
    let width = max(1, issueTotals.count)
    let counts = counts(issues, holders, width)
    let expectation = StratifiedExpectation(strata, issues: width, of: issues, holders: holders)
    let components = counts.map { place, count in
      InformationComponent(
        observed: count,
        expected: expectation(key: place / width, issue: place % width)
      )
    }
    let pValues = components.map(\.pValue)
    let line = FalseDiscovery.greatestPValue(pValues, rate: finder.falseDiscoveryRate) ?? -1
    let near = counts.indices.filter { index in
      !isHazard[counts[index].place % width] && components[index].observed >= finder.minimumCount
        && pValues[index] <= line && components[index].lower > 0
    }
    // The prior takes longest to estimate, and most runs have nothing that it could shrink.
    guard !near.isEmpty else { return 0 }
    let prior = GammaMixtureFit(components.map { (count: $0.observed, expected: $0.expected) }) {
      Estimates.emptyCells(
        without: counts.map(\.place),
        keys: keyTotals.count,
        issues: issueTotals.count,
        expected: expectation.callAsFunction(key:issue:)
      )
    }.mixture
    var tables = GammaMixtureTables(prior)
    return near.count { index in
      tables.posterior(count: components[index].observed, expected: components[index].expected)
        .lower >= finder.alertRatio
    }
  }

  /// The combinations that a shuffle makes, ascending by place: key · issues + issue.
  private func counts(
    _ issues: NumberLists,
    _ holders: [Int],
    _ width: Int
  ) -> [(place: Int, count: Int)] {
    func forEach(_ body: (_ key: Int, _ issue: Int32) -> Void) {
      for (number, unit) in counted.units.enumerated() {
        for place in issues.range(holders[number]) { body(unit.key, issues.numbers[place]) }
      }
    }
    guard keyTotals.count * width <= GammaMixtureFit.mostPairs else {
      var pairs = PairTable()
      var counts: [(place: Int, count: Int)] = []
      forEach { key, issue in
        let (pair, isNew) = pairs.number(of: Int32(key), issue)
        if isNew { counts.append((key * width + Int(issue), 0)) }
        counts[pair].count += 1
      }
      return counts.sorted { $0.place < $1.place }
    }
    // Where all pairs have room, their places need no search.
    var counts = [Int32](repeating: 0, count: keyTotals.count * width)
    forEach { key, issue in counts[key * width + Int(issue)] += 1 }
    return counts.indices.filter { counts[$0] > 0 }.map { ($0, Int(counts[$0])) }
  }

  /// The signals of each issue's alerts, but for as many as are expected, the first by time.
  private func excess(of clusters: [ComplaintCluster]) -> [String: Set<String>] {
    var excess: [String: Set<String>] = [:]
    for cluster in clusters where cluster.state == .open && !cluster.tier.isHazard {
      let usual = Int(cluster.expected.rounded())
      excess[cluster.issue, default: []].formUnion(cluster.signalIDs.dropFirst(usual))
    }
    return excess
  }
}
