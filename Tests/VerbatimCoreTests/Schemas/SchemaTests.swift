import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Schemas")
struct SchemaTests {
  @Test("name their type, and are found by it", arguments: Schema.all)
  func names(schema: Schema) throws {
    let document = try Self.document(schema)
    #expect(document["title"] as? String == schema.title)
    #expect(document["$id"] as? String == "https://verbatim.example/schema/\(schema.type).json")
    let type = Self.node("/properties/type", in: document)
    #expect(type?["const"] as? String == schema.type)
    #expect(Schema.named(schema.type) == schema)
    #expect((document["required"] as? [String])?.first == "type")
  }

  @Test("are not found by another name", arguments: ["", "feedback.signal", "feedback.signal.v2"])
  func unknown(name: String) {
    #expect(Schema.named(name) == nil)
  }

  @Test("use only keywords that the validator checks", arguments: Schema.all)
  func keywords(schema: Schema) throws {
    #expect(throws: Never.self) { _ = try JSONSchemaValidator(schema: schema.json) }
  }

  @Test("describe every property", arguments: Schema.all)
  func descriptions(schema: Schema) throws {
    for (pointer, node) in Self.nodes(try Self.document(schema), at: "") {
      for (name, property) in node["properties"] as? [String: [String: Any]] ?? [:] {
        let description = property["description"] as? String ?? ""
        #expect(description.hasSuffix("."), "\(pointer)/properties/\(name)")
      }
    }
  }

  @Test("close every object, and require only what they know", arguments: Schema.all)
  func closed(schema: Schema) throws {
    for (pointer, node) in Self.nodes(try Self.document(schema), at: "") {
      guard let properties = node["properties"] as? [String: Any], !pointer.contains("/oneOf/")
      else { continue }
      #expect(node["additionalProperties"] as? Bool == false, "\(pointer)")
      let required = node["required"] as? [String] ?? []
      #expect(required.filter { properties[$0] == nil } == [], "\(pointer)")
    }
  }

  @Test("allow every field that --fields can name, and no other")
  func fields() throws {
    let properties = Self.node("/properties", in: try Self.document(.signal))
    #expect(Set(properties?.keys.map { $0 } ?? []) == Set(FeedbackSignal.fieldNames))
  }

  @Test("list the cases of the type behind each enumeration", arguments: Enumeration.all)
  func enumerations(enumeration: Enumeration) throws {
    let document = try Self.document(try #require(Schema.named(enumeration.type)))
    let node = try #require(Self.node(enumeration.pointer, in: document))
    let values = (node["enum"] as? [Any] ?? []).compactMap { $0 as? String }
    #expect(values == enumeration.values)
  }

  @Test("have no enumeration that goes unchecked", arguments: Schema.all)
  func everyEnumeration(schema: Schema) throws {
    let found = Self.nodes(try Self.document(schema), at: "").filter { $1["enum"] != nil }
    let checked = Enumeration.all.filter { $0.type == schema.type }.map(\.pointer)
    #expect(Set(found.map(\.pointer)) == Set(checked + (Enumeration.elsewhere[schema.type] ?? [])))
  }

  @Test("know the names of a satisfaction's components")
  func components() throws {
    let components = Self.node(
      "/$defs/satisfaction/properties/components/properties",
      in: try Self.document(.signal)
    )
    let kinds = every(after: Rating.Kind.next).map(\.rawValue)
    #expect(Set(components?.keys.map { $0 } ?? []) == Set(kinds + ["text"]))
  }

  @Test("know the shape of every diagnostic's code")
  func codes() throws {
    let report = try #require(Schema.named("ingest.report.v1"))
    let code = Self.node("/$defs/diagnostic/properties/code", in: try Self.document(report))
    let pattern = try Regex(try #require(code?["pattern"] as? String))
    for code in DiagnosticCode.allCases { #expect(code.rawValue.contains(pattern), "\(code)") }
  }

  /// A schema as an object.
  private static func document(_ schema: Schema) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(schema.json.utf8))
    return try #require(object as? [String: Any])
  }

  /// The object at a JSON pointer.
  private static func node(_ pointer: String, in document: [String: Any]) -> [String: Any]? {
    var node: Any? = document
    for name in pointer.split(separator: "/") {
      if let elements = node as? [Any], let index = Int(name), elements.indices.contains(index) {
        node = elements[index]
      } else {
        node = (node as? [String: Any])?[String(name)]
      }
    }
    return node as? [String: Any]
  }

  /// Every object in a document with its JSON pointer.
  private static func nodes(
    _ value: Any,
    at pointer: String
  ) -> [(pointer: String, node: [String: Any])] {
    if let object = value as? [String: Any] {
      return [(pointer, object)]
        + object.sorted { $0.key < $1.key }.flatMap { nodes($1, at: "\(pointer)/\($0)") }
    }
    guard let elements = value as? [Any] else { return [] }
    return elements.enumerated().flatMap { nodes($1, at: "\(pointer)/\($0)") }
  }
}
