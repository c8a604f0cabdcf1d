import Testing
import VerbatimCatalog
import VerbatimCore

@Suite("What a mention is worth")
struct MentionEvidenceTests {
  private static let catalog = SampleCatalog.catalog([
    ["sku": "K-100", "name": "Brisk Kettle", "brand": "Brisk"],
    ["sku": "K-200", "name": "Dawn Kettle", "brand": "Dawn"],
    [
      "sku": "F-1", "name": "Heater One", "aliases": "Fire; Pure", "brand": "Velora",
      "category": "Heating",
    ],
  ])
  private let shop: SampleResolver

  init() throws { shop = SampleResolver(Self.catalog, words: try ShopFixture.mentionWords()) }

  @Test(
    "is nothing where the article is only compared with, was had before, or is another's",
    arguments: [
      "Better than my K-100.", "so much quieter than the Brisk Kettle",
      "Unlike my old K-100 it leaks",
      "My old K-100 lasted years", "I switched from the Brisk Kettle and regret it",
      "Should have bought the K-100", "My sister's K-100 is nicer", "It replaces my K-100",
      "a lid for my K-100", "The K-100 I had before was fine",
      "Compared to the K-100 this is cheap",
    ]
  )
  func roles(text: String) {
    #expect(shop.product(in: text) == ProductResolution())
  }

  @Test(
    "is the article of the text beside them",
    arguments: [
      "The K-200 is better than my K-100.", "Unlike my K-100, the K-200 leaks.",
      "I upgraded from a Brisk Kettle to the Dawn Kettle",
      "My old K-100 was fine. The K-200 is not.",
    ]
  )
  func subject(text: String) {
    #expect(shop.product(in: text).sku == "K-200")
  }

  @Test(
    "is nothing for a common word without evidence",
    arguments: [
      "It caught fire!", "Fire! Fire!", "pure garbage", "Pure Joy And Fire", "THE FIRE IS GREAT",
      "It is pure luck",
    ]
  )
  func common(text: String) {
    #expect(shop.product(in: text) == ProductResolution())
  }

  @Test(
    "counts for a common word with a capital inside a sentence, or the brand beside it",
    arguments: [
      "I love my Fire so much", "the velora fire is loud", "my Pure broke", "The Velora Pure",
    ]
  )
  func evidence(text: String) {
    #expect(shop.product(in: text).sku == "F-1")
  }

  @Test("counts for a common word with the record's category or brand")
  func record() {
    #expect(shop.product(in: "the fire is loud") { $0.brand = "Velora" }.sku == "F-1")
    #expect(shop.product(in: "the fire is loud", category: "heating").sku == "F-1")
    #expect(shop.product(in: "the fire is loud", category: "toys").sku == nil)
  }

  @Test("is none of a name that follows another maker's")
  func otherMaker() {
    let shop = SampleResolver(
      SampleCatalog.catalog([["sku": "A-100", "name": "Velora Ridge Tent", "brand": "Velora"]])
    )
    #expect(shop.product(in: "my ridge tent leaks").sku == "A-100")
    #expect(shop.product(in: "the Ostermann Ridge Tent leaks").sku == nil)
  }

  @Test("of thirty articles is capped, and says so")
  func thirty() {
    let names = ["Amber", "Basil", "Cedar", "Dune", "Elm", "Fern"].flatMap { first in
      ["Kettle", "Lamp", "Tent", "Drill", "Mixer"].map { "\(first)\($0.lowercased()) \($0)" }
    }
    let shop = SampleResolver(
      SampleCatalog.catalog(
        names.enumerated().map { ["sku": "N-\($0.offset + 100)", "name": $0.element] }
      )
    )
    let found = shop.product(in: "I have tried " + names.joined(separator: ", ") + ".")
    #expect(found.sku == nil)
    #expect(found.candidates.count == 10)
    #expect(found.moreCandidates == 20)
    #expect(found.notes == [.capped])
    #expect(found.candidates.allSatisfy { $0.confidence == 0.03 })
  }

  @Test(
    "is looked for in time that grows with the text, whatever it holds",
    arguments: [
      "9-", "K-1", "K-100 ", "://", "(01)", "lot ", "brisk ", "a1.", "LOT1", "Fire ", "than K-100 ",
      "\u{41A}1", "\u{FFFD}7",
    ]
  )
  func long(piece: String) {
    let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
    let found = shop.product(in: text)
    #expect(found.candidates.count <= 10)
    _ = shop.lot(in: text)
  }

  @Test("a link or a GS1 string in the text names the article")
  func linked() {
    let shop = SampleResolver()
    #expect(shop.product(in: "see https://shop.example/p/KT-200, it leaks").sku == "KT-200")
    #expect(shop.product(in: "scan: (01)04006381333931(10)Q7711 ok").sku == "LAMP01")
    #expect(shop.lot(in: "scan: (01)04006381333931(10)Q7711 ok").id == "Q7711")
    #expect(shop.lot(in: "https://id.example/01/04006381333931/10/Q7712").id == "Q7712")
  }

  @Test(
    "a lot is read from labels in many ways",
    arguments: [
      ("Charge: 24091A auf der Box", "24091A"), ("CHARGE 24091A", "24091A"),
      ("[photo] LOT24091 EXP 2027", "24091"), ("lot B/77-2024", "B/77-2024"),
      ("Chargennummer 24091A", "24091A"), ("they charge 2409 for it", nil),
      ("no charge 24091A", nil),
    ] as [(String, String?)]
  )
  func lots(text: String, lot: String?) {
    #expect(shop.lot(in: text).id == lot)
  }
}
