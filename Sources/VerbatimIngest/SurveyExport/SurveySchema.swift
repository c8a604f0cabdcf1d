public import VerbatimCore

/// What the columns of an export mean, with the evidence for each.
public struct SurveySchema: Hashable, Sendable {
  /// Which tool wrote the export.
  public enum Dialect: String, Hashable, Sendable {
    /// Qualtrics, three header records.
    case qualtrics
    /// Qualtrics before 2016, two header records.
    case qualtricsLegacy = "qualtrics-legacy"
    /// Any other table.
    case generic
  }

  /// One column.
  public struct Column: Hashable, Sendable {
    /// Its place, from 0.
    public var index: Int
    /// Its name, made unique: `rating`, `rating#2`.
    public var name: String
    /// The question as the respondent read it; the name when there is none.
    public var question: String
    /// Qualtrics' stable id of the question.
    public var importID: String?
    /// The IANA zone in which a column of times is written; nil when the export does not say.
    public var timeZone: String?
    /// The words that stand for its values, where the file says them.
    public var labels: [String: String] = [:]
    /// The values that are no answers, where the file says them.
    public var missing = StatedColumn.Missing()
    /// What it means.
    public var role: ColumnRole
    /// Why it is read so, for a person.
    public var evidence: String
  }

  /// Which tool wrote it.
  public var dialect: Dialect
  /// How many header records there are.
  public var headerRecords: Int
  /// The columns.
  public var columns: [Column]

  /// The columns of a role.
  public func columns(_ role: ColumnRole) -> [Column] { columns.filter { $0.role == role } }

  /// Whether a signal can be made of a row.
  public var hasFeedback: Bool {
    columns.contains {
      [.text, .title, .nps, .stars, .csat, .ces, .reason].contains($0.role)
    }
  }

  /// Whether the rows are reviews, returns or survey responses.
  public var kind: FeedbackRecord.Kind {
    if !columns(.reason).isEmpty, columns(.nps).isEmpty, columns(.stars).isEmpty {
      return .returnComment
    }
    return dialect == .generic && !columns(.stars).isEmpty ? .review : .survey
  }
}
