internal import VerbatimPipeline

/// The schemas of what the API takes and gives: those of the signals' types, and of the answers
/// around them.
enum APISchemas {
  /// Every schema by its name, with references that lead within an OpenAPI document.
  static func components() throws -> [(name: String, schema: JSONValue)] {
    let reader = JSONReader()
    var components: [(name: String, schema: JSONValue)] = []
    for schema in Schema.all {
      guard case .object(let members) = try reader.parse(Array(schema.json.utf8)) else { continue }
      let own = members.filter { !["$schema", "$id", "$defs"].contains($0.key) }
      components.append((schema.type, led(.object(own), within: schema.type)))
      guard case .object(let parts) = JSONValue.object(members)["$defs"] else { continue }
      for part in parts {
        components.append(("\(schema.type).\(part.key)", led(part.value, within: schema.type)))
      }
    }
    for (name, text) in own {
      components.append((name, try reader.parse(Array(text.utf8))))
    }
    return components
  }

  /// A schema whose `#/$defs/…` lead to the components that became of them.
  private static func led(_ value: JSONValue, within type: String) -> JSONValue {
    switch value {
    case .object(let members):
      .object(
        members.map { member in
          if member.key == "$ref", let address = member.value.string {
            let name = address.replacing("#/$defs/", with: "#/components/schemas/\(type).")
            return (member.key, .string(name))
          }
          return (member.key, led(member.value, within: type))
        }
      )
    case .array(let elements): .array(elements.map { led($0, within: type) })
    default: value
    }
  }

  /// The schemas of the API's own documents.
  static let own: [(name: String, json: String)] = [
    ("problem", problem), ("feedback.post.v1", feedbackPost), ("feedback.record", feedbackRecord),
    ("feedback.results.v1", feedbackResults), ("feedback.result", feedbackResult),
    ("signals.page.v1", page(of: "feedback.signal.v1", cursor)),
    ("clusters.page.v1", page(of: "cluster.alert.v1", counted)),
    ("imports.page.v1", page(of: "import", totals)), ("import", importEntry),
    ("counts", counts), ("rejects.page.v1", page(of: "ingest.report.v1.diagnostic", cursor)),
    ("review.post.v1", reviewPost), ("review.v1", review), ("index.page.v1", indexPage),
    ("cluster.decision.v1", clusterDecision), ("health.v1", health),
    ("readiness.v1", readiness), ("openapi", openapi),
  ]

  private static func page(
    of item: String,
    _ more: (properties: String, required: String)
  ) -> String {
    """
    {
      "type": "object",
      "properties": {
        "items": {
          "type": "array", "items": { "$ref": "#/components/schemas/\(item)" },
          "description": "The items of the page."
        },
        "more": { "type": "boolean", "description": "Whether there is a further page." },
        \(more.properties)
      },
      "required": ["items", "more", \(more.required)],
      "additionalProperties": false
    }
    """
  }

  private static let cursor = (
    properties: """
    "cursor": {
      "type": "integer", "minimum": 0,
      "description": "Where the next page begins; stays good for ever."
    }
    """,
    required: "\"cursor\""
  )

  private static let counted = (
    properties: """
    "total": {
      "type": "integer", "minimum": 0, "description": "How many fit, on all pages."
    },
    "counted_at": {
      "type": "integer", "minimum": 0,
      "description": "The cursor of the last signal that was counted."
    },
    "current": {
      "type": "boolean",
      "description": "Whether that is the store's state; if not, a new count is under way."
    }
    """,
    required: "\"total\", \"counted_at\", \"current\""
  )

  private static let totals = (
    properties: """
    "totals": {
      "$ref": "#/components/schemas/counts", "description": "Over all imports."
    }
    """,
    required: "\"totals\""
  )
}
