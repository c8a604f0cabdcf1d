internal import HTTPTypes
internal import VerbatimPipeline

/// Decisions about clusters over the API.
struct DecisionRoutes: Sendable {
  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .patch,
        path: "/v1/clusters/{id}",
        name: "decideCluster",
        summary:
          "Decide about a cluster. The decision is added to its log with name and time; the answer is the cluster in its new state.",
        role: .review,
        parts: [Parameter("id", .text(longest: 400), "The cluster's id.")],
        body: Route.Body(
          types: [.json],
          schema: "cluster.decision.v1",
          summary: "What is decided."
        ),
        expected: [
          Route.Expected(.ok, [.json], "cluster.alert.v1", "The cluster in its new state.")
        ],
        problems: [.unknownItem, .refused, .conflict, .busy],
        handle: decide
      )
    ]
  }

  private func decide(_ call: Call) async throws -> Answer {
    let wish = try ClusterDesk.Wish(JSONFields(call.body, names: ClusterDesk.Wish.names))
    let history = try await ClusterDesk(services: services).decide(
      wish,
      on: call.parts["id"] ?? "",
      as: call.principal
    )
    guard let cluster = history.cluster else {
      throw Problem(.unknownItem, "no report is left of this cluster; the decision is stored")
    }
    return .json { cluster.write(to: &$0) }
  }
}
