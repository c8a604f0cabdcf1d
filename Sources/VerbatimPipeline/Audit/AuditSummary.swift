public import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore

/// What can be said of the conversations of some time together.
public struct AuditSummary: Hashable, Sendable {
  /// How a number of seconds is spread over conversations.
  public struct Spread: Hashable, Sendable {
    /// How many conversations it is known of.
    public let count: Int
    /// The middle one; nil for none.
    public let median: Double?
    /// What nine of ten stay below; nil for none.
    public let p90: Double?

    /// The spread of values; the quantiles are those of ``Bootstrap/quantile(_:of:)``.
    public init(_ values: [Double]) {
      let sorted = values.sorted()
      count = sorted.count
      median = sorted.isEmpty ? nil : Bootstrap.quantile(0.5, of: sorted)
      p90 = sorted.isEmpty ? nil : Bootstrap.quantile(0.9, of: sorted)
    }
  }

  /// What became of promises.
  public struct Promises: Hashable, Sendable {
    /// All that were made.
    public internal(set) var made = 0
    /// Done in time.
    public internal(set) var kept = 0
    /// Not done, or late.
    public internal(set) var broken = 0
    /// Nothing tells.
    public internal(set) var open = 0
  }

  /// All conversations.
  public internal(set) var conversations = 0
  /// Those that count.
  public internal(set) var eligible = 0
  /// Those that do not, by reason, in the order of the reasons; none that is 0.
  public internal(set) var notScored:
    [(reason: FeedbackSignal.Transcript.Eligibility, count: Int)] = []
  /// How many that count have a recovery, that is two scored turns or more.
  public internal(set) var withRecovery = 0
  /// Their mean mood at the start; nil for none.
  public internal(set) var opening: Double?
  /// Their mean mood at the end.
  public internal(set) var closing: Double?
  /// Their mean recovery.
  public internal(set) var recovery: Double?
  /// What the same issues on the same channels usually recover; nil below the least number.
  public internal(set) var expected: Double?
  /// From the first message to the first person's answer, by the calendar.
  public internal(set) var firstResponse = Spread([])
  /// The same in opening hours.
  public internal(set) var firstResponseBusiness = Spread([])
  /// The longest wait, by the calendar.
  public internal(set) var longestWait = Spread([])
  /// The same in opening hours.
  public internal(set) var longestWaitBusiness = Spread([])
  /// What became of promises.
  public internal(set) var promises = Promises()

  /// The figures of conversations of which those that count are beside their expectations.
  init(all: [Conversation], eligible audited: [AuditedConversation]) {
    conversations = all.count
    eligible = audited.count
    for reason in FeedbackSignal.Transcript.Eligibility.allCases where reason != .eligible {
      let count = all.count { $0.course.eligibility == reason }
      if count > 0 { notScored.append((reason, count)) }
    }
    let courses = audited.map(\.conversation.course)
    let moved = courses.filter { $0.recovery != nil }
    withRecovery = moved.count
    opening = Self.mean(moved.compactMap(\.opening))
    closing = Self.mean(moved.compactMap(\.closing))
    recovery = Self.mean(moved.compactMap(\.recovery))
    expected = Self.mean(audited.compactMap(\.expected))
    firstResponse = Spread(courses.compactMap(\.firstResponseSeconds))
    firstResponseBusiness = Spread(courses.compactMap(\.firstResponseBusinessSeconds))
    longestWait = Spread(courses.compactMap(\.longestWaitSeconds))
    longestWaitBusiness = Spread(courses.compactMap(\.longestWaitBusinessSeconds))
    for promise in courses.flatMap({ $0.events?.promises ?? [] }) {
      promises.made += 1
      switch promise.state {
      case .kept: promises.kept += 1
      case .broken: promises.broken += 1
      case .open: promises.open += 1
      }
    }
  }

  /// The share of those that count; nil for none at all.
  public var eligibleShare: Double? {
    conversations == 0 ? nil : Double(eligible) / Double(conversations)
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Whether the figures agree.
  public static func == (left: Self, right: Self) -> Bool {
    left.conversations == right.conversations && left.eligible == right.eligible
      && left.notScored.elementsEqual(right.notScored) { $0 == $1 }
      && left.withRecovery == right.withRecovery && left.opening == right.opening
      && left.closing == right.closing && left.recovery == right.recovery
      && left.expected == right.expected && left.firstResponse == right.firstResponse
      && left.firstResponseBusiness == right.firstResponseBusiness
      && left.longestWait == right.longestWait
      && left.longestWaitBusiness == right.longestWaitBusiness && left.promises == right.promises
  }

  /// Hashes the counts.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(conversations)
    hasher.combine(eligible)
  }
}
