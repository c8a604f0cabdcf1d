import Testing

@testable import VerbatimText

@Suite("Names that no list has")
struct UnlistedNameTests {
  @Test(
    "are masked before what only persons do or are",
    arguments: [
      "«Odalys» from the returns team was brilliant.", "«Chiderwen» told me the part was gone.",
      "«Sunnivra» and I waited in all day.", "«Thessalyn»'s parcel came to us.",
      "«Evandrix» - you are a legend.", "«Leopoldine» (your installer) was great.",
      "I'd like to praise «Jaspreetha», who stayed on the line.",
      "please give «Wrenwyn» a raise", "«Iracemar» me disse que não.",
      "«Sjoukjette» van de klantenservice heeft me geholpen.",
      "Wie mit «Rosenwyn» im Chat besprochen.", "«Tindralla» lovade mig en ny.",
      "«Bogumirra» powiedziała, że wyśle.", "«Агриппелла» обещала перезвонить.",
    ]
  )
  func beforeActs(text: String) {
    #expect(
      Redacting.outcome(strippingPossessive(text))
        == Redacting.wanted(strippingPossessive(text), .name)
    )
  }

  @Test(
    "are masked after a role, a thank-you, an introduction",
    arguments: [
      "Driver «Quillanor» carried it up.", "Kurye «Bünyaminer» paketi kapıya atmış.",
      "All credit goes to «Shanellina» for chasing it.",
      "Signed for by «Haverstocken», nobody here.",
      "Bedankt «Nilufarra»!", "Danke «Zennorin», hat geklappt!", "thx «marlowena» you were a star",
      "It's «Tanviron» here, we spoke.", "this is «lorcandel» from the flat above",
      "«Yusralda» here, following up.", "Soy «Yolotzinda», compré la cafetera.",
      "Ich bin «Lavanyara» und warte.", "i was served by «wendrickon» who was lovely",
      "hey «bartlomeo» ur site is down", "Beste «Brannockel», de kast lekt.",
      "Yours in disgust, «Oswinder»", "It never worked.\n\n«Primrosalda»",
    ]
  )
  func afterRoles(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .name))
  }

  @Test(
    "are masked in scripts without capitals",
    arguments: [
      "電話に出た«二階堂»という方が言いました。", "担当の«早乙女»さんが丁寧でした。",
      "客服«黄景行»态度很好", "快递员«老方»把包裹放门口", "담당자 «이새늘»\n배송 안됨",
      "المندوب «عبدالرؤوف» تأخر ساعتين كاملتين",
    ]
  )
  func caseless(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "are left alone where goods, firms and ordinary words stand",
    arguments: [
      "Refund from the returns team was late.", "With Zyliss I never had this.",
      "The Quillanor driver keeps crashing.", "Both Quillanor and Wendrick chairs wobble.",
      "Quillanor 7 was great.", "PlayStation told me to update.",
      "Amazon told me to wait.", "Kundenservice hat mir geholfen.", "Paketfahrer sagte nichts.",
      "Ich bin Kunde und warte.", "Thanks guys you were great", "hi team you are great",
      "Danke Kundenservice!", "It never worked.\n\nRefund", "Sonos at the till cost more.",
      "We took it to Berlin, who knew.", "Yours in disgust",
    ]
  )
  func others(text: String) { #expect(Redacting.masked(text).isEmpty, "\(text)") }

  @Test("are masked wherever a text repeats them, but not as goods' names")
  func repeated() {
    #expect(
      Redacting.outcome("Ask for «Perpetuella». No «Perpetuella» works here.")
        == Redacting.wanted("Ask for «Perpetuella». No «Perpetuella» works here.", .name)
    )
    #expect(
      Redacting.masked("Spoke to Claralyn. The Claralyn lamp is broken.") == ["Claralyn"]
    )
    // Also another word: only where its place says so.
    #expect(Redacting.masked("Spoke to Will. Will it fit?") == ["Will"])
  }

  @Test("are masked in the other texts of a record")
  func acrossTexts() {
    var counts: [String: Int] = [:]
    var names = PersonNames()
    let redactor = Redacting.redactor
    let first = redactor.redact("I spoke to Ximenara.", counts: &counts, names: &names)
    #expect(first == "I spoke to [name**]." && !names.isEmpty)
    #expect(
      redactor.redactMentions(of: names, in: "and nothing from Ximenara yet", counts: &counts)
        == "and nothing from [name**] yet"
    )
    #expect(counts == ["name": 2])
    #expect(
      redactor.redactMentions(of: PersonNames(), in: "not Ximenara", counts: &counts)
        == "not Ximenara"
    )
  }

  /// The mark of the possessive is masked with the name.
  private func strippingPossessive(_ text: String) -> String {
    text.replacing("»'s", with: "'s»")
  }
}
