import Testing
import VerbatimCore
import VerbatimStatistics

@Suite("Silence of a source")
struct SourceSilenceTests {
  private static func source(_ days: [Int], today: Int) -> SourceSilence? {
    SourceSilence(
      kind: .transcript,
      source: "chats/chats-#-#.txt",
      days: Dictionary(days.map { ($0, 3) }, uniquingKeysWith: +),
      today: today
    )
  }

  @Test("of one that came every Monday is told after the first Monday without it")
  func weekly() throws {
    let mondays = (0..<30).map { LifeSample.day($0) }
    let last = mondays[29]
    let source = try #require(Self.source(mondays, today: last + 7))
    #expect(source.expectedGap == 7)
    #expect(source.longestGap == 7)
    #expect(source.presentGap == 7)
    #expect(!source.isSilent)
    #expect(try #require(Self.source(mondays, today: last + 8)).isSilent)
  }

  @Test("of one that comes daily is told after a cycle, not after a weekend")
  func daily() throws {
    let days = (0..<60).map { LifeSample.start + $0 }
    #expect(try !#require(Self.source(days, today: days[59] + 7)).isSilent)
    #expect(try #require(Self.source(days, today: days[59] + 8)).isSilent)
  }

  @Test("of one with a short past takes longer, by the gap that Lomax expects")
  func short() throws {
    let days = (0..<11).map { LifeSample.day($0) }
    let source = try #require(Self.source(days, today: days[10] + 7))
    // Ten gaps in 70 days: 70 · (0.05^(−1/10) − 1) = 24.45.
    #expect(source.expectedGap == 25)
    #expect(try !#require(Self.source(days, today: days[10] + 25)).isSilent)
    #expect(try #require(Self.source(days, today: days[10] + 26)).isSilent)
  }

  @Test("is not told of what has no past", arguments: [1, 2, 5])
  func noPast(count: Int) throws {
    let days = (0..<count).map { LifeSample.day($0) }
    let source = try #require(Self.source(days, today: LifeSample.day(90)))
    #expect(source.expectedGap == nil)
    #expect(!source.isSilent)
    #expect(source.longestGap == (count == 1 ? nil : 7))
  }

  @Test("knows nothing of days to come")
  func asOf() throws {
    let days = (0..<30).map { LifeSample.day($0) }
    #expect(Self.source(days, today: LifeSample.start - 1) == nil)
    let then = try #require(Self.source(days, today: LifeSample.day(20)))
    #expect(then.days.count == 21)
    #expect(then.signals == 63)
    #expect(then.presentGap == 0)
  }

  @Test("is said of a steady source in at most one gap of twenty")
  func calibration() {
    var random = SplitMix64(seed: 8)
    for gaps in [5, 10, 18, 19, 40] {
      var longer = 0
      for _ in 0..<4_000 {
        // Days of a Poisson process of some three days' distance, and the gap that follows them.
        var day = LifeSample.start
        var days = [day]
        for _ in 0..<gaps {
          repeat { day += 1 } while random.index(below: 3) > 0
          days.append(day)
        }
        var next = day
        repeat { next += 1 } while random.index(below: 3) > 0
        if let expected = Self.source(days, today: day)?.expectedGap, next - day > expected {
          longer += 1
        }
      }
      // 5 % of 4,000, with two standard errors of 0.7 %.
      #expect(Double(longer) / 4_000 <= 0.057, "\(gaps) gaps")
    }
  }
}
