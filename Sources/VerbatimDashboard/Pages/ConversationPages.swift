internal import HTTPTypes
internal import VerbatimPipeline
internal import VerbatimReport

/// Conversations: what to read first, and one turn by turn.
struct ConversationPages: Sendable {
  /// How many conversations a page lists.
  static let size = 50

  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/conversations",
        name: "conversations",
        summary: "Conversations.",
        role: .read,
        parameters: [
          Parameter("offset", .integer(0...10_000_000, fallback: 0), "Pass over so many.")
        ],
        expected: [Route.Expected(.ok, [.html], nil, "The page.")],
        isPage: true,
        handle: list
      ),
      Route(
        method: .get,
        path: "/conversations/{id}",
        name: "conversation",
        summary: "A conversation.",
        role: .read,
        parts: [Parameter("id", .text(longest: 200), "The conversation's signal.")],
        expected: [Route.Expected(.ok, [.html], nil, "The page.")],
        isPage: true,
        handle: show
      ),
      Route(
        method: .post,
        path: "/conversations/{id}/reviews",
        name: "addReview",
        summary: "A verdict.",
        role: .review,
        parts: [Parameter("id", .text(longest: 200), "The conversation's signal.")],
        body: Route.Body(types: [.form], schema: "", summary: "A verdict."),
        expected: [Route.Expected(.seeOther, [.html], nil, "Back to the conversation.")],
        isPage: true,
        handle: review
      ),
    ]
  }

  private func list(_ call: Call) async throws -> Answer {
    let frame = PageFrame(services: services)
    let kept = try await services.audit.value(.init())
    let all = kept.value.conversations
    let summary = kept.value.summary
    let offset = min(Int(call.number("offset") ?? 0), all.count)
    let shown = all[offset...].prefix(Self.size)
    let page = frame.page(
      summary.conversations == 0
        ? "No conversations yet"
        : "\(Figures.count(summary.eligible)) of "
          + "\(Figures.count(summary.conversations, "conversation")) can be audited",
      title: "Conversations",
      at: .conversations,
      lede: "By risk, then by how much less than usual was recovered; never by mood alone."
    )
    let view = ConversationsView(
      page: page,
      notice: PageFrame.staleness(kept.isCurrent),
      facts: summary.conversations == 0 ? nil : AuditFacts.facts(summary),
      note: Self.note(summary),
      rows: shown.map(ConversationsView.Row.init),
      none: shown.isEmpty
        ? StateView(
          nothing: "No conversations",
          "Import transcripts: WebVTT, WhatsApp, Slack, helpdesk exports, mailboxes.",
          command: "verbatim ingest transcripts/"
        ) : nil,
      pager: PagerView(offset..<(offset + shown.count), of: all.count, size: Self.size) {
        call.link("offset", $0 == 0 ? nil : String($0))
      }
    )
    return frame.html(view, by: "dashboard-conversations")
  }

  private static func note(_ summary: AuditSummary) -> String {
    guard !summary.notScored.isEmpty else { return "All can be audited." }
    let parts = summary.notScored.map { part in
      "\(part.reason.rawValue.replacing("_", with: " ")) \(Figures.count(part.count))"
    }
    return "Not scored: \(parts.joined(separator: ", "))."
  }

  private func show(_ call: Call) async throws -> Answer {
    try await page(call, fault: nil)
  }

  private func review(_ call: Call) async throws -> Answer {
    let form = try call.checkedForm()
    let id = call.parts["id"] ?? ""
    // One choice names both: `sentiment negative`.
    let words = (form["category"] ?? "").split(separator: " ").map(String.init)
    do {
      _ = try ReviewDesk(services: services).add(
        signalID: id,
        category: words.first,
        verdict: words.dropFirst().first,
        reason: form["reason"],
        by: form["by"],
        as: call.principal
      )
    } catch let problem as Problem where problem.kind == .refused {
      let fault = StateView(fault: "The verdict was not stored", problem.sentence)
      var answer = try await page(call, fault: fault)
      answer.status = problem.kind.status
      return answer
    }
    return .seeOther("/conversations/" + Links.encoded(id))
  }

  private func page(_ call: Call, fault: StateView?) async throws -> Answer {
    let id = call.parts["id"] ?? ""
    let found = try await ConversationRoutes(services: services).conversation(id)
    let conversation = found.audited.conversation
    let frame = PageFrame(services: services)
    let course = conversation.course
    let signal =
      try services.store.signalJSON(id: id).flatMap { try? JSONReader().parse($0) } ?? .null
    let page = frame.page(
      course.recovery.map { "The customer’s mood moved by \(Figures.signed($0))" }
        ?? "Too few scored turns to tell how the mood moved",
      title: "Conversation",
      at: .conversations,
      lede: [
        conversation.eventTime.map(Figures.day), conversation.queue.map { "queue \($0)" },
        conversation.channel, conversation.issue, conversation.sku.map { "SKU \($0)" },
      ].compactMap(\.self).joined(separator: " · "),
      crumb: conversation.nativeID ?? id
    )
    let verbatim = try services.store.verbatim(ofSignal: id)
    let clauses = ScoredClauses(signal, verbatim)
    let mayReview = call.principal.roles.contains(.review)
    let view = ConversationView(
      page: page,
      fault: fault,
      facts: AuditFacts.facts(found.audited),
      turnsNote: "Customers are scored, others are not. "
        + "\(Figures.count(found.turns.count, "turn")). \(clauses.note)",
      turns: TurnRows(found.turns, clauses: clauses).rows,
      explain: conversation.compound.map { compound in
        ExplainTableView(clauses.contributions, compound: compound) { verbatim?.words(at: $0) }
      },
      review: mayReview ? ReviewDesk.form(id, call) : nil,
      noReview: mayReview
        ? nil : StateView(nothing: "Your token does not review", "It may read."),
      timeline: found.reviews.isEmpty
        ? nil
        : TimelineView(
          found.reviews.reversed().map { review in
            TimelineView.Event(
              Figures.day(review.at),
              "\(review.reviewer): \(review.category) is \(review.verdict). \(review.reason)"
            )
          }
        ),
      noTimeline: found.reviews.isEmpty ? "Nobody gave a verdict yet." : nil
    )
    return frame.html(view, by: "dashboard-conversation")
  }
}

