internal import VerbatimPipeline
internal import VerbatimReport

/// Where people say what they think of a conversation: from a form of a page, or over the API.
struct ReviewDesk: Sendable {
  /// The members of a verdict, as JSON and forms name them.
  static let names = ["category", "verdict", "reason", "by"]

  let services: Services

  /// Adds a verdict, under the name of who asks.
  ///
  /// - Throws: A problem when there is no such conversation, or a member is missing or no word of
  ///   its category; nothing is stored then.
  func add(
    signalID: String,
    category: String?,
    verdict: String?,
    reason: String?,
    by: String?,
    as principal: Principal
  ) throws -> Review {
    guard let category = category.flatMap({ AuditCategory(rawValue: $0) }) else {
      let names = AuditCategory.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(.refused, "category is one of \(names)")
    }
    let words = category.verdicts ?? ["none"] + services.names.issues.keys.sorted()
    guard let verdict, words.contains(verdict) else {
      throw Problem(
        .refused,
        category.verdicts.map { "verdict is one of \($0.joined(separator: ", "))" }
          ?? "verdict is a leaf of the taxonomy, or none"
      )
    }
    guard let reason, reason.contains(where: { !$0.isWhitespace }),
      reason.unicodeScalars.count <= JSONFields.longest
    else { throw Problem(.refused, "a verdict has a reason") }
    let review = Review(
      signalID: signalID,
      category: category.rawValue,
      verdict: verdict,
      reason: reason,
      reviewer: try services.name(by, principal),
      at: services.now
    )
    do {
      try AuditRun(services.store).add(review)
    } catch let diagnostic as Diagnostic {
      var problem = Problem(.unknownItem, "ids are given by /v1/conversations")
      problem.code = diagnostic.code.rawValue
      throw problem
    }
    return review
  }

  /// What each category asks, over its verdicts.
  private static let titles: [AuditCategory: String] = [
    .sentiment: "Customer’s mood", .resolution: "Solved?", .escalation: "Escalated?",
    .promise: "Promises",
  ]

  /// The form of a conversation's page.
  static func form(_ id: String, _ call: Call) -> DecisionFormView {
    var fields = [
      DecisionFormView.Field("reason", "Why", id: "reason", isLong: true, isRequired: true)
    ]
    if call.principal.name == nil {
      fields.append(DecisionFormView.Field("by", "Your name", id: "by", isRequired: true))
    }
    let groups = AuditCategory.allCases.compactMap { category in
      category.verdicts.map { verdicts in
        DecisionFormView.Group(
          titles[category] ?? category.rawValue,
          verdicts.map {
            DecisionFormView.Choice("\(category.rawValue) \($0)", $0.replacing("_", with: " "))
          }
        )
      }
    }
    return DecisionFormView(
      action: "/conversations/\(Links.encoded(id))/reviews",
      question: "What do you say it is? One verdict at a time.",
      name: "category",
      groups: groups,
      fields: fields,
      hidden: [DecisionFormView.Hidden("form_token", call.session?.formToken ?? "")],
      button: "Save verdict",
      consequence: "Stored with your name and the time; of several of yours the last counts."
    )
  }
}
