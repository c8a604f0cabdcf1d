internal import VerbatimCore

/// Who wrote about what and when: the counts behind the lives of all clusters of a level.
///
/// One row for each customer and key, as ``ClusterFinder`` counts: copies of a text and repeats of
/// one customer are one. Reports without a time are in no row.
public struct LifeTable: Sendable {
  private struct Row {
    var day: Int
    var issueDays: [String: Int] = [:]
    var lots: [String] = []
  }

  private struct Place: Hashable {
    var key: String
    var name: String
  }

  private var rows: [String: [Row]] = [:]
  private var shopDays: [Int] = []
  private var shopIssueDays: [String: [Int]] = [:]

  /// The rows of one level.
  ///
  /// - Complexity: O(*n* log *n*) in the reports.
  public init(_ reports: [ComplaintReport], by level: ComplaintCluster.Level) {
    var texts = Set<Place>()
    var people: [Place: Int] = [:]
    for index in CountedReports.order(reports) {
      let report = reports[index]
      guard let key = CountedReports.key(of: report, level), let day = report.eventTime?.dayNumber
      else { continue }
      if !report.textKey.isEmpty {
        guard texts.insert(Place(key: key, name: report.textKey)).inserted else { continue }
      }
      let person = Place(key: key, name: report.customerKey ?? report.signalID)
      var row = people[person].flatMap { rows[key]?[$0] } ?? Row(day: day)
      for issue in report.issues where issue.modality.isReport {
        row.issueDays[issue.code] = min(row.issueDays[issue.code] ?? day, day)
      }
      if let lot = report.lot, !row.lots.contains(lot) { row.lots.append(lot) }
      if let old = people[person] {
        rows[key]?[old] = row
      } else {
        people[person] = rows[key]?.count ?? 0
        rows[key, default: []].append(row)
      }
    }
    for row in rows.values.joined() {
      shopDays.append(row.day)
      for (issue, day) in row.issueDays { shopIssueDays[issue, default: []].append(day) }
    }
    shopDays.sort()
    for issue in shopIssueDays.keys { shopIssueDays[issue]?.sort() }
  }

  /// The customers of one key, and how frequent the issue is in the whole shop.
  public func series(key: String, issue: String) -> ClusterSeries {
    ClusterSeries(
      (rows[key] ?? []).map { row in
        ClusterSeries.Writer(
          day: row.issueDays[issue] ?? row.day,
          hasIssue: row.issueDays[issue] != nil,
          lots: row.lots
        )
      },
      shopDays: shopDays,
      shopIssueDays: shopIssueDays[issue] ?? []
    )
  }
}
