import Testing
import VerbatimCatalog
import VerbatimCore
import VerbatimTestSupport

@Suite("Articles from what is said")
struct MentionTests {
  private let shop = SampleResolver()

  @Test(
    "are found by code, name and alias, each less sure",
    arguments: [
      ("The KT-200 leaks.", "KT-200", "identifier", 0.85),
      ("my kt 200 leaks", "KT-200", "identifier", 0.85),
      ("lamp01 flickers", "LAMP01", "identifier", 0.85),
      ("Our brisk kettle leaks", "KT-200", "alias", 0.75),
      ("BRISK KETTLE!!", "KT-200", "alias", 0.75),
      ("The tea-kettle leaks", "KT-200", "alias", 0.6),
      ("BriskBoil: never again", "KT-200", "alias", 0.6),
      ("the Brisk Kettle’s lid", "KT-200", "alias", 0.75),
      ("the \u{41A}\u{422}-200 leaks", "KT-200", "identifier", 0.85),
      ("ＫＴ\u{2011}200 leaks", "KT-200", "identifier", 0.85),
      ("the Bri\u{AD}sk Kettle™ leaks", "KT-200", "alias", 0.75),
    ]
  )
  func forms(text: String, sku: String, method: String, confidence: Double) {
    let found = shop.product(in: text)
    #expect(found.sku == sku)
    #expect(found.method.rawValue == method)
    #expect(found.confidence == confidence)
  }

  @Test(
    "are not found in other words",
    arguments: [
      "", "The kettle leaks.", "brisk. Kettle", "KT-2000", "lamp 01", "night. Light",
      "brisk new kettle",
    ]
  )
  func none(text: String) {
    #expect(shop.product(in: text) == ProductResolution())
  }

  @Test("stay open when an alias is shared")
  func shared() {
    let found = shop.product(in: "The night light hums.")
    #expect(found.sku == nil)
    #expect(found.method == .none)
    #expect(found.candidates.map(\.sku) == ["LAMP01", "LAMP02"])
    #expect(found.candidates.map(\.confidence) == [0.5, 0.5])
  }

  @Test("stay open when two are named alike, and a code decides")
  func several() {
    #expect(
      shop.product(in: "Dawn Lamp or Dusk Lamp?").candidates.map(\.sku) == ["LAMP01", "LAMP02"]
    )
    #expect(shop.product(in: "My night light, LAMP02, hums.").sku == "LAMP02")
    #expect(shop.product(in: "The Dawn Lamp, no, KT-200 leaks").sku == "KT-200")
  }

  @Test("are those of the longest mention")
  func longest() {
    let shop = SampleResolver(
      SampleCatalog.catalog([
        ["sku": "A-100", "name": "Dawn Lamp"], ["sku": "A-200", "name": "Dawn Lamp Mini"],
      ])
    )
    #expect(shop.product(in: "the dawn lamp mini").sku == "A-200")
    #expect(shop.product(in: "the dawn lamp, mini in size").sku == "A-100")
  }

  @Test("are asked for in title, text and turns, in that order")
  func firstText() {
    #expect(shop.product(in: "Dusk Lamp", "Dawn Lamp").sku == "LAMP02")
    #expect(shop.product(in: "Nice", "Dawn Lamp").sku == "LAMP01")
  }

  @Test("three candidates have a third each")
  func thirds() {
    let shop = SampleResolver(
      SampleCatalog.catalog((1...3).map { ["sku": "A-\($0)", "aliases": "night light"] })
    )
    #expect(shop.product(in: "night light").candidates.map(\.confidence) == [0.33, 0.33, 0.33])
  }

  @Test(
    "short words and bare numbers are no evidence",
    arguments: [("2024", "I bought it in 2024."), ("PRO", "a pro one"), ("A1", "an A1 thing")]
  )
  func noEvidence(sku: String, text: String) {
    let shop = SampleResolver(SampleCatalog.catalog([["sku": sku]]))
    #expect(shop.product(in: text).sku == nil)
    #expect(shop.product { $0.sku = sku }.sku == sku)
  }

  @Test(
    "codes and names are found as the catalog writes them",
    arguments: [
      "KT-200", "KT 200", "KT_200", "KT+200", "1.200-7", "Größe L", "Barista's Choice",
      "Barista’s Choice", "ΑΒΓ-12", "Lamp & Shade",
    ]
  )
  func asWritten(name: String) {
    let shop = SampleResolver(SampleCatalog.catalog([["sku": "X", "name": name]]))
    #expect(shop.product(in: "My \(name) broke.").sku == "X")
  }

  @Test(
    "codes and names are found with the punctuation that the catalog writes inside",
    arguments: ["KT.200", "KT/200", "Dawn Lamp (Mini)", "Kettle, large", "Lamp - Large"]
  )
  func punctuated(name: String) {
    let shop = SampleResolver(SampleCatalog.catalog([["sku": "X", "name": name]]))
    #expect(shop.product(in: "My \(name) broke.").sku == "X")
  }

  @Test("any catalog and any text give an answer", arguments: SeededGenerator.seeds(20))
  func anything(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = [
      "a", "B", "1", " ", "-", ".", "'", ";", "é", "\u{301}", "👩‍🔧", "lot ", "日本", "\n",
    ]
    let rows = (0..<8).map { _ in
      Dictionary(
        uniqueKeysWithValues: Catalog.columns.map {
          ($0, random.text(of: alphabet, longest: $0 == "sku" ? 4 : 9))
        }
      )
    }
    let shop = SampleResolver(SampleCatalog.catalog(rows))
    for _ in 0..<40 {
      let text = random.text(of: alphabet, longest: 20)
      let found = shop.product(in: text) { if text.count > 12 { $0.name = text } }
      #expect(found.sku == nil || found.candidates.isEmpty, "\(random) \(text)")
      #expect((0...1).contains(found.confidence), "\(random) \(text)")
      _ = shop.lot(in: text, String(decoding: random.bytes(longest: 20), as: UTF8.self))
    }
  }
}
