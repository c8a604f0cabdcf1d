internal import VerbatimCore
internal import VerbatimStatistics

/// What people found on reading reports, as it holds: of each report and issue the latest mark.
///
/// A mark is made on a cluster and says something about a report: that it is not of the issue, or
/// somebody else's fault. So it holds at every level, else an article and its maker would be told of
/// different counts.
struct EvidenceLedger {
  private struct Place: Hashable {
    var signalID: String
    var issue: String
  }

  private var latest: [Place: EvidenceMark] = [:]
  private let direction: ComplaintCluster.Direction

  /// The marks that hold by the end of a day, or all.
  init(
    _ marks: [EvidenceMark],
    direction: ComplaintCluster.Direction,
    asOf: Instant?
  ) {
    self.direction = direction
    for mark in marks {
      guard asOf.map({ mark.at.dayNumber <= $0.dayNumber }) ?? true,
        let identity = ClusterIdentity(mark.clusterID), identity.direction == direction
      else { continue }
      let place = Place(signalID: mark.signalID, issue: identity.issue)
      // Marks of two levels on one report have no common count: the later counts, and of one moment
      // the one of the later id.
      if let other = latest[place], (other.at, other.clusterID) > (mark.at, mark.clusterID) {
        continue
      }
      latest[place] = mark
    }
  }

  /// Takes the issues that people marked out from reports, and counts them by cluster.
  func clear(_ reports: inout [ComplaintReport], _ markedOut: inout [ClusterIdentity: Int]) {
    guard !latest.isEmpty else { return }
    let marked = Set(latest.keys.map(\.signalID))
    for place in reports.indices where marked.contains(reports[place].signalID) {
      reports[place] = cleared(reports[place], &markedOut)
    }
  }

  private func cleared(
    _ report: ComplaintReport,
    _ markedOut: inout [ClusterIdentity: Int]
  ) -> ComplaintReport {
    let out = Set(report.issues.filter(\.modality.isReport).map(\.code)).filter { issue in
      latest[Place(signalID: report.signalID, issue: issue)].map { !$0.counts } ?? false
    }
    guard !out.isEmpty else { return report }
    var report = report
    report.issues.removeAll { out.contains($0.code) }
    let keys: [(ComplaintCluster.Level, String?)] = [
      (.sku, report.sku), (.supplier, report.supplier), (.lot, report.lot),
    ]
    for issue in out {
      for (level, key) in keys {
        guard let key else { continue }
        markedOut[ClusterIdentity(direction, level: level, key: key, issue: issue), default: 0] += 1
      }
    }
    return report
  }
}
