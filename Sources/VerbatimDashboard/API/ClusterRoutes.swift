internal import HTTPTypes
internal import VerbatimPipeline

/// Complaint clusters and hazards.
struct ClusterRoutes: Sendable {
  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/v1/clusters",
        name: "listClusters",
        summary:
          "Clusters and hazards, the hazards first, counted once for each state of the store. Without `by`, each story once.",
        role: .read,
        parameters: [
          Parameter("by", .choice(["sku", "supplier", "lot"]), "Clusters of one level."),
          Parameter("sku", .text(longest: 200), "Only those of this article."),
          Parameter("supplier", .text(longest: 200), "Only those of this supplier, by its id."),
          Parameter("issue", .text(longest: 80), "Only this leaf of the taxonomy."),
          Parameter("tier", .choice(["T0", "T1", "T2", "T3", "T4"]), "Only this tier."),
          Parameter("offset", .integer(0...1_000_000, fallback: 0), "Pass over so many."),
          Parameter("limit", .integer(1...1000, fallback: 100), "At most so many."),
        ],
        expected: [
          Route.Expected(
            .ok,
            [.json, .lines],
            "clusters.page.v1",
            "A page of clusters. As NDJSON one cluster a line."
          )
        ],
        problems: [.busy],
        handle: list
      ),
      Route(
        method: .get,
        path: "/v1/clusters/{id}",
        name: "getCluster",
        summary: "One cluster.",
        role: .read,
        parts: [Parameter("id", .text(longest: 400), "The cluster's id.")],
        expected: [Route.Expected(.ok, [.json], "cluster.alert.v1", "The cluster.")],
        problems: [.unknownItem, .busy],
        handle: get
      ),
    ]
  }

  private func list(_ call: Call) async throws -> Answer {
    let count = try await services.clusters.value(
      call.text("by").flatMap { ComplaintCluster.Level(rawValue: $0) }
    )
    let fitting = count.value.filter { cluster in
      call.text("sku").map { cluster.isAbout(sku: $0) } ?? true
        && call.text("supplier").map { cluster.level == .supplier && cluster.key == $0 } ?? true
        && call.text("issue").map { cluster.issue == $0 } ?? true
        && call.text("tier").map { cluster.tier.rawValue == $0 } ?? true
    }
    let page = fitting.dropFirst(Int(call.number("offset") ?? 0))
      .prefix(Int(call.number("limit") ?? 100))
    guard call.accepts == .json else {
      var json = JSONWriter()
      for cluster in page {
        cluster.write(to: &json)
        json.endLine()
      }
      return Answer(type: .lines, bytes: json.bytes)
    }
    return .json { json in
      json.object { json in
        json.array("items", page) { $1.write(to: &$0) }
        json.field("total", fitting.count)
        json.field("more", page.endIndex < fitting.endIndex)
        json.field("counted_at", Int(count.state.lastSignal))
        json.field("current", count.isCurrent)
      }
    }
  }

  private func get(_ call: Call) async throws -> Answer {
    let cluster = try await cluster(call.parts["id"] ?? "")
    return .json { cluster.write(to: &$0) }
  }

  /// The cluster of an id, which begins with its level.
  func cluster(_ id: String) async throws -> ComplaintCluster {
    let missing = Problem(.unknownItem, "ids are given by /v1/clusters")
    let level = ComplaintCluster.Level(rawValue: String(id.prefix { $0 != ":" }))
    guard let level else { throw missing }
    let found = try await services.clusters.value(level).value.first { $0.id == id }
    guard let found else { throw missing }
    return found
  }
}

extension ComplaintCluster {
  /// Whether an article is what the cluster is about, or among what it is about.
  func isAbout(sku: String) -> Bool {
    level == .sku ? key == sku : skus.contains { $0.name == sku }
  }
}
