/// The documents that are the API's alone.
extension APISchemas {
  static let problem = #"""
    {
      "type": "object",
      "description": "Why a request is refused (RFC 9457). It says what is expected, and nothing of what came.",
      "properties": {
        "type": {
          "type": "string", "pattern": "^urn:verbatim:problem:[a-z-]+$",
          "description": "The kind of problem."
        },
        "title": { "type": "string", "minLength": 1, "description": "The kind in words." },
        "status": {
          "type": "integer", "minimum": 400, "maximum": 599, "description": "The answer's status."
        },
        "detail": { "type": "string", "minLength": 1, "description": "What is expected." },
        "code": {
          "type": "string", "pattern": "^V[0-9]{4}$", "description": "The code of a diagnostic."
        },
        "hint": { "type": "string", "minLength": 1, "description": "What to do about it." },
        "results": {
          "type": "array", "items": { "$ref": "#/components/schemas/feedback.result" },
          "description": "What became of each record, when all were rejected."
        }
      },
      "required": ["type", "title", "status", "detail"],
      "additionalProperties": false
    }
    """#

  static let feedbackPost = #"""
    {
      "description": "One record, or an array of them.",
      "anyOf": [
        { "$ref": "#/components/schemas/feedback.record" },
        {
          "type": "array", "minItems": 1,
          "items": { "$ref": "#/components/schemas/feedback.record" }
        }
      ]
    }
    """#

  static let feedbackRecord = #"""
    {
      "type": "object",
      "description": "What a customer said. One of text, title, rating or nps is needed; members beyond these are left aside.",
      "properties": {
        "id": {
          "type": ["string", "integer"],
          "description": "The sender's own id, for good: the same id with other words is a revision."
        },
        "text": { "type": "string", "description": "The customer's words." },
        "title": { "type": "string", "description": "The headline." },
        "kind": {
          "enum": ["survey", "review", "transcript", "return_comment"],
          "description": "What kind of source it is; survey unless told."
        },
        "rating": { "type": "number", "description": "Stars, 1 to 5." },
        "nps": { "type": "number", "description": "0 to 10." },
        "date": {
          "type": "string", "description": "When it was said: a day or a moment as in ISO 8601."
        },
        "language": { "type": "string", "description": "The language, as a BCP 47 tag." },
        "sku": { "type": "string", "description": "The article." },
        "gtin": { "type": "string", "description": "Its trade number." },
        "asin": { "type": "string", "description": "Its number at Amazon." },
        "product": { "type": "string", "description": "Its name." },
        "order": { "type": "string", "description": "The order." },
        "customer": {
          "type": "string", "description": "The customer; kept as a keyed hash alone."
        },
        "lot": { "type": "string", "description": "The lot." },
        "supplier": { "type": "string", "description": "The supplier." }
      },
      "anyOf": [
        { "required": ["text"] }, { "required": ["title"] }, { "required": ["rating"] },
        { "required": ["nps"] }
      ]
    }
    """#

  static let feedbackResults = #"""
    {
      "type": "object",
      "description": "What became of each record: records_in = signals + duplicates + rejected.",
      "properties": {
        "type": { "const": "feedback.results.v1", "description": "The name of this type." },
        "records_in": { "type": "integer", "minimum": 1, "description": "All records." },
        "signals": {
          "type": "integer", "minimum": 0, "description": "New signals and new revisions."
        },
        "duplicates": {
          "type": "integer", "minimum": 0, "description": "Records that were known already."
        },
        "rejected": {
          "type": "integer", "minimum": 0, "description": "Records that cannot be used."
        },
        "results": {
          "type": "array", "items": { "$ref": "#/components/schemas/feedback.result" },
          "description": "One for each record, in their order."
        },
        "warnings": {
          "type": "array", "items": { "$ref": "#/components/schemas/ingest.report.v1.diagnostic" },
          "description": "What is worth telling and cost no record."
        }
      },
      "required": [
        "type", "records_in", "signals", "duplicates", "rejected", "results", "warnings"
      ],
      "additionalProperties": false
    }
    """#

  static let feedbackResult = #"""
    {
      "type": "object",
      "description": "What became of one record.",
      "properties": {
        "index": {
          "type": "integer", "minimum": 0, "description": "Its place in the request, from 0."
        },
        "outcome": {
          "enum": ["added", "duplicate", "revised", "rejected"], "description": "What became of it."
        },
        "revision": {
          "type": "integer", "minimum": 2, "description": "The signal's new revision."
        },
        "record_id": { "type": "string", "minLength": 1, "description": "The record's id." },
        "signal_id": { "type": "string", "minLength": 1, "description": "The signal's id." },
        "reason": {
          "type": "object",
          "description": "Why it was rejected.",
          "properties": {
            "code": {
              "type": "string", "pattern": "^V[0-9]{4}$", "description": "The diagnostic's code."
            },
            "message": { "type": "string", "minLength": 1, "description": "What was found." },
            "hint": { "type": "string", "minLength": 1, "description": "What to do about it." }
          },
          "required": ["code", "message"],
          "additionalProperties": false
        }
      },
      "required": ["index", "outcome"],
      "additionalProperties": false
    }
    """#

  static let counts = #"""
    {
      "type": "object",
      "description": "What became of records: records_in = signals + duplicates + rejected.",
      "properties": {
        "records_in": { "type": "integer", "minimum": 0, "description": "All records." },
        "signals": { "type": "integer", "minimum": 0, "description": "Those that are signals." },
        "duplicates": {
          "type": "integer", "minimum": 0, "description": "Those that were known already."
        },
        "rejected": {
          "type": "integer", "minimum": 0, "description": "Those that cannot be used."
        }
      },
      "required": ["records_in", "signals", "duplicates", "rejected"],
      "additionalProperties": false
    }
    """#

  static let importEntry = #"""
    {
      "type": "object",
      "description": "One input with what became of its records: records_in = signals + duplicates + rejected.",
      "properties": {
        "id": {
          "type": "integer", "minimum": 1, "description": "Its number, in the order of imports."
        },
        "file": { "type": "string", "description": "The input, as the user gave it." },
        "hash": { "type": "string", "description": "The hash of its bytes." },
        "format": { "type": "string", "description": "Its format, as `verbatim formats` names it." },
        "encoding": { "type": "string", "description": "The encoding it was read in." },
        "finished": { "type": "boolean", "description": "Whether it was read to its end." },
        "records_in": { "type": "integer", "minimum": 0, "description": "All records." },
        "signals": { "type": "integer", "minimum": 0, "description": "Those that are signals." },
        "duplicates": {
          "type": "integer", "minimum": 0, "description": "Those that were known already."
        },
        "rejected": {
          "type": "integer", "minimum": 0, "description": "Those that cannot be used."
        }
      },
      "required": [
        "id", "file", "hash", "format", "encoding", "finished", "records_in", "signals",
        "duplicates", "rejected"
      ],
      "additionalProperties": false
    }
    """#

  static let health = #"""
    {
      "type": "object",
      "description": "The server runs.",
      "properties": { "status": { "const": "ok", "description": "It runs." } },
      "required": ["status"],
      "additionalProperties": false
    }
    """#

  static let readiness = #"""
    {
      "type": "object",
      "description": "The store answers.",
      "properties": {
        "status": { "const": "ok", "description": "It answers." },
        "cursor": {
          "type": "integer", "minimum": 0,
          "description": "The cursor of the signal stored last; 0 without signals."
        },
        "engine": {
          "$ref": "#/components/schemas/feedback.signal.v1.engine",
          "description": "What scores the feedback that is sent in."
        }
      },
      "required": ["status", "cursor", "engine"],
      "additionalProperties": false
    }
    """#

  static let openapi = #"""
    {
      "type": "object",
      "description": "An OpenAPI 3.1 document.",
      "properties": {
        "openapi": { "const": "3.1.0", "description": "The version of OpenAPI." }
      },
      "required": ["openapi"]
    }
    """#
}
