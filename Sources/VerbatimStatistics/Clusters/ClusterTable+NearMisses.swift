internal import VerbatimCore

extension ClusterTable {
  /// The combinations that come nearest to an alert and are none, the nearest first.
  ///
  /// Hazards are alerts whatever their numbers, so they are no near misses. Asked are combinations
  /// with two reports or more, distinct or not, that would pass one rule more than they do: more
  /// than expected by the middle of the estimate (EBGM above 1), or beyond chance (EB05 above 1) if
  /// repeats or copies counted, or more than in their own past because of a key of which everything
  /// is heard more.
  ///
  /// - Parameters:
  ///   - limit: How many at most.
  ///   - isWanted: Whether a combination of a key and an issue is asked for.
  /// - Returns: The near misses, each with its reasons.
  /// - Complexity: O(the reports); the chart of each combination with five reports or more.
  public func nearMisses(
    limit: Int = 20,
    where isWanted: (_ key: String, _ issue: String) -> Bool = { _, _ in true }
  ) -> [NearMiss] {
    var found: [Candidate] = []
    var plain = plainCounts()
    for number in cells.indices where !isAlert(number) && !tier(number).isHazard {
      let cell = cells[number]
      let removed = removed(from: cell)
      guard cell.entries.count + removed >= 2 else { continue }
      let apparent = apparentReason(number, removed: removed, &plain)
      let ratio = ratio(number)
      let isRaised = ratio.geometricMean > 1 && cell.entries.count >= 2
      guard isRaised || apparent != nil,
        isWanted(counted.keys[cell.key], counted.issues[cell.issue])
      else { continue }
      // What would have fired by a plain count is what people ask about first.
      let rank = ratio.lower + (apparent == nil ? 0 : finder.alertRatio)
      found.append(
        Candidate(cell: number, ratio: ratio, removed: removed, apparent: apparent, rank: rank)
      )
    }
    // Cells stand in the order of key and issue.
    found.sort { ($1.rank, $0.cell) < ($0.rank, $1.cell) }
    return found.prefix(limit).map(nearMiss)
  }

  /// A cell that may be told of.
  private struct Candidate {
    let cell: Int
    let ratio: GammaMixturePosterior
    let removed: Int
    let apparent: NearMiss.Reason?
    let rank: Double
  }

  private func nearMiss(_ candidate: Candidate) -> NearMiss {
    let cell = cells[candidate.cell]
    let qValue = estimates.qValues[candidate.cell]
    var reasons: [NearMiss.Reason] = []
    if cell.entries.count < finder.minimumCount { reasons.append(.tooFew) }
    if candidate.ratio.lower < finder.alertRatio { reasons.append(.ratio) }
    if qValue > finder.falseDiscoveryRate { reasons.append(.manyTests) }
    if let apparent = candidate.apparent { reasons.append(apparent) }
    return NearMiss(
      level: level,
      key: counted.keys[cell.key],
      issue: counted.issues[cell.issue],
      observed: cell.entries.count,
      expected: components[candidate.cell].expected,
      shrunkRatio: candidate.ratio,
      ic025: components[candidate.cell].lower,
      qValue: qValue,
      removed: candidate.removed,
      reasons: reasons,
      explanation: explanation(candidate, reasons)
    )
  }

  /// The cells as if each repeat and each copy were somebody else's report.
  private struct PlainCounts {
    let cells: [(count: Int, expected: Double)]
    var tables: GammaMixtureTables
  }

  private func plainCounts() -> PlainCounts {
    let plain = cells.map { cell in
      let removed = removed(from: cell)
      return (
        count: cell.entries.count + removed,
        expected: expected(
          cell,
          key: keyTotals[cell.key] + removed,
          issue: issueTotals[cell.issue] + removed,
          of: total + removed
        )
      )
    }
    let fit = GammaMixtureFit(plain) {
      Estimates.emptyCells(
        without: places,
        keys: keyTotals.count,
        issues: issueTotals.count,
        expected: expected(key:issue:)
      )
    }
    return PlainCounts(cells: plain, tables: GammaMixtureTables(fit.mixture))
  }

  /// Why a plain count would lie beyond chance; nil when it would not.
  private func apparentReason(
    _ number: Int,
    removed: Int,
    _ plain: inout PlainCounts
  ) -> NearMiss.Reason? {
    let cell = cells[number]
    if removed > 0 {
      let (count, expected) = plain.cells[number]
      if count >= finder.minimumCount,
        plain.tables.posterior(count: count, expected: expected).lower > 1
      {
        let people = cell.entries.reduce(0) { sum, entry in
          let person = reports[Int(entry.report)].customerKey
          return sum
            + counted.others(than: entry).count {
              person != nil && reports[Int($0)].customerKey == person
            }
        }
        return people * 2 >= removed ? .oneCustomer : .copies
      }
    }
    // A count that its own past does not explain, where the share of reports is as usual.
    guard cell.entries.count >= 5, ratio(number).lower < 1 else { return nil }
    let burst = EARS(.c1, minimumSigma: Self.smallestSigma).points(of: weekCounts(of: cell))
    guard let week = burst.lastIndex(where: \.isAlarm) else { return nil }
    let chart = chart(of: cell)
    guard chart.method != .none, chart.signalAt == nil || chart.method == .earsC1 else {
      return nil
    }
    let usual = EARS(.c1, minimumSigma: Self.smallestSigma)
      .points(of: chart.points.map { Double($0.exposure) })
    return usual[week].isAlarm ? .volume : nil
  }

  private func explanation(_ candidate: Candidate, _ reasons: [NearMiss.Reason]) -> String {
    let (number, removed) = (candidate.cell, candidate.removed)
    let qValue = estimates.qValues[number]
    func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
    // As many decimals as it takes to be seen to be over.
    func rounded(_ value: Double, isOver limit: Double) -> Double {
      var scale = 100.0
      while scale < 1e6, (value * scale).rounded() / scale <= limit { scale *= 10 }
      return (value * scale).rounded() / scale
    }
    let count = cells[number].entries.count
    return reasons.map { reason in
      switch reason {
      case .tooFew:
        "\(count) distinct \(count == 1 ? "report" : "reports"); an alert needs "
          + "\(finder.minimumCount)"
      case .ratio:
        components[number].lower > 0
          ? "EB05 \(rounded(candidate.ratio.lower)) is under \(rounded(finder.alertRatio))"
          : "EB05 \(rounded(candidate.ratio.lower)): as many may come by chance"
      case .manyTests:
        "q \(rounded(qValue, isOver: finder.falseDiscoveryRate)) is over \(rounded(finder.falseDiscoveryRate)) among "
          + "\(testsRun) combinations"
      case .oneCustomer:
        "\(removed) more are repeats of one customer"
      case .copies:
        "\(removed) more are copies of a text"
      case .volume:
        "its reports rose with everything that is heard about it"
      }
    }.joined(separator: "; ")
  }
}
