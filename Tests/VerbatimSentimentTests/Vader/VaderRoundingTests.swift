import Foundation
import Testing
import VerbatimTestSupport

@testable import VerbatimSentiment

@Suite("VADER's rounding")
struct VaderRoundingTests {
  @Test(
    "goes to the nearest, by every digit of the number, and to even from the middle",
    arguments: [
      (0.0625, 1_000, 0.062), (0.1875, 1_000, 0.188), (0.5005, 1_000, 0.5), (0.0005, 1_000, 0.001),
      (0.0015, 1_000, 0.002), (0.00025, 10_000, 0.0003), (0.03125, 10_000, 0.0312),
      (-0.0625, 1_000, -0.062), (-0.1875, 1_000, -0.188), (1, 1_000, 1), (0, 10_000, 0),
      (-0.000_01, 10_000, 0), (0.99996, 10_000, 1), (-1, 10_000, -1),
    ] as [(Double, Double, Double)]
  )
  func known(value: Double, parts: Double, rounded: Double) {
    let found = VaderScores.rounded(value, to: parts)
    #expect(found == rounded)
    #expect(found.sign == .plus || found < 0)
  }

  @Test("agrees with the printed decimals of the C library", arguments: SeededGenerator.seeds(10))
  func printed(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      // Near the middle of two neighbours, where it matters.
      let middle = (Double(Int.random(in: -10_000...10_000, using: &random)) + 0.5) / 10_000
      for value in [middle, middle.nextUp, middle.nextDown, random.unit()] {
        let printed = Double(String(format: "%.4f", value))
        #expect(VaderScores.rounded(value, to: 10_000) == printed, "\(random): \(value)")
      }
    }
  }
}
