/// What all answers of a table's column have in common, kept once for all rows of the table.
public final class AnswerColumns: Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// The question as the respondent read it.
    public let question: String
    /// The export's id of the question.
    public let questionID: String?
    /// What the column was read as.
    public let role: String
    /// The words of the choices, by the values that stand for them; empty where the export says
    /// none.
    public let labels: [String: String]

    /// A column by its question and its role.
    public init(
      question: String,
      questionID: String? = nil,
      role: String,
      labels: [String: String] = [:]
    ) {
      self.question = question
      self.questionID = questionID
      self.role = role
      self.labels = labels
    }
  }

  /// The columns, in the order in which cells name them.
  public let columns: [Column]

  /// The columns of a table.
  public init(_ columns: [Column]) { self.columns = columns }
}
