/// Conversations by residual: how far the customer's mood recovered, against what conversations of
/// the same issue on the same channel usually reach.
public struct ResidualsView: ViewValue {
  /// One conversation.
  public struct Conversation: Hashable, Sendable {
    /// What it is called.
    public var id: String
    /// When, ready to be read; nil where that is not known.
    public var time: String?
    /// Its issue and its channel, by which it is compared; nil where they are not known.
    public var issue: String?
    /// As ``issue``.
    public var channel: String?
    /// How far the mood recovered, in points of the score.
    public var recovery: Double
    /// What is usual.
    public var usual: Double
    /// The standard error of what is usual.
    public var error: Double
    /// How many others of the same issue on the same channel that rests on.
    public var alike: Int

    /// A conversation whose time, issue and channel are not known.
    public init(id: String, recovery: Double, usual: Double, error: Double, alike: Int) {
      self.id = id
      self.recovery = recovery
      self.usual = usual
      self.error = error
      self.alike = alike
    }

    /// Recovery less what is usual.
    public var residual: Double { recovery - usual }
  }

  struct Row: ViewValue {
    let id: String
    let time: String
    let alike: String
    let count: String
    let recovery: String
    let usual: String
    let residual: String
    let range: String

    init(_ conversation: Conversation) {
      id = conversation.id
      time = conversation.time ?? "unknown"
      alike = "\(conversation.issue ?? "no issue") · \(conversation.channel ?? "no channel")"
      count = conversation.alike == 0 ? "0, all issues" : Figures.count(conversation.alike)
      recovery = Figures.signed(conversation.recovery)
      usual = Figures.signed(conversation.usual)
      residual = Figures.signed(conversation.residual)
      // A mean of many is nearly normal; 1.96 is the normal 97.5 % point.
      let reach = 1.96 * conversation.error
      range =
        "\(Figures.signed(conversation.residual - reach)) to "
        + Figures.signed(conversation.residual + reach)
    }
  }

  /// How many are shown on either side.
  static let limit = 5

  let worst: [Row]
  let best: [Row]
  let hasBest: Bool
  let noWorst: StateView?
  let queues: [String]
  let hasQueues: Bool
  let note: String

  /// Conversations with a residual, in whatever order; of equal ones the first by id comes first.
  ///
  /// - Parameters:
  ///   - conversations: Those that can be compared.
  ///   - queues: What can be said of teams, a sentence each.
  ///   - note: Of how many they are, and how the expectation was made.
  public init(_ conversations: [Conversation], queues: [String], note: String) {
    let worst = conversations.sorted { ($0.residual, $0.id) < ($1.residual, $1.id) }
    let best = conversations.sorted { (-$0.residual, $0.id) < (-$1.residual, $1.id) }
    self.worst = worst.prefix { $0.residual < 0 }.prefix(Self.limit).map(Row.init)
    self.best = best.prefix { $0.residual > 0 }.prefix(Self.limit).map(Row.init)
    hasBest = !self.best.isEmpty
    noWorst =
      self.worst.isEmpty
      ? StateView(nothing: "None fell short", "No conversation recovered less than is usual.") : nil
    self.queues = queues
    hasQueues = !queues.isEmpty
    self.note = note
  }
}
