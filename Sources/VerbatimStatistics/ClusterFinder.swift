internal import VerbatimCore

/// Finds complaint clusters: combinations of a key and an issue reported beyond chance.
///
/// Reports are counted once a customer and once a text, so that neither one loud customer nor
/// syndicated copies make a cluster. The expected count of a combination is the product of its
/// margins over the total. Two shrunk ratios guard against small counts: the information component,
/// whose lower end makes a cluster worth watching, and EBGM with the prior learned from all
/// combinations, whose EB05 opens it. Hazards need no statistics: one is enough.
public struct ClusterFinder: Sendable {
  /// The fewest distinct reports that make a cluster.
  public var minimumCount = 3
  /// The least EB05 of an alert: the rate is at least doubled (DuMouchel 1999).
  public var alertRatio = 2.0
  /// The greatest q-value of an alert.
  public var falseDiscoveryRate = 0.05
  /// How many quotes a cluster carries.
  public var quoteLimit = 20

  /// A finder with the contract's thresholds.
  public init() {}

  /// One key's and one issue's distinct reports.
  private struct Cell {
    /// The report that stands for each customer: the gravest of theirs, then the earliest.
    var byPerson: [String: Int] = [:]
    var removed = 0

    var reports: [Int] { byPerson.values.sorted() }
  }

  private struct Combination: Hashable {
    var key: String
    var issue: String
  }

  /// What was counted already, so that it is not counted twice.
  private struct Mark: Hashable {
    enum Kind: Hashable {
      case text
      case person
    }

    var kind: Kind
    var key: String
    var value: String
  }

  /// The reports by time: which of several copies is counted must not hang on the order in which
  /// files were imported.
  private static func canonicalOrder(_ reports: [ComplaintReport]) -> [Int] {
    reports.indices.sorted { left, right in
      (reports[left].eventTime?.seconds ?? .max, reports[left].signalID)
        < (reports[right].eventTime?.seconds ?? .max, reports[right].signalID)
    }
  }

  private func tier(of issue: String, in report: ComplaintReport) -> Issue.Tier {
    report.issues.filter { $0.code == issue && $0.modality.isReport }.map(\.tier).min() ?? .t4
  }

  /// The clusters of one level: hazards first, then by the lower end of the information component.
  ///
  /// - Complexity: O(*n* log *n*) in the reports and their issues.
  public func clusters(
    _ reports: [ComplaintReport],
    by level: ComplaintCluster.Level
  ) -> [ComplaintCluster] {
    var cells: [Combination: Cell] = [:]
    var keyTotals: [String: Int] = [:]
    var issueTotals: [String: Int] = [:]
    var total = 0
    var seen = Set<Mark>()
    for index in Self.canonicalOrder(reports) {
      let report = reports[index]
      guard let key = key(of: report, level) else { continue }
      let person = report.customerKey ?? report.signalID
      let isCopy =
        !report.textKey.isEmpty
        && !seen.insert(Mark(kind: .text, key: key, value: report.textKey)).inserted
      if !isCopy, seen.insert(Mark(kind: .person, key: key, value: person)).inserted {
        keyTotals[key, default: 0] += 1
        total += 1
      }
      for issue in Set(report.issues.filter(\.modality.isReport).map(\.code)).sorted() {
        let combination = Combination(key: key, issue: issue)
        let other = cells[combination]?.byPerson[person]
        if isCopy || other != nil {
          cells[combination, default: Cell()].removed += 1
        } else {
          issueTotals[issue, default: 0] += 1
        }
        guard !isCopy else { continue }
        if let other, tier(of: issue, in: reports[other]) <= tier(of: issue, in: report) {
          continue
        }
        cells[combination, default: Cell()].byPerson[person] = index
      }
    }
    let combinations = cells.keys.sorted { ($0.key, $0.issue) < ($1.key, $1.issue) }
    let components = combinations.map { combination in
      InformationComponent(
        observed: cells[combination]?.reports.count ?? 0,
        expected: expected(
          keyTotals[combination.key] ?? 0,
          issueTotals[combination.issue] ?? 0,
          total
        )
      )
    }
    let qValues = FalseDiscovery.qValues(components.map(\.pValue))
    let ratios = shrunkRatios(components) {
      keyTotals.flatMap { key, keyTotal in
        issueTotals.compactMap { issue, issueTotal in
          cells[Combination(key: key, issue: issue)] == nil
            ? (count: 0, expected: expected(keyTotal, issueTotal, total)) : nil
        }
      }.sorted { $0.expected < $1.expected }
    }
    var clusters: [ComplaintCluster] = []
    for (index, combination) in combinations.enumerated() {
      guard let cell = cells[combination] else { continue }
      if let cluster = cluster(
        combination,
        cell,
        components[index],
        ratios[index],
        qValue: qValues[index],
        level: level,
        reports: reports,
        exposure: max(keyTotals[combination.key] ?? 0, cell.reports.count),
        testsRun: combinations.count
      ) {
        clusters.append(cluster)
      }
    }
    return clusters.sorted(by: Self.comesBefore)
  }

  /// Hazards first, the graver first; then what lies farthest beyond chance.
  public static func comesBefore(_ left: ComplaintCluster, _ right: ComplaintCluster) -> Bool {
    if left.tier.isHazard != right.tier.isHazard { return left.tier.isHazard }
    if left.tier.isHazard, left.tier != right.tier { return left.tier < right.tier }
    if left.ic025 != right.ic025 { return left.ic025 > right.ic025 }
    return (left.level.rawValue, left.key, left.issue) < (
      right.level.rawValue, right.key, right.issue
    )
  }

