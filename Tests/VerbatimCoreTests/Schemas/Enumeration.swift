import Testing
import VerbatimCore

/// A place of a schema with the raw values of the type behind it.
struct Enumeration: Sendable, CustomTestStringConvertible {
  let type: String
  let pointer: String
  let values: [String]

  var testDescription: String { "\(type)\(pointer)" }

  static let all = record + signal + others

  /// Enumerations of types that Core does not know.
  static let elsewhere = [
    "cluster.alert.v1": [
      "/properties/level", "/properties/direction", "/properties/state",
      "/$defs/corrective_action/properties/verdict", "/$defs/transition/properties/state",
      "/$defs/chart/properties/method",
      "/$defs/place/properties/level", "/$defs/sibling/properties/standing",
      "/$defs/recount/properties/without",
    ],
    "cluster.near_misses.v1": [
      "/$defs/near_miss/properties/level", "/$defs/near_miss/properties/reasons/items",
      "/properties/expected_within/items/properties/within",
    ],
    "transcript.audit.v1": [
      "/$defs/conversation/properties/expected_within/properties/within",
      "/$defs/row/properties/expected_within/items/properties/within",
    ],
    "satisfaction.index.v1": [
      "/properties/trend_state", "/$defs/component/properties/mapping",
      "/$defs/crossing/properties/side", "/$defs/crossing/properties/crossing",
    ],
    "cohort.lift.v1": ["/properties/measure"],
    "outcome.lift.v1": ["/properties/outcome", "/properties/verdict"],
    "ingest.report.v1": ["/properties/format"],
    "signals.manifest.v1": ["/properties/signal_type"],
    "similar.report.v1": [
      "/$defs/article/properties/issues/items/properties/standing"
    ],
    "engine.bridge.v1": ["/properties/measure", "/properties/segment/properties/by"],
    "evaluation.report.v1": [
      "/properties/part", "/properties/bootstrap/properties/unit",
      "/$defs/measured/properties/confusion/items/properties/people",
      "/$defs/measure/properties/measure", "/$defs/error/properties/people",
      "/$defs/error/properties/engine",
    ],
  ]

  private static let record =
    shared("feedback.record.v1") + [
      Enumeration(
        "feedback.record.v1",
        "/properties/precision",
        every(after: Instant.Precision.next)
      ),
      Enumeration("feedback.record.v1", "/$defs/turn/properties/role", Turn.Role.allCases),
      Enumeration(
        "feedback.record.v1",
        "/properties/repairs/items",
        FeedbackRecord.Repair.allCases
      ),
    ]

  private static let signal =
    shared("feedback.signal.v1") + [
      of("sentiment/properties/status", Sentiment.Status.allCases),
      of("sentiment/oneOf/1/properties/status", Sentiment.Status.allCases.filter { $0 != .scored }),
      of("sentiment/properties/label", Sentiment.Label.allCases),
      of("issue/properties/tier", VerbatimCore.Issue.Tier.allCases),
      of("issue/properties/modality", VerbatimCore.Issue.Modality.allCases),
      of("issue/properties/intent", VerbatimCore.Issue.Intent.allCases),
      of("issue/properties/attribution", VerbatimCore.Issue.Attribution.allCases),
      of("remark/properties/kind", Remark.Kind.allCases),
      of("return_reason/properties/agreement", ReasonCheck.Agreement.allCases),
      Enumeration("feedback.signal.v1", "/properties/severity", IssueSeverity.allCases),
      of("product/properties/method", ProductResolution.Method.allCases),
      of("product/properties/notes/items", ProductResolution.Note.allCases),
      of("supplier/properties/method", SupplierResolution.Method.allCases),
      of("lot/properties/status", LotResolution.Status.allCases),
      of("unscored/properties/kind", UnscoredPart.Kind.allCases),
      of(
        "transcript/properties/eligibility",
        FeedbackSignal.Transcript.Eligibility.allCases
      ),
      of("transcript/properties/escalations/items/properties/kind", Escalation.Kind.allCases),
      of(
        "transcript/properties/churn_statements/items/properties/kind",
        ChurnStatement.Kind.allCases
      ),
      of("transcript/properties/promises/items/properties/kind", Promise.Kind.allCases),
      of("transcript/properties/promises/items/properties/state", Promise.State.allCases),
      of("provenance/properties/repairs/items", FeedbackRecord.Repair.allCases),
      Enumeration(
        "feedback.signal.v1",
        "/properties/journey_stage",
        FeedbackSignal.JourneyStage.allCases
      ),
    ]

