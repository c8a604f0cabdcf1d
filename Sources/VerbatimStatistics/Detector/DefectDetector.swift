internal import Foundation

/// Finds defects week by week: bursts of a lot, drifts of a SKU, trouble at a supplier.
public struct DefectDetector: Sendable {
  /// What is looked for.
  public var settings: DetectorSettings

  /// A detector.
  public init(_ settings: DetectorSettings = DetectorSettings()) { self.settings = settings }

  /// All alerts of a history, by week.
  ///
  /// - Parameters:
  ///   - history: The reports.
  ///   - method: Everything together, or one method alone; scores of different methods are not
  ///     comparable.
  /// - Returns: Each story once, and again when it escalates or moves.
  public func replay(
    _ history: ReportHistory,
    method: DetectorMethod = .combined
  ) -> [DefectAlert] {
    if method == .combined {
      var replay = DefectReplay(history, settings)
      for _ in 0..<history.weekCount { replay.advance() }
      return replay.alerts
    }
    var replay = SingleMethodReplay(history, method, settings)
    for _ in 0..<history.weekCount { replay.advance() }
    return replay.alerts
  }
}
