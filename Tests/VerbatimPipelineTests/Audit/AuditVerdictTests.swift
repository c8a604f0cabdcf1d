import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("Samples and verdicts of an audit")
struct AuditVerdictTests {
  /// 100 conversations: 10 with a risk, of which 5 are positive too; 30 positive; the rest not.
  private static let entries = (0..<100).map { number in
    AuditedShop.entry(
      number,
      recovery: Double(number % 10) / 10,
      compound: number < 5 || (10..<40).contains(number) ? 0.5 : -0.5
    ) { course in
      guard number < 10 else { return }
      course.events?.escalations = [
        Escalation(kind: .press, turn: 0, evidence: AuditedShop.words(0, "the papers"))
      ]
    }
  }

  private static let quota = AuditQuota(risk: 4, positive: 5, random: 6)

  @Test("are drawn from risk, then positive, then the rest, whatever order they came in")
  func strata() throws {
    let shop = try AuditedShop(Self.entries)
    let sample = try shop.run.sample(Self.quota, seed: 7)
    #expect(sample.strata.map(\.population) == [10, 30, 60])
    #expect(sample.strata.map(\.signalIDs.count) == [4, 5, 6])
    #expect(sample.strata.map(\.weight) == [2.5, 6, 10])
    let reversed = try AuditedShop(Self.entries.reversed())
    #expect(try reversed.run.sample(Self.quota, seed: 7) == sample)
    #expect(try shop.run.sample(Self.quota, seed: 8).id != sample.id)
    #expect(sample.id.utf8.count == 10)
  }

  @Test("say what all conversations are like, and when they cannot")
  func sheet() throws {
    let shop = try AuditedShop(Self.entries)
    let sample = try shop.run.sample(Self.quota, seed: 7)
    try shop.store.add(sample)
    let drawn = try shop.run.sheet(of: sample)
    let recovery = try #require(drawn.estimates.first)
    #expect(drawn.estimates.count == 1)
    #expect(recovery.truth?.isClose(to: 0.45) == true)
    // Each of a stratum stands for as many: 2.5, 6 and 10 of 100.
    let weighted = sample.strata.reduce(0.0) { sum, stratum in
      let numbers = stratum.signalIDs.compactMap { Int($0, radix: 16) }
      let recoveries = numbers.map { Double($0 % 10) / 10 }
      return sum + recoveries.reduce(0, +) * (stratum.weight ?? 0) / 100
    }
    let value = try #require(recovery.value)
    #expect(value.value.isClose(to: weighted))
    #expect(value.count == 15)
    let interval = try #require(value.interval)
    #expect(interval.lower < weighted && weighted < interval.upper)
    // Only the risky ones are read: nothing can be said of all.
    for id in sample.strata[0].signalIDs {
      var review = AuditedShop.review(0, .resolution, "solved")
      review.signalID = id
      try shop.run.add(review)
    }
    let partly = try shop.run.sheet(of: sample)
    let solved = try #require(partly.estimates.last)
    #expect(solved.measure == "resolution")
    #expect(solved.value == nil)
    #expect(solved.gap == "nothing of the stratum positive was read")
    #expect(partly.read(inStratum: 0) == 4)
    #expect(partly.read(inStratum: 1) == 0)
    // Two of the others each: solved and unknown, open and open.
    for (stratum, verdicts) in [(1, ["solved", "unknown"]), (2, ["open", "open"])] {
      for (id, verdict) in zip(sample.strata[stratum].signalIDs, verdicts) {
        var review = AuditedShop.review(0, .resolution, verdict)
        review.signalID = id
        try shop.run.add(review)
      }
    }
    let estimate = try #require(try shop.run.sheet(of: sample).estimates.last?.value)
    // Risk 10 of 10, positive 15 of 15 that can be told of, the rest 0 of 60.
    #expect(estimate.value.isClose(to: 25.0 / 85))
    #expect(estimate.count == 7)
  }

  @Test("agree with the engine by kappa, weighted to the sample")
  func agreement() throws {
    let shop = try AuditedShop(Self.entries)
    #expect(try shop.run.agreement(on: .sentiment, sample: nil) == nil)
    let sample = try shop.run.sample(Self.quota, seed: 7)
    try shop.store.add(sample)
    // People see every positive one as the engine does, and two of the rest as positive.
    let rest = Set(sample.strata[2].signalIDs.prefix(2))
    for id in sample.strata.flatMap(\.signalIDs) {
      let isPositive = (try shop.run.engineVerdict(.sentiment, of: id)) == "positive"
      var review = AuditedShop.review(
        0,
        .sentiment,
        isPositive || rest.contains(id) ? "positive" : "negative"
      )
      review.signalID = id
      try shop.run.add(review)
    }
    let found = try #require(try shop.run.agreement(on: .sentiment, sample: sample))
    #expect(found.conversations == 15)
    #expect(found.people == 1)
    #expect(found.classes == ["negative", "neither", "positive"])
    #expect(found.unread.isEmpty)
    #expect(found.table.total == 15)
    #expect(found.table[2, 0] == 2)
    // By hand, over 100: the two stand for 20. Of the four risky ones some are positive.
    let risky = Double(found.table[2, 2] - 5) * 2.5
    let (both, missed) = (30 + risky, 20.0)
    let neither = 100 - both - missed
    let expected = ((both + missed) * both + neither * (neither + missed)) / 10_000
    let kappa = ((both + neither) / 100 - expected) / (1 - expected)
    #expect(try #require(found.kappa).isClose(to: kappa))
    let interval = try #require(found.interval)
    #expect(interval.lower < kappa && kappa <= interval.upper)
    // One outside the sample and one without a say are told of and change nothing.
    let inside = Set(sample.strata.flatMap(\.signalIDs))
    let outside = try #require((0..<100).first { !inside.contains(AuditedShop.id($0)) })
    try shop.run.add(AuditedShop.review(outside, .sentiment, "positive"))
    let again = try #require(try shop.run.agreement(on: .sentiment, sample: sample))
    #expect(again.kappa == found.kappa)
    #expect(again.outside == 1)
    let alike = try #require(try shop.run.agreement(on: .sentiment, sample: nil))
    #expect(alike.conversations == 16)
    #expect(alike.outside == 0)
  }

