import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("Promises on single texts")
struct PromiseTests {
  private let engine: SignalEngine

  init() throws { engine = try ShippedLexicons.engine() }

  @Test("a hazard is found in praise, with its words")
  func hazardInPraise() throws {
    let text = "Love it, but the plug gets really hot"
    let signal = engine.read(text)
    #expect(signal.sentiment.label == .positive)
    let issue = try #require(signal.issues.first)
    #expect(signal.issues.count == 1)
    #expect(issue.code == "SAF.BURN_FIRE")
    #expect(issue.tier == .t1)
    #expect(issue.modality == .actual)
    let evidence = try #require(issue.evidence)
    #expect(evidence.quote == "plug gets really hot")
    #expect(evidence.range.cut(text) == evidence.quote)
    #expect(signal.severity == .s1)
    #expect(signal.contactHints.openIssue)
  }

  @Test(
    "a denied hazard is not reported",
    arguments: [
      "no burning smell", "There is no burning smell.", "No burning smell at all, which is great",
    ]
  )
  func deniedHazard(text: String) {
    let signal = engine.read(text)
    #expect(signal.issues.filter(\.modality.isReport) == [])
    #expect(signal.severity == nil)
  }

  @Test(
    "a defect is found and felt",
    arguments: [
      ("handle snapped off", "DUR.BREAKS"), ("The handle snapped off.", "DUR.BREAKS"),
      ("stopped working after two weeks", "FUN.STOPS_WORKING"),
      ("It stopped working after two weeks.", "FUN.STOPS_WORKING"),
      ("runs small", "FIT.TOO_SMALL"), ("It runs small", "FIT.TOO_SMALL"),
    ]
  )
  func defect(text: String, code: String) {
    let signal = engine.read(text)
    #expect(signal.sentiment.label == .negative)
    #expect(signal.issues.filter { $0.modality == .actual }.map(\.code) == [code])
  }

  @Test(
    "a text in another language is left alone",
    arguments: [
      ("Das Gerät ist nach zwei Wochen kaputt gegangen und ich bin sehr enttäuscht", "de"),
      ("La lampe ne marche plus et le service est très mauvais, je ne suis pas content", "fr"),
      ("非常好，很喜欢，质量不错", "zh-Hans"),
    ]
  )
  func otherLanguage(text: String, tag: String) {
    let signal = engine.read(text)
    #expect(signal.language == tag)
    #expect(signal.sentiment.status == .unsupportedLanguage)
    #expect(signal.sentiment.compound == nil)
    #expect(signal.issues == [])
  }
}
