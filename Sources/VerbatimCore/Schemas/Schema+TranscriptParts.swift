/// What happened in a conversation, members of the signal schema's `$defs`.
extension Schema {
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
            "eligibility": {
              "enum": ["eligible", "no_customer", "bot_only", "unsupported_language", "under_10_words"],
              "description": "Whether the conversation counts in an audit, and if not, the first of the reasons: nobody is the customer, only machines answered, the language is not scored, the customer wrote under ten words."
            },
            "agent_key": {
              "type": "string", "minLength": 1,
              "description": "The person of the shop with the most turns, as a keyed hash; absent when nobody is named."
            },
            "opening": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "The mean of the customer's first two scored turns, or the first when fewer than four are scored, -1 to 1; null without a scored turn."
            },
            "closing": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "The mean of the customer's last two scored turns, or the last when fewer than four are scored, -1 to 1; null without a scored turn."
            },
            "lowest": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "The lowest of the customer's scored turns, -1 to 1; null without one."
            },
            "recovery": {
              "type": ["number", "null"], "minimum": -2, "maximum": 2,
              "description": "Closing less opening, -2 to 2; null with fewer than two scored turns."
            },
            "turning_turn": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "The customer's turn at which the mood changed most, by its place in the record's `turns`; null with fewer than two scored turns or when all are alike."
            },
            "first_response_seconds": {
              "type": ["number", "null"], "minimum": 0,
              "description": "Seconds from the customer's first message to the first by a person of the shop after it; null when there is none or a time is missing."
            },
            "first_response_business_seconds": {
              "type": ["number", "null"], "minimum": 0,
              "description": "The same, counting only opening hours; null without --hours."
            },
            "longest_wait_seconds": {
              "type": ["number", "null"], "minimum": 0,
              "description": "Seconds of the customer's longest wait for a person's answer; a machine's answer ends no wait. Null when nobody answered or one of the waits is not known."
            },
            "longest_wait_business_seconds": {
              "type": ["number", "null"], "minimum": 0,
              "description": "The longest wait counting only opening hours; null without --hours."
            },
            "handoffs": {
              "type": "integer", "minimum": 0,
              "description": "How often one person of the shop passed the customer to another."
            },
            "repeated_questions": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "How many questions of the shop had been asked before; null, like the five that follow, when the language is not read."
            },
            "repeats": {
              "type": ["array", "null"],
              "description": "The questions that were asked again.",
              "items": {
                "type": "object",
                "properties": {
                  "topic": {
                    "type": "string", "minLength": 1,
                    "description": "What is asked for, as the cue list names it; same_words for a sentence said twice."
                  },
                  "turn": { "type": "integer", "minimum": 0, "description": "The turn that asks again." },
                  "first_turn": { "type": "integer", "minimum": 0, "description": "The turn that asked first." },
                  "evidence": { "$ref": "#/$defs/spoken", "description": "The words that ask again." }
                },
                "required": ["topic", "turn", "first_turn", "evidence"],
                "additionalProperties": false
              }
            },
            "escalations": {
              "type": ["array", "null"],
              "description": "The customer's words that call for, or threaten with, somebody above the agent.",
              "items": {
                "type": "object",
                "properties": {
                  "kind": {
                    "enum": ["supervisor", "legal", "regulator", "press", "chargeback", "safety"],
                    "description": "Who or what is called upon."
                  },
                  "turn": { "type": "integer", "minimum": 0, "description": "The turn." },
                  "evidence": { "$ref": "#/$defs/spoken", "description": "The words." }
                },
                "required": ["kind", "turn", "evidence"],
                "additionalProperties": false
              }
            },
            "churn_statements": {
              "type": ["array", "null"],
              "description": "The customer's words that announce the end of the relation.",
              "items": {
                "type": "object",
                "properties": {
                  "kind": {
                    "enum": ["cancel", "switch", "leave", "dissuade"],
                    "description": "How it ends: an account or contract is closed, the next purchase goes elsewhere, there is none, others are told to stay away."
                  },
                  "turn": { "type": "integer", "minimum": 0, "description": "The turn." },
                  "evidence": { "$ref": "#/$defs/spoken", "description": "The words." }
                },
                "required": ["kind", "turn", "evidence"],
                "additionalProperties": false
              }
            },
            "promises": {
              "type": ["array", "null"],
              "description": "What people of the shop said they would do.",
              "items": {
                "type": "object",
                "properties": {
                  "kind": {
                    "enum": [
                      "refund", "replacement", "dispatch", "callback", "reply", "repair", "credit",
                      "investigation", "pickup", "change"
                    ],
                    "description": "What was promised."
                  },
                  "turn": { "type": "integer", "minimum": 0, "description": "The turn." },
                  "evidence": { "$ref": "#/$defs/spoken", "description": "The words." },
                  "due": {
                    "type": ["string", "null"],
                    "description": "The last day or moment at which it is in time, RFC 3339; null when no time was set or the turn has no date."
                  },
                  "state": {
                    "enum": ["kept", "broken", "open"],
                    "description": "What later turns of the conversation say came of it; open when none tells."
                  },
                  "settled_turn": {
                    "type": ["integer", "null"], "minimum": 0,
                    "description": "The later turn that tells; null while open."
                  }
                },
                "required": ["kind", "turn", "evidence", "due", "state", "settled_turn"],
                "additionalProperties": false
              }
            },
            "resolution": {
              "type": ["object", "null"],
              "description": "Whether the problem was called solved.",
              "properties": {
                "claimed": {
                  "type": "boolean",
                  "description": "Whether a person of the shop said that it is solved."
                },
                "claimed_turn": {
                  "type": ["integer", "null"], "minimum": 0,
                  "description": "The last turn that said so."
                },
                "confirmed": {
                  "type": ["boolean", "null"],
                  "description": "Whether the customer said that it is solved (true) or that it is not (false), the last word counting; null when they said neither."
                },
                "confirmed_turn": {
                  "type": ["integer", "null"], "minimum": 0,
                  "description": "The turn that said so."
                }
              },
              "required": ["claimed", "claimed_turn", "confirmed", "confirmed_turn"],
              "additionalProperties": false
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
            "turns", "eligibility", "opening", "closing", "lowest", "recovery", "turning_turn",
            "first_response_seconds", "first_response_business_seconds", "longest_wait_seconds",
            "longest_wait_business_seconds", "handoffs", "repeated_questions", "repeats",
            "escalations", "churn_statements", "promises", "resolution", "trajectory"
          ],
          "additionalProperties": false
        },
        "spoken": {
          "type": "object",
          "description": "Words of a turn.",
          "properties": {
            "part": {
              "type": "string", "pattern": "^turns\\[[0-9]+\\]$",
              "description": "The turn of the feedback record that the range counts in."
            },
            "start": {
              "type": "integer", "minimum": 0,
              "description": "The first byte, in the UTF-8 of that turn, from 0."
            },
            "end": {
              "type": "integer", "minimum": 0,
              "description": "One past the last byte."
            },
            "quote": {
              "type": "string",
              "description": "The words, redacted."
            }
          },
          "required": ["part", "start", "end", "quote"],
          "additionalProperties": false
        }
    """#
}
