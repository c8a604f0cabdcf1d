internal import VerbatimPipeline

/// A parameter of a route: what it may be, for the check and for the OpenAPI document alike.
struct Parameter: Sendable {
  /// What a value may be.
  enum Kind: Sendable {
    /// A whole number.
    case integer(ClosedRange<Int64>, fallback: Int64?)
    /// A day or a moment as in ISO 8601.
    case date
    /// Text of at most so many characters.
    case text(longest: Int)
    /// One of some words.
    case choice([String])
  }

  let name: String
  let kind: Kind
  let summary: String

  init(_ name: String, _ kind: Kind, _ summary: String) {
    self.name = name
    self.kind = kind
    self.summary = summary
  }

  /// What is wrong with a value; nil when nothing is.
  func fault(_ value: String) -> String? {
    switch kind {
    case .integer(let range, _):
      // Written as numbers are in JSON: no plus, no zeros in front.
      if let number = Int64(value), range.contains(number), String(number) == value { return nil }
      return "\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .date:
      if value.utf8.count <= 35, Instant(iso8601: value) != nil { return nil }
      return "\(name) takes a date such as 2026-11-21"
    case .text(let longest):
      if !value.isEmpty, value.unicodeScalars.count <= longest { return nil }
      return "\(name) takes a text of 1 to \(longest) characters"
    case .choice(let words):
      return words.contains(value) ? nil : "\(name) is one of \(words.joined(separator: ", "))"
    }
  }

  /// The schema of a value.
  func writeSchema(to json: inout JSONWriter) {
    json.object { json in
      switch kind {
      case .integer(let range, let fallback):
        json.field("type", "integer")
        json.field("minimum", Int(range.lowerBound))
        // Beyond 2⁵³ readers of JSON lose digits.
        if range.upperBound <= 1 << 53 { json.field("maximum", Int(range.upperBound)) }
        if let fallback { json.field("default", Int(fallback)) }
      case .date:
        json.field("type", "string")
        json.array("anyOf", ["date", "date-time"]) { json, format in
          json.object { $0.field("format", format) }
        }
      case .text(let longest):
        json.field("type", "string")
        json.field("minLength", 1)
        json.field("maxLength", longest)
      case .choice(let words):
        json.field("type", "string")
        json.array("enum", words) { $0.value($1) }
      }
    }
  }
}
