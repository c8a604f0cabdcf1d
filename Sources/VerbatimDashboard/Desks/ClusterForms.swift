internal import VerbatimPipeline
internal import VerbatimReport

/// The forms by which people decide about a cluster.
struct ClusterForms {
  let call: Call

  /// Whether who asks may decide.
  var mayDecide: Bool { call.principal.roles.contains(.review) }

  private var hidden: [DecisionFormView.Hidden] {
    [DecisionFormView.Hidden("form_token", call.session?.formToken ?? "")]
  }

  private static func path(_ id: String) -> String { "/clusters/\(Links.encoded(id))/decisions" }

  private func name(_ id: String) -> [DecisionFormView.Field] {
    call.principal.name == nil
      ? [DecisionFormView.Field("by", "Your name", id: id, isRequired: true)] : []
  }

  /// The judgement of a hazard, each verdict a button; nil for who may not decide.
  ///
  /// Its number keeps the ids of several forms on a page apart.
  func hazard(_ cluster: ComplaintCluster, number: Int) -> DecisionFormView? {
    guard mayDecide else { return nil }
    let titles: [ClusterDecision.HazardVerdict: String] = [
      .actual: "Actual", .potential: "Potential", .notAHazard: "Not a hazard",
      .needMore: "Need more",
    ]
    return DecisionFormView(
      action: Self.path(cluster.id),
      question: "What is it?",
      name: "verdict",
      choices: ClusterDecision.HazardVerdict.allCases.map { verdict in
        DecisionFormView.Choice(verdict.rawValue, titles[verdict] ?? verdict.rawValue)
      },
      isOneStep: true,
      fields: name("hazard-by-\(number)"),
      hidden: hidden + [DecisionFormView.Hidden("action", ClusterDecision.Action.hazard.rawValue)],
      button: "Save",
      consequence: "Stored with name and time."
    )
  }

  /// What can be decided in a cluster's state; nil for who may not decide.
  func decision(_ cluster: ComplaintCluster) -> DecisionFormView? {
    guard mayDecide else { return nil }
    let actions = ClusterLife.actions(in: cluster.state, isHazard: false)
    let words: [ClusterDecision.Action: (title: String, hint: String)] = [
      .acknowledge: ("Acknowledge", "somebody takes it on"),
      .snooze: ("Snooze", "until the day below"),
      .correct: ("Corrective action", "better from the day below, but for the lots named"),
      .verify: ("Verify", "compare the rates before and after the corrective action"),
      .reopen: ("Reopen", "take it up again"),
      .close: ("Close", "done with it; a new alert reopens it"),
    ]
    return DecisionFormView(
      action: Self.path(cluster.id),
      question: "What is to become of it?",
      name: "action",
      choices: actions.map { action in
        DecisionFormView.Choice(
          action.rawValue,
          words[action]?.title ?? action.rawValue,
          hint: words[action]?.hint
        )
      },
      fields: [
        DecisionFormView.Field("until", "Snooze until", id: "until", kind: "date"),
        DecisionFormView.Field("effective", "Corrected from", id: "effective", kind: "date"),
        DecisionFormView.Field("lots", "Lots made before", id: "lots"),
        DecisionFormView.Field("reason", "Why", id: "reason", isLong: true),
      ] + name("by"),
      hidden: hidden,
      button: "Save decision",
      consequence: "Stored with name and time; decisions are added and never changed."
    )
  }

  /// What a person may find on reading one report.
  func mark(_ cluster: ComplaintCluster) -> MarkFormView? {
    guard mayDecide, !cluster.evidence.isEmpty else { return nil }
    return MarkFormView(
      action: "/clusters/\(Links.encoded(cluster.id))/marks",
      hidden: hidden,
      report: SelectView(
        "signal",
        "Report",
        none: "Choose one",
        options: cluster.evidence.map { evidence in
          let day = evidence.eventTime.map(Figures.day) ?? "no date"
          return (evidence.signalID, "\(day): \(evidence.quote.prefix(60))")
        },
        chosen: nil
      ),
      finding: SelectView(
        "finding",
        "It is",
        none: "Choose one",
        options: [
          ("not_this_issue", "not about this issue"), ("carrier", "the carrier’s doing"),
          ("warehouse", "the warehouse’s doing"), ("listing", "the listing’s doing"),
          ("service", "the service’s doing"), ("customer_choice", "the customer’s choice"),
          ("supplier", "the supplier’s doing after all"),
        ],
        chosen: nil
      ),
      fields: [DecisionFormView.Field("reason", "Why", id: "mark-reason")] + name("mark-by")
    )
  }
}

/// The form by which a report is marked out.
struct MarkFormView: ViewValue {
  let action: String
  let hidden: [DecisionFormView.Hidden]
  let report: SelectView
  let finding: SelectView
  let fields: [DecisionFormView.Field]
}
