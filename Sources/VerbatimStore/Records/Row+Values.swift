internal import GRDB
internal import VerbatimCore

/// A value that Verbatim never writes.
struct UnreadableValue: Error, CustomStringConvertible {
  let column: String
  let value: String

  var description: String { "the column \(column) holds \"\(value)\"" }
}

/// Columns as Core's values; a row of another hand is an error, never a trap.
extension Row {
  /// The text of a column that always has one.
  func text(at index: Int) throws -> String {
    try decode(StoredText.self, atIndex: index).text
  }

  /// The text of a column that may be empty.
  func optionalText(at index: Int) throws -> String? {
    try decode(StoredText?.self, atIndex: index)?.text
  }

  /// The case that a column names.
  func name<Name: RawRepresentable<String>>(
    _ type: Name.Type = Name.self,
    at index: Int
  ) throws -> Name {
    try value(at: index, of: decode(String.self, atIndex: index)) { Name(rawValue: $0) }
  }

  /// The case that a column names, if it names one.
  func optionalName<Name: RawRepresentable<String>>(
    _ type: Name.Type = Name.self,
    at index: Int
  ) throws -> Name? {
    guard let text = try decode(String?.self, atIndex: index) else { return nil }
    return try value(at: index, of: text) { Name(rawValue: $0) }
  }

  /// The part of a record that a column names, if it names one.
  func textPart(at index: Int) throws -> TextPart? {
    guard let text = try decode(String?.self, atIndex: index) else { return nil }
    return try value(at: index, of: text) { TextPart($0) }
  }

  /// The instant in a column of seconds and the column of its precision that follows.
  func instant(at index: Int) throws -> Instant? {
    guard let seconds = try decode(Int64?.self, atIndex: index) else { return nil }
    return Instant(seconds: seconds, precision: try name(at: index + 1))
  }

  private func value<Value>(
    at index: Int,
    of text: String,
    _ read: (String) -> Value?
  ) throws -> Value {
    guard let value = read(text) else {
      throw UnreadableValue(column: Array(columnNames)[index], value: text)
    }
    return value
  }
}
