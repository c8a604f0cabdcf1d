/// Agents, or queues, compared on how much more their customers recover than is usual for the same
/// kinds of conversations.
///
/// The bar of each one comes from the conversations of the others alone: someone who takes half of
/// all refunds would otherwise be compared with their own work. Agents are measured by the others of
/// their queue, so that one who only takes a hard queue is not a bad one. Nothing is said of one with
/// few conversations, nor of one whose issues nobody else in the queue handles: whether it is the
/// queue or the person cannot be told then.
///
/// What is compared is the course of conversations, not a person: the customer's mood says as much
/// about the shop's rules as about who reads them out. Many are compared at once, so a reading rests
/// on q-values (Benjamini and Hochberg 1995), not on the single intervals.
public struct ResidualComparison: Hashable, Sendable {
  /// What can be said of one.
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    /// Recovers more than is usual for its issues.
    case better
    /// As usual, as far as can be told.
    case usual
    /// Recovers less than is usual for its issues.
    case worse
    /// Too few conversations.
    case insufficient
    /// Too few of others with the same issues.
    case incomparable
  }

  /// A queue, and how many conversations it has.
  public struct QueueCount: Hashable, Sendable {
    /// The queue.
    public let queue: String
    /// How many.
    public let count: Int
  }

  /// One of those compared.
  public struct Row: Hashable, Sendable {
    /// Who, as the caller names them.
    public let name: String
    /// How many conversations with a recovery there are.
    public let count: Int
    /// How many of them are of a kind that others handle too: the same issue on the same channel, in
    /// the same queue where that is known.
    public let comparable: Int
    /// The queues of its conversations, the most frequent first, equal ones by name; empty where no
    /// queue is known.
    public let queues: [QueueCount]
    /// Among which conversations recovery is usual, for those that are comparable; empty when nothing
    /// is said.
    public let expectedWithin: [RecoveryShare]
    /// The mean of recovery less what is usual; nil when nothing is said.
    public let residual: Double?
    /// Its 95 % interval; nil when nothing is said.
    public let interval: Bootstrap.Interval?
    /// The share of false readings among all at least as far from 0; nil when nothing is said.
    public fileprivate(set) var qValue: Double?
    /// What can be said.
    public fileprivate(set) var reading: Reading
    fileprivate let pValue: Double?
  }

  /// Fewer conversations say nothing, unless told otherwise: below 20 the interval of a mean of
  /// values spread over −2…2 is about as wide as what it measures.
  public static let usualMinimum = 20
  /// The share of conversations that others must be comparable in.
  static let comparableShare = 0.5
  /// The share of false readings that is borne, as in the contract's alerts.
  static let falseReadings = 0.05

  /// The rows, in the order of the names.
  public let rows: [Row]
  /// The least number of conversations that something is said of.
  public let minimum: Int

  /// Compares.
  ///
  /// - Parameters:
  ///   - names: Whose each conversation is; nil for nobody's, which still help to tell what is usual.
  ///   - kinds: The kind of each; without their queues where queues are compared.
  ///   - recoveries: The recovery of each.
  ///   - counted: Which of them are compared, such as last week's; nil for all. The others help to
  ///     tell what is usual, but never for the one whose they are.
  ///   - minimum: The least number of conversations that something is said of.
  /// - Complexity: O(*n* + names · kinds).
  /// - Precondition: There are as many of each.
  public init(
    names: [String?],
    kinds: [ConversationKind],
    recoveries: [Double],
    counted: [Bool]? = nil,
    minimum: Int = usualMinimum
  ) {
    precondition(names.count == kinds.count, "each conversation has a kind")
    self.minimum = minimum
    let usual = ExpectedRecovery(kinds: kinds, recoveries: recoveries)
    let cells = kinds.map { usual.tree.cells[$0] ?? 0 }
    let nothing = [ExpectedRecovery.Tally](repeating: .init(), count: usual.tree.cells.count)
    var own: [String: [Int]] = [:]
    for (place, name) in names.enumerated() {
      if let name { own[name, default: []].append(place) }
    }
    var rows = own.sorted { $0.key < $1.key }.compactMap { name, all -> Row? in
      let places = all.filter { counted?[$0] ?? true }
      guard !places.isEmpty else { return nil }
      var tallies = nothing
      for place in all { tallies[cells[place]].add(recoveries[place]) }
      let bars = usual.bars(without: tallies)
      let shared = places.filter { bars?.isShared(kinds[$0]) == true }
      let queues = Self.queues(places.map { kinds[$0] })
      let enough = Double(shared.count) >= Self.comparableShare * Double(places.count)
      guard let bars, places.count >= max(2, minimum), enough, shared.count > 1 else {
        return Row(
          name: name,
          count: places.count,
          comparable: shared.count,
          queues: queues,
          reading: places.count < max(2, minimum) ? .insufficient : .incomparable
        )
      }
      return Row(
        name,
        kinds: shared.map { kinds[$0] },
        recoveries: shared.map { recoveries[$0] },
        of: places.count,
        queues: queues,
        bars
      )
    }
    let spoken = rows.indices.filter { rows[$0].pValue != nil }
    let qValues = FalseDiscovery.qValues(spoken.compactMap { rows[$0].pValue })
    for (place, q) in zip(spoken, qValues) {
      rows[place].qValue = q
      if q <= Self.falseReadings {
        rows[place].reading = (rows[place].residual ?? 0) < 0 ? .worse : .better
      }
    }
    self.rows = rows
  }

  /// How many conversations each queue has.
  private static func queues(_ kinds: [ConversationKind]) -> [QueueCount] {
    var counts: [String: Int] = [:]
    for kind in kinds {
      if let queue = kind.queue { counts[queue, default: 0] += 1 }
    }
    return counts.map { QueueCount(queue: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.queue) < ($0.count, $1.queue) }
  }
}

