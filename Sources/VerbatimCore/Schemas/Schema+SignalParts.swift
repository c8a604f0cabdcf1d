/// Who made a signal and how the feedback came about, each a member of its schema's `$defs`.
extension Schema {
  /// Everything that can change a score.
  static let engineDefinition = #"""
        "engine": {
          "type": "object",
          "description": "Everything that can change a score, named and hashed.",
          "properties": {
            "version": {
              "type": "string", "minLength": 1,
              "description": "Verbatim's version."
            },
            "lexicon_hash": {
              "type": "string", "minLength": 1,
              "description": "The hash of the lexicon files."
            },
            "taxonomy_version": {
              "type": "string", "minLength": 1,
              "description": "The version of the issue taxonomy."
            },
            "config_hash": {
              "type": "string", "minLength": 1,
              "description": "The hash of the configuration and the catalog."
            },
            "icu_version": {
              "type": "string", "minLength": 1,
              "description": "The version of ICU."
            }
          },
          "required": [
            "version", "lexicon_hash", "taxonomy_version", "config_hash", "icu_version"
          ],
          "additionalProperties": false
        }
    """#

  /// The course of a conversation.
  static let transcriptDefinition = #"""
        "transcript": {
          "type": "object",
          "description": "The course of a conversation; only the customer's turns are scored.",
          "properties": {
            "turns": {
              "type": "object",
              "description": "How many turns each side has; notices count for none.",
              "properties": {
                "customer": {
                  "type": "integer", "minimum": 0,
                  "description": "Turns of the customer."
                },
                "agent": {
                  "type": "integer", "minimum": 0,
                  "description": "Turns of people of the shop."
                },
                "bot": {
                  "type": "integer", "minimum": 0,
                  "description": "Turns of machines."
                }
              },
              "required": ["customer", "agent", "bot"],
              "additionalProperties": false
            },
            "opening": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "The mean of the customer's first two scored turns, -1 to 1; null without a scored turn."
            },
            "closing": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "The mean of the customer's last two scored turns, -1 to 1; null without a scored turn."
            },
            "lowest": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "The lowest of the customer's scored turns, -1 to 1; null without one."
            },
            "recovery": {
              "type": ["number", "null"], "minimum": -2, "maximum": 2,
              "description": "Closing less opening, -2 to 2; null with fewer than two scored turns."
            },
            "first_response_seconds": {
              "type": ["number", "null"], "minimum": 0,
              "description": "Seconds from the customer's first message to the first by a person of the shop after it; null when there is none or a time is missing."
            },
            "trajectory": {
              "type": "array",
              "description": "The customer's turns in their order, with their scores.",
              "items": {
                "type": "object",
                "properties": {
                  "turn": {
                    "type": "integer", "minimum": 0,
                    "description": "The turn's place in the record's `turns`, from 0."
                  },
                  "speaker": {
                    "type": "string",
                    "description": "The speaker as the source names them."
                  },
                  "compound": {
                    "type": ["number", "null"], "minimum": -1, "maximum": 1,
                    "description": "The turn's score, -1 to 1; null when it expresses no opinion."
                  }
                },
                "required": ["turn", "speaker", "compound"],
                "additionalProperties": false
              }
            }
          },
          "required": [
            "turns", "opening", "closing", "lowest", "recovery", "first_response_seconds",
            "trajectory"
          ],
          "additionalProperties": false
        }
    """#

  /// What a reader should know before they write to the customer, or count the signal.
  static let contextDefinition = #"""
        "contact_hints": {
          "type": "object",
          "description": "Facts for whoever writes to the customer.",
          "properties": {
            "open_issue": {
              "type": "boolean",
              "description": "Whether a problem is reported and not said to be solved."
            },
            "wants_no_contact": {
              "type": "boolean",
              "description": "Whether the customer asks not to be written to."
            }
          },
          "required": ["open_issue", "wants_no_contact"],
          "additionalProperties": false
        },
        "provenance": {
          "type": "object",
          "description": "How feedback came about; a field is absent when the source says nothing.",
          "properties": {
            "incentivised": {
              "type": "boolean",
              "description": "Whether it was written for a reward."
            },
            "merchant_reply": {
              "type": "boolean",
              "description": "Whether the shop wrote it, not a customer."
            },
            "syndicated_from": {
              "type": "string",
              "description": "Where it was first published."
            },
            "repairs": {
              "type": "array", "items": { "enum": ["twice_encoded", "escaped_entities"] },
              "description": "What was mended in the texts as they were read; absent when nothing was."
            }
          },
          "additionalProperties": false
        }
    """#
}
