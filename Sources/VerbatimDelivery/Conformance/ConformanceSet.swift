internal import VerbatimCore

/// The golden signals by which a consumer tests its reading: what is null, what is taken back, what
/// is not known, and what no release of today prints.
///
/// Every word and number is invented; the same release writes the same bytes everywhere.
public enum ConformanceSet {
  /// The version of the set; it changes when a line does.
  public static let version = "2"

  /// The lines of `signals.ndjson`, in the order in which a consumer gets them.
  public static var signals: [ConformanceCase] {
    opinions + absences + products + courses + changes
  }

  /// Lines that no release of today prints, `future.ndjson`: a reader of v1 lives with them.
  public static var future: [ConformanceCase] {
    let json = String(decoding: known.json, as: UTF8.self)
    func changed(_ old: String, _ new: String) -> [UInt8] {
      guard let place = json.firstRange(of: old) else {
        preconditionFailure("the golden signal has \(old)")
      }
      return Array((json[..<place.lowerBound] + new + json[place.upperBound...]).utf8)
    }
    return [
      ConformanceCase(
        "unknown field",
        expects: "Read it as if the field were not there.",
        json: changed(#""dims":{"#, #""weather":{"sky":"grey"},"dims":{"#)
      ),
      ConformanceCase(
        "unknown enum value",
        expects: "Take a journey stage that you do not know for `unknown`.",
        json: changed(#""journey_stage":"use""#, #""journey_stage":"resale""#)
      ),
      ConformanceCase(
        "unknown status",
        expects: "Take a sentiment whose status you do not know for missing.",
        json: changed(#""status":"scored""#, #""status":"machine_translated""#)
      ),
      ConformanceCase(
        "unknown type",
        expects: "Pass over a line whose type you do not know.",
        json: changed(#""type":"feedback.signal.v1""#, #""type":"feedback.forecast.v1""#)
      ),
    ]
  }

  /// What a consumer of `signals` holds after the last line, in the order in which they came first.
  public static var final: [(signalID: String, revision: Int, isRetracted: Bool)] {
    [
      ("hazard", 1, false), ("praise", 1, false), ("mixed", 1, false), ("zero", 1, false),
      ("no opinion", 1, false), ("abstained", 1, false), ("foreign", 1, false),
      ("rating only", 1, false), ("nothing", 1, false), ("unresolved", 1, false),
      ("likely lot", 1, false), ("bytes", 1, false), ("conversation", 1, false),
      ("revised", 2, false), ("late", 3, false), ("retracted", 2, true),
    ].map { (FeedbackSignal.identifier("signal \($0.0)"), $0.1, $0.2) }
  }

  private static var known: ConformanceCase {
    ConformanceCase(
      "known",
      expects: "",
      .golden("future", .golden(0.4, .positive, positive: 0.5, negative: 0))
    )
  }

  // MARK: What is said

  private static var opinions: [ConformanceCase] {
    var hazard = FeedbackSignal.golden(
      "hazard",
      .golden(-0.62, .negative, positive: 0, negative: 0.7)
    )
    hazard.issues = [
      issue("SAF.BURN_FIRE", .t0, "the plug melted", at: 15, .actual, .supplier),
      issue("DEL.LATE", .t3, "came late", at: 0, .actual, .carrier),
    ]
    hazard.product = product("K-1001", by: .field, confidence: 1)
    hazard.supplier.id = "north"
    hazard.supplier.method = .period
    hazard.supplier.confidence = 0.95
    hazard.contactHints.openIssue = true
    hazard.ratings = [stars(1)].compactMap(\.self)
    hazard.satisfaction = FeedbackSignal.Satisfaction(
      score: 9.5,
      components: [("stars", 0), ("text", 19)],
      coverage: 1
    )
    let praise = FeedbackSignal.golden(
      "praise",
      .golden(0.71, .positive, positive: 0.8, negative: 0)
    )
    let mixed = FeedbackSignal.golden(
      "mixed",
      .golden(0.08, .mixed, positive: 0.45, negative: 0.4)
    )
    let zero = FeedbackSignal.golden("zero", .golden(0, .neutral, positive: 0.2, negative: 0.2))
    return [
      ConformanceCase(
        "hazard",
        expects: "Two issues, of tiers T0 and T3; the severity is S0 whatever the score.",
        hazard
      ),
      ConformanceCase("praise", expects: "A score without an issue: `severity` is null.", praise),
      ConformanceCase(
        "mixed",
        expects: "The label is `mixed` though the score is above 0.05: go by the label.",
        mixed
      ),
      ConformanceCase(
        "zero",
        expects: "A score of 0 is a score; it is not the same as null.",
        zero
      ),
    ]
  }

  // MARK: What is not there

  private static var absences: [ConformanceCase] {
    var ratingOnly = FeedbackSignal.golden("rating only", Sentiment(status: .noText))
    ratingOnly.ratings = [Rating(.nps, 0, min: 0, max: 10)].compactMap(\.self)
    ratingOnly.source.kind = .survey
    ratingOnly.satisfaction = FeedbackSignal.Satisfaction(
      score: 0,
      components: [("nps", 0)],
      coverage: 0.5
    )
    var foreign = FeedbackSignal.golden("foreign", Sentiment(status: .unsupportedLanguage))
    foreign.language = "fi"
    foreign.languageConfidence = 0.97
    var nothing = FeedbackSignal.golden("nothing", Sentiment(status: .noText))
    nothing.eventTime = nil
    nothing.observedTime = nil
    nothing.customerKey = nil
    nothing.language = nil
    nothing.dims = [:]
    nothing.journeyStage = .unknown
    nothing.journeyStageConfidence = nil
    return [
      ConformanceCase(
        "no opinion",
        expects: "`compound` is null: missing, not 0 and not neutral.",
        .golden("no opinion", Sentiment(status: .noOpinion))
      ),
      ConformanceCase(
        "abstained",
        expects: "The engine does not trust itself: treat the score as missing.",
        .golden("abstained", Sentiment(status: .abstained))
      ),
      ConformanceCase(
        "foreign",
        expects: "The language has no lexicon: treat the score as missing.",
        foreign
      ),
      ConformanceCase(
        "rating only",
        expects: "An NPS of 0 is an answer, a detractor's; `satisfaction.coverage` is 0.5.",
        ratingOnly
      ),
      ConformanceCase(
        "nothing",
        expects: "No time, customer, language, product or score: every null is read as unknown.",
        nothing
      ),
    ]
  }

  // MARK: What it is about

  private static var products: [ConformanceCase] {
    var unresolved = FeedbackSignal.golden(
      "unresolved",
      .golden(-0.3, .negative, positive: 0, negative: 0.4)
    )
    unresolved.product.candidates = [
      ProductResolution.Candidate(sku: "K-1001", confidence: 0.4),
      ProductResolution.Candidate(sku: "K-1002", confidence: 0.4),
    ]
    unresolved.eventTime = Instant(year: 2026, month: 11, day: 18, precision: .day)
    var likely = FeedbackSignal.golden(
      "likely lot",
      .golden(-0.5, .negative, positive: 0, negative: 0.6)
    )
    likely.product = product("K-1001", by: .orderLine, confidence: 0.98)
    likely.orderKey = FeedbackSignal.identifier("order")
    likely.lot.id = "L7"
    likely.lot.status = .inferred
    likely.lot.candidates = [
      LotResolution.Candidate(id: "L7", probability: 0.8),
      LotResolution.Candidate(id: "L8", probability: 0.2),
    ]
    var bytes = FeedbackSignal.golden(
      "bytes",
      .golden(-0.4, .negative, positive: 0, negative: 0.5)
    )
    bytes.issues = [issue("DUR.BREAKS", .t2, "Größe passt, Griff ab", at: 5, .actual, .supplier)]
    return [
      ConformanceCase(
        "unresolved SKU",
        expects:
          "`sku` is null and two articles are possible: assign it to neither. The time is a day.",
        unresolved
      ),
      ConformanceCase(
        "likely lot",
        expects: "The lot is `inferred` with 0.8: do not count it as confirmed.",
        likely
      ),
      ConformanceCase(
        "bytes",
        expects: "The evidence is 23 bytes of UTF-8 and 21 characters: cut by bytes.",
        bytes
      ),
    ]
  }

  // MARK: Conversations

  private static var courses: [ConformanceCase] {
    var signal = FeedbackSignal.golden(
      "conversation",
      .golden(-0.2, .negative, positive: 0.1, negative: 0.3)
    )
    signal.source.kind = .transcript
    signal.source.format = "conversations-json"
    var course = FeedbackSignal.Transcript()
    course.customerTurns = 3
    course.agentTurns = 1
    course.opening = -0.5
    course.closing = 0.1
    course.lowest = -0.5
    course.recovery = 0.6
    course.trajectory = [(0, -0.5), (2, nil), (4, 0.1)].map {
      FeedbackSignal.Transcript.Point(turn: $0.0, speaker: "customer", compound: $0.1)
    }
    signal.transcript = course
    return [
      ConformanceCase(
        "conversation",
        expects: "A turn without an opinion has no score; `first_response_seconds` is null, not 0.",
        signal
      )
    ]
  }

  // MARK: What changes

  private static var changes: [ConformanceCase] {
    func signal(_ name: String, _ revision: Int, _ compound: Double) -> FeedbackSignal {
      var signal = FeedbackSignal.golden(
        name,
        .golden(compound, compound < 0 ? .negative : .positive, positive: 0.3, negative: 0.3)
      )
      signal.revision = revision
      return signal
    }
    var retraction = FeedbackSignal.golden("retracted", Sentiment(status: .noText))
    retraction.revision = 2
    retraction.isRetracted = true
    retraction.source.file = ""
    retraction.source.line = nil
    retraction.observedTime = nil
    retraction.language = nil
    retraction.dims = [:]
    retraction.journeyStage = .unknown
    retraction.journeyStageConfidence = nil
    let again = "The same signal in the same revision: it was delivered twice and counts once."
    return [
      ConformanceCase("first", expects: "Revision 1 of a signal.", signal("revised", 1, -0.3)),
      ConformanceCase("revision", expects: "It replaces revision 1.", signal("revised", 2, 0.2)),
      ConformanceCase("duplicate", expects: again, signal("revised", 2, 0.2)),
      ConformanceCase(
        "skipped",
        expects: "Revision 3 comes first: those before it were replaced before they were sent.",
        signal("late", 3, 0.5)
      ),
      ConformanceCase(
        "late",
        expects: "Revision 2 comes after 3: it is stale and changes nothing.",
        signal("late", 2, -0.5)
      ),
      ConformanceCase("held", expects: "A signal like others.", signal("retracted", 1, -0.7)),
      ConformanceCase(
        "retraction",
        expects: "Forget the signal and what was made of it; keep that it is retracted.",
        retraction
      ),
      ConformanceCase(
        "after retraction",
        expects: "Revision 1 is stale: the signal stays forgotten.",
        signal("retracted", 1, -0.7)
      ),
    ]
  }

  // MARK: Parts

  private static func issue(
    _ code: String,
    _ tier: Issue.Tier,
    _ quote: String,
    at start: Int,
    _ modality: Issue.Modality,
    _ attribution: Issue.Attribution
  ) -> Issue {
    Issue(
      code: code,
      tier: tier,
      confidence: 0.9,
      modality: modality,
      intent: .complaint,
      attribution: attribution,
      evidence: Issue.Evidence(
        part: .text,
        range: ByteRange(start, start + quote.utf8.count),
        quote: quote
      )
    )
  }

  private static func product(
    _ sku: String,
    by method: ProductResolution.Method,
    confidence: Double
  ) -> ProductResolution {
    var product = ProductResolution()
    product.sku = sku
    product.name = "Kettle"
    product.category = "kitchen"
    product.method = method
    product.confidence = confidence
    return product
  }

  private static func stars(_ value: Double) -> Rating? { Rating(.stars, value, min: 1, max: 5) }
}