  private func key(of report: ComplaintReport, _ level: ComplaintCluster.Level) -> String? {
    switch level {
    case .sku: report.sku
    case .supplier: report.supplier
    case .lot: report.lot
    }
  }

  private func expected(_ key: Int, _ issue: Int, _ total: Int) -> Double {
    total == 0 ? 0 : Double(key) * Double(issue) / Double(total)
  }

  /// EBGM of each combination, with a prior learned from all of them.
  private func shrunkRatios(
    _ components: [InformationComponent],
    emptyCells: () -> [(count: Int, expected: Double)]
  ) -> [GammaMixturePosterior] {
    let counted = components.filter { $0.observed > 0 && $0.expected > 0 }
      .map { (count: $0.observed, expected: $0.expected) }
    let prior = GammaMixtureFit(counted, emptyCells: emptyCells).mixture
    return components.map { prior.posterior(count: $0.observed, expected: $0.expected) }
  }

  private func cluster(
    _ combination: Combination,
    _ cell: Cell,
    _ component: InformationComponent,
    _ ratio: GammaMixturePosterior,
    qValue: Double,
    level: ComplaintCluster.Level,
    reports: [ComplaintReport],
    exposure: Int,
    testsRun: Int
  ) -> ComplaintCluster? {
    let evidence = evidence(combination.issue, cell, reports)
    guard let tier = evidence.map(\.tier).min() else { return nil }
    let lower = component.lower
    let isBeyondChance = component.observed >= minimumCount && lower > 0
    // A lot or a supplier adds nothing to a hazard that its article shows already.
    guard isBeyondChance || (tier.isHazard && level == .sku) else { return nil }
    var weeks: [Instant: Int] = [:]
    for index in cell.reports {
      if let time = reports[index].eventTime { weeks[time.weekStart, default: 0] += 1 }
    }
    let sortedWeeks = weeks.sorted { $0.key < $1.key }
    let state: ComplaintCluster.State =
      tier.isHazard
        || (isBeyondChance && ratio.lower >= alertRatio && qValue <= falseDiscoveryRate)
      ? .open : .watch
    return ComplaintCluster(
      id: "\(level.rawValue):\(combination.key):\(combination.issue)",
      level: level,
      key: combination.key,
      issue: combination.issue,
      tier: tier,
      state: state,
      observed: component.observed,
      expected: component.expected,
      exposure: exposure,
      rate: ProportionInterval(wilson: component.observed, of: exposure),
      shrunkRatio: ratio,
      ic: component.value,
      ic025: lower,
      pValue: component.pValue,
      qValue: qValue,
      testsRun: testsRun,
      firstWeek: sortedWeeks.first?.key,
      weeks: sortedWeeks.map { ($0.key, $0.value) },
      lots: counted(cell.reports.compactMap { reports[$0].lot }),
      skus: level == .sku ? [] : counted(cell.reports.compactMap { reports[$0].sku }),
      nearDuplicatesRemoved: cell.removed,
      whyNow: why(
        component,
        ratio,
        lower: lower,
        tier: tier,
        testsRun: testsRun
      ),
      evidence: evidence.prefix(quoteLimit).map(\.evidence)
    )
  }

  private func counted(_ values: [String]) -> [ComplaintCluster.Count] {
    Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
      .map { ComplaintCluster.Count(name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private func evidence(
    _ issue: String,
    _ cell: Cell,
    _ reports: [ComplaintReport]
  ) -> [(tier: Issue.Tier, evidence: ComplaintCluster.Evidence)] {
    var found: [(issue: Issue, order: Int, evidence: ComplaintCluster.Evidence)] = []
    for index in cell.reports {
      let report = reports[index]
      guard
        let best = report.issues.filter({ $0.code == issue && $0.modality.isReport }).min(by: {
          ($0.tier.rawValue, -$0.confidence) < ($1.tier.rawValue, -$1.confidence)
        })
      else { continue }
      found.append(
        (
          best, index,
          ComplaintCluster.Evidence(
            signalID: report.signalID,
            eventTime: report.eventTime,
            quote: best.evidence?.quote ?? "",
            part: best.evidence?.part.description ?? "",
            range: best.evidence?.range ?? ByteRange(0, 0),
            modality: best.modality
          )
        )
      )
    }
    return found.sorted {
      ($0.issue.tier.rawValue, -$0.issue.confidence, $0.evidence.signalID)
        < ($1.issue.tier.rawValue, -$1.issue.confidence, $1.evidence.signalID)
    }.map { ($0.issue.tier, $0.evidence) }
  }

  private func why(
    _ component: InformationComponent,
    _ ratio: GammaMixturePosterior,
    lower: Double,
    tier: Issue.Tier,
    testsRun: Int
  ) -> String {
    let expected = (component.expected * 10).rounded() / 10
    if tier.isHazard {
      let count = component.observed == 1 ? "one report" : "\(component.observed) reports"
      return "a hazard of tier \(tier.rawValue): \(count); a person decides, not a statistic"
    }
    let bits = (lower * 100).rounded() / 100
    let least = (ratio.lower * 100).rounded() / 100
    return
      "\(component.observed) distinct reports where independence predicts \(expected); "
      + "EB05 \(least), IC025 \(bits) over \(testsRun) combinations"
  }
}
