import Testing
import VerbatimCore
import VerbatimIssues

/// The rules of modality on the shipped patterns, with texts invented for each.
@Suite("With the shipped patterns, an issue")
struct ShippedRuleTests {
  private let shipped: ShippedIssues

  init() throws { shipped = try ShippedIssues.shared.get() }

  @Test("needs files without a fault")
  func files() {
    #expect(shipped.diagnostics.map(\.description) == [])
  }

  @Test(
    "is denied in the clause of a negator, and no further",
    arguments: [
      ("FUN.NOISE", "negated", "I have not heard a rattling noise out of it"),
      ("PKG.LEAK", "negated", "Never had it leak, not even upside down"),
      ("SAF.BURN_FIRE", "negated", "free of any burning smell"),
      ("PKG.LEAK", "negated", "Filled it to the brim without a leak"),
      ("DUR.BREAKS", "actual", "No instructions needed, the handle snapped off"),
      ("DUR.BREAKS", "actual", "not cheap and the handle broke off"),
      ("SAF.BURN_FIRE", "actual", "No smoke, however the plug got really hot"),
      ("FUN.NOISE", "negated", "I don't think it is too noisy"),
      ("PKG.LEAK", "negated", "nothing leaked"),
    ]
  )
  func negation(code: String, modality: String, text: String) {
    #expect(shipped.modality(code, in: text) == modality, "\(text)\n\(shipped.trace(text))")
  }

  @Test(
    "is denied in each item of a list",
    arguments: ["FUN.NOISE", "PKG.LEAK", "SAF.BURN_FIRE"]
  )
  func list(code: String) {
    let text = "Six weeks of daily use and no rattling noise, leaks or burning smells"
    #expect(shipped.modality(code, in: text) == "negated", "\(shipped.trace(text))")
  }

  @Test(
    "is not denied by the negator that makes it",
    arguments: [
      ("FUN.BATTERY_POWER", "actual", "the shaver does not charge"),
      ("DEL.NOT_RECEIVED", "actual", "my parcel never arrived"),
      ("LST.INSTRUCTIONS", "actual", "There were no instructions and two screws were missing"),
      ("ORD.MISSING_PART", "actual", "There were no instructions and two screws were missing"),
      ("FUN.STOPS_WORKING", "negated", "I never had it stop working"),
    ]
  )
  func ownNegator(code: String, modality: String, text: String) {
    #expect(shipped.modality(code, in: text) == modality, "\(text)\n\(shipped.trace(text))")
  }

  @Test(
    "is supposed in a condition, and reported by what follows from one",
    arguments: [
      ("DUR.BREAKS", "hypothetical", "If the handle snaps off I will send it back"),
      ("PKG.LEAK", "hypothetical", "Wrap it in a towel in case it leaks"),
      ("DUR.BREAKS", "hypothetical", "Should the handle break off I know whom to call"),
      ("PKG.LEAK", "actual", "If you tilt it to the left it leaks"),
    ]
  )
  func condition(code: String, modality: String, text: String) {
    #expect(shipped.modality(code, in: text) == modality, "\(text)\n\(shipped.trace(text))")
  }

  @Test(
    "is open in a question that reports nothing",
    arguments: [
      ("FIT.TOO_SMALL", "hypothetical", "does it run small?"),
      ("FIT.TOO_SMALL", "hypothetical", "Do these run small"),
      ("PKG.LEAK", "hypothetical", "Hi there, does the lid leak?"),
      ("PKG.LEAK", "actual", "Why does it leak every single time?"),
      ("PKG.LEAK", "actual", "How do I get a refund for a flask that leaks?"),
      ("DUR.BREAKS", "actual", "The strap snapped, can I get a new one?"),
      ("DEL.NOT_RECEIVED", "actual", "Where is my order, it never arrived?"),
    ]
  )
  func question(code: String, modality: String, text: String) {
    #expect(shipped.modality(code, in: text) == modality, "\(text)\n\(shipped.trace(text))")
  }

  @Test(
    "is feared, not reported",
    arguments: [
      ("SAF.BURN_FIRE", "potential", "I am afraid it might catch fire"),
      ("DUR.BREAKS", "potential", "Looks like it'll fall apart before the summer"),
      ("SAF.BURN_FIRE", "potential", "a fire hazard waiting to happen"),
      ("PKG.LEAK", "potential", "I suspect it will leak in my bag"),
      ("DUR.BREAKS", "potential", "wouldn't be surprised if the handle broke off"),
    ]
  )
  func fear(code: String, modality: String, text: String) {
    #expect(shipped.modality(code, in: text) == modality, "\(text)\n\(shipped.trace(text))")
  }

  @Test(
    "is denied where it was expected and did not come",
    arguments: [
      ("FUN.NOISE", "negated", "I was told it is too noisy, but mine purrs like a kitten"),
      ("FIT.TOO_SMALL", "negated", "Expected them to be too small but the fit is right"),
      // The match reaches into the next clause, behind which nothing of the first is left.
      ("FUN.NOISE", "actual", "Read it loud and you wake the baby"),
    ]
  )
  func belief(code: String, modality: String, text: String) {
    #expect(shipped.modality(code, in: text) == modality, "\(text)\n\(shipped.trace(text))")
  }

