internal import VerbatimCore

extension ClusterTable {
  /// The cell counted again without the evidence that may be doubted: as it is, without what is
  /// only feared, without the busiest week, without the most frequent kind of source.
  ///
  /// A week or a source is left out of all four margins, as if it had never been heard of, and what
  /// is expected changes with them; EBGM keeps the prior of the whole run. An alert must pass the
  /// run's greatest p-value again. A hazard stands while one report is left.
  ///
  /// - Complexity: O(the units of the key and the reports of the cell) for each.
  func recounts(of number: Int) -> [ComplaintCluster.Recount] {
    let cell = cells[number]
    let issue = counted.issues[cell.issue]
    let isHazard = tier(number).isHazard
    var recounts = [
      recount(.none, nil, components[number], ratio(number), isHazard || isAlert(number))
    ]
    func without(
      _ omission: ComplaintCluster.Recount.Omission,
      _ detail: String?,
      _ left: (ofIssue: Int, inAll: Int),
      unit keepsUnit: (CountedReports.Unit) -> Bool,
      report keepsReport: (ComplaintReport) -> Bool
    ) {
      let observed = cell.entries.count { keepsReport(reports[Int($0.report)]) }
      guard observed < cell.entries.count else { return }
      let ofKey = unitsOfKey[cell.key].count { keepsUnit(counted.units[$0]) }
      let component = InformationComponent(
        observed: observed,
        expected: expected(
          cell,
          key: max(observed, ofKey),
          issue: left.ofIssue,
          of: max(1, left.inAll)
        )
      )
      let ratio = self.ratio(count: observed, expected: component.expected)
      let isAlert =
        isHazard
        ? observed > 0
        : observed >= finder.minimumCount && ratio.lower >= finder.alertRatio
          && estimates.passes(component.pValue, insteadOfCell: number)
      recounts.append(recount(omission, detail, component, ratio, isAlert))
    }
    let ofIssue = issueTotals[cell.issue]
    let margin = margins.ofIssue[cell.issue]
    without(.potential, nil, (ofIssue - margin.potential, total), unit: { _ in true }) {
      $0.bestModality(issue) != .potential
    }
    let weeks = cell.entries.compactMap { reports[Int($0.report)].eventTime?.weekStart }
    if let name = Self.counted(weeks.map(\.description)).first?.name,
      let week = weeks.first(where: { $0.description == name }).map(CountedReports.week(of:))
    {
      let left = (
        ofIssue - (margin.weeks[week] ?? 0), total - (margins.unitsOfWeek[week] ?? 0)
      )
      without(.busiestWeek, name, left) {
        $0.week != week
      } report: {
        $0.eventTime.map(CountedReports.week(of:)) != week
      }
    }
    let sources = Self.counted(
      cell.entries.map { reports[Int($0.report)].source }.filter { !$0.isEmpty }
    )
    if let source = sources.first?.name {
      let left = (
        ofIssue - (margin.sources[source] ?? 0), total - (margins.unitsOfSource[source] ?? 0)
      )
      without(.source, source, left) {
        reports[$0.first].source != source
      } report: {
        $0.source != source
      }
    }
    return recounts
  }

  private func recount(
    _ omission: ComplaintCluster.Recount.Omission,
    _ detail: String?,
    _ component: InformationComponent,
    _ ratio: GammaMixturePosterior,
    _ isAlert: Bool
  ) -> ComplaintCluster.Recount {
    ComplaintCluster.Recount(
      omission: omission,
      detail: detail,
      observed: component.observed,
      expected: component.expected,
      shrunkRatio: ratio,
      isAlert: isAlert
    )
  }
}
