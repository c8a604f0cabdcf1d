import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Recovery against what is usual")
struct ResidualComparisonTests {
  private static func kinds(_ issues: [Int]) -> [ConversationKind] {
    issues.map { ConversationKind(issue: "issue-\($0)", channel: "chat") }
  }

  /// A week of a shop: issues of unequal difficulty, agents with unequal shares of them.
  private func week(seed: UInt64, slow: Double = 0) -> (
    names: [String?], kinds: [ConversationKind], recoveries: [Double]
  ) {
    var random = SeededGenerator(seed: seed)
    var (names, groups, recoveries): ([String?], [Int], [Double]) = ([], [], [])
    let difficulty = (0..<8).map { _ in random.unit() - 0.3 }
    for _ in 0..<600 {
      let agent = Int(6 * random.unit())
      // Agent 0 gets the hard issues three times as often.
      var group = Int(8 * random.unit())
      if agent == 0, random.chance(0.6) {
        group = difficulty.indices.min { difficulty[$0] < difficulty[$1] } ?? 0
      }
      let noise = (0..<3).reduce(0) { sum, _ in sum + random.unit() } - 1.5
      names.append("agent-\(agent)")
      groups.append(group)
      recoveries.append(difficulty[group] + 0.6 * noise - (agent == 5 ? slow : 0))
    }
    return (names, Self.kinds(groups), recoveries)
  }

  @Test("holds 0 in 93 to 97 % of the intervals when nobody differs, hard issues or not")
  func calibration() throws {
    var (all, held, misread) = (0, 0, 0)
    for seed in 0..<200 {
      let (names, kinds, recoveries) = week(seed: UInt64(seed))
      let found = ResidualComparison(names: names, kinds: kinds, recoveries: recoveries)
      for row in found.rows {
        let interval = try #require(row.interval)
        all += 1
        if interval.lower <= 0, interval.upper >= 0 { held += 1 }
        if row.reading != .usual { misread += 1 }
      }
    }
    let share = Double(held) / Double(all)
    #expect((0.93...0.97).contains(share))
    // Not more than 5 % of the weeks' readings, by the q-values.
    #expect(Double(misread) / Double(all) < 0.025)
  }

  @Test("finds the one whose customers recover less, and does not pull the others up")
  func finding() throws {
    let (names, kinds, recoveries) = week(seed: 5, slow: 0.35)
    let found = ResidualComparison(names: names, kinds: kinds, recoveries: recoveries)
    #expect(found.rows.map(\.name) == (0..<6).map { "agent-\($0)" })
    let slow = try #require(found.rows.last)
    #expect(slow.reading == .worse)
    #expect(try #require(slow.residual).isClose(to: -0.35, within: 0.12))
    #expect(found.rows.dropLast().allSatisfy { $0.reading != .worse })
  }

  @Test("does not let anyone set their own bar")
  func ownBar() throws {
    // One takes nine of ten refunds and recovers 0.5 less than the other does.
    let names: [String?] =
      [String?](repeating: "most", count: 90) + [String?](repeating: "few", count: 30)
    let recoveries =
      (0..<90).map { $0 % 2 == 0 ? 0.05 : -0.05 }
      + (0..<30).map { $0 % 2 == 0 ? 0.55 : 0.45 }
    let found = ResidualComparison(
      names: names,
      kinds: Self.kinds([Int](repeating: 0, count: 120)),
      recoveries: recoveries
    )
    let most = try #require(found.rows.first { $0.name == "most" }?.residual)
    #expect(most.isClose(to: -0.5))
  }

  @Test("says nothing of few conversations, nor of issues that nobody else has")
  func silence() throws {
    var (names, kinds, recoveries) = week(seed: 9)
    for index in 0..<19 {
      names.append("new")
      kinds += Self.kinds([index % 8])
      recoveries.append(-1)
    }
    for index in 0..<40 {
      names.append("alone")
      kinds += Self.kinds([8])
      recoveries.append(index % 2 == 0 ? -0.4 : -0.6)
    }
    let found = ResidualComparison(names: names, kinds: kinds, recoveries: recoveries)
    let new = try #require(found.rows.first { $0.name == "new" })
    #expect(new.reading == .insufficient)
    #expect(new.count == 19)
    #expect(new.residual == nil)
    #expect(new.interval == nil)
    let alone = try #require(found.rows.first { $0.name == "alone" })
    #expect(alone.reading == .incomparable)
    #expect(alone.comparable == 0)
    #expect(alone.residual == nil)
    #expect(ResidualComparison(names: [], kinds: [], recoveries: []).rows.isEmpty)
  }

  @Test("compares only those that count, against all others of all times")
  func counted() throws {
    let names: [String?] = (0..<100).map { $0 < 60 ? "a" : "b" }
    // What "a" did before must not be the bar of "a": the counted half recovers 0.3 more than "b".
    let recoveries = (0..<100).map { index in
      (index < 30 ? -0.9 : index < 60 ? 0.5 : 0.2) + (index % 2 == 0 ? 0.05 : -0.05)
    }
    let found = ResidualComparison(
      names: names,
      kinds: Self.kinds(names.map { _ in 0 }),
      recoveries: recoveries,
      counted: names.indices.map { (30..<60).contains($0) }
    )
    #expect(found.rows.map(\.name) == ["a"])
    #expect(found.rows.map(\.count) == [30])
    #expect(try #require(found.rows.first?.residual).isClose(to: 0.3))
  }

  @Test("of values without variation is as usual only at 0")
  func equal() {
    let names: [String?] = (0..<60).map { $0 % 2 == 0 ? "a" : "b" }
    let same = ResidualComparison(
      names: names,
      kinds: Self.kinds(names.map { _ in 0 }),
      recoveries: names.map { _ in 0.2 }
    )
    #expect(same.rows.map(\.reading) == [.usual, .usual])
    #expect(same.rows.map(\.residual) == [0, 0])
  }
}
