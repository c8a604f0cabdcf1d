import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("People judged against the difficulty of their queue")
struct QueueFairnessTests {
  /// Twelve people in two queues that take the same issues; the customers of one recover 0.8 less.
  ///
  /// Each person's own level is that of the person with the same number in the other queue.
  private static func shop(seed: UInt64, levels: [Double]) -> (
    names: [String?], kinds: [ConversationKind], recoveries: [Double]
  ) {
    var random = SeededGenerator(seed: seed)
    let issues = (0..<3).map { _ in random.unit() - 0.5 }
    var (names, kinds, recoveries): ([String?], [ConversationKind], [Double]) = ([], [], [])
    for number in 0..<720 {
      let isHard = number % 2 == 0
      let person = number / 2 % 6
      let issue = Int(3 * random.unit())
      let noise = (0..<3).reduce(0) { sum, _ in sum + random.unit() } - 1.5
      names.append("\(isHard ? "hard" : "easy")-\(person)")
      kinds.append(
        ConversationKind(
          queue: isHard ? "returns" : "orders",
          issue: "issue-\(issue)",
          channel: "chat"
        )
      )
      recoveries.append((isHard ? -0.8 : 0) + issues[issue] + levels[person] + 0.5 * noise)
    }
    return (names, kinds, recoveries)
  }

  @Test("of a hard queue are not below those of an easy one when nobody differs")
  func nobodyDiffers() throws {
    var (pairs, below, held, rows, misread) = (0, 0, 0, 0, 0)
    var gap = 0.0
    for seed in 0..<100 {
      let (names, kinds, recoveries) = Self.shop(
        seed: UInt64(seed),
        levels: [Double](repeating: 0, count: 6)
      )
      let found = ResidualComparison(names: names, kinds: kinds, recoveries: recoveries).rows
      #expect(found.map(\.name) == found.map(\.name).sorted())
      for row in found {
        rows += 1
        let interval = try #require(row.interval)
        if interval.lower <= 0, interval.upper >= 0 { held += 1 }
        if row.reading != .usual { misread += 1 }
        #expect(row.comparable == 60)
        #expect(row.expectedWithin == [RecoveryShare(grain: .queueIssueChannel, share: 1)])
      }
      for (easy, hard) in zip(found.prefix(6), found.suffix(6)) {
        let apart = try #require(hard.residual) - #require(easy.residual)
        pairs += 1
        gap += apart
        if apart < 0 { below += 1 }
      }
    }
    // A coin's share of 600 pairs, within three standard errors, and no push of the bars either way.
    #expect((0.44...0.56).contains(Double(below) / Double(pairs)))
    #expect(abs(gap / Double(pairs)) < 0.02)
    #expect((0.93...0.97).contains(Double(held) / Double(rows)))
    #expect(Double(misread) / Double(rows) < 0.025)
  }

  @Test("are worse only by the queue when the queue is left out, so that it does matter")
  func withoutQueues() {
    let (names, kinds, recoveries) = Self.shop(
      seed: 3,
      levels: [Double](repeating: 0, count: 6)
    )
    let blind = ResidualComparison(
      names: names,
      kinds: kinds.map(\.ofAnyQueue),
      recoveries: recoveries
    )
    #expect(blind.rows.suffix(6).allSatisfy { $0.reading == .worse })
    #expect(blind.rows.prefix(6).allSatisfy { $0.reading == .better })
    #expect(blind.rows.allSatisfy { $0.queues.isEmpty })
  }

  @Test(
    "are read alike in either queue for the same work",
    arguments: SeededGenerator.seeds(20)
  )
  func sameWork(seed: UInt64) throws {
    // The last one's customers recover 0.5 less than those of the others in the same queue.
    let (names, kinds, recoveries) = Self.shop(seed: seed, levels: [0, 0, 0, 0, 0, -0.5])
    let rows = ResidualComparison(names: names, kinds: kinds, recoveries: recoveries).rows
    #expect(rows.filter { $0.reading == .worse }.map(\.name) == ["easy-5", "hard-5"])
    for row in [rows[5], rows[11]] {
      #expect(try #require(row.residual).isClose(to: -0.5, within: 0.25))
    }
    #expect(rows[0].queues == [.init(queue: "orders", count: 60)])
    #expect(rows[6].queues == [.init(queue: "returns", count: 60)])
  }

  @Test("are not judged by other queues when they are alone in theirs")
  func alone() throws {
    var (names, kinds, recoveries) = Self.shop(
      seed: 1,
      levels: [Double](repeating: 0, count: 6)
    )
    for number in 0..<40 {
      names.append("alone")
      kinds.append(ConversationKind(queue: "press", issue: "issue-0", channel: "chat"))
      recoveries.append(number % 2 == 0 ? -1.4 : -1.6)
    }
    let rows = ResidualComparison(names: names, kinds: kinds, recoveries: recoveries).rows
    let alone = try #require(rows.first { $0.name == "alone" })
    #expect(alone.reading == .incomparable)
    #expect(alone.comparable == 0)
    #expect(alone.residual == nil)
    #expect(alone.queues == [.init(queue: "press", count: 40)])
    #expect(alone.expectedWithin.isEmpty)
    // Their conversations of an unknown queue are like those of anybody.
    let plain = ResidualComparison(
      names: names,
      kinds: kinds.map { $0.queue == "press" ? $0.ofAnyQueue : $0 },
      recoveries: recoveries
    ).rows.first { $0.name == "alone" }
    #expect(plain?.comparable == 40)
    #expect(plain?.reading == .worse)
  }

  @Test("of several queues are measured by each, and tell how many each has")
  func several() throws {
    var (names, kinds, recoveries) = Self.shop(
      seed: 2,
      levels: [Double](repeating: 0, count: 6)
    )
    for place in 0..<60 {
      // Forty hard ones and twenty easy ones, exactly as usual in their queue.
      let source = place < 40 ? 2 * place : 2 * place + 1
      names.append("both")
      kinds.append(kinds[source])
      recoveries.append(recoveries[source])
    }
    let rows = ResidualComparison(names: names, kinds: kinds, recoveries: recoveries).rows
    let both = try #require(rows.first { $0.name == "both" })
    #expect(both.queues == [.init(queue: "returns", count: 40), .init(queue: "orders", count: 20)])
    #expect(both.reading == .usual)
    #expect(try #require(both.residual).isClose(to: 0, within: 0.2))
  }
}
