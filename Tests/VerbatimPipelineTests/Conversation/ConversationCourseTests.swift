import Testing
import VerbatimPipeline

@Suite("What happens in a conversation")
struct ConversationCourseTests {
  @Test("is found with its words in the turn they stand in")
  func evidence() throws {
    let record = Talk.record(
      "customer: My kettle gave me an electric shock!",
      "agent: I am sorry.",
      "customer: Sorry? I want to speak to your manager. My lawyer will be in touch."
    )
    let events = try #require(Talk.course(record).events)
    #expect(events.escalations.map(\.kind) == [.safety, .supervisor, .legal])
    #expect(events.escalations.map(\.turn) == [0, 2, 2])
    for escalation in events.escalations {
      let text = record.turns[escalation.turn].text
      #expect(escalation.evidence.range.cut(text) == escalation.evidence.quote)
    }
  }

  @Test(
    "is not tripped by a negation or a question",
    arguments: [
      "I don't want to speak to a manager.", "Is there a manager?",
      "I don't think I will call my bank.", "No need to escalate this.",
      "I would never sue you.",
    ]
  )
  func negated(words: String) throws {
    #expect(try Talk.events("agent: Hello.", "customer: \(words)").escalations.isEmpty)
  }

  @Test(
    "is found behind a negation that is about something else",
    arguments: [
      "You don't listen so I want to speak to a manager.",
      "If you do not refund me I will call my bank.", "Can I speak to a manager?",
      "I won't stop until I speak to a manager.",
    ]
  )
  func notNegated(words: String) throws {
    #expect(try Talk.events("agent: Hello.", "customer: \(words)").escalations.count == 1)
  }

  @Test("counts a question that was answered and is asked again")
  func repeated() throws {
    let events = try Talk.events(
      "bot: What is your order number?",
      "customer: HR-204411",
      "agent: Hi. Could you give me your order number?",
      "customer: HR-204411, as I said.",
      "agent: And could you send a photo of the lid?",
      "agent: Please send a photo.",
      "customer: Here it is.",
      "agent: Can you send the photo again please?"
    )
    #expect(events.repeatedQuestions.map(\.topic) == ["order_number", "photo"])
    #expect(events.repeatedQuestions.map(\.turn) == [2, 7])
    #expect(events.repeatedQuestions.map(\.firstTurn) == [0, 4])
  }

  @Test("counts a sentence that is asked twice in the same words, of whatever it is")
  func sameWords() throws {
    let events = try Talk.events(
      "agent: Does the drawer below the oven open all the way?",
      "customer: No.",
      "agent: Does the drawer below the oven open all the way?",
      "customer: I said no.",
      "agent: Anything else?",
      "customer: No.",
      "agent: Anything else?"
    )
    #expect(events.repeatedQuestions.map(\.topic) == ["same_words"])
  }

  @Test("tells a claim of the shop from the customer's word, of which the last counts")
  func resolution() throws {
    let events = try Talk.events(
      "customer: The app still doesn't work.",
      "agent: I've fixed that for you.",
      "customer: No, it still doesn't work.",
      "agent: Could you try once more?",
      "customer: It works now!"
    )
    #expect(events.resolution.claimed)
    #expect(events.resolution.claimedTurn == 1)
    #expect(events.resolution.confirmed == true)
    #expect(events.resolution.confirmedTurn == 4)
    let complaint = try Talk.events("customer: The app still doesn't work.", "agent: I see.")
    #expect(complaint.resolution == ResolutionClaim())
  }

  @Test("counts handoffs from person to person, named or announced")
  func handoffs() throws {
    func turn(_ speaker: String, _ role: Turn.Role, _ text: String) -> Turn {
      Turn(speaker: speaker, role: role, text: text)
    }
    var record = Talk.record("customer: Hello.")
    record.turns += [
      turn("Bot", .bot, "An agent will be with you."), turn("Agent Tom", .agent, "Hi."),
      turn("Agent Maya", .agent, "Hi."), turn("Agent Maya", .agent, "Still me."),
      turn("Agent Tom", .agent, "Back again."),
    ]
    #expect(try Talk.course(record).handoffs == 2)
    let unnamed = Talk.record(
      "agent: I'll transfer you to my colleague.",
      "customer: OK.",
      "agent: Hello, my name is Priya.",
      "customer: Hi.",
      "agent: How are you?"
    )
    #expect(try Talk.course(unnamed).handoffs == 1)
  }

  @Test("is not read in a language that is not scored")
  func foreign() throws {
    var record = Talk.record(
      "customer: Guten Tag, ich möchte sofort mit Ihrem Vorgesetzten sprechen, der Kessel ist kaputt.",
      "agent: Einen Moment bitte."
    )
    record.language = nil
    let course = try Talk.course(record)
    #expect(course.events == nil)
    #expect(course.eligibility == .unsupportedLanguage)
  }

  @Test("names who counts in an audit, and the reason of those who do not")
  func eligibility() throws {
    let long = "customer: The kettle I bought from you last week does not switch off any more."
    #expect(try Talk.course(Talk.record(long, "agent: Hi.")).eligibility == .eligible)
    #expect(try Talk.course(Talk.record(long)).eligibility == .eligible)
    #expect(try Talk.course(Talk.record(long, "bot: Hi.")).eligibility == .botOnly)
    let short = Talk.record("customer: It broke.", "agent: Hi.")
    #expect(try Talk.course(short).eligibility == .underTenWords)
    #expect(try Talk.course(Talk.record("agent: Hi.")).eligibility == .noCustomer)
  }

  @Test("passes over what a mail of the shop quotes")
  func quoted() throws {
    var record = Talk.record(
      "customer: The kettle does not switch off.",
      "agent: Thank you for your mail."
    )
    record.turns[1].text += "\n\n> We will refund you by Friday.\n> I've fixed that for you.\n"
    let events = try #require(Talk.course(record).events)
    #expect(events.promises.isEmpty)
    #expect(!events.resolution.claimed)
  }

  @Test("hides the names of the shop's people behind a key")
  func pseudonyms() throws {
    var record = Talk.record("customer: Hello.", "agent: Hi.")
    record.turns[1].speaker = "Agent Maya"
    let engine = try ShippedLexicons.engine()
    let (signal, stored) = engine.read(record)
    let key = try #require(signal.transcript?.agentKey)
    #expect(key == engine.agentKey(of: "Agent Maya"))
    #expect(key != engine.agentKey(of: "Agent Tom"))
    #expect(stored.turns[1].speaker == key)
    // What is stored can be read again.
    #expect(engine.agentKey(of: key) == key)
    #expect(engine.agentKey(of: "Customer Service") == nil)
  }
}
