import VerbatimCore
import VerbatimStatistics

/// Customers and decisions of a small shop.
enum LifeSample {
  /// 2026-01-05, a Monday, in days since 1970.
  static let start = 20_458

  /// The Monday of a week, counted from 0.
  static func day(_ week: Int) -> Int { start + 7 * week }

  /// Customers who write about one article: in each week so many, and so many of them with the
  /// issue, which 2 % of the whole shop have.
  static func series(_ weeks: [(reports: Int, writers: Int)]) -> ClusterSeries {
    var writers: [ClusterSeries.Writer] = []
    for (week, counts) in weeks.enumerated() {
      for index in 0..<counts.writers {
        writers.append(
          ClusterSeries.Writer(day: day(week) + index % 7, hasIssue: index < counts.reports)
        )
      }
    }
    return series(of: writers)
  }

  /// Customers of one article in a shop of which 2 % have the issue.
  static func series(of writers: [ClusterSeries.Writer]) -> ClusterSeries {
    ClusterSeries(
      writers,
      shopDays: Array(repeating: start - 400, count: 1_000),
      shopIssueDays: Array(repeating: start - 400, count: 20)
    )
  }

  /// A decision on a day, by Ada.
  static func decision(
    _ day: Int,
    _ action: ClusterDecision.Action,
    until: Int? = nil,
    effective: Int? = nil,
    verdict: ClusterDecision.HazardVerdict? = nil,
    lots: [String] = []
  ) -> ClusterDecision {
    var decision = ClusterDecision(
      clusterID: "sku:K-1:DUR.BREAKS",
      ordinal: 1,
      at: instant(day),
      by: "Ada",
      action: action
    )
    decision.until = until.map(instant)
    decision.effective = effective.map(instant)
    decision.verdict = verdict
    decision.lots = lots
    return decision
  }

  /// Decisions with their ordinals.
  static func log(_ decisions: [ClusterDecision]) -> [ClusterDecision] {
    zip(decisions, 1...).map { decision, ordinal in
      var decision = decision
      decision.ordinal = ordinal
      return decision
    }
  }

  /// A day as an instant.
  static func instant(_ day: Int) -> Instant {
    Instant(seconds: Int64(day) * 86_400, precision: .day)
  }

  /// The transitions in words, a line each.
  static func lines(_ life: ClusterLife) -> [String] {
    life.transitions.map { "\(instant($0.day)) \($0.state.rawValue): \($0.note)" }
  }
}
