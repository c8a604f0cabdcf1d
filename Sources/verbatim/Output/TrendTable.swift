import VerbatimPipeline

/// Satisfaction indices as CSV, a row a segment and cycle; unknown numbers are empty.
struct TrendTable {
  /// The dimensions, each a column.
  var by: [String]
  /// From how many customers on there is an index.
  var minimum: Int

  /// The header and the rows.
  func csv(_ series: [IndexSeries]) -> [UInt8] {
    var bytes = CSVLine.bytes(
      by + [
        "cycle", "start", "end", "complete", "index", "ci95_lower", "ci95_upper", "n_customers",
        "n_signals", "minimum", "nps", "nps_margin95", "csat", "ces", "shrinkage", "parent_index",
        "trend_state", "crossing", "delta", "delta_se",
      ]
    )
    for series in series {
      let segment = by.map { dimension in
        series.segment.first { $0.dimension == dimension }?.value ?? ""
      }
      for point in series.points { bytes += CSVLine.bytes(segment + row(point)) }
    }
    return bytes
  }

  private func row(_ point: IndexPoint) -> [String] {
    let crossings = point.crossings.filter { $0.crossing != .unchanged }.map {
      "\($0.crossing.rawValue) \(Figure.plain($0.threshold))"
    }
    return [
      point.cycle.id, point.cycle.start.description, point.cycle.end.description,
      point.isComplete ? "true" : "false", number(point.index), number(point.interval?.lower),
      number(point.interval?.upper), String(point.customers), String(point.signals),
      String(minimum), number(point.promotion?.value), number(point.promotion?.margin95),
      number(point.satisfied?.value), number(point.eased?.value), number(point.shrinkage),
      number(point.parentIndex), point.state.rawValue, crossings.joined(separator: ";"),
      number(point.delta), number(point.deltaError),
    ]
  }

  private func number(_ value: Double?) -> String {
    value.map { String(($0 * 1_000_000).rounded() / 1_000_000) } ?? ""
  }
}
