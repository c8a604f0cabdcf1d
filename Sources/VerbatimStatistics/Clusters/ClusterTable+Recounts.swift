internal import VerbatimCore

extension ClusterTable {
  /// The cell counted again without the evidence that may be doubted: as it is, without what is only
  /// feared, without the busiest week, without the most frequent kind of source.
  ///
  /// A week or a source is left out of all four margins, as if it had never been heard of, and what is
  /// expected changes with them; EBGM keeps the prior of the whole run. An alert must pass the run's greatest p-value again. A hazard
  /// stands while one report is left.
  ///
  /// - Complexity: O(the units of the key and the reports of the issue) for each.
  func recounts(of number: Int) -> [ComplaintCluster.Recount] {
    let cell = cells[number]
    let issue = counted.issues[cell.issue]
    let isHazard = tier(number).isHazard
    var recounts = [
      recount(.none, nil, components[number], isAlert: isHazard || isAlert(number))
    ]
    func without(
      _ omission: ComplaintCluster.Recount.Omission,
      _ detail: String?,
      unit keepsUnit: (CountedReports.Unit) -> Bool,
      report keepsReport: (ComplaintReport) -> Bool
    ) {
      func left(_ cell: Int) -> Int {
        cells[cell].entries.count { keepsReport(reports[$0.report]) }
      }
      let observed = cell.entries.count { keepsReport(reports[$0.report]) }
      guard observed < cell.entries.count else { return }
      let ofKey = unitsOfKey[cell.key].count { keepsUnit(counted.units[$0]) }
      let component = InformationComponent(
        observed: observed,
        expected: expected(
          cell,
          key: max(observed, ofKey),
          issue: cellsOfIssue[cell.issue].reduce(0) { $0 + left($1) },
          of: max(1, counted.units.count(where: keepsUnit))
        )
      )
      let ratio = prior.posterior(count: observed, expected: component.expected)
      let isAlert =
        isHazard
        ? observed > 0
        : observed >= finder.minimumCount && ratio.lower >= finder.alertRatio
          && component.pValue <= greatestPValue
      recounts.append(recount(omission, detail, component, isAlert: isAlert))
    }
    without(.potential, nil, unit: { _ in true }) { $0.best(issue)?.modality != .potential }
    let weeks = cell.entries.compactMap { reports[$0.report].eventTime?.weekStart.description }
    if let week = Self.counted(weeks).first?.name {
      without(.busiestWeek, week) { unit in
        unit.week.map { CountedReports.monday($0).description } != week
      } report: {
        $0.eventTime?.weekStart.description != week
      }
    }
    let sources = Self.counted(
      cell.entries.map { reports[$0.report].source }.filter { !$0.isEmpty }
    )
    if let source = sources.first?.name {
      without(.source, source) {
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
    isAlert: Bool
  ) -> ComplaintCluster.Recount {
    ComplaintCluster.Recount(
      omission: omission,
      detail: detail,
      observed: component.observed,
      expected: component.expected,
      shrunkRatio: prior.posterior(count: component.observed, expected: component.expected),
      isAlert: isAlert
    )
  }
}
