import Testing
import VerbatimPipeline

@Suite("Language")
struct LanguageTests {
  private let german = "Das ist nicht gut und die Lampe war kaputt, aber ich bin mit der Post"
  private let english = "The lamp broke and it is good but my cable was bad with the plug"

  private func record(_ text: String, declared: String?) -> FeedbackRecord {
    var record = FeedbackRecord(source: .init(kind: .review, format: "delimited", file: "x.csv"))
    record.id = "x"
    record.text = text
    record.language = declared
    return record
  }

  @Test("without a lexicon leaves a text unscored and without issues", arguments: [nil, "de"])
  func unsupported(declared: String?) throws {
    let signal = try SmallLexicons.engine().read(record(german, declared: declared)).signal
    #expect(signal.sentiment == Sentiment(status: .unsupportedLanguage))
    #expect(signal.language == "de")
    #expect(signal.issues == [])
    #expect(signal.satisfaction == nil)
  }

  @Test("that is declared yields to words that clearly say another")
  func declaredWrong() throws {
    let signal = try SmallLexicons.engine().read(record(english, declared: "de")).signal
    #expect(signal.language == "en")
    #expect(signal.sentiment.status == .scored)
    #expect(signal.issues.map(\.code) == ["DUR.BREAKS"])
  }

  @Test("that is declared holds where the words do not tell")
  func declaredAlone() throws {
    let engine = try SmallLexicons.engine()
    let british = engine.read(record("good", declared: "en-GB")).signal
    #expect(british.language == "en-GB")
    #expect(british.sentiment.status == .scored)
    let polish = engine.read(record("super", declared: "pl")).signal
    #expect(polish.language == "pl")
    #expect(polish.sentiment.status == .unsupportedLanguage)
  }

  @Test("that is not clear does not stop a short text")
  func unclear() throws {
    let engine = try SmallLexicons.engine()
    let signal = engine.read(record("zum zum good", declared: nil)).signal
    #expect(signal.sentiment.status == .scored)
    #expect(engine.read(record("good", declared: nil)).signal.language == "en")
  }

  @Test("that is another in some clauses leaves those unscored, and says so")
  func mixed() throws {
    let german = "Das ist nicht gut und ich bin mit der Post da"
    let text = "\(english). \(german). My cable was bad and it is with the plug."
    let signal = try SmallLexicons.engine().read(record(text, declared: "en")).signal
    #expect(signal.language == "en")
    #expect(signal.unscored.map(\.kind) == [.foreign])
    let range = try #require(signal.unscored.first?.range)
    #expect(
      String(decoding: Array(text.utf8)[range.start..<range.end], as: UTF8.self)
        == german
    )
    #expect(signal.sentiment.contributions.allSatisfy { !$0.range.overlaps(range) })
    #expect(signal.issues.map(\.code) == ["DUR.BREAKS"])
  }

  @Test("that the user sets wins over everything")
  func forced() throws {
    let asEnglish = try SmallLexicons.engine { $0.language = "en" }
    let signal = asEnglish.read(record(german, declared: "de")).signal
    #expect(signal.language == "en")
    #expect(signal.sentiment.status == .scored)
    let asGerman = try SmallLexicons.engine { $0.language = "de" }
    let other = asGerman.read(record(english, declared: "en")).signal
    #expect(other.sentiment.status == .unsupportedLanguage)
  }

  @Test("of which next to no word is known makes the engine abstain")
  func abstained() throws {
    let engine = try SmallLexicons.engine()
    let signal = engine.read(record("zum zum zum zum zum zum zum zum good", declared: nil)).signal
    #expect(signal.sentiment == Sentiment(status: .abstained))
    #expect(engine.read(record("zum zum good", declared: nil)).signal.sentiment.status == .scored)
  }

  @Test("without words is no text, whatever is declared", arguments: ["", "...", "!?"])
  func noText(text: String) throws {
    let signal = try SmallLexicons.engine().read(record(text, declared: "de")).signal
    #expect(signal.sentiment == Sentiment(status: .noText))
  }

  @Test("without a lexicon leaves the course of a conversation unscored")
  func transcript() throws {
    var record = FeedbackRecord(source: .init(kind: .transcript, format: "webvtt", file: "x.vtt"))
    record.id = "x"
    record.turns = [
      Turn(speaker: "Customer", role: .customer, text: german),
      Turn(speaker: "Agent", role: .agent, text: "Das tut mir leid"),
      Turn(speaker: "Customer", role: .customer, text: "Das war super und die Lampe ist da"),
    ]
    let signal = try SmallLexicons.engine().read(record).signal
    #expect(signal.sentiment.status == .unsupportedLanguage)
    let course = try #require(signal.transcript)
    #expect(course.customerTurns == 2)
    #expect(course.opening == nil && course.closing == nil && course.lowest == nil)
    #expect(course.trajectory.allSatisfy { $0.compound == nil })
  }
}