  private static let others = [
    Enumeration("cluster.alert.v1", "/properties/tier", VerbatimCore.Issue.Tier.allCases),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/evidence/properties/modality",
      VerbatimCore.Issue.Modality.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/evidence/properties/attribution",
      VerbatimCore.Issue.Attribution.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/attribution_count/properties/attribution",
      VerbatimCore.Issue.Attribution.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/evidence/properties/source",
      FeedbackRecord.Kind.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/copy/properties/source",
      FeedbackRecord.Kind.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/source_count/properties/source",
      FeedbackRecord.Kind.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/transition/properties/action",
      ClusterDecision.Action.allCases
    ),
    Enumeration(
      "cluster.alert.v1",
      "/$defs/transition/properties/verdict",
      ClusterDecision.HazardVerdict.allCases
    ),
    Enumeration("source.silence.v1", "/properties/kind", FeedbackRecord.Kind.allCases),
    Enumeration(
      "ingest.report.v1",
      "/$defs/diagnostic/properties/severity",
      every(after: Diagnostic.Severity.next)
    ),
  ]

  private static func shared(_ type: String) -> [Enumeration] {
    [
      Enumeration(type, "/$defs/source/properties/kind", FeedbackRecord.Kind.allCases),
      Enumeration(type, "/$defs/rating/properties/kind", every(after: Rating.Kind.next)),
      Enumeration(type, "/$defs/rating/properties/direction", every(after: Rating.Direction.next)),
    ]
  }

  private static func of<Value: RawRepresentable<String>>(
    _ definition: String,
    _ cases: [Value]
  ) -> Enumeration {
    Enumeration("feedback.signal.v1", "/$defs/\(definition)", cases)
  }

  private init<Value: RawRepresentable<String>>(
    _ type: String,
    _ pointer: String,
    _ cases: [Value]
  ) {
    self.type = type
    self.pointer = pointer
    values = cases.map(\.rawValue)
  }
}

/// All cases of a type that does not list them: `next` leads from nil over each of them to nil, by
/// a switch that a new case breaks.
func every<Value>(after next: (Value?) -> Value?) -> [Value] {
  var cases: [Value] = []
  while let value = next(cases.last) { cases.append(value) }
  return cases
}

extension Rating.Kind {
  static func next(_ kind: Rating.Kind?) -> Rating.Kind? {
    switch kind {
    case nil: .stars
    case .stars: .nps
    case .nps: .csat
    case .csat: .ces
    case .ces: .thumbs
    case .thumbs: .other
    case .other: nil
    }
  }
}

extension Rating.Direction {
  static func next(_ direction: Rating.Direction?) -> Rating.Direction? {
    switch direction {
    case nil: .higherIsBetter
    case .higherIsBetter: .lowerIsBetter
    case .lowerIsBetter: .unknown
    case .unknown: nil
    }
  }
}

extension Instant.Precision {
  static func next(_ precision: Instant.Precision?) -> Instant.Precision? {
    switch precision {
    case nil: .day
    case .day: .second
    case .second: nil
    }
  }
}

extension Diagnostic.Severity {
  static func next(_ severity: Diagnostic.Severity?) -> Diagnostic.Severity? {
    switch severity {
    case nil: .error
    case .error: .warning
    case .warning: nil
    }
  }
}
