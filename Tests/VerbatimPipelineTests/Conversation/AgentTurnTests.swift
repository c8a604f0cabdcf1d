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
  private func customerSide(
    _ record: FeedbackRecord,
    _ engine: SignalEngine,
    besides unscored: Set<String> = ["unscored"]
  ) -> [UInt8] {
    let signal = engine.read(record).signal
    var json = JSONWriter()
    signal.write(
      to: &json,
      explain: true,
      fields: unscored.union([
        "sentiment", "clauses", "explain", "issues", "severity", "satisfaction",
      ])
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

  /// What the shop may say in one line, a word at a time.
  private static let vocabulary = [
    "Hello", "Hi there", "Dear Anna", "Good morning", "Thank you", "thanks a lot", "cheers",
    "sorry",
    "terribly", "awful", "wonderful", "perfect!", "broken", "burned", "my lawyer", "refund",
    "never",
    "not", "very", "great", "0/10", "5 stars", "😀", "👎", "Guten Tag", "merci", "AMAZING", "hate",
    "love", "don't worry", "have a lovely day", "it caught fire", "your manager", "by Friday",
  ]

  /// What the customer says, which stays: an opening, a complaint, a question, an end.
  private static let customer = [
    "The kettle broke after two days, I am really disappointed.",
    "The plug gets hot and the lid leaks.", "When will the new one arrive?",
    "Thanks, that is very kind of you, I love it.",
  ]

  private static func words(_ random: inout SplitMix64) -> String {
    (0...random.next() % 5)
      .map { _ in vocabulary[Int(random.next() % UInt64(vocabulary.count))] }
      .joined(separator: " ")
  }

  /// The conversation with other words of the shop, and other words of it quoted.
  private static func talk(_ form: TranscriptForm, _ random: inout SplitMix64)
    -> [TranscriptForm.Line]
  {
    customer.enumerated().flatMap { place, text in
      let quoted = form.hasLines && (place > 0 || form == .mails) ? words(&random) : nil
      let asked = TranscriptForm.Line(isCustomers: true, text: text, quoted: quoted)
      // One mail alone has nobody's answer.
      return form == .mails
        ? [asked] : [asked, TranscriptForm.Line(isCustomers: false, text: words(&random))]
    }
  }

  @Test(
    "never moves the customer's score in any format, answered or quoted",
    arguments: TranscriptForm.allCases
  )
  func formats(form: TranscriptForm) throws {
    let engine = try ShippedLexicons.engine()
    let folder = try Folder()
    var random = SplitMix64(seed: 7)
    var expected: [UInt8]?
    for _ in 0..<25 {
      let lines = Self.talk(form, &random)
      var record = try #require(try form.record(of: lines, in: folder))
      // One mail is one turn, and all others keep each of the customer's.
      let own = record.turns.filter { $0.role == .customer }
      #expect(own.count == (form == .mails ? 1 : Self.customer.count))
      #expect(zip(own, Self.customer).allSatisfy { $0.text.hasPrefix($1) })
      record.id = "same"
      // Where the quotation ends differs with its words.
      let found = customerSide(record, engine, besides: [])
      if let expected { #expect(found == expected) }
      expected = expected ?? found
    }
    // What is said to be the same is something.
    let moods = String(decoding: try #require(expected), as: UTF8.self)
    #expect(moods.contains("DUR.BREAKS"))
    #expect(moods.contains(#""status":"scored""#))
  }
}
