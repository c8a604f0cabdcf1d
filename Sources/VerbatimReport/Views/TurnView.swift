public import VerbatimCore

/// A row of a conversation: a turn, or a wait between two.
public struct TurnView: ViewValue {
  /// A stretch of a turn: a scored clause, or what lies between.
  public struct Clause: ViewValue {
    let text: String
    let style: String?
    let score: String?
    let isCurrent: Bool
    let why: ClauseExplanationView?

    /// A stretch of text.
    ///
    /// - Parameters:
    ///   - text: The words.
    ///   - compound: Its score; nil for what is not scored.
    ///   - isCurrent: Whether it is the one that is explained.
    ///   - why: What it adds to the score, shown on a click; nil where that is not told.
    public init(
      _ text: String,
      compound: Double?,
      isCurrent: Bool = false,
      why: ClauseExplanationView? = nil
    ) {
      self.text = text
      self.isCurrent = isCurrent
      self.why = why
      score = compound.map { Figures.signed($0) }
      style = compound.flatMap { $0 < 0 ? "n" : $0 > 0 ? "p" : nil }
    }
  }

  let speaker: String?
  let time: String?
  let isCustomer: Bool
  let isOther: Bool
  let wait: String?
  let clauses: [Clause]
  let issues: String?
  let flags: [String]
  let strip: Drawing
  let value: String?

  /// A turn.
  ///
  /// - Parameters:
  ///   - role: Who speaks; only customers are scored.
  ///   - time: When, ready to be read.
  ///   - clauses: The words, in pieces that join to the whole.
  ///   - issues: The codes found in it.
  ///   - flags: What a reader should not miss, such as a broken promise.
  ///   - value: The turn's score.
  ///   - before: The customer's score before it.
  ///   - after: Whether the customer's line goes on.
  public init(
    role: Turn.Role,
    time: String? = nil,
    clauses: [Clause],
    issues: [String] = [],
    flags: [String] = [],
    value: Double?,
    before: Double?,
    after: Bool
  ) {
    speaker = role.rawValue.prefix(1).uppercased() + role.rawValue.dropFirst()
    self.time = time
    isCustomer = role == .customer
    isOther = role != .customer
    wait = nil
    self.clauses = clauses
    self.issues = issues.isEmpty ? nil : issues.joined(separator: ", ")
    self.flags = flags
    strip = TrajectoryDrawing.piece(value: value, before: before, after: after)
    self.value = value.map { Figures.signed($0) }
  }

  /// A wait between two turns.
  public init(wait: String, before: Double?, after: Bool) {
    speaker = nil
    time = nil
    isCustomer = false
    isOther = false
    self.wait = wait
    clauses = []
    issues = nil
    flags = []
    strip = TrajectoryDrawing.piece(value: nil, before: before, after: after)
    value = nil
  }
}
