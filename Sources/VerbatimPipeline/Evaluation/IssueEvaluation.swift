public import VerbatimCore
public import VerbatimStatistics

/// How right the issues are: those that people found in texts beside those that the engine found.
///
/// What is counted is a leaf in a text, once. With all modalities, a leaf that is denied or asked
/// about is to be found too, and found as such.
public struct IssueEvaluation: Sendable {
  /// One text with what the engine found in it, a leaf once.
  public struct Row: Sendable {
    /// What people found.
    public var gold: IssueGold
    /// What the engine found.
    public var found: [Issue]
  }

  /// What is measured.
  public enum Measure: String, CaseIterable, Sendable {
    /// Leaves in texts, whatever the modality.
    case f1 = "F1"
    /// Of the leaves found, those that people found too.
    case precision
    /// Of the leaves that people found, those found.
    case recall
    /// Leaves in texts that are reported: actual, potential or resolved on both sides.
    case reportF1 = "F1, reports"
    /// Of the reported hazards of people, those found as reported hazards.
    case hazardRecall = "hazard recall"
    /// Of the reported hazards found, those of people.
    case hazardPrecision = "hazard precision"
    /// The same for texts: whether any hazard is reported.
    case hazardTextRecall = "hazard recall, texts"
    /// The same for texts.
    case hazardTextPrecision = "hazard precision, texts"
    /// Of the leaves that both found, those with the same modality.
    case modality = "modality"
    /// Of the leaves that both found, those with the same attribution.
    case attribution = "attribution"
    /// Of the hazards that both found, those with the same tier.
    case tier = "hazard tier"
    /// Of the look-alikes, those that are reported.
    case lookalikes = "look-alikes hit"
    /// Of the texts that say how long it took, those whose days are right.
    case days = "days right"
    /// Of the texts for which days were found, those whose days are right.
    case daysPrecision = "days precision"
  }

  /// A measure with its interval.
  public struct Line: Sendable {
    /// What is measured.
    public var measure: Measure
    /// The value; nil where nothing is to be measured.
    public var value: Double?
    /// Its interval; nil where too few draws define it.
    public var interval: Bootstrap.Interval?
    /// What it is a share of.
    public var count: Int
  }

  /// How a leaf fares.
  public struct LeafLine: Hashable, Sendable {
    /// The leaf.
    public var code: String
    /// In how many texts people and engine found it.
    public var hits = 0
    /// In how many only people.
    public var missed = 0
    /// In how many only the engine.
    public var wrong = 0
    /// Of the hits, those with the same modality.
    public var sameModality = 0
    /// Of its look-alikes, those that are reported.
    public var lookalikes = 0
  }

  /// The texts.
  public let rows: [Row]

  /// Runs an engine over texts.
  ///
  /// - Parameters:
  ///   - gold: The texts with what people found in them.
  ///   - engine: The engine.
  ///   - only: What the codes begin with that count; empty for all.
  public init(_ gold: [IssueGold], by engine: SignalEngine, only: String = "") {
    var scratch = SignalEngine.Scratch()
    rows = gold.map { gold in
      var record = FeedbackRecord(source: .init(kind: .survey, format: "text", file: "-"))
      record.text = gold.text
      record.id = "gold"
      let issues = engine.signal(for: &record, explains: false, scratch: &scratch).issues
      var row = Row(gold: gold, found: [])
      row.gold.claims.removeAll { !$0.code.hasPrefix(only) }
      row.gold.traps.removeAll { !$0.hasPrefix(only) }
      for issue in issues where issue.code.hasPrefix(only) {
        if !row.found.contains(where: { $0.code == issue.code }) { row.found.append(issue) }
      }
      return row
    }
  }

  /// The measures, each with its interval.
  public func lines(_ bootstrap: Bootstrap) -> [Line] {
    let sums = Measure.allCases.map { measure in rows.map { $0.parts(of: measure) } }
    let measures = sums.map { parts in
      RatioMeasure(above: parts.map(\.above), below: parts.map(\.below))
    }
    let intervals = bootstrap.intervals(of: measures)
    return Measure.allCases.indices.map { index in
      Line(
        measure: Measure.allCases[index],
        value: measures[index].value,
        interval: intervals[index],
        count: sums[index].reduce(0) { $0 + $1.below }
      )
    }
  }

  /// Modalities of the leaves that both found: rows are people's, columns the engine's.
  public var modalities: ConfusionTable {
    let all = Issue.Modality.allCases
    return confusion(all.count) { claim, issue in
      (all.firstIndex(of: claim.modality) ?? 0, all.firstIndex(of: issue.modality) ?? 0)
    }
  }

  /// Attributions of the leaves that both found.
  public var attributions: ConfusionTable {
    let all = Issue.Attribution.allCases
    return confusion(all.count) { claim, issue in
      (all.firstIndex(of: claim.attribution) ?? 0, all.firstIndex(of: issue.attribution) ?? 0)
    }
  }

