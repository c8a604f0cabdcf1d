import Testing

@testable import VerbatimText

@Suite("Addresses that redaction knows by what stands around them")
struct RedactedPlaceTests {
  @Test(
    "without a number are masked after a word for addresses",
    arguments: [
      "Our address is «The Old Dairy, Pound Lane, Nether Ashby»",
      "we are at «Rose Farm, Otley Road, Skipton»",
      "I am on the corner of «5th Ave and Pine St», the blue door.",
    ]
  )
  func withoutNumber(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .address))
  }

  @Test(
    "without a word for streets are masked after a word for addresses",
    arguments: [
      "Please deliver to «15 Fairview», not to the shop.",
      "mieszkam na «Długiej 14/3»", "vivo en «Los Olivos 890, depto 34, Ñuñoa»",
      "We live at «1844 W Elm» now.",
    ]
  )
  func withoutType(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .address))
  }

  @Test(
    "are masked with the parts of houses around them",
    arguments: [
      "«Top Floor Flat, 5 Marine Parade, Brighton BN2 0ZZ»",
      "«2/1, 88 Byres Road, Glasgow G12 0ZZ»",
      "drop it at «3 Mill Cottages, Station Road, Hexham»",
      "«House 14, Mirpur Road, Dhaka 1216»",
      "«Rathausmarkt 19, 3. Stock»", "bitte an «Hauptstraße 12 a, D-79098 Freiburg»",
      "«Eikenlaan 77-A, Ede»", "«Paseo de Gracia 101, ático 1ª, Barcelona»",
      "I'm in «flat 9 Hawthorn Court» and the intercom is broken",
      "«15 شارع التحرير، الدقي»", "«四川省成都市武侯区科华北路12号附3号»",
    ]
  )
  func withParts(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .address))
  }

  @Test(
    "stay where goods, codes and routes stand",
    arguments: [
      "Lot 12 Court B was stamped under the lid.", "I bought 12 Park Lane candles.",
      "Model 300 Drive unit is loud.", "Set 3 Bridge pins are missing.",
      "Order 14 High Back chairs.", "Umweg 3 km gefahren", "Heimweg 12 Minuten länger",
      "my husband's 6'5,T-104,HR-214410", "EN,10,Promoter,LOVE THEM,C-401,HR-568529",
      "The address is printed on the Box, the Lid and the Bag.",
      "Deliver to Leeds please.", "via Bluetooth 5 connected", "at 7 Eleven",
      "deliver to 12 Countries", "moved to 2 Factor login", "bezorgd op Maandag 3 mei",
      "entregado en Enero 12", "bor i Stockholm 2 veckor", "mieszkam w Warszawie 3 lata",
      "em setembro 12 comprei", "Die Lampe im Schrank 3 und in der Baureihe 5",
    ]
  )
  func others(text: String) { #expect(Redacting.masked(text).isEmpty, "\(text)") }
}
