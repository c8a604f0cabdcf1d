/// The parts of `transcript.audit.v1` that are about all conversations, each a member of its `$defs`.
extension Schema {
  /// What is said of all conversations, of queues and of people.
  static let auditSummaryDefinitions = #"""
        "summary": {
          "type": "object",
          "description": "What can be said of the conversations together.",
          "properties": {
            "conversations": {
              "type": "integer", "minimum": 0,
              "description": "All conversations of the time asked for."
            },
            "eligible": {
              "type": "integer", "minimum": 0,
              "description": "Those that count."
            },
            "eligible_share": {
              "type": ["number", "null"], "minimum": 0, "maximum": 1,
              "description": "Their share; null for no conversation."
            },
            "not_scored": {
              "type": "array", "items": { "$ref": "#/$defs/reason" },
              "description": "Those that do not count, by reason."
            },
            "with_recovery": {
              "type": "integer", "minimum": 0,
              "description": "Those that count and have two scored turns or more."
            },
            "opening": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "Their mean mood in the first two scored turns; null for none."
            },
            "closing": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "Their mean mood in the last two scored turns."
            },
            "recovery": {
              "type": ["number", "null"], "minimum": -2, "maximum": 2,
              "description": "Closing less opening, on average."
            },
            "expected": {
              "type": ["number", "null"], "minimum": -2, "maximum": 2,
              "description": "What the same issues on the same channels usually recover; null below the least number of conversations."
            },
            "first_response_seconds": {
              "$ref": "#/$defs/spread",
              "description": "From the customer's first message to the first by a person of the shop; a machine's answer does not count."
            },
            "first_response_business_seconds": {
              "$ref": "#/$defs/spread",
              "description": "The same in opening hours."
            },
            "longest_wait_seconds": {
              "$ref": "#/$defs/spread",
              "description": "The longest wait of each conversation."
            },
            "longest_wait_business_seconds": {
              "$ref": "#/$defs/spread",
              "description": "The same in opening hours."
            },
            "promises": {
              "$ref": "#/$defs/promises",
              "description": "What became of what people of the shop promised."
            },
            "repeat_contacts": {
              "$ref": "#/$defs/repeats",
              "description": "Customers who came back on the same issue and article."
            }
          },
          "required": ["conversations", "eligible", "eligible_share", "not_scored", "with_recovery", "opening", "closing", "recovery", "expected", "first_response_seconds", "first_response_business_seconds", "longest_wait_seconds", "longest_wait_business_seconds", "promises", "repeat_contacts"],
          "additionalProperties": false
        },
        "reason": {
          "type": "object",
          "description": "Conversations that do not count, for one reason.",
          "properties": {
            "reason": {
              "type": "string", "pattern": "^(no_customer|bot_only|unsupported_language|under_10_words)$",
              "description": "Why."
            },
            "count": {
              "type": "integer", "minimum": 1,
              "description": "How many."
            }
          },
          "required": ["reason", "count"],
          "additionalProperties": false
        },
        "spread": {
          "type": "object",
          "description": "How a number of seconds is spread over conversations.",
          "properties": {
            "n": {
              "type": "integer", "minimum": 0,
              "description": "How many it is known of."
            },
            "median": {
              "type": ["number", "null"], "minimum": 0,
              "description": "The middle one; null for none."
            },
            "p90": {
              "type": ["number", "null"], "minimum": 0,
              "description": "What nine of ten stay below; null for none."
            }
          },
          "required": ["n", "median", "p90"],
          "additionalProperties": false
        },
        "promises": {
          "type": "object",
          "description": "What became of promises, judged from later turns of the same conversation.",
          "properties": {
            "made": {
              "type": "integer", "minimum": 0,
              "description": "All."
            },
            "kept": {
              "type": "integer", "minimum": 0,
              "description": "Done in time."
            },
            "broken": {
              "type": "integer", "minimum": 0,
              "description": "Not done, or late."
            },
            "open": {
              "type": "integer", "minimum": 0,
              "description": "Nothing tells."
            }
          },
          "required": ["made", "kept", "broken", "open"],
          "additionalProperties": false
        },
        "repeats": {
          "type": "object",
          "description": "Customers who came back on the same issue and article.",
          "properties": {
            "window_days": {
              "type": "integer", "minimum": 1,
              "description": "Within how many days a contact is a repeat."
            },
            "followed": {
              "type": "integer", "minimum": 0,
              "description": "Conversations whose matter is known and whose window is over."
            },
            "unknown": {
              "type": "integer", "minimum": 0,
              "description": "Conversations without a customer, an issue, an article or a time."
            },
            "unfinished": {
              "type": "integer", "minimum": 0,
              "description": "Conversations whose window is not over yet."
            },
            "came_back": {
              "type": "integer", "minimum": 0,
              "description": "Those of the followed after which the customer came back."
            },
            "share": {
              "type": ["number", "null"], "minimum": 0, "maximum": 1,
              "description": "Their share of the followed; null for none."
            },
            "ci95": {
              "type": ["array", "null"], "items": { "type": "number" },
              "description": "Its 95 % interval (Wilson 1927), lower and upper end; null for none."
            },
            "issues": {
              "type": "array", "items": { "$ref": "#/$defs/issue_count" },
              "description": "What they came back for, the most frequent first."
            }
          },
          "required": ["window_days", "followed", "unknown", "unfinished", "came_back", "share", "ci95", "issues"],
          "additionalProperties": false
        },
        "issue_count": {
          "type": "object",
          "description": "An issue that customers came back for.",
          "properties": {
            "issue": {
              "type": "string", "minLength": 1,
              "description": "The leaf of the taxonomy."
            },
            "count": {
              "type": "integer", "minimum": 1,
              "description": "How many came back."
            }
          },
          "required": ["issue", "count"],
          "additionalProperties": false
        },
        "comparison": {
          "type": "object",
          "description": "Recovery against expectation, compared.",
          "properties": {
            "by": {
              "type": "string", "pattern": "^(queue|agent)$",
              "description": "What is compared."
            },
            "minimum": {
              "type": "integer",
              "description": "The least number of conversations that something is said of."
            },
            "rows": {
              "type": "array", "items": { "$ref": "#/$defs/row" },
              "description": "One for each, by name: this is no ranking."
            }
          },
          "required": ["by", "minimum", "rows"],
          "additionalProperties": false
        },
        "row": {
          "type": "object",
          "description": "One queue, or one person under a pseudonym.",
          "properties": {
            "name": {
              "type": "string", "minLength": 1,
              "description": "The queue, or the pseudonym of a person."
            },
            "n": {
              "type": "integer", "minimum": 0,
              "description": "How many conversations with a recovery there are."
            },
            "comparable": {
              "type": "integer", "minimum": 0,
              "description": "How many of them are of an issue on a channel that others handle too; of people, in the same queue where that is known."
            },
            "queues": {
              "type": "array",
              "description": "Of a person, the queues of the conversations, the most frequent first; empty of a queue, or where none is known.",
              "items": {
                "type": "object",
                "description": "A queue and how many of the conversations it has.",
                "properties": {
                  "queue": {
                    "type": "string", "minLength": 1,
                    "description": "The queue."
                  },
                  "n": {
                    "type": "integer", "minimum": 1,
                    "description": "How many."
                  }
                },
                "required": ["queue", "n"],
                "additionalProperties": false
              }
            },
            "expected_within": {
              "type": "array",
              "description": "Among which conversations of others recovery is usual, the finest first; empty when nothing is said.",
              "items": {
                "type": "object",
                "description": "A grain and for how many of the comparable conversations it holds.",
                "properties": {
                  "within": {
                    "enum": ["queue_issue_channel", "issue_channel", "channel", "shop"],
                    "description": "Those of the same queue, issue and channel, of the same issue and channel, of the same channel, or of the whole shop."
                  },
                  "share": {
                    "type": "number", "minimum": 0, "maximum": 1,
                    "description": "The share of the comparable conversations."
                  }
                },
                "required": ["within", "share"],
                "additionalProperties": false
              }
            },
            "residual": {
              "type": ["number", "null"],
              "description": "The mean of recovery less what the others reach with the same issues; null when nothing is said."
            },
            "ci95": {
              "type": ["array", "null"], "items": { "type": "number" },
              "description": "Its 95 % interval, lower and upper end; null when nothing is said."
            },
            "q_value": {
              "type": ["number", "null"], "minimum": 0, "maximum": 1,
              "description": "The share of false readings among all at least as far from 0; null when nothing is said."
            },
            "reading": {
              "type": "string", "pattern": "^(better|usual|worse|insufficient|incomparable)$",
              "description": "What can be said."
            }
          },
          "required": ["name", "n", "comparable", "queues", "expected_within", "residual", "ci95", "q_value", "reading"],
          "additionalProperties": false
        }
    """#
}
