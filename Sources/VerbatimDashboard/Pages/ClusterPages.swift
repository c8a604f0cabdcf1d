internal import HTTPTypes
internal import VerbatimPipeline
internal import VerbatimReport

/// Clusters in a list, and one by one.
struct ClusterPages: Sendable {
  /// How many clusters a page lists.
  static let size = 25

  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/clusters",
        name: "clusters",
        summary: "Clusters.",
        role: .read,
        parameters: [
          Parameter("by", .choice(["sku", "supplier", "lot"]), "One level."),
          Parameter("sku", .text(longest: 200), "An article."),
          Parameter("supplier", .text(longest: 200), "A supplier."),
          Parameter("issue", .text(longest: 80), "An issue."),
          Parameter("tier", .choice(["hazard", "T0", "T1", "T2", "T3", "T4"]), "A tier."),
          Parameter("state", .choice(ComplaintCluster.State.allCases.map(\.rawValue)), "A state."),
          Parameter("offset", .integer(0...1_000_000, fallback: 0), "Pass over so many."),
        ],
        expected: [Route.Expected(.ok, [.html], nil, "The page.")],
        isPage: true,
        handle: list
      ),
      Route(
        method: .get,
        path: "/clusters/{id}",
        name: "cluster",
        summary: "A cluster.",
        role: .read,
        parts: [Parameter("id", .text(longest: 400), "The cluster.")],
        expected: [Route.Expected(.ok, [.html], nil, "The page.")],
        isPage: true,
        handle: show
      ),
      form("/clusters/{id}/decisions", "decide", decide),
      form("/clusters/{id}/marks", "mark", mark),
    ]
  }

  private func form(
    _ path: String,
    _ name: String,
    _ handle: @escaping @Sendable (Call) async throws -> Answer
  ) -> Route {
    Route(
      method: .post,
      path: path,
      name: name,
      summary: "A form about a cluster.",
      role: .review,
      parts: [Parameter("id", .text(longest: 400), "The cluster.")],
      body: Route.Body(types: [.form], schema: "", summary: "The form."),
      expected: [Route.Expected(.seeOther, [.html], nil, "Back to the cluster.")],
      isPage: true,
      handle: handle
    )
  }

  private func list(_ call: Call) async throws -> Answer {
    let frame = PageFrame(services: services)
    let count = try await services.clusters.value(
      call.text("by").flatMap { ComplaintCluster.Level(rawValue: $0) }
    )
    let all = count.value
    // Places are looked at, not clusters: each holds some twenty counted references, and a large
    // shop has thousands.
    let fitting = all.indices.filter { Self.fits(all[$0], call) }
    let offset = min(Int(call.number("offset") ?? 0), fitting.count)
    let shown = fitting[offset...].prefix(Self.size).map { all[$0] }
    let report = try await services.report.value(.init())
    let rows = try ClusterList(services, report.value).rows(shown)
    let hazards = fitting.count { all[$0].tier.isHazard }
    let page = frame.page(
      "\(Figures.count(fitting.count, "cluster")), \(Figures.count(hazards, "hazard")) of them",
      title: "Clusters",
      at: .clusters,
      lede: "Hazards first, then what lies farthest beyond chance."
    )
    let view = ClustersView(
      page: page,
      notice: PageFrame.staleness(count.isCurrent),
      choices: choices(call, all),
      heading: fitting.count == all.count ? "All" : "Those that fit",
      axis: rows.axis,
      rows: rows.rows,
      none: shown.isEmpty ? Self.none(all) : nil,
      pager: PagerView(
        offset..<(offset + shown.count),
        of: fitting.count,
        size: Self.size
      ) { call.link("offset", $0 == 0 ? nil : String($0)) }
    )
    return frame.html(view, by: "dashboard-clusters")
  }

  private static func none(_ all: [ComplaintCluster]) -> StateView {
    all.isEmpty
      ? StateView(
        nothing: "No clusters",
        "Nothing is reported beyond chance: fewer than three reports say the same of one product."
      )
      : StateView(nothing: "No cluster fits", "There are \(all.count); take a filter away.")
  }

  private static func fits(_ cluster: ComplaintCluster, _ call: Call) -> Bool {
    if let sku = call.text("sku"), !cluster.isAbout(sku: sku) { return false }
    if let supplier = call.text("supplier"),
      cluster.level != .supplier || cluster.key != supplier
    {
      return false
    }
    if let issue = call.text("issue"), cluster.issue != issue { return false }
    if let state = call.text("state"), cluster.state.rawValue != state { return false }
    switch call.text("tier") {
    case nil: return true
    case "hazard": return cluster.tier.isHazard
    case let tier: return cluster.tier.rawValue == tier
    }
  }

  private func choices(_ call: Call, _ all: [ComplaintCluster]) -> [SelectView] {
    func named(_ values: Set<String>) -> [(value: String, title: String)] {
      values.sorted().map { value in
        let name = services.names.subjects[value] ?? services.names.issues[value]
        return (value, name.map { "\(value) \($0)" } ?? value)
      }
    }
    var (articles, suppliers, issues) = (Set<String>(), Set<String>(), Set<String>())
    for place in all.indices {
      if all[place].level == .sku {
        articles.insert(all[place].key)
      } else {
        articles.formUnion(all[place].skus.lazy.map(\.name))
      }
      if all[place].level == .supplier { suppliers.insert(all[place].key) }
      issues.insert(all[place].issue)
    }
    return [
      SelectView(
        "by",
        "Level",
        none: "Each story once",
        options: [("sku", "SKU"), ("supplier", "Supplier"), ("lot", "Lot")],
        chosen: call.text("by")
      ),
      SelectView("sku", "SKU", none: "All", options: named(articles), chosen: call.text("sku")),
      SelectView(
        "supplier",
        "Supplier",
        none: "All",
        options: named(suppliers),
        chosen: call.text("supplier")
      ),
      SelectView(
        "issue",
        "Issue",
        none: "All",
        options: named(issues),
        chosen: call.text("issue")
      ),
      SelectView(
        "tier",
        "Tier",
        none: "All",
        options: [("hazard", "T0 and T1: hazards")]
          + ["T0", "T1", "T2", "T3", "T4"].map { ($0, $0) },
        chosen: call.text("tier")
      ),
      SelectView(
        "state",
        "State",
        none: "All",
        options: ComplaintCluster.State.allCases.map(\.rawValue).map {
          ($0, $0.replacing("_", with: " "))
        },
        chosen: call.text("state")
      ),
    ]
  }

  private func show(_ call: Call) async throws -> Answer { try await page(call, fault: nil) }

  /// The page of a cluster, also after a form that could not be taken.
  private func page(_ call: Call, fault: StateView?) async throws -> Answer {
    let frame = PageFrame(services: services)
    let cluster = try await ClusterRoutes(services: services).cluster(call.parts["id"] ?? "")
    let report = try await services.report.value(.init())
    let page = frame.page(
      "\(services.names.title(cluster)), \(Figures.count(cluster.observed, "report")) where "
        + "\(Figures.decimal(cluster.expected)) were expected",
      title: services.names.title(cluster),
      at: .clusters
    )
    let forms = ClusterForms(call: call)
    let log =
      try services.store.decisions(on: cluster.id).map(LogEntry.init)
      + services.store.marks(on: cluster.id).map(LogEntry.init)
    let view = ClusterPageView(
      page: page,
      notice: PageFrame.staleness(report.isCurrent),
      fault: fault,
      detail: try ClusterList(services, report.value).detail(cluster),
      verdict: cluster.tier.isHazard ? forms.hazard(cluster, number: 0) : nil,
      decision: forms.decision(cluster),
      noDecision: forms.mayDecide
        ? nil : StateView(nothing: "Your token does not decide", "It may read."),
      timeline: log.isEmpty
        ? nil : TimelineView(log.sorted { $0.at > $1.at }.map(\.event)),
      noTimeline: log.isEmpty ? "Nobody decided anything yet." : nil,
      marking: forms.mark(cluster),
      packHref: forms.mayDecide ? "/clusters/\(Links.encoded(cluster.id))/pack" : nil,
      packCommand: Self.packCommand(cluster.id)
    )
    return frame.html(view, by: "dashboard-cluster")
  }

  /// What makes the pack, whatever an id holds, in a shell's single quotes.
  static func packCommand(_ id: String) -> String {
    "verbatim pack '\(id.replacing("'", with: "'\\''"))' --out pack.zip"
  }

  private func decide(_ call: Call) async throws -> Answer {
    let form = try call.checkedForm()
    return try await answer(call) { id in
      _ = try await ClusterDesk(services: services).decide(
        ClusterDesk.Wish(form),
        on: id,
        as: call.principal
      )
    }
  }

  private func mark(_ call: Call) async throws -> Answer {
    let form = try call.checkedForm()
    return try await answer(call) { id in
      _ = try await ClusterDesk(services: services).mark(
        form["signal"],
        finding: form["finding"],
        reason: form["reason"].flatMap { $0.isEmpty ? nil : $0 },
        by: form["by"],
        on: id,
        as: call.principal
      )
    }
  }

  /// Back to the cluster, or to its page with what was wrong.
  private func answer(
    _ call: Call,
    _ body: (_ id: String) async throws -> Void
  ) async throws -> Answer {
    let id = call.parts["id"] ?? ""
    do {
      try await body(id)
    } catch let problem as Problem where [.refused, .conflict].contains(problem.kind) {
      let fault = StateView(fault: "Nothing was stored", problem.sentence)
      var answer = try await page(call, fault: fault)
      answer.status = problem.kind.status
      return answer
    }
    return .seeOther("/clusters/" + Links.encoded(id))
  }
}

