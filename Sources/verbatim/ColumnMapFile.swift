import Foundation
import VerbatimPipeline
import Yams

/// What the columns of a table mean, as a person writes it.
///
///     delimiter: ";"
///     quotes: true
///     header: 1
///     day_first: true
///     columns:
///       Bemerkung: text
///       Note: nps
struct ColumnMapFile: Codable {
  var delimiter: String?
  var quotes: Bool?
  var header: Int?
  var dayFirst: Bool?
  var columns: [String: String]

  enum CodingKeys: String, CodingKey {
    case delimiter
    case quotes
    case header
    case dayFirst = "day_first"
    case columns
  }

  /// Reads a map.
  static func load(_ path: String) throws -> ColumnMap {
    let file = try YAMLFile.decode(ColumnMapFile.self, YAMLFile.text(path), path)
    var map = ColumnMap(headerRecords: file.header, isDayFirst: file.dayFirst)
    for (column, name) in file.columns {
      guard let role = ColumnRole(rawValue: name) else {
        let known = ColumnRole.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(
          Diagnostic(
            .columnMap,
            at: SourceLocation(file: path),
            "`\(name)` is no role of a column",
            hint: "roles are \(known)"
          ),
          code: .configuration
        )
      }
      map.roles[column] = role
    }
    if let delimiter = file.delimiter {
      let byte = delimiter == "tab" || delimiter == "\\t" ? 0x09 : delimiter.utf8.first ?? 0x2C
      map.dialect = Dialect(delimiter: byte, usesQuotes: file.quotes ?? true)
    }
    return map
  }

  /// The map of a schema, to be edited.
  static func yaml(_ schema: SurveySchema, _ dialect: Dialect?) -> String {
    var lines = ["# What each column was read as, and why. Edit, then use with --map."]
    if let dialect {
      lines.append("delimiter: \"\(dialect.delimiterName)\"")
      lines.append("quotes: \(dialect.usesQuotes)")
    }
    lines.append("header: \(schema.headerRecords)")
    lines.append("columns:")
    for column in schema.columns {
      let name = column.name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: " ")
      lines.append("  \"\(name)\": \(column.role.rawValue)  # \(column.evidence)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Reading YAML files.
enum YAMLFile {
  /// The text of a file.
  static func text(_ path: String) throws -> String {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Failure(
        Diagnostic(
          .configuration,
          at: SourceLocation(file: path),
          "the file is missing or not UTF-8"
        ),
        code: .configuration
      )
    }
    return text
  }

  /// The value in a text.
  static func decode<Value: Decodable>(
    _ type: Value.Type,
    _ yaml: String,
    _ path: String
  ) throws -> Value {
    do {
      return try YAMLDecoder().decode(type, from: yaml)
    } catch {
      throw Failure(
        Diagnostic(
          .configuration,
          at: SourceLocation(file: path, line: line(of: error)),
          "the file does not parse: \(reason(error))"
        ),
        code: .configuration
      )
    }
  }

  /// What is wrong, in words.
  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      let place = context.codingPath.map(\.stringValue).joined(separator: ".")
      if let cause = context.underlyingError as? YamlError { return words(cause) }
      return place.isEmpty
        ? "a mapping of names to values is expected" : "`\(place)` has a value of another kind"
    case DecodingError.keyNotFound(let key, _): return "`\(key.stringValue)` is missing"
    case let error as YamlError: return words(error)
    default: return "it is no YAML"
    }
  }

  private static func words(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    default: "it is no YAML"
    }
  }

  private static func line(of error: any Error) -> Int? {
    var yaml = error as? YamlError
    if case DecodingError.dataCorrupted(let context) = error {
      yaml = context.underlyingError as? YamlError
    }
    switch yaml {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      return mark.line
    default: return nil
    }
  }
}
