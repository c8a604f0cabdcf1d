internal import Foundation

/// Checks JSON documents against a JSON Schema of draft 2020-12.
///
/// Knows the keywords that Verbatim's own schemas use and refuses all others, so that nothing in a
/// schema goes unchecked: `type`, `enum`, `const`, `properties`, `required`,
/// `additionalProperties`, `items`, `minimum`, `maximum`, `pattern`, `minLength`, `maxLength`,
/// `oneOf`, `anyOf`, `$ref` to `#/$defs/…`, and the annotations `$schema`, `$id`, `title` and
/// `description`. A `$ref` must not lead back to itself without a member or an item between.
public struct JSONSchemaValidator {
  /// What is wrong with a schema: where, and why.
  public struct Fault: Error, Hashable, CustomStringConvertible {
    /// The place and the reason.
    public let description: String
  }

  private static let annotations: Set = ["$schema", "$id", "title", "description"]
  private static let draft = "https://json-schema.org/draft/2020-12/schema"

  private var root: [Rule] = []
  private var definitions: [String: [Rule]] = [:]

  /// Reads a schema.
  ///
  /// - Throws: ``Fault`` for text that is no JSON, an unknown keyword, a keyword's value of the
  ///   wrong shape, and a reference to nothing.
  public init(schema: String) throws {
    let document: JSON
    do {
      document = try JSON(parsing: schema)
    } catch {
      throw Fault(description: "the schema is no JSON: \(error)")
    }
    if case .object(let members) = document, let parts = members["$defs"] {
      guard case .object(let parts) = parts else { throw Self.fault("/$defs", "is no object") }
      for name in parts.keys { definitions[name] = [] }
      for (name, part) in parts { definitions[name] = try rules(part, at: "/$defs/\(name)") }
    }
    root = try rules(document, at: "")
  }

  /// What is wrong with a document, each with its JSON pointer; nothing when it is valid.
  public func failures(in document: String) -> [String] {
    do {
      return failures(in: try JSON(parsing: document), root, at: "")
    } catch {
      return ["the document is no JSON: \(error)"]
    }
  }

  // MARK: Reading the schema

  private indirect enum Rule {
    case types([String])
    case values([JSON])
    case members([String: [Rule]], others: [Rule])
    case required([String])
    case items([Rule])
    case minimum(Double)
    case maximum(Double)
    case pattern(Regex<AnyRegexOutput>, String)
    case shortest(Int)
    case longest(Int)
    case reference(String)
    case anyOf([[Rule]])
    case oneOf([[Rule]])
    case never
  }

  private func rules(_ schema: JSON, at place: String) throws -> [Rule] {
    if case .boolean(let isAllowed) = schema { return isAllowed ? [] : [.never] }
    guard case .object(let members) = schema else {
      throw Self.fault(place, "is neither an object nor true or false")
    }
    var rules: [Rule] = []
    for (keyword, value) in members.sorted(by: { $0.key < $1.key }) {
      let at = "\(place)/\(keyword)"
      switch keyword {
      case "properties", "additionalProperties": break
      case "$defs" where place.isEmpty: break
      case _ where Self.annotations.contains(keyword):
        let text = try Self.text(value, at)
        guard keyword != "$schema" || text == Self.draft else {
          throw Self.fault(at, "is not \(Self.draft)")
        }
      default: rules.append(try rule(keyword, value, at: at))
      }
    }
    if members["properties"] != nil || members["additionalProperties"] != nil {
      var named: [String: [Rule]] = [:]
      if let properties = members["properties"] {
        guard case .object(let properties) = properties else {
          throw Self.fault("\(place)/properties", "is no object")
        }
        for (name, property) in properties {
          named[name] = try self.rules(property, at: "\(place)/properties/\(name)")
        }
      }
      let others = try self.rules(
        members["additionalProperties"] ?? .boolean(true),
        at: "\(place)/additionalProperties"
      )
      rules.append(.members(named, others: others))
    }
    return rules
  }

  private func rule(_ keyword: String, _ value: JSON, at place: String) throws -> Rule {
    switch keyword {
    case "type":
      let names = try value.elements == nil ? [Self.text(value, place)] : Self.texts(value, place)
      if let name = names.first(where: { !JSON.typeNames.contains($0) }) {
        throw Self.fault(place, "names no type: \(name)")
      }
      return .types(names)
    case "enum":
      guard let values = value.elements, !values.isEmpty else {
        throw Self.fault(place, "is no list of values")
      }
      return .values(values)
    case "const": return .values([value])
    case "required": return .required(try Self.texts(value, place))
    case "items": return .items(try rules(value, at: place))
    case "minimum": return .minimum(try Self.number(value, place))
    case "maximum": return .maximum(try Self.number(value, place))
    case "minLength": return .shortest(try Self.count(value, place))
    case "maxLength": return .longest(try Self.count(value, place))
    case "pattern":
      let pattern = try Self.text(value, place)
      guard let regex = try? Regex(pattern) else { throw Self.fault(place, "is no pattern") }
      return .pattern(regex.matchingSemantics(.unicodeScalar), pattern)
    case "$ref":
      let address = try Self.text(value, place)
      let name = String(address.dropFirst("#/$defs/".count))
      guard address.hasPrefix("#/$defs/"), definitions[name] != nil else {
        throw Self.fault(place, "leads nowhere: \(address)")
      }
      return .reference(name)
    case "anyOf", "oneOf":
      guard let parts = value.elements, !parts.isEmpty else {
        throw Self.fault(place, "is no list of schemas")
      }
      let branches = try parts.enumerated().map { try rules($1, at: "\(place)/\($0)") }
      return keyword == "anyOf" ? .anyOf(branches) : .oneOf(branches)
    default: throw Self.fault(place, "is a keyword that is not checked")
    }
  }

