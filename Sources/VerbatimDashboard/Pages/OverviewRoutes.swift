internal import HTTPTypes
internal import VerbatimPipeline
internal import VerbatimReport

/// The first page: did everything arrive, what can hurt someone, what is beyond chance.
struct OverviewRoutes: Sendable {
  /// How many hazards and clusters the page shows; the rest is behind a link.
  static let limit = 8

  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/",
        name: "overview",
        summary: "The overview.",
        role: .read,
        expected: [Route.Expected(.ok, [.html], nil, "The page.")],
        isPage: true,
        handle: show
      )
    ]
  }

  private func show(_ call: Call) async throws -> Answer {
    let frame = PageFrame(services: services)
    let kept = try await services.report.value(.init())
    guard kept.state.lastImport > 0 else {
      let page = frame.page("Nothing was imported yet", title: "Overview", at: .overview)
      return frame.html(MessageView(page: page, state: .empty), by: "dashboard-message")
    }
    let report = kept.value.view
    let forms = ClusterForms(call: call)
    let page = frame.page(
      report.finding,
      title: "Overview",
      at: .overview,
      lede: report.lede,
      crumb: report.crumb
    )
    let view = OverviewView(
      report,
      page: page,
      notice: try frame.staleness(of: kept),
      hazards: kept.value.builder.hazardCards(limit: Self.limit) { cluster in
        forms.hazard(cluster, number: kept.value.clusters.firstIndex(of: cluster) ?? 0)
      },
      counts: kept.value.builder.counts,
      limit: Self.limit
    )
    return frame.html(view, by: "dashboard-overview")
  }
}

/// A page that says one thing: nothing yet, no match, gone wrong.
struct MessageView: ViewValue {
  let page: PageView
  let state: StateView
}

extension StateView {
  /// What stands where nothing was imported yet.
  static var empty: StateView {
    StateView(
      nothing: "No feedback in this store",
      "Import exports of surveys, reviews and conversations, or send records to /v1/feedback.",
      command: "verbatim ingest exports/ --catalog catalog.csv"
    )
  }
}
