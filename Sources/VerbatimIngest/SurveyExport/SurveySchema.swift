public import VerbatimCore

/// What the columns of an export mean, with the evidence for each.
public struct SurveySchema: Hashable, Sendable {
  /// How the export writes its header.
  public enum Dialect: String, Hashable, Sendable {
    /// Qualtrics, three header records.
    case qualtrics
    /// Qualtrics before 2016, two header records.
    case qualtricsLegacy = "qualtrics-legacy"
    /// SurveyMonkey: questions over the first column of each, and labels under them.
    case surveyMonkey = "surveymonkey"
    /// LimeSurvey: each name a code, a full stop, and the question.
    case limeSurvey = "limesurvey"
    /// Any other table.
    case generic
  }

  /// Where the zone of a column's times is from.
  public enum ZoneSource: String, Hashable, Sendable {
    /// The column's name or its header.
    case columnHeader = "column header"
    /// The file's own description of it.
    case fileMetadata = "file metadata"
    /// The user's map.
    case configured
    /// Nothing says it; read as UTC.
    case assumed
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
    /// Where that zone is from; `assumed` for one that the export does not say.
    public var zoneSource = ZoneSource.assumed
    /// The scale of its numbers, where it is not the usual one of the role.
    public var scale: RatingScale?
    /// The words that stand for its values, where the file says them.
    public var labels: [String: String] = [:]
    /// The values that are no answers, where the file says them.
    public var missing = StatedColumn.Missing()
    /// What it means.
    public var role: ColumnRole
    /// Why it is read so, for a person.
    public var evidence: String
  }

  /// How the header is written.
  public var dialect: Dialect
  /// The tool or shop that wrote the export, by its name in `exports.tsv`; nil when no export is
  /// recognised.
  public var export: String?
  /// Its name for a person.
  public var exportTitle: String?
  /// How many header records there are.
  public var headerRecords: Int
  /// The columns.
  public var columns: [Column]

  /// The columns of a role.
  public func columns(_ role: ColumnRole) -> [Column] { columns.filter { $0.role == role } }

  /// The columns' names for a diagnostic, the first of very many.
  var columnList: String {
    let shown = columns.prefix(60).map(\.name).joined(separator: ", ")
    return columns.count > 60 ? shown + " and \(columns.count - 60) more" : shown
  }

  /// Whether a signal can be made of a row.
  public var hasFeedback: Bool { columns.contains { $0.role.isFeedback } }

  /// Whether the table describes a survey and holds no answers.
  var isDefinition = false
  /// Whether the export's tool gives an id only once, over all its files.
  var hasOwnIDs = false
  /// What the rows of the recognised export are; nil when none is.
  var exportKind: FeedbackRecord.Kind?

  /// Whether the rows are reviews, returns or survey responses.
  public var kind: FeedbackRecord.Kind {
    if let exportKind { return exportKind }
    if !columns(.reason).isEmpty, columns(.nps).isEmpty, columns(.stars).isEmpty {
      return .returnComment
    }
    return dialect == .generic && !columns(.stars).isEmpty ? .review : .survey
  }
}
