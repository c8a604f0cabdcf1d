import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Text repair")
struct TextRepairTests {
  @Test(
    "says what it mended",
    arguments: [
      ("Great kettle, 5 stars.", "Great kettle, 5 stars.", []),
      ("Schöner Kessel für 20 €", "Schöner Kessel für 20 €", []),
      ("とても良い商品です", "とても良い商品です", []),
      ("donâ€™t", "don’t", ["twice_encoded"]), ("don&#39;t", "don't", ["escaped_entities"]),
      ("&acirc;&#128;&#153;", "’", ["twice_encoded", "escaped_entities"]),
      ("R&amp;D fÃ¼r", "R&D für", ["twice_encoded", "escaped_entities"]),
    ] as [(String, String, [String])]
  )
  func repair(text: String, expected: String, names: [String]) {
    var mended = text
    let repairs = TextRepair.repair(&mended)
    #expect(mended == expected)
    #expect(repairs.kinds.map(\.rawValue) == names)
    #expect(TextRepair.repair(&mended) == [])
    #expect(mended == expected)
  }

  @Test("mends a text once and for all, whatever it is", arguments: SeededGenerator.seeds(3))
  func idempotent(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = [
      "&", "amp;", "acirc;", "#128;", "#153;", "#195;", "Ã", "Â", "¼", "&amp;", "&Atilde;",
      "&frac14;",
      "\u{9D}", "€", "â", "™", " ", "a", "É", "”", "\u{80}", "ƒ",
    ]
    for _ in 0..<4000 {
      let text = generator.text(of: alphabet, longest: 14)
      var once = text
      TextRepair.repair(&once)
      var twice = once
      let more = TextRepair.repair(&twice)
      if !more.isEmpty || Array(once.utf8) != Array(twice.utf8) {
        Issue.record(
          "\(text.debugDescription): \(once.debugDescription), \(twice.debugDescription)"
        )
      }
    }
  }

  @Test("any bytes give a result", arguments: SeededGenerator.seeds(2))
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      let bytes = generator.bytes(longest: 40)
      if let found = TextRepair.repaired(bytes.span) {
        #expect(!found.repairs.isEmpty)
        #expect(found.bytes != bytes)
      }
    }
  }

  @Test("finds a byte wherever it stands")
  func scan() {
    for count in 0..<70 {
      var bytes = [UInt8](repeating: 0x61, count: count)
      #expect(ByteScan.first(0x26, in: bytes.span) == count)
      #expect(ByteScan.firstNonASCII(or: 0x26, in: bytes.span) == count)
      for place in bytes.indices {
        bytes[place] = 0x26
        for start in [0, place / 2, place] {
          #expect(ByteScan.first(0x26, in: bytes.span, from: start) == place)
        }
        #expect(ByteScan.first(0x26, in: bytes.span, from: place + 1) == count)
        #expect(ByteScan.firstNonASCII(or: 0x26, in: bytes.span) == place)
        bytes[place] = 0xC3
        #expect(ByteScan.firstNonASCII(or: 0x26, in: bytes.span) == place)
        #expect(ByteScan.first(0x26, in: bytes.span) == count)
        bytes[place] = 0x61
      }
    }
  }
}
