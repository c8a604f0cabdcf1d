public import VerbatimStatistics

/// Conversations by residual: how far the customer's mood recovered, against what conversations of
/// the same queue, issue and channel usually reach.
public struct ResidualsView: ViewValue {
  /// One conversation.
  public struct Conversation: Hashable, Sendable {
    /// What it is called.
    public var id: String
    /// When, ready to be read; nil where that is not known.
    public var time: String?
    /// Its queue, its issue and its channel, by which it is compared; nil where they are not known.
    public var queue: String?
    /// As ``queue``.
    public var issue: String?
    /// As ``queue``.
    public var channel: String?
    /// How far the mood recovered, in points of the score.
    public var recovery: Double
    /// What is usual.
    public var usual: Double
    /// The standard error of what is usual.
    public var error: Double
    /// Among which others that is usual.
    public var within: RecoveryGrain
    /// How many others these are.
    public var alike: Int

    /// A conversation whose time, queue, issue and channel are not known.
    public init(
      id: String,
      recovery: Double,
      usual: Double,
      error: Double,
      within: RecoveryGrain,
      alike: Int
    ) {
      self.id = id
      self.recovery = recovery
      self.usual = usual
      self.error = error
      self.within = within
      self.alike = alike
    }

    /// Recovery less what is usual.
    public var residual: Double { recovery - usual }

    /// What it has in common with those that it is compared with: `Returns · DEL.LATE · chat`.
    var alikeWords: String {
      let channel = channel ?? "no channel"
      let issue = issue ?? "no issue"
      return switch within {
      case .queueIssueChannel: "\(queue ?? "no queue") · \(issue) · \(channel)"
      case .issueChannel: "\(issue) · \(channel)"
      case .channel: "all on \(channel)"
      case .shop: "all conversations"
      }
    }
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
      alike = conversation.alikeWords
      count = Figures.count(conversation.alike)
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
