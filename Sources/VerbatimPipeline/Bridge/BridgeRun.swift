internal import VerbatimCore
public import VerbatimStore

/// Scores what is stored of two periods by two engines; nothing is changed.
public struct BridgeRun: Sendable {
  private let store: SignalStore
  private let old: SignalEngine
  private let new: SignalEngine

  /// A run over a store.
  public init(_ store: SignalStore, from old: SignalEngine, to new: SignalEngine) {
    self.store = store
    self.old = old
    self.new = new
  }

  /// Where a row belongs.
  private struct Place: Hashable {
    var segment: BridgeSegment
    var measure: BridgeMeasure
  }

  /// The bridge over a span, by dimensions; all signals together come first.
  ///
  /// Texts are scored as they are stored, with personal data masked. Signals without a time are in
  /// no period. Product, supplier and segments stay as they were found.
  ///
  /// - Throws: ``StoreFailure``.
  /// - Complexity: Two scorings a signal of both periods; memory for a row a segment and measure.
  public func bridge(
    over span: BridgeSpan,
    by dimensions: [BridgeSegment.Dimension]
  ) throws -> Bridge {
    var bridge = Bridge(from: old.identity, to: new.identity, span: span)
    let dimensions = [.all] + dimensions.filter { $0 != .all }
    var rows: [Place: BridgeRow] = [:]
    var scratch = SignalEngine.Scratch()
    var otherScratch = SignalEngine.Scratch()
    let filter = SignalFilter(since: span.before.start, until: span.after.end)
    try store.forEachFeedback(filter) { feedback in
      guard let time = feedback.record.occurredAt else { return }
      var record = feedback.record
      let from = old.signal(for: &record, explains: false, scratch: &scratch)
      record = feedback.record
      let to = new.signal(for: &record, explains: false, scratch: &otherScratch)
      bridge.signals += 1
      if from.sentiment.compound == feedback.compound, from.sentiment.label == feedback.label {
        bridge.reproduced += 1
      }
      for dimension in dimensions {
        let segment = BridgeSegment(of: feedback, by: dimension)
        for measure in BridgeMeasure.allCases {
          let place = Place(segment: segment, measure: measure)
          var row = rows[place] ?? BridgeRow(segment, measure)
          // A row stays though no signal of it has the measure: it says so.
          if let old = measure.value(of: from), let new = measure.value(of: to) {
            if span.after.holds(time) {
              row.after.add(old, new)
            } else {
              row.before.add(old, new)
            }
          }
          rows[place] = row
        }
      }
    }
    if rows.isEmpty {
      bridge.rows = BridgeMeasure.allCases.map { BridgeRow(BridgeSegment(by: .all), $0) }
    } else {
      bridge.rows = Self.inOrder(Array(rows.values), dimensions)
    }
    return bridge
  }

  private static func inOrder(
    _ rows: [BridgeRow],
    _ dimensions: [BridgeSegment.Dimension]
  ) -> [BridgeRow] {
    func rank(_ row: BridgeRow) -> (Int, Int, String, Int) {
      (
        dimensions.firstIndex(of: row.segment.by) ?? 0,
        row.segment.value == nil ? 1 : 0,
        row.segment.value ?? "",
        BridgeMeasure.allCases.firstIndex(of: row.measure) ?? 0
      )
    }
    return rows.sorted { rank($0) < rank($1) }
  }
}
