/// Agents, or queues, compared on how much more their customers recover than is usual for the same
/// issues on the same channels.
///
/// The bar of each one comes from the conversations of the others alone: someone who takes half of
/// all refunds would otherwise be compared with their own work. A hard queue so is not a bad one.
/// Nothing is said of one with few conversations, nor of one whose issues nobody else handles.
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

  /// One of those compared.
  public struct Row: Hashable, Sendable {
    /// Who, as the caller names them.
    public let name: String
    /// How many conversations with a recovery there are.
    public let count: Int
    /// How many of them are of an issue on a channel that others handle too.
    public let comparable: Int
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
  ///   - groups: The issue on a channel of each, numbered from 0.
  ///   - recoveries: The recovery of each.
  ///   - counted: Which of them are compared, such as last week's; nil for all. The others help to
  ///     tell what is usual, but never for the one whose they are.
  ///   - minimum: The least number of conversations that something is said of.
  /// - Complexity: O(*n* + names · groups).
  /// - Precondition: There are as many of each.
  public init(
    names: [String?],
    groups: [Int],
    recoveries: [Double],
    counted: [Bool]? = nil,
    minimum: Int = usualMinimum
  ) {
    precondition(names.count == groups.count, "each conversation has a group")
    self.minimum = minimum
    let usual = ExpectedRecovery(groups: groups, recoveries: recoveries)
    let classes = (groups.max() ?? -1) + 1
    var own: [String: [Int]] = [:]
    for (place, name) in names.enumerated() {
      if let name { own[name, default: []].append(place) }
    }
    var rows = own.sorted { $0.key < $1.key }.compactMap { name, all -> Row? in
      let places = all.filter { counted?[$0] ?? true }
      guard !places.isEmpty else { return nil }
      var tallies = [ExpectedRecovery.Tally](repeating: .init(), count: classes)
      for place in all { tallies[groups[place]].add(recoveries[place]) }
      let bars = usual.expectations(without: tallies)
      let shared = places.filter { (bars[groups[$0]]?.count ?? 0) > 0 }
      let enough = Double(shared.count) >= Self.comparableShare * Double(places.count)
      guard places.count >= max(2, minimum), enough, shared.count > 1 else {
        return Row(
          name: name,
          count: places.count,
          comparable: shared.count,
          reading: places.count < max(2, minimum) ? .insufficient : .incomparable
        )
      }
      return Row(name, places: shared, of: places.count, groups, recoveries, bars)
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
}

extension ResidualComparison.Row {
  /// One of whom nothing is said.
  fileprivate init(
    name: String,
    count: Int,
    comparable: Int,
    reading: ResidualComparison.Reading
  ) {
    self.name = name
    self.count = count
    self.comparable = comparable
    self.reading = reading
    residual = nil
    interval = nil
    qValue = nil
    pValue = nil
  }

  /// One with enough conversations: the mean residual, which is off by what single conversations
  /// vary and by what the bars themselves may be off, shared by all conversations of a group.
  fileprivate init(
    _ name: String,
    places: [Int],
    of count: Int,
    _ groups: [Int],
    _ recoveries: [Double],
    _ bars: [ExpectedRecovery.Expectation?]
  ) {
    let n = Double(places.count)
    let residuals = places.map { recoveries[$0] - (bars[groups[$0]]?.value ?? 0) }
    let sum = residuals.reduce(0, +)
    // Sums of equal numbers in another order differ in their last digits, which are nobody's doing.
    let mean = abs(sum) < 1e-12 * n ? 0 : sum / n
    var variance = residuals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1) / n
    var sizes = [Int](repeating: 0, count: bars.count)
    for place in places { sizes[groups[place]] += 1 }
    for (size, bar) in zip(sizes, bars) {
      guard let bar else { continue }
      let share = Double(size) / n
      variance += share * share * bar.variance
    }
    let error = variance.squareRoot()
    let t = IncompleteBeta.studentQuantile(tails: 0.05, degrees: n - 1)
    self.name = name
    self.count = count
    comparable = places.count
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
