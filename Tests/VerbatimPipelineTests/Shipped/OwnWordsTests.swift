import Testing
import VerbatimPipeline
import VerbatimTestSupport
import VerbatimText

@Suite("Only the customer's own words")
struct OwnWordsTests {
  private let engine: SignalEngine

  init() throws { engine = try ShippedLexicons.engine() }

  private func cut(_ text: String, _ signal: FeedbackSignal, _ kind: UnscoredPart.Kind) -> [String]
  {
    signal.unscored.filter { $0.kind == kind }.map { $0.range.cut(text) }
  }

  @Test(
    "are scored, whatever is quoted below them",
    arguments: ["terrible junk", "wonderful gift"]
  )
  func quoted(words: String) {
    let own = "The handle snapped off after a week.\n\n"
    let text = own + "On Mon, 3 Aug 2026 at 10:15, Support <help@shop.example> wrote:\n> \(words)\n"
    let signal = engine.read(text)
    #expect(signal.sentiment.compound == engine.read(own).sentiment.compound)
    #expect(signal.issues.map(\.code) == engine.read(own).issues.map(\.code))
    #expect(cut(text, signal, .quoted) == ["> \(words)\n"])
    #expect(cut(text, signal, .delimiter).count == 1)
  }

  @Test("leave out closing phrases, signatures and what a device adds")
  func closing() {
    let text = "It leaks.\n\nBest wishes,\nAnna\n\nSent from my iPhone"
    let signal = engine.read(text)
    #expect(signal.sentiment.compound == engine.read("It leaks.").sentiment.compound)
    #expect(cut(text, signal, .signOff).joined().contains("Best wishes"))
    #expect(cut(text, signal, .device) == ["Sent from my iPhone"])
    #expect(signal.redactions == ["name": 1])
  }

  @Test("keep their places in the original, between what is left out")
  func places() throws {
    let text = "> Is it broken?\nYes, the lid broke.\n> Can you send a photo?\nNo, I hate this.\n"
    let signal = engine.read(text)
    let issue = try #require(signal.issues.first { $0.code == "DUR.BREAKS" })
    let evidence = try #require(issue.evidence)
    #expect(evidence.range.cut(text) == evidence.quote)
    #expect(signal.sentiment.contributions.contains { $0.range.cut(text).contains("hate") })
    #expect(cut(text, signal, .quoted) == ["> Is it broken?\n", "> Can you send a photo?\n"])
  }

  @Test("are read as meant when misspelt, and the explanation says so")
  func misspelt() throws {
    let signal = engine.read("The lid is teribble")
    let rules = signal.sentiment.contributions.flatMap(\.rules)
    #expect(rules.contains("read as “terrible”"))
  }

  @Test("do not include paragraphs that repeat across conversations")
  func macros() throws {
    let frame = "Please describe your problem below and tell us what went terribly wrong with it:"
    var tally = MacroTally()
    for number in 0..<6 {
      let turn =
        "\(frame)\n\nThe lid number \(number) of my order leaks on the table, all the time.\n"
      tally.add(
        conversation: ParagraphKey.paragraphs(of: Array(turn.utf8).span, by: .customer).map(\.key)
      )
    }
    var record = FeedbackRecord(source: .init(kind: .transcript, format: "eml", file: "x.eml"))
    record.id = "x"
    record.turns = [Turn(speaker: "A", role: .customer, text: "\(frame)\n\nThe lid leaks.")]
    var scratch = SignalEngine.Scratch()
    let signal = engine.signal(for: &record, explains: true, macros: tally, scratch: &scratch)
    #expect(signal.unscored.map(\.kind) == [.macro])
    #expect(signal.unscored.first?.range.cut(record.turns[0].text) == frame)
    #expect(signal.issues.map(\.code) == ["PKG.LEAK"])
  }
}
