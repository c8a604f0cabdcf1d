import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("What is usual")
struct ExpectedRecoveryTests {
  private static func kinds(_ issues: [Int]) -> [ConversationKind] {
    issues.map { ConversationKind(issue: "issue-\($0)", channel: "chat") }
  }

  @Test("draws the mean of an issue towards the others the more, the smaller it is")
  func shrinking() throws {
    let issues = [Int](repeating: 0, count: 40) + [Int](repeating: 1, count: 40) + [2, 2]
    let recoveries =
      (0..<40).map { $0 % 2 == 0 ? 0.1 : 0.3 } + (0..<40).map { $0 % 2 == 0 ? 0.5 : 0.7 }
      + [1.2, 1.2]
    let usual = ExpectedRecovery(kinds: Self.kinds(issues), recoveries: recoveries)
    let none = [ExpectedRecovery.Tally](repeating: .init(), count: 3)
    let bars = try #require(usual.bars(without: none))
    let found = Self.kinds([0, 1, 2]).compactMap { bars.usual(for: $0) }
    #expect(found.map(\.count) == [40, 40, 2])
    #expect(found.map(\.grain) == [.issueChannel, .issueChannel, .issueChannel])
    #expect((0.2...0.21).contains(found[0].value))
    #expect((0.6...0.61).contains(found[1].value))
    #expect((1.0..<1.2).contains(found[2].value))
    #expect(found[2].variance > found[0].variance)
  }

  @Test("is nothing without other conversations, and that of coarser kinds without others like it")
  func leavingOut() throws {
    let one = ConversationKind(issue: "DEL.LATE", channel: "chat")
    let usual = ExpectedRecovery(kinds: [one], recoveries: [0.4])
    #expect(usual.expectation(of: one, without: 0.4) == nil)
    #expect(usual.expectation(of: ConversationKind(), without: 0.4) == nil)
    let two = ExpectedRecovery(
      kinds: Self.kinds([0, 1, 1, 1]),
      recoveries: [0.9, 0.1, 0.2, 0.3]
    )
    let lone = try #require(two.expectation(of: Self.kinds([0])[0], without: 0.9))
    #expect(lone.alike == 0)
    #expect(lone.grain == .shop)
    #expect(lone.count == 3)
    #expect(lone.value.isClose(to: 0.2))
  }

  @Test("says at which level it was found, from the queue to the whole shop")
  func levels() throws {
    var kinds: [ConversationKind] = []
    var recoveries: [Double] = []
    func add(_ queue: String?, _ issue: String, _ channel: String, _ mean: Double, _ count: Int) {
      for place in 0..<count {
        kinds.append(ConversationKind(queue: queue, issue: issue, channel: channel))
        recoveries.append(mean + (place % 2 == 0 ? 0.1 : -0.1))
      }
    }
    add("warranty", "DUR.BREAKS", "chat", -0.6, 20)
    add("orders", "DUR.BREAKS", "chat", 0.4, 20)
    add("new", "DUR.BREAKS", "chat", 0, 1)
    add("orders", "DEL.LATE", "chat", 0.9, 20)
    add("orders", "LST.SIZE", "chat", 0.1, 1)
    add(nil, "DEL.LATE", "email", -0.9, 20)
    add("lone", "DEL.LATE", "letter", 0, 1)
    let usual = ExpectedRecovery(kinds: kinds, recoveries: recoveries)
    func found(_ queue: String?, _ issue: String, _ channel: String, _ recovery: Double) throws
      -> ExpectedRecovery.Expectation
    {
      let kind = ConversationKind(queue: queue, issue: issue, channel: channel)
      return try #require(usual.expectation(of: kind, without: recovery))
    }
    let own = try found("warranty", "DUR.BREAKS", "chat", -0.5)
    #expect(own.grain == .queueIssueChannel)
    #expect(own.count == 19)
    #expect(own.alike == 40)
    #expect(own.value.isClose(to: -0.6, within: 0.05))
    // The only one of its queue: those of the issue on the channel, whoever has them.
    let new = try found("new", "DUR.BREAKS", "chat", 0.1)
    #expect(new.grain == .issueChannel)
    #expect(new.count == 40)
    #expect(new.variance > own.variance)
    // A queue that is not known is none of its own.
    let unknown = try found(nil, "DEL.LATE", "email", -0.8)
    #expect(unknown.grain == .issueChannel)
    #expect(unknown.count == 19)
    // The only one of its issue, and the only one of its channel.
    #expect(try found("orders", "LST.SIZE", "chat", 0.2).alike == 0)
    #expect([.channel, .shop].contains(try found("orders", "LST.SIZE", "chat", 0.2).grain))
    let lone = try found("lone", "DEL.LATE", "letter", 0.1)
    #expect(lone.grain == .shop)
    #expect(lone.count == kinds.count - 1)
  }

