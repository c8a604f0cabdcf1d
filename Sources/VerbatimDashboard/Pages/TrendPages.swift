internal import HTTPTypes
internal import VerbatimPipeline
internal import VerbatimReport

/// The satisfaction index by segment, with what became of it over the last weeks.
struct TrendPages: Sendable {
  /// How many segments a page shows, those with the most customers first.
  static let limit = 60

  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/trends",
        name: "trends",
        summary: "The satisfaction index.",
        role: .read,
        parameters: [Parameter("by", .choice(IndexKey.dimensions), "The segments.")],
        expected: [Route.Expected(.ok, [.html], nil, "The page.")],
        isPage: true,
        handle: show
      )
    ]
  }

  private func show(_ call: Call) async throws -> Answer {
    let frame = PageFrame(services: services)
    let by = call.text("by")
    var table: Kept<IndexTable>?
    do {
      table = try await services.index(by: by)
    } catch let problem as Problem where problem.kind == .unknownItem {
      table = nil
    }
    let whole = try await services.index(by: nil).value.series.first
    let latest = whole?.latest
    let index = table.flatMap { table in
      IndexTableView(
        by ?? "Segment",
        [whole].compactMap(\.self) + table.value.series.filter { !$0.segment.isEmpty },
        minimum: table.value.minimum,
        limit: Self.limit
      )
    }
    let finding =
      latest?.index.map { "All customers stand at \(Figures.decimal($0)) of 100" }
      ?? (latest == nil
        ? "No index yet"
        : "Not enough data: \(Figures.count(latest?.customers ?? 0, "customer")) in the last week")
    let page = frame.page(
      finding,
      title: "Trends",
      at: .trends,
      lede: latest.map {
        "Week of \(Figures.day($0.cycle.start)); \(Figures.count($0.customers, "customer")), "
          + Figures.count($0.signals, "signal")
      }
    )
    let view = TrendsView(
      page: page,
      notice: PageFrame.staleness(table?.isCurrent ?? true),
      choices: [
        SelectView(
          "by",
          "By",
          none: "All customers",
          options: IndexKey.dimensions.map { ($0, $0) },
          chosen: by
        )
      ],
      heading: by.map { "By \($0)" } ?? "All customers",
      note: "0–100, mean of customers, with 95\u{A0}% intervals; each week starts on a Monday.",
      index: index,
      none: none(by, table == nil, index == nil)
    )
    return frame.html(view, by: "dashboard-trends")
  }

  private func none(_ by: String?, _ isUnknown: Bool, _ isEmpty: Bool) -> StateView? {
    if isUnknown {
      return StateView(
        nothing: "No feedback has this dimension",
        "Dimensions come from the columns of surveys and from the orders file."
      )
    }
    return isEmpty
      ? StateView(
        nothing: "No index yet",
        "It needs feedback with dates, and customers with ratings or scored texts."
      ) : nil
  }
}

/// The index as its template sees it.
struct TrendsView: ViewValue {
  let page: PageView
  let notice: String?
  let choices: [SelectView]
  let heading: String
  let note: String
  let index: IndexTableView?
  let none: StateView?
}
