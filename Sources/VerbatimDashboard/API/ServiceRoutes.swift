internal import HTTPTypes
internal import VerbatimPipeline

/// What those who run the server ask it.
struct ServiceRoutes: Sendable {
  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/healthz",
        name: "getHealth",
        summary: "Whether the server runs.",
        expected: [Route.Expected(.ok, [.json], "health.v1", "It runs.")],
        handle: { _ in
          .json { $0.object { $0.field("status", "ok") } }
        }
      ),
      Route(
        method: .get,
        path: "/readyz",
        name: "getReadiness",
        summary:
          "Whether the store answers and pages are counted, and the engine that scores feedback.",
        expected: [Route.Expected(.ok, [.json], "readiness.v1", "It answers.")],
        problems: [.busy],
        handle: readiness
      ),
      Route(
        method: .get,
        path: "/metrics",
        name: "getMetrics",
        summary: "Counts and durations as Prometheus reads them.",
        role: .read,
        expected: [Route.Expected(.ok, [.plain], nil, "The Prometheus text format 0.0.4.")],
        problems: [.busy],
        handle: metrics
      ),
      Route(
        method: .get,
        path: "/openapi.json",
        name: "getOpenAPI",
        summary: "This description.",
        expected: [Route.Expected(.ok, [.json], "openapi", "An OpenAPI 3.1 document.")],
        handle: { _ in
          Answer(type: .json, bytes: try OpenAPIDocument(RouteTable(services)).bytes)
        }
      ),
    ]
  }

  private func readiness(_: Call) async throws -> Answer {
    let state = try services.store.state()
    guard services.warmth.state != .warming else {
      throw services.warmth.problem(of: state.lastSignal)
    }
    let engine = services.engine.identity
    return .json { json in
      json.object { json in
        json.field("status", "ok")
        json.field("cursor", Int(state.lastSignal))
        json.object("engine") { json in
          json.field("version", engine.version)
          json.field("lexicon_hash", engine.lexiconHash)
          json.field("taxonomy_version", engine.taxonomyVersion)
          json.field("config_hash", engine.configHash)
          json.field("icu_version", engine.icuVersion)
        }
      }
    }
  }

  private func metrics(_: Call) async throws -> Answer {
    let totals: StoreTotals?
    do {
      totals = try await services.totals.value(.init()).value
    } catch is Counting {
      totals = nil
    }
    let text = services.metrics.text(
      totals: totals,
      state: try services.store.state(),
      deliveries: try services.store.deliveryStandings()
    )
    return Answer(type: .plain, bytes: Array(text.utf8))
  }
}