extension ResidualComparison.Row {
  /// One of whom nothing is said.
  fileprivate init(
    name: String,
    count: Int,
    comparable: Int,
    queues: [ResidualComparison.QueueCount],
    reading: ResidualComparison.Reading
  ) {
    self.name = name
    self.count = count
    self.comparable = comparable
    self.queues = queues
    self.reading = reading
    expectedWithin = []
    residual = nil
    interval = nil
    qValue = nil
    pValue = nil
  }

  /// One with enough conversations: the mean residual, which is off by what single conversations
  /// vary and by what the bars themselves may be off.
  fileprivate init(
    _ name: String,
    kinds: [ConversationKind],
    recoveries: [Double],
    of count: Int,
    queues: [ResidualComparison.QueueCount],
    _ bars: RecoveryBars
  ) {
    let n = Double(kinds.count)
    let usual = kinds.compactMap { bars.usual(for: $0) }
    let residuals = zip(recoveries, usual).map { $0 - $1.value }
    let sum = residuals.reduce(0, +)
    // Sums of equal numbers in another order differ in their last digits, which are nobody's doing.
    let mean = abs(sum) < 1e-12 * n ? 0 : sum / n
    let spread = residuals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1) / n
    let error = (spread + bars.varianceOfMean(over: kinds)).squareRoot()
    let t = IncompleteBeta.studentQuantile(tails: 0.05, degrees: n - 1)
    self.name = name
    self.count = count
    self.queues = queues
    comparable = kinds.count
    expectedWithin = RecoveryShare.shares(of: usual.map(\.grain))
    residual = mean
    interval = Bootstrap.Interval(lower: mean - t * error, upper: mean + t * error)
    // Without any variation nothing but an exact 0 is as usual.
    pValue =
      error > 0
      ? IncompleteBeta.studentTails(mean / error, degrees: n - 1) : mean == 0 ? 1 : 0
    qValue = nil
    reading = .usual
  }
}