  private static func fault(_ place: String, _ reason: String) -> Fault {
    Fault(description: "\(place.isEmpty ? "the schema" : place) \(reason)")
  }

  private static func text(_ value: JSON, _ place: String) throws -> String {
    guard case .string(let text) = value else { throw fault(place, "is no string") }
    return text
  }

  private static func texts(_ value: JSON, _ place: String) throws -> [String] {
    guard let elements = value.elements else { throw fault(place, "is no array") }
    return try elements.map { try text($0, place) }
  }

  private static func number(_ value: JSON, _ place: String) throws -> Double {
    guard case .number(let number) = value else { throw fault(place, "is no number") }
    return number
  }

  private static func count(_ value: JSON, _ place: String) throws -> Int {
    guard let count = Int(exactly: try number(value, place)), count >= 0 else {
      throw fault(place, "is no count")
    }
    return count
  }

  // MARK: Checking a document

  private func failures(in value: JSON, _ rules: [Rule], at pointer: String) -> [String] {
    rules.flatMap { failures(in: value, $0, at: pointer) }
  }

  private func failures(in value: JSON, _ rule: Rule, at pointer: String) -> [String] {
    func failure(_ reason: String) -> [String] {
      ["\(pointer.isEmpty ? "the document" : pointer) \(reason)"]
    }
    switch (rule, value) {
    case (.types(let names), _):
      if names.contains(where: value.isOfType) { return [] }
      return failure("is \(value), not of type \(names.joined(separator: " or "))")
    case (.values(let values), _):
      if values.contains(value) { return [] }
      let known = values.map(\.description).joined(separator: ", ")
      return failure("is \(value), not \(values.count > 1 ? "one of " : "")\(known)")
    case (.required(let names), .object(let members)):
      return names.filter { members[$0] == nil }.flatMap { failure("lacks \($0)") }
    case (.members(let named, let others), .object(let members)):
      return members.sorted { $0.key < $1.key }.flatMap { name, member in
        let escaped = name.replacing("~", with: "~0").replacing("/", with: "~1")
        return failures(in: member, named[name] ?? others, at: "\(pointer)/\(escaped)")
      }
    case (.items(let rules), .array(let elements)):
      return elements.enumerated().flatMap { failures(in: $1, rules, at: "\(pointer)/\($0)") }
    case (.minimum(let least), .number(let number)) where number < least:
      return failure("is \(value), less than \(JSON.number(least))")
    case (.maximum(let most), .number(let number)) where number > most:
      return failure("is \(value), more than \(JSON.number(most))")
    case (.pattern(let regex, let pattern), .string(let text)) where !text.contains(regex):
      return failure("is \(value), which does not match \(pattern)")
    case (.shortest(let count), .string(let text)) where text.unicodeScalars.count < count:
      return failure("is \(value), shorter than \(count)")
    case (.longest(let count), .string(let text)) where text.unicodeScalars.count > count:
      return failure("is \(value), longer than \(count)")
    case (.reference(let name), _):
      return failures(in: value, definitions[name] ?? [], at: pointer)
    case (.anyOf(let branches), _), (.oneOf(let branches), _):
      let outcomes = branches.map { failures(in: value, $0, at: pointer) }
      let matches = outcomes.filter(\.isEmpty).count
      if case .oneOf = rule, matches > 1 {
        return failure("matches \(matches) of \(branches.count) alternatives, not one")
      }
      // Of the alternatives, the nearest tells most.
      return matches > 0 ? [] : outcomes.min { $0.count < $1.count } ?? []
    case (.never, _): return failure("is not allowed")
    default: return []
    }
  }
}

/// A JSON document for the validator: numbers and truth values apart, strings equal by their bytes.
private enum JSON: Decodable, Equatable, CustomStringConvertible {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  static let typeNames: Set = [
    "null", "boolean", "number", "integer", "string", "array", "object",
  ]

  init(parsing text: String) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let truth = try? container.decode(Bool.self) {
      self = .boolean(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let elements = try? container.decode([JSON].self) {
      self = .array(elements)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  var elements: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  func isOfType(_ name: String) -> Bool {
    switch self {
    case .null: name == "null"
    case .boolean: name == "boolean"
    case .number(let number):
      name == "number" || (name == "integer" && number == number.rounded())
    case .string: name == "string"
    case .array: name == "array"
    case .object: name == "object"
    }
  }

  /// As JSON, long documents cut, for a failure's message.
  var description: String {
    switch self {
    case .null: "null"
    case .boolean(let truth): "\(truth)"
    case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
    case .string(let text): text.debugDescription
    case .array(let elements): "an array of \(elements.count)"
    case .object(let members): "an object of \(members.count)"
    }
  }

  static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }
}
