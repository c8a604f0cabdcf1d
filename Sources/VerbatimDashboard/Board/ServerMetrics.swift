internal import Foundation
internal import Synchronization
internal import VerbatimPipeline

/// What the server did since it started, as Prometheus reads it.
final class ServerMetrics: Sendable {
  /// The upper ends of the buckets of durations, in seconds: 200 ms is what a page may take.
  static let buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 5]

  private struct Key: Hashable {
    var route: String
    var method: String
    var status: Int
  }

  private struct Durations {
    var counts = [Int](repeating: 0, count: ServerMetrics.buckets.count)
    var sum = 0.0
    var count = 0
  }

  private struct State {
    var requests: [Key: Int] = [:]
    var durations: [String: Durations] = [:]
    var records = ImportCounts()
  }

  private let state = Mutex(State())

  /// Counts an answer; routes go by their pattern, so that their number stays small.
  func count(route: String, method: String, status: Int, took duration: Duration) {
    let (seconds, attoseconds) = duration.components
    let taken = Double(seconds) + Double(attoseconds) * 1e-18
    state.withLock { state in
      state.requests[Key(route: route, method: method, status: status), default: 0] += 1
      var durations = state.durations[route] ?? Durations()
      for (index, bound) in Self.buckets.enumerated() where taken <= bound {
        durations.counts[index] += 1
      }
      durations.sum += taken
      durations.count += 1
      state.durations[route] = durations
    }
  }

  /// Counts the records of a request.
  func count(_ records: ImportCounts) {
    state.withLock { state in
      state.records.signals += records.signals
      state.records.duplicates += records.duplicates
      state.records.rejected += records.rejected
    }
  }

  /// The text that Prometheus reads, with what the store holds, once that was counted, and how far
  /// deliveries have come.
  func text(
    totals: StoreTotals?,
    state stored: StoreState,
    deliveries: [DeliveryStanding] = []
  ) -> String {
    let state = state.withLock { $0 }
    var text = ""
    func head(_ name: String, _ type: String, _ help: String) {
      text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }
    head("verbatim_http_requests_total", "counter", "Answers by route, method and status.")
    let keys = state.requests.keys.sorted {
      ($0.route, $0.method, $0.status) < ($1.route, $1.method, $1.status)
    }
    for key in keys {
      text += "verbatim_http_requests_total{route=\"\(key.route)\",method=\"\(key.method)\","
      text += "status=\"\(key.status)\"} \(state.requests[key] ?? 0)\n"
    }
    let name = "verbatim_http_request_duration_seconds"
    head(name, "histogram", "How long answers took, by route.")
    for route in state.durations.keys.sorted() {
      guard let durations = state.durations[route] else { continue }
      for (bound, count) in zip(Self.buckets, durations.counts) {
        text += "\(name)_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)\n"
      }
      text += "\(name)_bucket{route=\"\(route)\",le=\"+Inf\"} \(durations.count)\n"
      text += "\(name)_sum{route=\"\(route)\"} \(durations.sum)\n"
      text += "\(name)_count{route=\"\(route)\"} \(durations.count)\n"
    }
    head("verbatim_feedback_records_total", "counter", "Records received, by what became of them.")
    for (outcome, count) in [
      ("signal", state.records.signals), ("duplicate", state.records.duplicates),
      ("rejected", state.records.rejected),
    ] {
      text += "verbatim_feedback_records_total{outcome=\"\(outcome)\"} \(count)\n"
    }
    if let totals {
      head("verbatim_store_signals", "gauge", "Signals in the store.")
      text += "verbatim_store_signals \(totals.signals)\n"
      head("verbatim_store_signals_known", "gauge", "Signals of which something is known.")
      for (what, count) in [
        ("sku", totals.withSKU), ("supplier", totals.withSupplier), ("lot", totals.withLot),
        ("score", totals.scored),
      ] {
        text += "verbatim_store_signals_known{what=\"\(what)\"} \(count)\n"
      }
    }
    head("verbatim_store_cursor", "gauge", "The cursor of the signal stored last.")
    text += "verbatim_store_cursor \(stored.lastSignal)\n"
    guard !deliveries.isEmpty else { return text }
    let gauges: [(name: String, help: String, value: (DeliveryStanding) -> Int64?)] = [
      ("backlog", "Signals, alerts and retractions still to be delivered.", { Int64($0.backlog) }),
      ("dead_letters", "What a destination refused.", { Int64($0.dead) }),
      (
        "last_success_timestamp_seconds", "When a destination last took something.",
        { $0.takenAt }
      ),
    ]
    for gauge in gauges {
      head("verbatim_delivery_\(gauge.name)", "gauge", gauge.help)
      for delivery in deliveries {
        guard let value = gauge.value(delivery) else { continue }
        let label = Self.label(delivery.address)
        text += "verbatim_delivery_\(gauge.name){destination=\"\(label)\"} \(value)\n"
      }
    }
    return text
  }

  /// An address as the value of a label, without what may be secret in it.
  private static func label(_ address: String) -> String {
    var text = String(address.prefix { $0 != "?" && $0 != "#" })
    if let start = text.range(of: "://")?.upperBound {
      let authority = text[start...].prefix { $0 != "/" }
      if let at = authority.lastIndex(of: "@") { text.removeSubrange(start...at) }
    }
    return text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
  }
}
