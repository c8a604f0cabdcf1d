/// A story that the detector raised at the end of a week.
public struct DefectAlert: Hashable, Sendable {
  /// Where the trouble sits.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    case sku
    case supplier
    case lot
  }

  /// The week, from 0.
  public var week: Int
  /// The last day of the week, in days since 1970-01-01.
  public var day: Int
  /// Where the trouble sits.
  public var level: Level
  /// The SKU, supplier or lot.
  public var key: String
  /// The issue.
  public var issue: String
  /// How sure it is; one threshold serves all series.
  public var score: Double
}

extension DefectAlert {
  /// An alert with its names; `key` is an article, a supplier or a lot.
  ///
  /// The score is cut to three decimals.
  init(
    _ history: ReportHistory,
    _ week: Int,
    _ level: Level,
    _ key: Int32,
    _ issue: Int,
    _ score: Double
  ) {
    self.week = week
    day = history.lastDay(ofWeek: week)
    self.level = level
    self.key =
      switch level {
      case .lot: history.lots[Int(key)]
      case .sku: history.skus[Int(history.articles[Int(key)].sku)]
      case .supplier: history.suppliers[Int(key)]
      }
    self.issue = history.issues[issue]
    self.score = (score * 1000).rounded() / 1000
  }
}
