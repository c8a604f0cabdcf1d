/// A person's word on what the columns of an export mean: it overrides what is inferred.
public struct ColumnMap: Hashable, Sendable {
  /// The role of a column, by its name, its question text or its number from 1.
  public var roles: [String: ColumnRole]
  /// The scale of a column's numbers, by the same keys.
  public var scales: [String: RatingScale] = [:]
  /// The IANA zone of the dates that state none; nil leaves it to the file.
  public var timeZone: String?
  /// How fields are divided; nil leaves it to detection.
  public var dialect: Dialect?
  /// How many header records there are; nil leaves it to detection.
  public var headerRecords: Int?
  /// The day stands before the month in dates such as 3/4/2026; nil leaves it to the column.
  public var isDayFirst: Bool?
  /// Whether a person's verdict is expected beside each text.
  ///
  /// A column by the name of a label is then read as one, every column is kept with the record, and
  /// a column that is said to hold the text is the only one that does.
  public var isLabelled = false

  /// A map that says nothing.
  public init(
    roles: [String: ColumnRole] = [:],
    dialect: Dialect? = nil,
    headerRecords: Int? = nil,
    isDayFirst: Bool? = nil
  ) {
    self.roles = roles
    self.dialect = dialect
    self.headerRecords = headerRecords
    self.isDayFirst = isDayFirst
  }
}
