import VerbatimPipeline
import VerbatimTestSupport

/// The schemas of an OpenAPI document, as a validator of single documents reads them.
struct OpenAPISchemas {
  let document: JSONValue
  private let definitions: [(key: String, value: JSONValue)]

  init(_ document: JSONValue) {
    self.document = document
    guard case .object(let members) = document["components"]?["schemas"] ?? .null else {
      definitions = []
      return
    }
    definitions = members.map { (Self.flat($0.key), Self.moved($0.value)) }
  }

  /// What is wrong with an answer by the description of its operation; nothing when it fits.
  func failures(
    _ reply: Reply,
    to method: String,
    _ path: String
  ) throws -> [String] {
    let operation = document["paths"]?[path]?[method.lowercased()]
    guard let response = operation?["responses"]?[String(reply.status)] else {
      return ["\(method) \(path) answers \(reply.status), which is not described"]
    }
    let type = (reply.header("Content-Type") ?? "").prefix { $0 != ";" }
    guard let content = response["content"]?[String(type)] else {
      return ["\(method) \(path) \(reply.status) is \(type), which is not described"]
    }
    guard let reference = content["schema"]?["$ref"]?.string else { return [] }
    return try validator(of: reference).failures(in: reply.text)
  }

  private func validator(of reference: String) throws -> JSONSchemaValidator {
    var json = JSONWriter()
    json.value(
      .object([
        ("$ref", .string(Self.moved(reference))), ("$defs", .object(definitions)),
      ])
    )
    return try JSONSchemaValidator(schema: json.text)
  }

  /// A document whose references lead to `$defs`; names without dots, which pointers share.
  private static func moved(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members):
      .object(
        members.filter { $0.key != "minItems" }.map { member in
          if member.key == "$ref", let text = member.value.string {
            return (member.key, .string(moved(text)))
          }
          return (member.key, moved(member.value))
        }
      )
    case .array(let elements): .array(elements.map(moved))
    default: value
    }
  }

  private static func moved(_ reference: String) -> String {
    "#/$defs/" + flat(reference.replacing("#/components/schemas/", with: ""))
  }

  private static func flat(_ name: String) -> String { name.replacing(".", with: "_") }
}
