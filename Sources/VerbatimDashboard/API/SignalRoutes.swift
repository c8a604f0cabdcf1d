internal import HTTPTypes
internal import VerbatimPipeline

/// Signals from the store, in the order in which they were stored.
struct SignalRoutes: Sendable {
  /// How many a page has unless told otherwise, and at most: a signal is some 1.5 kB.
  static let limit: (usual: Int64, most: Int64) = (100, 5000)

  let services: Services

  /// The parameters that choose signals.
  static let filters = [
    Parameter("since", .date, "Only feedback from this day or moment on."),
    Parameter("until", .date, "Only feedback up to this day, included, or before this moment."),
    Parameter("sku", .text(longest: 200), "Only this article."),
    Parameter("supplier", .text(longest: 200), "Only this supplier, by its id."),
    Parameter("issue", .text(longest: 80), "Only signals with this leaf of the taxonomy."),
  ]

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/v1/signals",
        name: "listSignals",
        summary:
          "Signals in the order in which they were stored. A cursor stays good for ever: a revision comes again behind it, and nothing is given twice.",
        role: .read,
        parameters: [
          Parameter(
            "cursor",
            .integer(0...(1 << 53), fallback: 0),
            "Go on behind this place: the `cursor` of the page before."
          ),
          Parameter(
            "limit",
            .integer(1...Self.limit.most, fallback: Self.limit.usual),
            "At most so many."
          ),
        ] + Self.filters,
        expected: [
          Route.Expected(
            .ok,
            [.json, .lines],
            "signals.page.v1",
            "A page of signals. As NDJSON one signal a line, with the cursor in `Verbatim-Cursor`."
          )
        ],
        problems: [.busy],
        handle: list
      ),
      Route(
        method: .get,
        path: "/v1/signals/{id}",
        name: "getSignal",
        summary: "One signal.",
        role: .read,
        parts: [Parameter("id", .text(longest: 200), "The signal's id.")],
        expected: [Route.Expected(.ok, [.json], "feedback.signal.v1", "The signal.")],
        problems: [.unknownItem, .busy],
        handle: get
      ),
    ]
  }

  private func list(_ call: Call) async throws -> Answer {
    let limit = Int(call.number("limit") ?? Self.limit.usual)
    var filter = call.signalFilter
    filter.afterSeq = call.number("cursor") ?? 0
    filter.limit = limit + 1
    var cursor = filter.afterSeq
    var count = 0
    var isMore = false
    var json = JSONWriter(capacity: 1 << 16)
    if call.accepts == .json {
      json.beginObject()
      json.key("items")
    }
    var items: [[UInt8]] = []
    try services.store.forEachSignal(filter) { seq, body in
      guard count < limit else {
        isMore = true
        return
      }
      count += 1
      cursor = seq
      items.append(body)
    }
    guard call.accepts == .json else {
      json.removeAll()
      for item in items {
        json.raw(item)
        json.endLine()
      }
      var headers = [("Verbatim-Cursor", String(cursor)), ("Verbatim-More", String(isMore))]
      if isMore { headers.append(("Link", "<\(next(call, cursor))>; rel=\"next\"")) }
      return Answer(type: .lines, bytes: json.bytes, headers: headers)
    }
    json.array(items) { $0.raw($1) }
    json.field("cursor", Int(cursor))
    json.field("more", isMore)
    json.endObject()
    return Answer(type: .json, bytes: json.bytes)
  }

  /// The address of the next page.
  private func next(_ call: Call, _ cursor: Int64) -> String {
    var query = call.query
    query["cursor"] = String(cursor)
    let fields = query.sorted { $0.key < $1.key }.map {
      "\($0.key)=\(FormFields.encoded($0.value))"
    }
    return "/v1/signals?\(fields.joined(separator: "&"))"
  }

  private func get(_ call: Call) async throws -> Answer {
    guard let json = try services.store.signalJSON(id: call.parts["id"] ?? "") else {
      throw Problem(.unknownItem, "ids are given by /v1/signals and /v1/clusters")
    }
    return Answer(type: .json, bytes: json)
  }
}

extension Call {
  /// The signals that the query asks for.
  var signalFilter: SignalFilter {
    SignalFilter(
      since: instant("since"),
      until: instant("until").map {
        $0.precision == .day ? Instant(seconds: $0.seconds + 86_400, precision: .day) : $0
      },
      sku: text("sku"),
      supplier: text("supplier"),
      issue: text("issue")
    )
  }
}
