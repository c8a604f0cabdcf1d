/// How a segment's index moves over its cycles.
public enum TrendState: String, Hashable, Sendable, CaseIterable {
  /// Nothing to see.
  case stable
  /// It fell in this cycle, or has not come back from such a fall.
  case wobble1
  /// It fell twice in a row, or stayed low, and has not come back.
  case wobble2
  /// It was back for two cycles; the next is stable.
  case recovered
  /// Too few customers to tell.
  case insufficient
}

/// Tells wobbles from noise, one cycle after the other.
///
/// A cycle *qualifies* when its index fell by more than max(δ, 1.28 · standard error of the fall):
/// one is `wobble1`, two in a row are `wobble2`. So are two points in a row below centre − 2σ of the
/// twelve points before them, from eight on. What is back inside for two cycles has `recovered`:
/// at or above that limit, or, before there is a chart, at most the margin below the level from
/// which it fell. What stays down for twelve cycles is the new level, and `stable`.
///
/// The state follows from the sequence of indices alone; no clock and nothing that is stored reaches
/// it.
///
/// - SeeAlso: Montgomery (2009), *Introduction to statistical quality control*, section 6.4, for a
///   chart of individual points.
public struct WobbleMonitor: Hashable, Sendable {
  /// What counts as a wobble.
  public struct Settings: Hashable, Sendable {
    /// δ: a fall of fewer points is none.
    public var drop = 3.0
    /// How many standard errors a fall must exceed: 1.28 is one side of 80 %.
    public var errors = 1.28
    /// How many points the chart looks back on.
    public var window = 12
    /// From how many points on there is a chart (authored).
    public var shortestWindow = 8
    /// How many standard deviations below its centre a point is low.
    public var deviations = 2.0

    /// The contract's defaults.
    public init() {}
  }

  /// What a cycle told.
  public struct Reading: Hashable, Sendable {
    /// The state.
    public var state: TrendState
    /// The index less that of the cycle before; nil when one of them is.
    public var delta: Double?
    /// The standard error of the difference.
    public var deltaError: Double?
  }

  /// A fall that is not over.
  private struct Episode: Hashable, Sendable {
    var state: TrendState
    /// What is below this is not back.
    var floor: Double
    /// Whether the floor is the limit of a chart.
    var isCharted: Bool
    var points: [Double] = []
    var inside = 0
    var length = 0
  }

  private let settings: Settings
  private var recent: [Double] = []
  private var previous: (index: Double, variance: Double)?
  private var fell = false
  /// The limit that the point before lay below; nil when it did not.
  private var lowLimit: Double?
  private var episode: Episode?

  /// A monitor that has seen nothing.
  public init(_ settings: Settings = Settings()) { self.settings = settings }

  /// Takes in the next cycle.
  ///
  /// - Parameters:
  ///   - index: The segment's index; nil when there are too few customers.
  ///   - variance: The variance of its sampling error.
  /// - Returns: The state, and how far the index moved.
  public mutating func next(_ index: Double?, variance: Double = 0) -> Reading {
    guard let index else {
      previous = nil
      fell = false
      lowLimit = nil
      episode?.inside = 0
      age()
      return Reading(state: .insufficient)
    }
    var reading = Reading(state: .stable)
    var margin = settings.drop
    if let previous {
      let error = (variance + previous.variance).squareRoot()
      reading.delta = index - previous.index
      reading.deltaError = error
      margin = max(margin, settings.errors * error)
    }
    let falls = (reading.delta ?? 0) < -margin
    reading.state =
      if episode == nil { watch(index, falls, margin) } else { follow(index, falls) }
    fell = falls
    previous = (index, variance)
    return reading
  }

  /// A cycle while nothing is wrong.
  private mutating func watch(_ index: Double, _ falls: Bool, _ margin: Double) -> TrendState {
    let limit = lowLimit ?? chartLimit
    let isLow = limit.map { index < $0 } ?? false
    if falls || (isLow && lowLimit != nil) {
      if lowLimit != nil { recent.removeLast() }
      let level = (previous?.index ?? index) - margin
      var episode = Episode(
        state: isLow && lowLimit != nil ? .wobble2 : .wobble1,
        floor: limit ?? level,
        isCharted: limit != nil
      )
      episode.points.append(index)
      self.episode = episode
      lowLimit = isLow ? limit : nil
      return episode.state
    }
    lowLimit = isLow ? limit : nil
    remember(index)
    return .stable
  }

  /// A cycle during a fall.
  private mutating func follow(_ index: Double, _ falls: Bool) -> TrendState {
    guard var episode else { return .stable }
    let isLow = index < episode.floor
    let staysLow = isLow && episode.isCharted && lowLimit != nil
    if (falls && fell) || staysLow { episode.state = .wobble2 }
    episode.points.append(index)
    episode.inside = falls || isLow ? 0 : episode.inside + 1
    lowLimit = isLow ? episode.floor : nil
    self.episode = episode
    if episode.inside >= 2 {
      self.episode = nil
      for point in episode.points.suffix(2) { remember(point) }
      return .recovered
    }
    age()
    return self.episode?.state ?? .stable
  }

  /// Lets a fall that lasts become the new level.
  private mutating func age() {
    guard var episode else { return }
    episode.length += 1
    self.episode = episode
    guard episode.length > settings.window else { return }
    self.episode = nil
    lowLimit = nil
    recent = Array(episode.points.suffix(settings.window))
  }

  private mutating func remember(_ index: Double) {
    recent.append(index)
    if recent.count > settings.window { recent.removeFirst() }
  }

  /// Centre − 2σ of the last points; nil when there are too few.
  private var chartLimit: Double? {
    guard recent.count >= settings.shortestWindow else { return nil }
    let n = Double(recent.count)
    let centre = recent.reduce(0, +) / n
    let squares = recent.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    return centre - settings.deviations * (squares / (n - 1)).squareRoot()
  }

  /// Whether two monitors have come to the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.settings == right.settings && left.recent == right.recent
      && left.previous?.index == right.previous?.index
      && left.previous?.variance == right.previous?.variance && left.fell == right.fell
      && left.lowLimit == right.lowLimit && left.episode == right.episode
  }

  /// Hashes the last points.
  public func hash(into hasher: inout Hasher) { hasher.combine(recent) }
}
