internal import VerbatimCore

extension ClusterTable {
  /// The clusters of the table: hazards first, then by the lower end of the information component.
  ///
  /// A lot or a supplier adds nothing to a hazard that its article shows already, so that a single
  /// report of a hazard is a cluster at the level of articles alone.
  public func clusters() -> [ComplaintCluster] {
    let cells = clusterCells.map { (cell: $0, rank: rank($0)) }.sorted { $0.rank < $1.rank }
    return clusters(of: cells.map(\.cell))
  }

  /// The cluster of an id; nil where the table has none.
  public func cluster(id: String) -> ComplaintCluster? {
    clusterCells.first { self.id($0) == id }.map { cluster($0, articles(of: $0)) }
  }

  /// The cells that are clusters.
  var clusterCells: [Int] {
    cells.indices.filter { cell in
      isBeyondChance(cell) || (level == .sku && tier(cell).isHazard)
        || (!finder.kept.isEmpty && finder.kept.contains(id(cell)))
    }
  }

  func id(_ number: Int) -> String {
    ClusterIdentity(
      finder.direction,
      level: level,
      key: counted.keys[cells[number].key],
      issue: counted.issues[cells[number].issue]
    ).description
  }

  /// The cluster of a cell, by how the articles of its supplier stand for its issue.
  func cluster(_ number: Int, _ articles: SupplierArticles?) -> ComplaintCluster {
    let cell = cells[number]
    let key = counted.keys[cell.key]
    let issue = counted.issues[cell.issue]
    let tier = tier(number)
    let component = components[number]
    let ratio = ratio(number)
    let members = cell.entries.map { reports[Int($0.report)] }
    let chart = chart(of: cell)
    let weeks = Dictionary(
      members.compactMap { $0.eventTime.map { ($0.weekStart, 1) } },
      uniquingKeysWith: +
    ).sorted { $0.key < $1.key }
    var cluster = ComplaintCluster(
      id: id(number),
      direction: finder.direction,
      level: level,
      key: key,
      issue: issue,
      tier: tier,
      state: tier.isHazard || isAlert(number) ? .open : .watch,
      observed: component.observed,
      expected: component.expected,
      expectedWithin: expectedWithin,
      exposure: keyTotals[cell.key],
      rate: ProportionInterval(wilson: component.observed, of: keyTotals[cell.key]),
      shrunkRatio: ratio,
      ic: component.value,
      ic025: component.lower,
      pValue: component.pValue,
      qValue: estimates.qValues[number],
      testsRun: testsRun,
      firstWeek: weeks.first?.key,
      weeks: weeks.map { ($0.key, $0.value) },
      chart: chart,
      lots: Self.counted(members.compactMap(\.lot)),
      skus: level == .sku ? [] : Self.counted(members.compactMap(\.sku)),
      attributions: Self.counted(
        members.map { ($0.best(issue)?.attribution ?? .unknown).rawValue }
      ),
      sources: Self.counted(members.map(\.source).filter { !$0.isEmpty }),
      nearDuplicatesRemoved: removed(from: cell),
      whyNow: WhyNow(component, ratio, tier: tier, testsRun: testsRun, chart: chart).text,
      evidence: evidence(issue, cell),
      signalIDs: members.map(\.signalID)
    )
    cluster.robustness = recounts(of: number)
    if level == .sku {
      cluster.siblings = siblings(of: cell, articles)
      cluster.places = places(of: cell, articles)
    }
    return cluster
  }

  /// Names with their numbers, the most frequent first, then by name.
  static func counted(_ values: [String]) -> [ComplaintCluster.Count] {
    Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
      .map { ComplaintCluster.Count(name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// The words of a cell's reports: what happened before what is feared, the surest first, then the
  /// latest; as many as a cluster quotes.
  private func evidence(_ issue: String, _ cell: Cell) -> [ComplaintCluster.Evidence] {
    // Places are sorted, and only what is quoted is copied.
    let said = cell.entries.indices.compactMap { place -> Said? in
      let entry = cell.entries[place]
      guard let best = reports[Int(entry.report)].place(ofBest: issue) else { return nil }
      return Said(place: place, reports[Int(entry.report)], best)
    }
    return said.sorted().prefix(finder.quoteLimit).map { said in
      let entry = cell.entries[said.place]
      let report = reports[Int(entry.report)]
      let best = report.issues[said.issue]
      var evidence = ComplaintCluster.Evidence(
        signalID: report.signalID,
        eventTime: report.eventTime,
        quote: best.evidence?.quote ?? "",
        part: best.evidence?.part.description ?? "",
        range: best.evidence?.range ?? ByteRange(0, 0),
        modality: best.modality
      )
      evidence.attribution = best.attribution
      evidence.tier = best.tier
      evidence.confidence = best.confidence
      evidence.source = report.source
      let others = counted.others(than: entry).map { Int($0) }
      evidence.copies = others.sorted { counted.ranks[$0] < counted.ranks[$1] }.map {
        ComplaintCluster.Copy(signalID: reports[$0].signalID, source: reports[$0].source)
      }
      return evidence
    }
  }

  /// The place of a cell's words among those that are quoted.
  private struct Said: Comparable {
    let place: Int
    /// Where the issue stands in its report.
    let issue: Int
    private let tier: Issue.Tier
    private let modality: Int
    private let confidence: Double
    private let seconds: Int64
    private let signalID: String

    init(place: Int, _ report: ComplaintReport, _ issue: Int) {
      self.place = place
      self.issue = issue
      tier = report.issues[issue].tier
      modality = report.issues[issue].modality.rank
      confidence = report.issues[issue].confidence
      seconds = report.eventTime?.seconds ?? .min
      signalID = report.signalID
    }

    static func < (left: Self, right: Self) -> Bool {
      if left.tier != right.tier { return left.tier < right.tier }
      if left.modality != right.modality { return left.modality < right.modality }
      if left.confidence != right.confidence { return left.confidence > right.confidence }
      if left.seconds != right.seconds { return left.seconds > right.seconds }
      return left.signalID < right.signalID
    }
  }
}
