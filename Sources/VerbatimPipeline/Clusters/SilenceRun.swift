public import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// Finds the sources of feedback in a store and how regularly each delivers.
public struct SilenceRun: Sendable {
  private struct Source: Hashable {
    var kind: FeedbackRecord.Kind
    var name: String
  }

  private let store: SignalStore

  /// A run over a store.
  public init(_ store: SignalStore) { self.store = store }

  /// Every source, the silent first, then by kind and name.
  ///
  /// Files of one source differ in their digits: `chats-2026-10.txt` and `chats-2026-11.txt` in one
  /// folder are `chats-#-#.txt`.
  ///
  /// - Parameter asOf: Only what had happened by the end of this day; nil is the day of the latest
  ///   feedback.
  /// - Returns: The sources of which a day is known.
  /// - Throws: A failure of the store.
  public func sources(asOf: Instant? = nil) throws(StoreFailure) -> [SourceSilence] {
    let end = asOf.map {
      Instant(seconds: (Int64($0.dayNumber) + 1) * 86_400, precision: .day)
    }
    let deliveries = try store.deliveries(until: end)
    guard let latest = deliveries.map(\.day).max() else { return [] }
    var days: [Source: [Int: Int]] = [:]
    for delivery in deliveries {
      let source = Source(kind: delivery.kind, name: Self.pattern(delivery.path))
      days[source, default: [:]][delivery.day, default: 0] += delivery.signals
    }
    return days.compactMap { source, days in
      SourceSilence(
        kind: source.kind,
        source: source.name,
        days: days,
        today: asOf?.dayNumber ?? latest
      )
    }.sorted { left, right in
      if left.isSilent != right.isSilent { return left.isSilent }
      return (left.kind.rawValue, left.source) < (right.kind.rawValue, right.source)
    }
  }

  /// The last folder and the name of a path, with `#` for each run of digits.
  static func pattern(_ path: String) -> String {
    let parts = path.split(separator: "/").suffix(2).joined(separator: "/")
    var pattern = ""
    for character in parts {
      if !("0"..."9").contains(character) {
        pattern.append(character)
      } else if pattern.last != "#" {
        pattern.append("#")
      }
    }
    return pattern.isEmpty ? path : pattern
  }
}
