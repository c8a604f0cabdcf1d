internal import HTTPTypes
internal import VerbatimPipeline

/// Conversations and what people say of them, over the API.
struct ConversationRoutes: Sendable {
  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/v1/conversations",
        name: "listConversations",
        summary:
          "Conversations in the order in which a person should read them, by risk and by how much less than usual was recovered, with the figures of all.",
        role: .read,
        parameters: [
          Parameter("limit", .integer(0...5000, fallback: 100), "At most so many conversations.")
        ],
        expected: [
          Route.Expected(.ok, [.json], "transcript.audit.v1", "The figures and the conversations.")
        ],
        problems: [.busy],
        handle: list
      ),
      Route(
        method: .get,
        path: "/v1/conversations/{id}",
        name: "getConversation",
        summary: "One conversation turn by turn, with what people said of it.",
        role: .read,
        parts: [Parameter("id", .text(longest: 200), "The conversation's signal.")],
        expected: [Route.Expected(.ok, [.json], "transcript.audit.v1", "The conversation.")],
        problems: [.unknownItem, .busy],
        handle: get
      ),
      Route(
        method: .post,
        path: "/v1/conversations/{id}/reviews",
        name: "addReview",
        summary: "Add a person's verdict on a conversation; of several by one the last counts.",
        role: .review,
        parts: [Parameter("id", .text(longest: 200), "The conversation's signal.")],
        body: Route.Body(types: [.json], schema: "review.post.v1", summary: "The verdict."),
        expected: [
          Route.Expected(.created, [.json], "review.v1", "The verdict as it was stored.")
        ],
        problems: [.unknownItem, .refused, .busy],
        handle: review
      ),
    ]
  }

  private func list(_ call: Call) async throws -> Answer {
    let kept = try await services.audit.value(.init())
    let limit = Int(call.number("limit") ?? 100)
    return .json { AuditDocument.list(kept.value, limit: limit).write(to: &$0) }
  }

  private func get(_ call: Call) async throws -> Answer {
    let found = try await conversation(call.parts["id"] ?? "")
    return .json { AuditDocument.conversation(found).write(to: &$0) }
  }

  /// One conversation.
  func conversation(_ id: String) async throws -> AuditCase {
    let list = try await services.audit.value(.init()).value
    do {
      return try AuditRun(services.store).conversation(id, in: list)
    } catch let diagnostic as Diagnostic {
      var problem = Problem(.unknownItem, "ids are given by /v1/conversations")
      problem.code = diagnostic.code.rawValue
      throw problem
    }
  }

  private func review(_ call: Call) async throws -> Answer {
    let fields = try JSONFields(call.body, names: ReviewDesk.names)
    let review = try ReviewDesk(services: services).add(
      signalID: call.parts["id"] ?? "",
      category: try fields.text("category"),
      verdict: try fields.text("verdict"),
      reason: try fields.text("reason"),
      by: try fields.text("by"),
      as: call.principal
    )
    return .json(.created) { json in
      json.object { json in
        json.field("signal_id", review.signalID)
        json.field("category", review.category)
        json.field("verdict", review.verdict)
        json.field("reason", review.reason)
        json.field("by", review.reviewer)
        json.field("at", review.at.description)
      }
    }
  }
}
