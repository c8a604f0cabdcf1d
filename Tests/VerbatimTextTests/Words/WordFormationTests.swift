import Testing

@testable import VerbatimText

@Suite("Word formation")
struct WordFormationTests {
  private let formation: WordFormation

  init() {
    let known = [
      "charge", "stop", "offer", "prefer", "happy", "rely", "box", "potato", "battery", "wash",
      "dye",
      "notice", "dial", "use", "care", "worn", "fold", "break", "burn", "quick", "play", "refer",
    ]
    formation = WordFormation(
      SpellingIndex(
        known.compactMap { PackedWord($0) }.map { .init(word: $0, id: 1, role: .known) }
          + [PackedWord("seperate")].compactMap(\.self)
          .map { .init(word: $0, id: 2, role: .misspelling) }
      )
    )
  }

  private func verdict(_ text: String) throws -> WordFormation.Verdict {
    formation.verdict(on: try #require(PackedWord(text)))
  }

  @Test(
    "knows rightly spelt forms",
    arguments: [
      "charged", "charger", "chargers", "charging", "charges", "stopped", "stopping", "stops",
      "happier", "happiest", "happily", "happiness", "relies", "relied", "reliable", "boxes",
      "potatoes", "batteries", "washes", "washable", "dyeing", "noticeable", "noticing", "dialling",
      "dialed", "careless", "carelessly", "careful", "carefully", "unworn", "refold", "unfolding",
      "breakable", "burned", "burner", "quickly", "playing", "played", "plays", "usable",
    ]
  )
  func forms(text: String) throws { #expect(try verdict(text) == .form) }

  @Test(
    "knows what is spelt against the rules, or a form of nothing",
    arguments: [
      "chargeing", "useing", "stoped", "stoping", "happyness", "happyer", "relyable", "batterys",
      "boxs", "washs", "noticable", "burnned", "chargd", "seperates", "seperated", "quikly", "ing",
      "playd", "carefull", "zebra", "", "s", "unwon",
    ]
  )
  func others(text: String) throws { #expect(try verdict(text) == .none) }

  @Test(
    "is in doubt where only the stress decides",
    arguments: ["prefered", "refering", "offered", "offering"]
  )
  func doubt(text: String) throws { #expect(try verdict(text) == .undoubled) }
}
