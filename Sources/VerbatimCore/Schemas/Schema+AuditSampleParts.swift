/// The parts of `transcript.audit.v1` that are about samples, each a member of its `$defs`.
extension Schema {
  /// The sample, what it says, and how far people agree.
  static let auditSampleDefinitions = #"""
        "sample": {
          "type": "object",
          "description": "Conversations that were drawn for people to read.",
          "properties": {
            "id": {
              "type": "string", "minLength": 1,
              "description": "A hash of what was drawn from what."
            },
            "seed": {
              "type": "string", "pattern": "^[0-9]+$",
              "description": "The seed, as text."
            },
            "since": {
              "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$",
              "description": "Only conversations from then on were drawn from; null for no such limit."
            },
            "until": {
              "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$",
              "description": "Only conversations before then were drawn from; null for no such limit."
            },
            "drawn_at": {
              "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$",
              "description": "When it was drawn; null when it was not stated."
            },
            "population": {
              "type": "integer", "minimum": 0,
              "description": "How many conversations there were to draw from."
            },
            "strata": {
              "type": "array", "items": { "$ref": "#/$defs/stratum" },
              "description": "Its strata, in their order."
            },
            "members": {
              "type": "array", "items": { "$ref": "#/$defs/member" },
              "description": "Those drawn; absent in the agreement."
            }
          },
          "required": ["id", "seed", "since", "until", "drawn_at", "population", "strata"],
          "additionalProperties": false
        },
        "stratum": {
          "type": "object",
          "description": "One of the parts that the eligible conversations were cut into.",
          "properties": {
            "name": {
              "type": "string", "pattern": "^(risk|positive|random)$",
              "description": "What belongs to it; a conversation is of the first that it qualifies for."
            },
            "population": {
              "type": "integer", "minimum": 0,
              "description": "How many eligible conversations it has."
            },
            "wanted": {
              "type": "integer", "minimum": 0,
              "description": "How many were asked for."
            },
            "drawn": {
              "type": "integer", "minimum": 0,
              "description": "How many were drawn."
            },
            "inclusion_probability": {
              "type": ["number", "null"], "minimum": 0, "maximum": 1,
              "description": "The chance of each of its conversations; null when it has none."
            },
            "weight": {
              "type": ["number", "null"], "minimum": 1,
              "description": "How many conversations each drawn one stands for; null when none was drawn."
            },
            "read": {
              "type": "integer", "minimum": 0,
              "description": "How many somebody gave a verdict on; absent in the agreement."
            }
          },
          "required": ["name", "population", "wanted", "drawn", "inclusion_probability", "weight"],
          "additionalProperties": false
        },
        "member": {
          "type": "object",
          "description": "A conversation that was drawn.",
          "properties": {
            "signal_id": {
              "type": "string", "pattern": "^[0-9a-f]{32}$",
              "description": "The signal of the conversation."
            },
            "stratum": {
              "type": "string", "minLength": 1,
              "description": "Its stratum."
            },
            "weight": {
              "type": "number", "minimum": 1,
              "description": "How many conversations it stands for."
            },
            "in_store": {
              "type": "boolean",
              "description": "Whether it still counts among the store's conversations."
            },
            "reviews": {
              "type": "array", "items": { "$ref": "#/$defs/review" },
              "description": "The verdicts that count, in the order in which they were added."
            }
          },
          "required": ["signal_id", "stratum", "weight", "in_store", "reviews"],
          "additionalProperties": false
        },
        "estimate": {
          "type": "object",
          "description": "What the sample says of all conversations.",
          "properties": {
            "measure": {
              "type": "string", "pattern": "^(recovery|sentiment|issue|resolution|escalation|promise)$",
              "description": "What is estimated: the mean recovery, or a category."
            },
            "verdict": {
              "type": ["string", "null"],
              "description": "The verdict whose share it is; null for a mean."
            },
            "value": {
              "type": ["number", "null"],
              "description": "The estimate for all conversations; null when nothing can be said."
            },
            "ci95": {
              "type": ["array", "null"], "items": { "type": "number" },
              "description": "Its 95 % interval, lower and upper end; null when it cannot be told."
            },
            "standard_error": {
              "type": ["number", "null"], "minimum": 0,
              "description": "Its standard error; null as the interval."
            },
            "n": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "How many conversations it was computed from; null when nothing can be said."
            },
            "gap": {
              "type": ["string", "null"],
              "description": "Why nothing can be said; null otherwise."
            },
            "all": {
              "type": ["number", "null"],
              "description": "The same over all conversations, where the engine knows it; null otherwise."
            }
          },
          "required": ["measure", "verdict", "value", "ci95", "standard_error", "n", "gap", "all"],
          "additionalProperties": false
        },
        "agreement": {
          "type": "object",
          "description": "How far people agree with the engine in one category.",
          "properties": {
            "category": {
              "type": "string", "pattern": "^(sentiment|issue|resolution|escalation|promise)$",
              "description": "What was judged."
            },
            "weighting": {
              "type": "string", "pattern": "^(identity|linear|quadratic)$",
              "description": "What verdicts count that are not the same."
            },
            "conversations": {
              "type": "integer", "minimum": 0,
              "description": "How many conversations were judged by a person and by the engine."
            },
            "people": {
              "type": "integer", "minimum": 0,
              "description": "How many people judged."
            },
            "kappa": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "Weighted kappa over all conversations, as the sample estimates it; null where there is none."
            },
            "ci95": {
              "type": ["array", "null"], "items": { "type": "number" },
              "description": "Its 95 % bootstrap interval, lower and upper end; null where there is none."
            },
            "gap": {
              "type": ["string", "null"], "pattern": "^(empty|one_class)$",
              "description": "Why there is no kappa; null otherwise."
            },
            "unweighted": {
              "anyOf": [{ "$ref": "#/$defs/kappa" }, { "type": "null" }],
              "description": "Kappa of the verdicts as they are; null where there is none."
            },
            "classes": {
              "type": "array", "items": { "type": "string" },
              "description": "The classes, in the order of the scale."
            },
            "table": {
              "type": "array", "items": { "type": "array", "items": { "type": "integer", "minimum": 0 } },
              "description": "How often each verdict of people (rows) met each of the engine (columns)."
            },
            "outside": {
              "type": "integer", "minimum": 0,
              "description": "Verdicts on conversations outside the sample, which do not count."
            },
            "undecided": {
              "type": "integer", "minimum": 0,
              "description": "Verdicts that say nothing, or where the engine has none."
            },
            "unread": {
              "type": "array", "items": { "type": "string" },
              "description": "Strata of which nothing was judged."
            }
          },
          "required": ["category", "weighting", "conversations", "people", "kappa", "ci95", "gap", "unweighted", "classes", "table", "outside", "undecided", "unread"],
          "additionalProperties": false
        },
        "kappa": {
          "type": "object",
          "description": "Kappa without the sample's weights.",
          "properties": {
            "kappa": {
              "type": "number", "minimum": -1, "maximum": 1,
              "description": "The kappa."
            },
            "standard_error": {
              "type": "number", "minimum": 0,
              "description": "Its asymptotic standard error (Fleiss, Cohen and Everitt 1969)."
            },
            "ci95": {
              "type": ["array", "null"], "items": { "type": "number" },
              "description": "The 95 % interval from it."
            },
            "observed": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "The credit that was reached."
            },
            "expected": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "The credit that chance gives."
            }
          },
          "required": ["kappa", "standard_error", "ci95", "observed", "expected"],
          "additionalProperties": false
        }
    """#
}
