internal import HTTPTypes
internal import VerbatimPipeline

/// The satisfaction index over the API.
struct IndexRoutes: Sendable {
  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/v1/index",
        name: "listIndex",
        summary:
          "The satisfaction index of segments, week by week, with intervals and wobbles; computed once for each state of the store.",
        role: .read,
        parameters: [
          Parameter("by", .choice(IndexKey.dimensions), "The segments; all customers without."),
          Parameter("last", .integer(1...520, fallback: 1), "So many of the last cycles."),
        ],
        expected: [
          Route.Expected(
            .ok,
            [.json, .lines],
            "index.page.v1",
            "The last cycles of every segment. As NDJSON one satisfaction.index.v1 a line."
          )
        ],
        problems: [.unknownItem, .busy],
        handle: list
      )
    ]
  }

  private func list(_ call: Call) async throws -> Answer {
    let kept = try await services.index(by: call.text("by"))
    let last = Int(call.number("last") ?? 1)
    let points = kept.value.series.flatMap { series in
      series.points.suffix(last).map { (series: series, point: $0) }
    }
    let minimum = kept.value.minimum
    guard call.accepts == .json else {
      var json = JSONWriter()
      for item in points {
        item.series.write(item.point, minimum: minimum, to: &json)
        json.endLine()
      }
      return Answer(type: .lines, bytes: json.bytes)
    }
    return .json { json in
      json.object { json in
        json.array("items", points) { $1.series.write($1.point, minimum: minimum, to: &$0) }
        json.field("counted_at", Int(kept.state.lastSignal))
        json.field("current", kept.isCurrent)
      }
    }
  }
}

/// By what the index is divided; nil is all customers.
struct IndexKey: Hashable, Sendable {
  /// The dimensions that a page or a client may ask for.
  static let dimensions = ["category", "channel", "tenure", "market", "sku", "supplier"]

  let by: String?
}

/// The index of every segment, with what it was computed by.
struct IndexTable: Sendable {
  let series: [IndexSeries]
  let minimum: Int

  init(_ store: SignalStore, _ key: IndexKey) throws {
    var options = TrendRun.Options()
    options.by = key.by.map { [$0] } ?? []
    series = try TrendRun(store, options).series()
    minimum = options.settings.minimum
  }
}

extension Services {
  /// The index by a dimension.
  ///
  /// - Throws: A problem when no signal has that dimension, and what
  ///   ``StoreCache/value(_:waits:)`` throws.
  func index(by name: String?, waits: Bool = false) async throws -> Kept<IndexTable> {
    do {
      return try await indices.value(IndexKey(by: name), waits: waits)
    } catch let diagnostic as Diagnostic {
      var problem = Problem(.unknownItem, "no feedback has this dimension")
      problem.code = diagnostic.code.rawValue
      throw problem
    }
  }
}