/// The list of conversations as its template sees it.
struct ConversationsView: ViewValue {
  /// One conversation.
  struct Row: ViewValue {
    let id: String
    let href: String
    let time: String
    let queue: String
    let channel: String
    let issue: String
    let opening: String
    let closing: String
    let recovery: String
    let residual: String
    let flags: String

    init(_ audited: AuditedConversation) {
      let conversation = audited.conversation
      let course = conversation.course
      func score(_ value: Double?) -> String { value.map { Figures.signed($0) } ?? "unknown" }
      id = conversation.nativeID ?? String(conversation.signalID.prefix(8))
      href = "/conversations/" + Links.encoded(conversation.signalID)
      time = conversation.eventTime.map(Figures.day) ?? "no date"
      queue = conversation.queue ?? "unknown"
      channel = conversation.channel ?? "unknown"
      issue = conversation.issue ?? "none"
      opening = score(course.opening)
      closing = score(course.closing)
      recovery = score(course.recovery)
      residual = score(audited.residual)
      flags = audited.risks.map(\.words).joined(separator: ", ")
    }
  }

  let page: PageView
  let notice: String?
  let facts: FactsView?
  let note: String
  let rows: [Row]
  let none: StateView?
  let pager: PagerView
}

/// A conversation as its template sees it.
struct ConversationView: ViewValue {
  let page: PageView
  let fault: StateView?
  let facts: FactsView
  let turnsNote: String
  let turns: [TurnView]
  let explain: ExplainTableView?
  let review: DecisionFormView?
  let noReview: StateView?
  let timeline: TimelineView?
  let noTimeline: String?
}
