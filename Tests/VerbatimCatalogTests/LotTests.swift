import Testing
import VerbatimCatalog
import VerbatimCore

@Suite("Lots")
struct LotTests {
  private let shop = SampleResolver()

  @Test(
    "are found after a cue",
    arguments: [
      ("It is from lot 4123A.", "4123A"), ("Lot no. L2026", "L2026"), ("LOT: l2026b", "L2026B"),
      ("batch number AB1234", "AB1234"), ("the batch code is 20261121", "20261121"),
      ("lote 4123a, muy mal", "4123A"), ("(lot 4123A)", "4123A"),
      ("no lot of mine, but batch 5566Q", "5566Q"),
    ]
  )
  func cue(text: String, lot: String) {
    let found = shop.lot(in: text)
    #expect(found.id == lot)
    #expect(found.status == .confirmed)
  }

  @Test(
    "are not found in other words",
    arguments: [
      "", "lot", "We bought a lot.", "a lot of 4123A fell apart", "lot 12", "lot ABCD", "4123A",
      "parking lots 4123A", "I like it a lot in 2026", "batch", "lot number",
    ]
  )
  func none(text: String) {
    #expect(shop.lot(in: text) == LotResolution())
  }

  @Test(
    "are no prices",
    arguments: ["They charge 29.99 for that", "charge 1,299.00 extra", "a lot! 19.99 is too much"]
  )
  func prices(text: String) {
    #expect(shop.lot(in: text) == LotResolution())
  }

  @Test(
    "are not read into much",
    arguments: ["I like it a lot 1000 times more", "I used it a lot. 2026 was a good year."]
  )
  func quantity(text: String) {
    #expect(shop.lot(in: text) == LotResolution())
  }

  @Test("are as stated before any text")
  func stated() {
    let found = shop.lot(in: "lot 4123A", stated: " b/77 ")
    #expect(found.id == "b/77")
    #expect(found.status == .confirmed)
    #expect(shop.lot(in: "lot 4123A", stated: "  ").id == "4123A")
  }

  @Test("are those of the first text that has one")
  func firstText() {
    #expect(shop.lot(in: "Broken", "lot 1111A", "lot 2222B").id == "1111A")
  }
}