/// A line of a cluster's log.
private struct LogEntry {
  let at: Instant
  let event: TimelineView.Event

  init(_ decision: ClusterDecision) {
    at = decision.at
    let action = decision.action.rawValue
    let details = [
      decision.verdict.map { $0.rawValue.replacing("_", with: " ") },
      decision.until.map { "until \(Figures.day($0))" },
      decision.effective.map { "from \(Figures.day($0))" },
      decision.lots.isEmpty ? nil : "lots \(decision.lots.joined(separator: ", "))",
    ].compactMap(\.self).joined(separator: ", ")
    event = TimelineView.Event(
      Figures.day(decision.at),
      "\(decision.by): \(action)" + (details.isEmpty ? "" : " (\(details))")
        + (decision.reason.map { ". \($0)" } ?? "")
    )
  }

  init(_ mark: EvidenceMark) {
    at = mark.at
    let finding = mark.finding.rawValue.replacing("_", with: " ")
    event = TimelineView.Event(
      Figures.day(mark.at),
      "\(mark.by): report \(mark.signalID.prefix(8)) is \(finding)"
        + (mark.reason.map { ". \($0)" } ?? "")
    )
  }
}

/// The list of clusters as its template sees it.
struct ClustersView: ViewValue {
  let page: PageView
  let notice: String?
  let choices: [SelectView]
  let heading: String
  let axis: Drawing?
  let rows: [ClusterRowView]
  let none: StateView?
  let pager: PagerView
}

/// A cluster's page as its template sees it.
struct ClusterPageView: ViewValue {
  let page: PageView
  let notice: String?
  let fault: StateView?
  let detail: ClusterDetailView
  let verdict: DecisionFormView?
  let decision: DecisionFormView?
  let noDecision: StateView?
  let timeline: TimelineView?
  let noTimeline: String?
  let marking: MarkFormView?
  let packHref: String?
  let packCommand: String
}
