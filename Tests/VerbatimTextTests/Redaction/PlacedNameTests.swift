import Testing

@testable import VerbatimText

@Suite("Names by the places where feedback has them")
struct PlacedNameTests {
  @Test(
    "whoever speaks in a chat is masked",
    arguments: [
      "«Quillan»: what is wrong with it?\nMe: it hums",
      "[10:32] «Wendrick K.»: one moment\n[10:33] Agent: found it",
      "«Zennor» (Support): it is on its way\nCustomer: which one?",
      "Agente «Itziar»: dígame\nYo: gotea",
      "Handläggare «Sixten»: hej\nKund: locket läcker",
    ]
  )
  func speakers(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "labels of goods and the heads of mails are no speakers",
    arguments: [
      "Size: large\nFit: tight", "Price: fair\nZyliss: sharp",
      "X-Mailer: Outlook\nTo: the shop\nX-Mailer: Outlook", "From: Order Desk\nTo: All Stores",
      "Name: Hydra Pro Blender\nColour: grey",
    ]
  )
  func labels(text: String) { #expect(Redacting.masked(text) == []) }

  @Test(
    "a listed name within a sentence needs no phrase beside it",
    arguments: [
      "It took «Gwendolyn» five minutes to mend.",
      "If it wasn't for «Marisol» I'd have gone elsewhere.",
    ]
  )
  func alone(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a list of persons is masked from end to end",
    arguments: [
      "«Tom», «Ines and Yusuf» were all brilliant", "Kudos: «Amahle», «Declan», «Suresh»",
      "Complimenti a «Samuele», «Noemi e Jacopo»", "We («Nadine», «Piers» and the kids) use it",
    ]
  )
  func lists(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "initials before a name belong to it",
    arguments: [
      "Please invoice «K. R. Venkataraman» and not me", "Spoke to «T.J.» on the phone",
      "«M. Okafor» signed for it but nobody of that name lives here",
    ]
  )
  func initials(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a name beside a contact is masked",
    arguments: [
      ("Nerys Bevan <nb@example.com> wants a call", ["nb@example.com", "Nerys Bevan"]),
      ("Ask Maximiliane Roth (020 7946 0018)", ["020 7946 0018", "Maximiliane Roth"]),
    ]
  )
  func contacts(text: String, masked: [String]) {
    #expect(Set(Redacting.masked(text)) == Set(masked))
  }

  @Test(
    "the heads of quoted mails are masked",
    arguments: [
      "On Tue, «Calliope Marsh» wrote:\n> the strap snapped", "From: «Siân Prosser»\nIt smells.",
      "De : «Anaïs Queffelec»\nObjet : colis vide", "Von: «Alwine Trautmann»\nAn: Service",
    ]
  )
  func heads(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "the end of a text is a signature in more ways",
    arguments: [
      "All the best from sunny Devon, «Jocasta»", "Fait à Lyon, «Apolline Garnier»",
      "Enttäuscht\n«Irmgard Pfeifle»", "BR\n«Aleksandra»",
    ]
  )
  func ends(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "small letters alone hide no listed name where persons stand",
    arguments: [
      "okay «margaret» let me pull up your account", "so «cedric» told me you'd send one",
      "alright «mister petrakis» i have opened a case",
      "shoutout to «shaniqua» at the till, so patient",
    ]
  )
  func lower(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "capitals alone hide none either",
    arguments: [
      "THANK YOU «PAULETTE» YOU ARE A STAR", "VIELEN DANK «MARLENE»",
    ]
  )
  func shouted(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "scripts without capitals have such places too",
    arguments: ["我女儿«思琪»很喜欢", "«배수진»씨가 바로 해결해 주셨습니다", "สามีชื่อ«วิรัช» ประกอบเอง"]
  )
  func caseless(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "goods that bear names stay",
    arguments: [
      "Il profumo e la candela Stella sono arrivati rotti.", "De vaas Sjors lekt.",
      "Die Lampe Clara flackert, der Sessel Oskar wackelt.", "colour Sienna, size Large",
      "THE CLARA LAMP IS TOO DIM", "Everyone loves this pan. Eggs slide off.",
      "Plain Jane jeans, no more", "an OK sander and that's it",
    ]
  )
  func goods(text: String) { #expect(Redacting.masked(text) == [], "\(text)") }

  @Test(
    "what a catalog sells is nobody's name, unless it is greeted",
    arguments: [
      ("I told Quillan, who laughed", ["Quillan"], []), ("with Clara yesterday", ["Clara"], []),
      ("Hi Clara, it leaks.", ["Clara"], ["Clara"]),
    ]
  )
  func sold(text: String, before: [String], after: [String]) {
    let selling = Redactor(Redacting.words(goods: ["Clara table lamp", "Quillan Metals"]))
    #expect(Redacting.masked(text) == before)
    #expect(Redacting.masked(text, with: selling) == after)
  }

  @Test(
    "stated names give the words by which texts mention their bearers",
    arguments: [
      ("Priya Wendrick", ["Priya", "Wendrick"]), ("WENDRICK", ["Wendrick", "WENDRICK"]),
      ("mr. o. zennor", ["Zennor", "zennor"]), ("Support Team", []), ("coolguy99", []),
      ("Grace", []), ("王小明", ["王小明"]), ("", []), ("a b c d e f", []),
    ]
  )
  func stated(person: String, words: [String]) {
    let names = Redacting.redactor.names(of: [person])
    #expect(names.words.map { String(decoding: $0, as: UTF8.self) } == words)
  }
}
