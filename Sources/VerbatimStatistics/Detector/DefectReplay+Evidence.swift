internal import Foundation

/// What speaks for each kind of story.
extension DefectReplay {
  /// Evidence times prior odds of one kind of story, in natural logarithms.
  struct Evidence {
    var value = -Double.infinity
    var level = DefectAlert.Level.sku
    var key: Int32 = -1
    /// The best other explanation.
    var rival = -Double.infinity
    /// Whether it is a lot that nobody speaks of any more.
    var isOver = false
  }

  /// ln of the complaints to be expected in ten weeks; below a fifth it falls no more.
  private static func logVolume(_ usual: Double) -> Double { log(max(0.2, 10 * usual)) }

  /// The evidence of a cell at its best level; nil when there is nothing to speak of.
  mutating func evidence(of index: Int) -> Evidence? {
    let cell = cells[index]
    window.load(&state, article: cell.article, issue: cell.issue, complaints: cell.complaints)
    guard window.longest > 0, window.recentCounts[window.longest] >= 2, window.excess >= 0.8
    else { return nil }
    let grid = RateGrid(window)
    let volume = Self.logVolume(window.usual)
    var result = Evidence(
      value: LogSum.log(
        grid.steps(window) + log(settings.stepShare),
        grid.drifts(window) + log(1 - settings.stepShare)
      ) + log(settings.skuOdds) + settings.skuVolumePower * volume,
      level: .sku,
      key: Int32(cell.article)
    )
    lots.load(history, window, cell, week: state.week)
    for lot in lots.evidence(window, grid) {
      let value = lot.value + log(settings.lotOdds) + settings.lotVolumePower * volume
      if value > result.value {
        result = Evidence(
          value: value,
          level: .lot,
          key: lot.lot,
          rival: result.value,
          isOver: lot.silence > settings.lotSilence
        )
      } else {
        result.rival = max(result.rival, value)
      }
    }
    return result
  }

  /// The evidence that all articles of a supplier are in trouble.
  mutating func supplierEvidence(supplier: Int, issue: Int) -> Double {
    guard !history.suppliers[supplier].isEmpty, articlesOf[supplier].count > 1 else {
      return -.infinity
    }
    let (value, usual) = supplierTest.evidence(
      &state,
      supplier: supplier,
      articles: articlesOf[supplier],
      issue: issue,
      cells: cells,
      cellStarts: cellStarts
    )
    return value + log(settings.supplierOdds)
      + settings.supplierVolumePower * Self.logVolume(usual)
  }

  /// The greatest evidence of a supplier's articles without a complaint in this week.
  ///
  /// What one of them showed the week before speaks against its supplier still.
  mutating func silentEvidence(
    supplier: Int,
    issue: Int,
    without list: ArraySlice<Int32>
  ) -> Double {
    var greatest = -Double.infinity
    for article in articlesOf[supplier] {
      for index in cellStarts[article]..<cellStarts[article + 1]
      where cells[index].issue == issue && !list.contains(Int32(index)) {
        let first = history.complaints[cells[index].complaints.lowerBound]
        guard Int(first.week) <= state.week, let evidence = evidence(of: index) else { continue }
        greatest = max(greatest, evidence.value)
      }
    }
    return greatest
  }
}
