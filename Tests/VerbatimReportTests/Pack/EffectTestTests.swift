import Testing
import VerbatimReport
import VerbatimStatistics

@Suite("The test of a fix")
struct EffectTestTests {
  @Test(
    "passes at the most it allows and fails at one more",
    arguments: [(18, 66), (30, 212), (5, 40)]
  )
  func edge(count: Int, total: Int) throws {
    let test = EffectTest(count: count, of: total)
    for bar in test.bars {
      #expect(test.isVerified(bar.most, of: bar.total))
      #expect(!test.isVerified(bar.most + 1, of: bar.total))
    }
    #expect(!test.bars.isEmpty)
  }

  @Test("finds the most as one who tries all does: seeded")
  func naive() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<60 {
      let total = Int(random.next() % 80) + 5
      let test = EffectTest(count: Int(random.next() % UInt64(total + 1)), of: total)
      let after = Int(random.next() % 120) + 1
      let naive = (0...after).prefix { test.isVerified($0, of: after) }.last
      #expect(test.most(of: after) == naive)
    }
  }

  @Test("says how many reports show a halving")
  func half() throws {
    let test = EffectTest(count: 18, of: 66)
    let fewest = try #require(test.fewestForHalf)
    let half = Int((Double(fewest) * 18 / 66 / 2).rounded())
    #expect(test.isVerified(half, of: fewest))
  }

  @Test("of a share that cannot be shown to fall says so", arguments: [(0, 50), (0, 0), (1, 3)])
  func hopeless(count: Int, total: Int) {
    #expect(EffectTest(count: count, of: total).fewestForHalf == nil)
  }

  @Test("is never passed by the share of today")
  func same() {
    for count in stride(from: 1, through: 60, by: 7) {
      #expect(!EffectTest(count: count, of: 60).isVerified(count, of: 60))
    }
  }
}