  @Test("adds nothing on a level where groups do not differ beyond chance")
  func equal() throws {
    let kinds = (0..<40).map { ConversationKind(queue: "q\($0 % 4)", issue: "i", channel: "c") }
    let usual = ExpectedRecovery(
      kinds: kinds,
      recoveries: (0..<40).map { $0 / 4 % 2 == 0 ? 0.3 : 0.1 }
    )
    #expect(usual.components.between == [0, 0, 0])
    let found = try #require(usual.expectation(of: kinds[0], without: 0.3))
    #expect(found.grain == .shop)
    #expect(found.count == 39)
    #expect(found.alike == 39)
  }

  /// The best linear prediction of a mean over kinds, from the covariances of all conversations.
  private static func predicted(
    _ kinds: [ConversationKind],
    _ recoveries: [Double],
    _ components: VarianceComponents,
    for wanted: [ConversationKind]
  ) -> (value: Double, variance: Double) {
    func covariance(_ one: ConversationKind, _ other: ConversationKind) -> Double {
      guard one.channel == other.channel else { return 0 }
      guard one.issue == other.issue else { return components.between[0] }
      let shared = components.between[0] + components.between[1]
      return one.queue == other.queue && one.queue != nil ? shared + components.between[2] : shared
    }
    // The finest parts of what is wanted: without a queue only the issue's effect is meant.
    let share = 1 / Double(wanted.count)
    var table = kinds.indices.map { one in
      kinds.indices.map { other in
        covariance(kinds[one], kinds[other]) + (one == other ? components.within : 0)
          // Conversations of an unknown queue are a part of their own.
          + (kinds[one].queue == nil && kinds[one] == kinds[other] ? components.between[2] : 0)
      }
    }
    let own = kinds.map { kind in wanted.reduce(0) { $0 + share * covariance(kind, $1) } }
    // Gauss's elimination of three right sides: the data, ones, and the covariances.
    var sides = kinds.indices.map { [recoveries[$0], 1, own[$0]] }
    for pivot in kinds.indices {
      for row in kinds.indices where row > pivot {
        let factor = table[row][pivot] / table[pivot][pivot]
        for column in kinds.indices { table[row][column] -= factor * table[pivot][column] }
        for side in 0..<3 { sides[row][side] -= factor * sides[pivot][side] }
      }
    }
    for pivot in kinds.indices.reversed() {
      for side in 0..<3 {
        for column in kinds.indices where column > pivot {
          sides[pivot][side] -= table[pivot][column] * sides[column][side]
        }
        sides[pivot][side] /= table[pivot][pivot]
      }
    }
    func sum(_ side: Int, _ weights: [Double]? = nil) -> Double {
      kinds.indices.reduce(0) { $0 + (weights?[$1] ?? 1) * sides[$1][side] }
    }
    let mean = sum(0) / sum(1)
    let value = mean + sum(0, own) - mean * sum(1, own)
    let prior = wanted.reduce(0) { total, one in
      total + wanted.reduce(0) { $0 + share * share * covariance(one, $1) }
    }
    let missing = 1 - sum(1, own)
    return (value, prior - sum(2, own) + missing * missing / sum(1))
  }

  @Test("agrees with the best linear prediction", arguments: SeededGenerator.seeds(12))
  func twin(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lifts = (0..<30).map { _ in random.unit() }
    var kinds: [ConversationKind] = []
    var recoveries: [Double] = []
    for _ in 0..<40 {
      let (queue, issue, channel) = (
        Int(4 * random.unit()), Int(3 * random.unit()), Int(3 * random.unit())
      )
      kinds.append(
        ConversationKind(
          queue: queue == 0 ? nil : "q\(queue)",
          issue: "i\(issue)",
          channel: "c\(channel)"
        )
      )
      let cell = lifts[channel] + lifts[3 + 3 * issue + channel] + lifts[12 + queue + issue]
      recoveries.append(2 * cell + 0.3 * random.unit())
    }
    let usual = ExpectedRecovery(kinds: kinds, recoveries: recoveries)
    let none = [ExpectedRecovery.Tally](repeating: .init(), count: usual.tree.cells.count)
    let bars = try #require(usual.bars(without: none))
    for kind in kinds.prefix(8) {
      let found = try #require(bars.usual(for: kind))
      let twin = Self.predicted(kinds, recoveries, usual.components, for: [kind])
      #expect(found.value.isClose(to: twin.value))
      #expect(found.variance.isClose(to: twin.variance))
    }
    let wanted = Array(kinds.suffix(15))
    let twin = Self.predicted(kinds, recoveries, usual.components, for: wanted)
    #expect(bars.varianceOfMean(over: wanted).isClose(to: twin.variance))
    // One left out is as if it had never been, but for the variances that all have.
    for place in 0..<8 {
      let found = try #require(
        usual.expectation(of: kinds[place], without: recoveries[place])
      )
      var (others, rest) = (kinds, recoveries)
      others.remove(at: place)
      rest.remove(at: place)
      let twin = Self.predicted(others, rest, usual.components, for: [kinds[place]])
      #expect(found.value.isClose(to: twin.value))
      #expect(found.variance.isClose(to: twin.variance))
    }
  }
}
