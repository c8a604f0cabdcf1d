public import VerbatimCore

/// A table that is read record by record, whatever file holds it.
///
/// Delimited text, spreadsheets and data files give the same records, so one reader makes feedback
/// of them all.
public protocol TableReader {
  /// The path of the file, for places in diagnostics.
  var path: String { get }
  /// The name of the format, as records state it.
  var format: InputFormat { get }
  /// Whether a byte order mark stands before the first letter, and may have overwritten it.
  var hasMark: Bool { get }
  /// What the file itself says of its columns; nil when its first records are the header.
  var statedColumns: [StatedColumn]? { get }
  /// What is worth telling before the first record.
  var notes: [Diagnostic] { get }

  /// Fills `record` with the next record; false at the end.
  ///
  /// - Throws: A diagnostic that makes the rest of the table unusable.
  mutating func next(into record: inout TableRecord) throws(Diagnostic) -> Bool
}

extension TableReader {
  /// No byte order mark.
  public var hasMark: Bool { false }
  /// The first records are the header.
  public var statedColumns: [StatedColumn]? { nil }
  /// Nothing.
  public var notes: [Diagnostic] { [] }
}

/// What a data file says of a column beside its values.
public struct StatedColumn: Hashable, Sendable {
  /// The column's name.
  public var name: String
  /// The question as the respondent read it; nil when the file has none.
  public var question: String?
  /// What the column means, where the file's format decides it.
  public var role: ColumnRole?
  /// The IANA zone of its times, where the file says it.
  public var timeZone: String?
  /// The words that stand for its values, by value.
  public var labels: [String: String]
  /// The values that are no answers.
  public var missing: Missing

  /// Values that stand for "refused", "not applicable" and the like.
  public struct Missing: Hashable, Sendable {
    /// Ranges of numbers.
    public var ranges: [ClosedRange<Double>] = []
    /// Texts.
    public var texts: Set<String> = []

    /// No such value.
    public init() {}

    init(ranges: [ClosedRange<Double>], texts: Set<String>) {
      self.ranges = ranges
      self.texts = texts
    }

    /// Whether a cell holds such a value.
    public func contains(_ cell: String) -> Bool {
      if texts.contains(cell) { return true }
      guard !ranges.isEmpty, let number = Double(cell) else { return false }
      return ranges.contains { $0.contains(number) }
    }
  }

  /// A column with a name.
  public init(
    name: String,
    question: String? = nil,
    role: ColumnRole? = nil,
    timeZone: String? = nil,
    labels: [String: String] = [:],
    missing: Missing = Missing()
  ) {
    self.name = name
    self.question = question
    self.role = role
    self.timeZone = timeZone
    self.labels = labels
    self.missing = missing
  }
}
