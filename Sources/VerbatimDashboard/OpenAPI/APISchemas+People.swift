/// The documents by which people decide and judge.
extension APISchemas {
  static let clusterDecision = #"""
    {
      "type": "object",
      "description": "What somebody decides about a cluster. A snooze has `until`, a corrective action `effective` and perhaps `lots`, a hazard's judgement `verdict`.",
      "properties": {
        "action": {
          "enum": ["acknowledge", "snooze", "correct", "verify", "reopen", "close", "hazard"],
          "description": "What is decided."
        },
        "by": {
          "type": ["string", "null"], "maxLength": 200,
          "description": "Who decides; the name that goes with the token where tokens are in use."
        },
        "verdict": {
          "enum": ["actual", "potential", "not_a_hazard", "need_more", null],
          "description": "What a hazard is found to be."
        },
        "until": {
          "type": ["string", "null"], "maxLength": 35,
          "description": "The day on which a snooze ends."
        },
        "effective": {
          "type": ["string", "null"], "maxLength": 35,
          "description": "The first day of a corrective action."
        },
        "lots": {
          "type": ["array", "null"], "items": { "type": "string", "maxLength": 200 },
          "description": "The lots made before a corrective action."
        },
        "reason": {
          "type": ["string", "null"], "maxLength": 2000, "description": "Why."
        }
      },
      "required": ["action"],
      "additionalProperties": false
    }
    """#

  static let reviewPost = #"""
    {
      "type": "object",
      "description": "What somebody says of one side of a conversation.",
      "properties": {
        "category": {
          "enum": ["sentiment", "issue", "resolution", "escalation", "promise"],
          "description": "What is judged."
        },
        "verdict": {
          "type": "string", "minLength": 1, "maxLength": 200,
          "description": "A word of the category's, or a leaf of the taxonomy for an issue."
        },
        "reason": {
          "type": "string", "minLength": 1, "maxLength": 2000, "description": "Why."
        },
        "by": {
          "type": ["string", "null"], "maxLength": 200,
          "description": "Who judges; the name that goes with the token where tokens are in use."
        }
      },
      "required": ["category", "verdict", "reason"],
      "additionalProperties": false
    }
    """#

  static let review = #"""
    {
      "type": "object",
      "description": "A verdict as it was stored.",
      "properties": {
        "signal_id": { "type": "string", "description": "The conversation's signal." },
        "category": { "type": "string", "description": "What was judged." },
        "verdict": { "type": "string", "description": "The verdict." },
        "reason": { "type": "string", "description": "Why." },
        "by": { "type": "string", "description": "Who judged." },
        "at": { "type": "string", "description": "When, as RFC 3339." }
      },
      "required": ["signal_id", "category", "verdict", "reason", "by", "at"],
      "additionalProperties": false
    }
    """#

  static let indexPage = #"""
    {
      "type": "object",
      "description": "The satisfaction index of segments.",
      "properties": {
        "items": {
          "type": "array", "items": { "$ref": "#/components/schemas/satisfaction.index.v1" },
          "description": "The last cycles of every segment, all customers first."
        },
        "counted_at": {
          "type": "integer", "minimum": 0,
          "description": "The cursor of the last signal that was counted."
        },
        "current": {
          "type": "boolean",
          "description": "Whether that is the store's state; if not, a new count is under way."
        }
      },
      "required": ["items", "counted_at", "current"],
      "additionalProperties": false
    }
    """#
}
