internal import HTTPTypes
internal import VerbatimPipeline

/// The OpenAPI 3.1 description of the API, made from the routes that serve it and the schemas that
/// its values are checked with, so that it cannot drift from them.
struct OpenAPIDocument {
  private let routes: [Route]
  private let schemas: [(name: String, schema: JSONValue)]

  /// The description of the routes that are no pages.
  ///
  /// - Throws: A fault of a schema's text.
  init(_ table: RouteTable) throws {
    routes = table.routes.filter { !$0.isPage }
    schemas = try APISchemas.components()
  }

  /// The document.
  var bytes: [UInt8] {
    var json = JSONWriter(capacity: 1 << 17)
    json.object { json in
      json.field("openapi", "3.1.0")
      json.object("info") { json in
        json.field("title", "Verbatim")
        json.field("version", SignalEngine.version)
        json.field(
          "description",
          "What customers say, as signals that people and services act on. On a loopback address no token is needed; on any other, a bearer token with the role that an operation names. Fields are added, never taken away or changed: ignore those you do not know."
        )
      }
      json.object("paths") { json in
        for (path, group) in byPath {
          json.key(dynamic: path)
          json.object { json in
            for route in group {
              json.key(dynamic: route.method.rawValue.lowercased())
              write(route, to: &json)
            }
          }
        }
      }
      json.object("components") { json in
        json.object("securitySchemes") { json in
          json.object("token") { json in
            json.field("type", "http")
            json.field("scheme", "bearer")
            json.field("description", "A token from the file that --token-file names.")
          }
        }
        json.object("schemas") { json in
          for (name, schema) in schemas {
            json.key(dynamic: name)
            json.value(schema)
          }
        }
      }
    }
    return json.bytes
  }

  private var byPath: [(path: String, routes: [Route])] {
    var groups: [(path: String, routes: [Route])] = []
    for route in routes {
      if let index = groups.firstIndex(where: { $0.path == route.path }) {
        groups[index].routes.append(route)
      } else {
        groups.append((route.path, [route]))
      }
    }
    return groups
  }

  private func write(_ route: Route, to json: inout JSONWriter) {
    json.object { json in
      json.field("operationId", route.name)
      json.field("summary", route.summary)
      if let role = route.role {
        json.field("description", "Needs the role \(role.rawValue) where tokens are in use.")
        // An empty alternative says that a loopback address asks for none.
        json.array("security", [true, false]) { json, isNeeded in
          json.object { json in
            if isNeeded { json.array("token", [String]()) { $0.value($1) } }
          }
        }
      }
      let parameters =
        route.parts.map { (place: "path", parameter: $0) }
        + route.parameters.map { (place: "query", parameter: $0) }
      if !parameters.isEmpty {
        json.array("parameters", parameters) { json, item in
          json.object { json in
            json.field("name", item.parameter.name)
            json.field("in", item.place)
            json.field("required", item.place == "path")
            json.field("description", item.parameter.summary)
            json.key("schema")
            item.parameter.writeSchema(to: &json)
          }
        }
      }
      if let body = route.body {
        json.object("requestBody") { json in
          json.field("description", body.summary)
          json.field("required", true)
          write(content: body.types, schema: body.schema, to: &json)
        }
      }
      json.object("responses") { json in
        for expected in route.expected {
          json.key(dynamic: String(expected.status.code))
          json.object { json in
            json.field("description", expected.summary)
            write(content: expected.types, schema: expected.schema, to: &json)
          }
        }
        writeProblems(of: route, to: &json)
      }
    }
  }

  /// The problems by status: a status may stand for several kinds.
  private func writeProblems(of route: Route, to json: inout JSONWriter) {
    var byStatus: [(status: Int, titles: [String])] = []
    for kind in route.allProblems {
      let status = kind.status.code
      if let index = byStatus.firstIndex(where: { $0.status == status }) {
        byStatus[index].titles.append(kind.title)
      } else {
        byStatus.append((status, [kind.title]))
      }
    }
    for (status, titles) in byStatus.sorted(by: { $0.status < $1.status }) {
      json.key(dynamic: String(status))
      json.object { json in
        json.field("description", titles.joined(separator: "; ") + ".")
        write(content: [.problem], schema: "problem", to: &json)
      }
    }
  }

  /// The forms of a body; a line of NDJSON is one document, so its schema is that of the text.
  private func write(content types: [MediaType], schema: String?, to json: inout JSONWriter) {
    json.object("content") { json in
      for type in types {
        json.key(dynamic: type.rawValue)
        json.object { json in
          json.object("schema") { json in
            if type == .lines || type == .plain {
              json.field("type", "string")
            } else if let schema {
              json.field("$ref", "#/components/schemas/\(schema)")
            } else if type == .archive {
              // OpenAPI 3.1: bytes as they are, which no schema describes.
              json.field("contentMediaType", type.rawValue)
            }
          }
        }
      }
    }
  }
}
