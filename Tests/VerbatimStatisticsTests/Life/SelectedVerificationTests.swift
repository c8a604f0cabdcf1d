import Testing
import VerbatimCore
import VerbatimStatistics

/// Corrective actions are taken where an alert was, and an alert is where chance has struck: the rate
/// falls by itself afterwards. How often is that taken for a success?
@Suite("Verification after an alert that was chance")
struct SelectedVerificationTests {
  private typealias Sample = LifeSample

  /// What came of articles in which nothing was changed.
  private struct Outcomes {
    /// Articles that became an alert.
    var alerts = 0
    /// Of these, how many were called mended half a year after the change that did nothing.
    var once = 0
    /// The same, asked in each of its weeks.
    var weekly = 0
    /// Asked once, had what led to the alert been counted as well.
    var unguarded = 0
  }

  /// Articles whose customers have the issue in 5 % of cases, week after week, where 2 % of the shop
  /// have it; those that become an alert in half a year are "corrected" eight weeks later.
  private static func outcomes(seed: UInt64) -> Outcomes {
    var random = SplitMix64(seed: seed)
    var result = Outcomes()
    for _ in 0..<600 {
      var writers: [ClusterSeries.Writer] = []
      for day in 0..<(60 * 7) {
        let hasIssue = random.index(below: 100) < 5
        writers.append(ClusterSeries.Writer(day: Sample.start + day, hasIssue: hasIssue))
      }
      let series = Sample.series(of: writers)
      let half = ClusterLife(
        series,
        decisions: [],
        judged: .open,
        isHazard: false,
        asOf: Sample.day(26)
      )
      let found = half.transitions.first { $0.state == .open && $0.note.contains("chance") }
      guard let alert = found?.day else { continue }
      let change = alert + 56
      func isMended(since alert: Int?, by day: Int) -> Bool {
        series.verification(effective: change, alert: alert, lots: [], through: day).verdict
          == .verified
      }
      result.alerts += 1
      result.once += isMended(since: alert, by: change + 26 * 7) ? 1 : 0
      result.unguarded += isMended(since: nil, by: change + 26 * 7) ? 1 : 0
      result.weekly += (1...26).contains { isMended(since: alert, by: change + $0 * 7) } ? 1 : 0
    }
    return result
  }

  @Test("keeps its promise when it is asked once, and what led to the alert is left out")
  func selection() {
    let outcomes = Self.outcomes(seed: 21)
    #expect(outcomes.alerts > 80)
    let count = Double(outcomes.alerts)
    // 2.5 % and two standard errors of a share of some hundred.
    #expect(Double(outcomes.once) / count <= 0.06)
    #expect(outcomes.unguarded > 2 * outcomes.once)
    #expect(outcomes.weekly >= outcomes.once)
  }
}