  @Test("of several people on one conversation share its weight, and are drawn together")
  func people() throws {
    let shop = try AuditedShop(Self.entries)
    for number in 0..<20 {
      let verdict = number % 2 == 0 ? "no" : "yes"
      try shop.run.add(AuditedShop.review(number, .escalation, verdict))
      for name in ["Ben", "Cy", "Di"] where number == 0 {
        try shop.run.add(AuditedShop.review(number, .escalation, "yes", by: name))
      }
    }
    let found = try #require(try shop.run.agreement(on: .escalation, sample: nil))
    #expect(found.conversations == 20)
    #expect(found.people == 4)
    #expect(found.table.total == 23)
    // The engine says yes of 0–9. Ada agrees on the odd of them and on the even of the others: 5 and
    // 5 of 20; three quarters of conversation 0 say yes as well.
    let (yesYes, yesNo, noYes, noNo) = (5.75, 5.0, 4.25, 5.0)
    let expected = ((yesYes + yesNo) * 10 + (noYes + noNo) * 10) / 400
    let kappa = ((yesYes + noNo) / 20 - expected) / (1 - expected)
    #expect(try #require(found.kappa).isClose(to: kappa))
  }

  @Test("that are all alike have no kappa, and say why")
  func oneClass() throws {
    let shop = try AuditedShop(Self.entries)
    try shop.run.add(AuditedShop.review(50, .issue, "none"))
    let found = try #require(try shop.run.agreement(on: .issue, sample: nil))
    #expect(found.kappa == nil)
    #expect(found.interval == nil)
    #expect(found.gap == .oneClass)
    try shop.run.add(AuditedShop.review(50, .resolution, "unknown"))
    let unknown = try #require(try shop.run.agreement(on: .resolution, sample: nil))
    #expect(unknown.gap == .empty)
    #expect(unknown.undecided == 1)
  }

  @Test("are met by the engine's in the same words")
  func engine() throws {
    let entry = AuditedShop.entry(1, issue: "DEL.LATE", recovery: 0.1, compound: 0.01) { course in
      course.events?.resolution.claimed = true
    }
    let silent = AuditedShop.entry(2) { $0.events = nil }
    let shop = try AuditedShop([entry, silent])
    let verdicts = try AuditCategory.allCases.map {
      try shop.run.engineVerdict($0, of: AuditedShop.id(1))
    }
    #expect(verdicts == ["neutral", "DEL.LATE", "claimed", "no", "none"])
    let none = try AuditCategory.allCases.map {
      try shop.run.engineVerdict($0, of: AuditedShop.id(2))
    }
    #expect(none == ["no_opinion", "none", nil, nil, nil])
    for category in AuditCategory.allCases {
      for verdict in category.verdicts ?? [] {
        #expect(category.judged(verdict) != nil || verdict == "unknown")
      }
    }
  }

  @Test("on what is no conversation are refused")
  func refused() throws {
    let shop = try AuditedShop(Self.entries)
    let review = AuditedShop.review(4_000, .sentiment, "positive")
    let failure = #expect(throws: Diagnostic.self) { try shop.run.add(review) }
    #expect(failure?.code == .recordMissing)
    #expect(try shop.store.reviews().isEmpty)
  }

  @Test("become labelled texts, the last of each conversation, and a list to talk about")
  func exports() throws {
    let turns = [
      Turn(speaker: "customer", role: .customer, text: "It is insane value."),
      Turn(speaker: "Agent", role: .agent, text: "Thank you so much!"),
      Turn(speaker: "customer", role: .customer, text: "Bye."),
    ]
    let shop = try AuditedShop([
      AuditedShop.entry(1, agent: "agent-b", compound: -0.7, turns: turns),
      AuditedShop.entry(2, agent: "agent-a") { course in
        course.events?.repeatedQuestions = [
          RepeatedQuestion(
            topic: "photo",
            turn: 3,
            firstTurn: 1,
            evidence: AuditedShop.words(3, "a photo")
          )
        ]
      },
      AuditedShop.entry(3, agent: "agent-a"),
    ])
    try shop.run.add(AuditedShop.review(1, .sentiment, "negative"))
    try shop.run.add(AuditedShop.review(1, .sentiment, "positive", by: "Ben"))
    let labelled = try shop.run.labelled()
    #expect(labelled.map(\.label) == ["positive"])
    #expect(labelled.map(\.reviewer) == ["Ben"])
    #expect(labelled.first?.text == "It is insane value.\nBye.")
    let coaching = try shop.run.coaching()
    #expect(coaching.map(\.audited.agent) == ["agent-a", "agent-b"])
    #expect(coaching.map(\.audited.conversation.signalID) == [2, 1].map { AuditedShop.id($0) })
    #expect(coaching.last?.reviews.count == 2)
  }
}
