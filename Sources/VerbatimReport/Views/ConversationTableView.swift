/// Conversations by residual: how far the customer's mood recovered, against what its issues allow.
public struct ConversationTableView: ViewValue {
  /// One conversation.
  public struct Row: ViewValue {
    let id: String
    let time: String
    let recovery: String
    let expected: String
    let residual: String
    let issues: String

    /// A conversation.
    public init(
      id: String,
      time: String?,
      recovery: Double,
      expected: Double,
      issues: [String]
    ) {
      self.id = id
      self.time = time ?? "unknown"
      self.recovery = Figures.signed(recovery)
      self.expected = Figures.signed(expected)
      residual = Figures.signed(recovery - expected)
      self.issues = issues.joined(separator: ", ")
    }
  }

  let rows: [Row]
  let note: String

  /// Conversations, the worst residual first.
  ///
  /// The note says of how many they are, and how the expectation was made.
  public init(_ rows: [Row], note: String) {
    self.rows = rows
    self.note = note
  }
}