  private func confusion(
    _ count: Int,
    _ cell: (IssueGold.Claim, Issue) -> (Int, Int)
  ) -> ConfusionTable {
    var table = ConfusionTable(rows: count, columns: count)
    for row in rows {
      for (claim, issue) in row.pairs {
        let (gold, found) = cell(claim, issue)
        table[gold, found] += 1
      }
    }
    return table
  }

  /// How each leaf fares, in the order of the codes.
  public var leaves: [LeafLine] {
    var lines: [String: LeafLine] = [:]
    func count(_ code: String, _ member: WritableKeyPath<LeafLine, Int>) {
      lines[code, default: LeafLine(code: code)][keyPath: member] += 1
    }
    for row in rows {
      for (claim, issue) in row.pairs {
        count(claim.code, \.hits)
        if claim.modality == issue.modality { count(claim.code, \.sameModality) }
      }
      for claim in row.missed { count(claim.code, \.missed) }
      for issue in row.wrong { count(issue.code, \.wrong) }
      for code in row.lookalikesHit { count(code, \.lookalikes) }
    }
    return lines.values.sorted { $0.code < $1.code }
  }
}

extension IssueEvaluation.Row {
  /// The leaves that both found.
  public var pairs: [(claim: IssueGold.Claim, issue: Issue)] {
    gold.claims.compactMap { claim in
      found.first { $0.code == claim.code }.map { (claim, $0) }
    }
  }

  /// What only people found.
  public var missed: [IssueGold.Claim] {
    gold.claims.filter { claim in !found.contains { $0.code == claim.code } }
  }

  /// What only the engine found.
  public var wrong: [Issue] {
    found.filter { issue in !gold.claims.contains { $0.code == issue.code } }
  }

  /// The look-alikes that are reported.
  public var lookalikesHit: [String] {
    gold.traps.filter { code in found.contains { $0.code == code && $0.modality.isReport } }
  }

  /// How many days the engine found; of several the fewest.
  public var days: Int? { found.compactMap(\.afterDays).min() }

  /// Whether leaves, modalities, attributions and days agree.
  public var isRight: Bool {
    missed.isEmpty && wrong.isEmpty && lookalikesHit.isEmpty && days == gold.days
      && pairs.allSatisfy {
        $0.claim.modality == $0.issue.modality && $0.claim.attribution == $0.issue.attribution
      }
  }

  /// What the text adds above and below the line of a measure.
  fileprivate func parts(of measure: IssueEvaluation.Measure) -> (above: Int, below: Int) {
    func share(_ isIn: Bool, _ isRight: Bool) -> (Int, Int) { isIn ? (isRight ? 1 : 0, 1) : (0, 0) }
    let pairs = pairs
    let reports = pairs.filter { $0.claim.modality.isReport && $0.issue.modality.isReport }
    let hazards = gold.claims.filter(\.isHazard)
    let found = self.found.filter(\.isReportedHazard)
    let hits = hazards.filter { claim in found.contains { $0.code == claim.code } }.count
    switch measure {
    case .f1: return (2 * pairs.count, gold.claims.count + self.found.count)
    case .precision: return (pairs.count, self.found.count)
    case .recall: return (pairs.count, gold.claims.count)
    case .reportF1:
      return (
        2 * reports.count,
        gold.claims.filter(\.modality.isReport).count
          + self.found.filter(\.modality.isReport).count
      )
    case .hazardRecall: return (hits, hazards.count)
    case .hazardPrecision: return (hits, found.count)
    case .hazardTextRecall: return share(!hazards.isEmpty, !found.isEmpty)
    case .hazardTextPrecision: return share(!found.isEmpty, !hazards.isEmpty)
    case .modality:
      return (pairs.filter { $0.claim.modality == $0.issue.modality }.count, pairs.count)
    case .attribution:
      return (pairs.filter { $0.claim.attribution == $0.issue.attribution }.count, pairs.count)
    case .tier:
      let both = pairs.filter { $0.claim.isHazard && $0.issue.isReportedHazard }
      return (both.filter { $0.claim.tier == $0.issue.tier }.count, both.count)
    case .lookalikes: return (lookalikesHit.count, gold.traps.count)
    case .days: return share(gold.days != nil, days == gold.days)
    case .daysPrecision: return share(days != nil, days == gold.days)
    }
  }
}

extension IssueGold.Claim {
  /// Whether a danger is reported: a leaf of safety or freshness in one of the two highest tiers.
  var isHazard: Bool {
    tier.isHazard && modality.isReport && (code.hasPrefix("SAF.") || code.hasPrefix("FRS."))
  }
}

extension Issue {
  /// Whether a danger is reported: a leaf of safety or freshness in one of the two highest tiers.
  fileprivate var isReportedHazard: Bool {
    tier.isHazard && modality.isReport && (code.hasPrefix("SAF.") || code.hasPrefix("FRS."))
  }
}
