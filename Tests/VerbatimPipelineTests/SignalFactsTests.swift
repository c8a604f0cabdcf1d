import Testing
import VerbatimPipeline

@Suite("The facts of a signal")
struct SignalFactsTests {
  private let engine: SignalEngine

  init() throws { engine = try SmallLexicons.engine() }

  private func record(_ text: String?, _ change: (inout FeedbackRecord) -> Void = { _ in })
    -> FeedbackRecord
  {
    var record = FeedbackRecord(source: .init(kind: .review, format: "delimited", file: "x.csv"))
    record.id = "x"
    record.text = text
    change(&record)
    return record
  }

  @Test("hold a return reason as a claim, unless the words say it")
  func returnReason() {
    let reason = FeedbackRecord.ReturnReason(scheme: "amazon", code: "DEFECTIVE")
    let alone = engine.read(record(nil) { $0.returnReason = reason }).signal
    #expect(alone.sentiment.status == .noText)
    #expect(alone.issues.map(\.code) == ["DUR.BREAKS", "SAF.HOT"])
    #expect(alone.issues.map(\.confidence) == [0.25, 0.25])
    #expect(alone.issues.allSatisfy { $0.evidence == nil && $0.modality == .actual })
    let told = engine.read(record("It broke") { $0.returnReason = reason }).signal
    #expect(told.issues.map(\.code) == ["DUR.BREAKS", "SAF.HOT"])
    #expect(told.issues.map { $0.evidence?.quote } == ["broke", nil])
    let other = engine.read(record(nil) { $0.returnReason = .init(scheme: "x", code: "y") }).signal
    #expect(other.issues == [])
  }

  @Test(
    "tell whether the words bear a return reason out",
    arguments: [
      ("It broke", "DEFECTIVE", ReasonCheck.Agreement.agrees),
      ("It was late", "DEFECTIVE", .disagrees), ("Green", "DEFECTIVE", .textSilent),
      ("It did not break", "DEFECTIVE", .textSilent), ("It broke", "ODD", .unknownCode),
    ]
  )
  func agreement(text: String, code: String, agreement: ReasonCheck.Agreement) {
    let signal = engine.read(
      record(text) { $0.returnReason = .init(scheme: "amazon", code: code) }
    ).signal
    #expect(signal.returnReason?.agreement == agreement)
    let holds = signal.issues.contains { $0.code == "DUR.BREAKS" }
    #expect(holds == (code == "DEFECTIVE" || text == "It broke"))
    #expect(engine.read(record(text)).signal.returnReason == nil)
  }

  @Test("count how return reasons go with the texts")
  func tally() {
    var tally = ReasonTally()
    for (text, code) in [
      ("It broke", "DEFECTIVE"), ("It was late", "DEFECTIVE"), ("Green", "DEFECTIVE"),
      ("It broke", "B"), ("It broke", "A"), ("Green", "B"),
    ] {
      tally.count(
        engine.read(record(text) { $0.returnReason = .init(scheme: "amazon", code: code) })
          .signal.returnReason
      )
    }
    #expect(tally.total == 6 && tally.disagreement == 0.5 && tally.silent == 1)
    #expect(tally.unknownCodes.map(\.reason.code) == ["B", "A"])
    #expect(tally.unknownCodes.map(\.count) == [2, 1])
  }

  @Test("hold what the customer wants besides")
  func remarks() {
    let signal = engine.read("It broke. Leave me alone.")
    #expect(signal.remarks.map(\.kind) == [.noContact])
    #expect(signal.remarks.first?.evidence.quote == "Leave me alone")
    #expect(signal.contactHints.wantsNoContact)
    #expect(engine.read("good").remarks == [])
  }

  @Test("hold satisfaction from what is there, and nothing from nothing")
  func satisfaction() throws {
    let stars = Rating(.stars, 4, min: 1, max: 5)
    let both = engine.read(record("good") { $0.ratings = [stars].compactMap(\.self) }).signal
    let satisfaction = try #require(both.satisfaction)
    #expect(satisfaction.components.map(\.name) == ["stars", "text"])
    #expect(satisfaction.components.map(\.value) == [75, 72.9])
    #expect(satisfaction.score == 74)
    #expect(satisfaction.coverage == 1)
    let text = try #require(engine.read(record("good")).signal.satisfaction)
    #expect(text.score == 72.9 && text.coverage == 0.5)
    #expect(engine.read(record("the order")).signal.satisfaction == nil)
  }

  @Test("name the issues of each clause")
  func clauseIssues() {
    let signal = engine.read("Good, but it broke and it got hot, they say")
    #expect(
      signal.sentiment.clauses.map(\.issues) == [[], ["DUR.BREAKS", "SAF.HOT"], []]
    )
    #expect(signal.severity == .s1)
  }

  @Test("tell whoever writes to the customer what is open and what is unwanted")
  func hints() {
    #expect(engine.read("It broke").contactHints.openIssue)
    #expect(!engine.read("It broke. They replaced it.").contactHints.openIssue)
    #expect(!engine.read("good").contactHints.openIssue)
    #expect(engine.read("stop writing").contactHints.wantsNoContact)
    #expect(!engine.read("If they stop writing").contactHints.wantsNoContact)
  }

  @Test("place the feedback in the customer's way")
  func stage() {
    #expect(engine.read("It was late").journeyStage == .delivery)
    #expect(engine.read("It was late and it broke").journeyStage == .use)
    #expect(engine.read("Is it late?").journeyStage == .prePurchase)
    #expect(engine.read("good").journeyStage == .use)
    let returned = record("good") { $0.source.kind = .returnComment }
    #expect(engine.read(returned).signal.journeyStage == .return)
    #expect(engine.read(returned).signal.journeyStageConfidence == 0.9)
    #expect(engine.read("It was late").journeyStageConfidence == 0.9)
    #expect(engine.read("Is it late?").journeyStageConfidence == 0.6)
  }

  @Test("have an id that goes by the record alone")
  func ids() throws {
    let first = engine.read(record("good")).signal.id
    let other = try SmallLexicons.engine { $0.language = "en" }
    #expect(other.read(record("bad")).signal.id == first)
    #expect(engine.read(record("good") { $0.id = "y" }).signal.id != first)
  }
}