  @Test(
    "is put right by a repair that was made and held",
    arguments: [
      ("PKG.LEAK", "resolved", "It leaked. The shop sent a new one the next day."),
      ("DUR.BREAKS", "resolved", "The handle broke off, they refunded me without fuss"),
      ("DUR.BREAKS", "resolved", "They gave me a full refund after the handle broke off"),
      ("ORD.MISSING_PART", "resolved", "Two screws were missing. Support posted them. All sorted."),
      ("PKG.LEAK", "actual", "It leaked and they promised a refund"),
      ("PKG.LEAK", "actual", "It leaked, still waiting for a replacement"),
      ("PKG.LEAK", "actual", "It leaked. They sent a new one. That one leaks too."),
      ("FUN.STOPS_WORKING", "actual", "It stopped working. They fixed it but it broke again."),
      ("PKG.LEAK", "actual", "It leaked and nobody refunded me"),
      ("PKG.LEAK", "actual", "It leaked. I want a full refund."),
    ]
  )
  func repair(code: String, modality: String, text: String) {
    #expect(shipped.modality(code, in: text) == modality, "\(text)\n\(shipped.trace(text))")
  }

  @Test(
    "of another product is none of this one",
    arguments: [
      ("PKG.LEAK", "nothing", "My old flask leaked"),
      ("PKG.LEAK", "actual", "My old flask was fine, this one leaks"),
      ("PKG.LEAK", "actual", "Unlike my old flask this one leaks"),
      ("DUR.BREAKS", "nothing", "so much better than the previous one which snapped off"),
      ("FUN.NOISE", "nothing", "other brands are too noisy"),
    ]
  )
  func otherProduct(code: String, modality: String, text: String) {
    #expect(shipped.modality(code, in: text) == modality, "\(text)\n\(shipped.trace(text))")
  }

  @Test(
    "names who is to blame, where that makes sense",
    arguments: [
      ("PKG.TRANSIT_DAMAGE", VerbatimCore.Issue.Attribution.carrier, "it arrived smashed"),
      ("PKG.LEAK", .supplier, "it leaked all over the box"),
      ("PKG.LEAK", .carrier, "it leaked all over the box thanks to the courier"),
      ("PRC.CHANGED_MIND", .customerChoice, "I ordered the wrong size"),
      ("SVC.ATTITUDE", .service, "the courier firm's agent was rude"),
      ("DUR.BREAKS", .supplier, "the handle broke off, says my courier friend"),
    ]
  )
  func blame(code: String, attribution: VerbatimCore.Issue.Attribution, text: String) {
    #expect(
      shipped.read(text).issues.first { $0.code == code }?.attribution == attribution,
      "\(text)\n\(shipped.trace(text))"
    )
  }

  @Test(
    "says after how many days it failed",
    arguments: [
      ("stopped working after two weeks", 14), ("It lasted 3 months, then it stopped working", 90),
      ("It died on day two", 2), ("stopped working within a month of buying it", 30),
      ("A year and a half later it stopped working", 547), ("stopped working after six uses", nil),
      ("stopped working after half a year", 182), ("it died on the second day", 2),
      ("stopped working after a couple of weeks", 14),
      ("Stopped working. I had it for 5 days.", nil),
      ("It stopped working. I have waited two weeks for an answer.", nil),
      ("My two-year-old loved it until it stopped working", nil),
      ("My 9 month old loved it until it stopped working", nil),
      ("It is nine months old and stopped working", 270),
      ("It stopped working on a 30 degree day", nil),
      ("It stopped working and comes with a 2 year warranty", nil),
      ("Worked for ten days, then it stopped working", 10),
    ] as [(String, Int?)]
  )
  func days(text: String, days: Int?) {
    let found = shipped.read(text).issues.first { $0.code.hasPrefix("FUN.") }
    #expect(found != nil, "\(text)")
    #expect(found?.afterDays == days, "\(text)")
  }

  @Test(
    "stands beside what the customer wants",
    arguments: [
      ("It would be nice if the cord were longer.", Remark.Kind.suggestion),
      ("Please stop emailing me", .noContact), ("I want to cancel my subscription", .cancel),
      ("From now on I will shop elsewhere", .switch),
    ]
  )
  func remarks(text: String, kind: Remark.Kind) {
    #expect(shipped.read(text).remarks.map(\.kind) == [kind])
  }

  @Test("is not needed for a suggestion, which keeps its whole sentence")
  func suggestion() {
    let text = "Lovely mug. It would be nice if the handle were wider, though. Thanks."
    #expect(
      shipped.read(text).remarks.map(\.evidence.quote)
        == ["It would be nice if the handle were wider, though"]
    )
  }
}
