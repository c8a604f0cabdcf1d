import Testing
import VerbatimPipeline
import VerbatimText

@Suite("What the shop says")
struct AgentTurnTests {
  /// Manners, praise, gloom, threats and cues: none is the customer's.
  private static let words = [
    "Hello and welcome! How are you today?", "Thank you so much, you are wonderful!",
    "I am terribly sorry, this is awful and disgusting.", "Have a lovely, fantastic day :-)",
    "It is broken, it burned, it caught fire.", "I love it, great, excellent, perfect.",
    "THIS IS A DISASTER!!!", "😀😍👍", "", "Nie wieder, das ist eine Katastrophe.",
    "> I hate you\n\nOn Mon, Anna wrote:\n> junk", "My lawyer and your manager. 0/10.",
    "I'll refund you by Friday. That's all sorted.", "don't", "not", "very",
  ]

  /// Everything of a signal that tells how the customer feels and what went wrong.
  private func customerSide(_ record: FeedbackRecord, _ engine: SignalEngine) -> [UInt8] {
    let signal = engine.read(record).signal
    var json = JSONWriter()
    signal.write(
      to: &json,
      explain: true,
      fields: ["sentiment", "clauses", "explain", "issues", "severity", "satisfaction", "unscored"]
    )
    let course = signal.transcript
    let moods = course?.trajectory.map { "\($0.turn) \(String(describing: $0.compound))" } ?? []
    let sums = [course?.opening, course?.closing, course?.lowest, course?.recovery]
    return json.bytes + Array("\(moods) \(sums) \(String(describing: course?.turningTurn))".utf8)
  }

  @Test("never moves the customer's score by a byte")
  func agents() throws {
    let engine = try ShippedLexicons.engine()
    let record = Talk.record(
      "agent: Hello!",
      "customer: The kettle broke after two days, I am really disappointed.",
      "agent: I am sorry.",
      "customer: The plug gets hot.\n\n> great stuff\n",
      "bot: Please wait.",
      "agent: I will send a new one.",
      "customer: Thanks, that is very kind of you."
    )
    let expected = customerSide(record, engine)
    var random = SplitMix64(seed: 2026)
    var changes = 0
    for _ in 0..<120 {
      var edited = record
      for index in edited.turns.indices
      where edited.turns[index].role != .customer && random.next() % 3 != 0 {
        let first = Self.words[Int(random.next() % UInt64(Self.words.count))]
        let second = Self.words[Int(random.next() % UInt64(Self.words.count))]
        edited.turns[index].text = "\(first) \(second)"
      }
      if customerSide(edited, engine) != expected { changes += 1 }
    }
    #expect(changes == 0)
  }
}
