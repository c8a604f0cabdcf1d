public import VerbatimStatistics

/// Every method alone on every series of a table, and the combined score over all of them.
public struct SeriesRun: Sendable {
  /// Which methods run.
  public enum Choice: Hashable, Sendable {
    /// These, on every series.
    case methods([SeriesMethod])
    /// Those that fit each series' history and exposure.
    case recommended
  }

  /// A method that could not be used on a series.
  public struct Skip: Hashable, Sendable {
    /// The series' key.
    public var key: String
    /// The series' issue.
    public var issue: String
    /// The method.
    public var method: SeriesMethod
    /// Why.
    public var reason: String
  }

  /// What a method says of a series.
  public struct Result: Sendable {
    /// The series.
    public var entry: SeriesTable.Entry
    /// The method.
    public var method: SeriesMethod
    /// A point for each period.
    public var points: [SeriesPoint]
    /// The q-value of each period over all tests of the run; empty but for the score.
    public var qValues: [Double?]
  }

  /// From this q-value down the score is an alarm.
  public static let alarmQ = 0.05

  private let choice: Choice
  private let monitor: SeriesMonitor

  /// A run.
  public init(_ choice: Choice, monitor: SeriesMonitor = SeriesMonitor()) {
    self.choice = choice
    self.monitor = monitor
  }

  /// Runs the methods series by series and hands each result over.
  ///
  /// The score goes twice over the series: its q-values (Benjamini and Hochberg 1995) need the
  /// p-values of all first.
  ///
  /// - Parameters:
  ///   - entries: The series.
  ///   - receive: Takes one method's points of one series.
  /// - Returns: What could not be run, in the order of the series.
  /// - Throws: What `receive` throws.
  public func run<Failure: Error>(
    _ entries: [SeriesTable.Entry],
    receive: (Result) throws(Failure) -> Void
  ) throws(Failure) -> [Skip] {
    let qValues = scoreQValues(entries)
    var skips: [Skip] = []
    var next = 0
    for entry in entries {
      for method in methods(for: entry.series) {
        switch monitor.outcome(of: method, for: entry.series) {
        case .skipped(let reason):
          skips.append(
            Skip(key: entry.key, issue: entry.issue, method: method, reason: reason)
          )
        case .points(var points):
          var own: [Double?] = []
          if method == .score {
            for index in points.indices {
              guard points[index].pValue != nil else {
                own.append(nil)
                continue
              }
              own.append(qValues[next])
              points[index].isAlarm = qValues[next] <= Self.alarmQ
              next += 1
            }
          }
          try receive(Result(entry: entry, method: method, points: points, qValues: own))
        }
      }
    }
    return skips
  }

  private func methods(for series: CountSeries) -> [SeriesMethod] {
    switch choice {
    case .methods(let methods): methods
    case .recommended: monitor.recommended(for: series)
    }
  }

  /// The q-value of each score of the run, in the order in which they are handed over.
  private func scoreQValues(_ entries: [SeriesTable.Entry]) -> [Double] {
    var pValues: [Double] = []
    for entry in entries where methods(for: entry.series).contains(.score) {
      guard case .points(let points) = monitor.outcome(of: .score, for: entry.series) else {
        continue
      }
      pValues += points.compactMap(\.pValue)
    }
    return FalseDiscovery.qValues(pValues)
  }
}
