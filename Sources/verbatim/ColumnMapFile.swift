import Foundation
import VerbatimPipeline
import Yams

/// What the columns of a table mean, as a person writes it.
///
///     delimiter: ";"
///     quotes: true
///     header: 1
///     day_first: true
///     time_zone: Europe/Berlin
///     columns:
///       Bemerkung: text
///       Note: nps
///       Aufwand: {role: ces, min: 1, max: 5, direction: lower}
struct ColumnMapFile: Decodable {
  var delimiter: String?
  var quotes: Bool?
  var header: Int?
  var dayFirst: Bool?
  var timeZone: String?
  var columns: [String: Entry]

  enum CodingKeys: String, CodingKey {
    case delimiter
    case quotes
    case header
    case dayFirst = "day_first"
    case timeZone = "time_zone"
    case columns
  }

  /// The name of a role alone, or with the scale of its numbers.
  struct Entry: Decodable {
    var role: String
    var min: Double?
    var max: Double?
    var direction: String?

    enum CodingKeys: String, CodingKey { case role, min, max, direction }

    init(from decoder: any Decoder) throws {
      if let name = try? decoder.singleValueContainer().decode(String.self) {
        role = name
        return
      }
      let container = try decoder.container(keyedBy: CodingKeys.self)
      role = try container.decode(String.self, forKey: .role)
      min = try container.decodeIfPresent(Double.self, forKey: .min)
      max = try container.decodeIfPresent(Double.self, forKey: .max)
      direction = try container.decodeIfPresent(String.self, forKey: .direction)
    }
  }

  /// The words for the good end of a scale.
  private static let directions: [(word: String, direction: Rating.Direction)] = [
    ("higher", .higherIsBetter), ("lower", .lowerIsBetter), ("unknown", .unknown),
  ]

  /// Reads a map.
  static func load(_ path: String) throws -> ColumnMap {
    let file = try YAMLFile.decode(ColumnMapFile.self, YAMLFile.text(path), path)
    var map = ColumnMap(headerRecords: file.header, isDayFirst: file.dayFirst)
    if let zone = file.timeZone, TimeZone(identifier: zone) == nil {
      throw refused(path, "`\(zone)` is no time zone", "write it as Europe/Berlin or UTC")
    }
    map.timeZone = file.timeZone
    for (column, entry) in file.columns {
      guard let role = ColumnRole(rawValue: entry.role) else {
        let known = ColumnRole.allCases.map(\.rawValue).joined(separator: ", ")
        throw refused(path, "`\(entry.role)` is no role of a column", "roles are \(known)")
      }
      map.roles[column] = role
      map.scales[column] = try scale(entry, of: column, path)
    }
    if let delimiter = file.delimiter {
      let byte = delimiter == "tab" || delimiter == "\\t" ? 0x09 : delimiter.utf8.first ?? 0x2C
      map.dialect = Dialect(delimiter: byte, usesQuotes: file.quotes ?? true)
    }
    return map
  }

  private static func scale(
    _ entry: Entry,
    of column: String,
    _ path: String
  ) throws -> RatingScale? {
    guard entry.min != nil || entry.max != nil || entry.direction != nil else { return nil }
    guard let min = entry.min, let max = entry.max, min < max else {
      throw refused(
        path,
        "the scale of `\(column)` has no two ends",
        "write {role: \(entry.role), min: 1, max: 5}"
      )
    }
    let word = entry.direction ?? "higher"
    guard let direction = directions.first(where: { $0.word == word })?.direction else {
      throw refused(
        path,
        "`\(word)` is no direction of a scale",
        "say which end is the good one: higher, lower or unknown"
      )
    }
    return RatingScale(min: min, max: max, direction: direction)
  }

  private static func refused(_ path: String, _ message: String, _ hint: String) -> Failure {
    Failure(
      Diagnostic(.columnMap, at: SourceLocation(file: path), message, hint: hint),
      code: .configuration
    )
  }

  /// The map of a schema, to be edited.
  static func yaml(_ schema: SurveySchema, _ dialect: Dialect?) -> String {
    var lines = ["# What each column was read as, and why. Edit, then use with --map."]
    if let title = schema.exportTitle { lines.append("# The names are those of: \(title).") }
    if let dialect {
      lines.append("delimiter: \(quoted(dialect.delimiterName))")
      lines.append("quotes: \(dialect.usesQuotes)")
      lines.append("header: \(schema.headerRecords)")
    }
    let zone = schema.columns(.date).first { $0.zoneSource == .configured }?.timeZone
    if let zone { lines.append("time_zone: \(zone)") }
    lines.append("columns:")
    for column in schema.columns {
      var reason = column.evidence
      if column.role == .date, let zone = column.timeZone {
        reason += "; in \(zone) by the \(column.zoneSource.rawValue)"
      }
      lines.append("  \(quoted(column.name)): \(value(of: column))  # \(oneLine(reason))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func value(of column: SurveySchema.Column) -> String {
    guard let scale = column.scale else { return column.role.rawValue }
    func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
    let word = directions.first { $0.direction == scale.direction }?.word ?? "unknown"
    return "{role: \(column.role.rawValue), min: \(number(scale.min)), max: \(number(scale.max)), "
      + "direction: \(word)}"
  }

  /// A text in double quotes, as YAML reads it back.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
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
      throw failure(error, path)
    }
  }

  /// What ends a command when a file does not parse.
  static func failure(_ error: any Error, _ path: String) -> Failure {
    Failure(
      Diagnostic(
        .configuration,
        at: SourceLocation(file: path, line: line(of: error)),
        "the file does not parse: \(reason(error))"
      ),
      code: .configuration
    )
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
