/// The parts of `transcript.audit.v1` that are about one conversation, each a member of its
/// `$defs`.
extension Schema {
  /// One conversation and what was said of it.
  static let auditTurnDefinitions = #"""
        "conversation": {
          "type": "object",
          "description": "A conversation beside what is usual for its kind.",
          "properties": {
            "signal_id": {
              "type": "string", "pattern": "^[0-9a-f]{32}$",
              "description": "The signal of the conversation."
            },
            "native_id": {
              "type": ["string", "null"],
              "description": "Its id in its own system; null when it has none."
            },
            "event_time": {
              "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$",
              "description": "When it was held: RFC 3339 in UTC, or a bare date; null when it is not stated."
            },
            "channel": {
              "type": ["string", "null"],
              "description": "Where it was held; null when the source does not say."
            },
            "queue": {
              "type": ["string", "null"],
              "description": "The team that held it; null when the source does not say."
            },
            "agent": {
              "type": ["string", "null"],
              "description": "The person of the shop with the most turns, under a pseudonym; null when nobody is known."
            },
            "issue": {
              "type": ["string", "null"],
              "description": "Its gravest issue, a leaf of the taxonomy; null when none is reported."
            },
            "sku": {
              "type": ["string", "null"],
              "description": "The article; null when it is not known."
            },
            "eligibility": {
              "type": "string", "minLength": 1,
              "description": "`eligible`, or why it does not count."
            },
            "opening": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "The customer's mood in the first two scored turns, or the first when fewer than four are scored."
            },
            "closing": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "The customer's mood in the last two scored turns, or the last when fewer than four are scored."
            },
            "lowest": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "The lowest of the customer's turns."
            },
            "recovery": {
              "type": ["number", "null"], "minimum": -2, "maximum": 2,
              "description": "Closing less opening; null with fewer than two scored turns."
            },
            "expected": {
              "type": ["number", "null"], "minimum": -2, "maximum": 2,
              "description": "What those of its queue, issue and channel usually recover, without it; null where too few are known."
            },
            "expected_n": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "How many others of its issue on its channel there are, in any queue; null as that is."
            },
            "expected_within": {
              "type": ["object", "null"],
              "description": "Among which others that is usual, the finest that tell: a level without others, or on which recoveries differ no more than chance, is passed over. Null as that is.",
              "properties": {
                "within": {
                  "enum": ["queue_issue_channel", "issue_channel", "channel", "shop"],
                  "description": "Those of the same queue, issue and channel, of the same issue and channel, of the same channel, or of the whole shop."
                },
                "n": {
                  "type": "integer", "minimum": 1,
                  "description": "How many others these are."
                }
              },
              "required": ["within", "n"],
              "additionalProperties": false
            },
            "residual": {
              "type": ["number", "null"], "minimum": -4, "maximum": 4,
              "description": "Recovery less expectation."
            },
            "risks": {
              "type": "array", "items": { "type": "string", "pattern": "^(hazard|safety|legal|regulator|press|chargeback|broken_promise|supervisor)$" },
              "description": "Why somebody should read it soon, the gravest first."
            },
            "first_response_seconds": {
              "type": ["number", "null"], "minimum": 0,
              "description": "Seconds to the first answer by a person of the shop; null where a time is missing."
            },
            "first_response_business_seconds": {
              "type": ["number", "null"], "minimum": 0,
              "description": "The same in opening hours; null without them."
            },
            "longest_wait_seconds": {
              "type": ["number", "null"], "minimum": 0,
              "description": "Seconds of the longest wait."
            },
            "longest_wait_business_seconds": {
              "type": ["number", "null"], "minimum": 0,
              "description": "The same in opening hours; null without them."
            },
            "handoffs": {
              "type": "integer", "minimum": 0,
              "description": "How often one person of the shop passed the customer to another."
            },
            "repeated_questions": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Questions of the shop that had been asked before; null where the words are not read."
            }
          },
          "required": ["signal_id", "native_id", "event_time", "channel", "queue", "agent", "issue", "sku", "eligibility", "opening", "closing", "lowest", "recovery", "expected", "expected_n", "expected_within", "residual", "risks", "first_response_seconds", "first_response_business_seconds", "longest_wait_seconds", "longest_wait_business_seconds", "handoffs", "repeated_questions"],
          "additionalProperties": false
        },
        "turn": {
          "type": "object",
          "description": "One turn.",
          "properties": {
            "turn": {
              "type": "integer", "minimum": 0,
              "description": "Its place in the record's turns, from 0."
            },
            "role": {
              "type": "string", "pattern": "^(customer|agent|bot|system|unknown)$",
              "description": "Whose it is."
            },
            "speaker": {
              "type": "string", "minLength": 1,
              "description": "The speaker under a name that tells nothing."
            },
            "at": {
              "type": ["string", "null"],
              "description": "When it was said, as the source states it; null when it does not."
            },
            "wait_seconds": {
              "type": ["number", "null"], "minimum": 0,
              "description": "Seconds since the turn before; null where a time is missing or the clock went back."
            },
            "first_reply": {
              "type": "boolean",
              "description": "Whether it is the first answer by a person of the shop."
            },
            "compound": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "The customer's mood; null of others' turns and where none is expressed."
            },
            "text": {
              "type": "string",
              "description": "The words, redacted."
            },
            "events": {
              "type": "array", "items": { "$ref": "#/$defs/event" },
              "description": "What happened in it."
            },
            "explain": {
              "type": "array", "items": { "$ref": "#/$defs/contribution" },
              "description": "What counted in it towards the conversation's score; empty unless asked for."
            }
          },
          "required": ["turn", "role", "speaker", "at", "wait_seconds", "first_reply", "compound", "text", "events", "explain"],
          "additionalProperties": false
        },
        "event": {
          "type": "object",
          "description": "Something that happened in a turn.",
          "properties": {
            "kind": {
              "type": "string", "pattern": "^(escalation|churn|promise|repeated_question|claimed_solved|confirmed|denied|turning_point|lowest)$",
              "description": "What happened."
            },
            "name": {
              "type": ["string", "null"],
              "description": "Of which kind, such as `legal` or `refund`; null where there is none."
            },
            "start": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "The first byte of the words, in the UTF-8 of the turn, from 0; null where the whole turn is meant."
            },
            "end": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "One past their last byte."
            },
            "quote": {
              "type": ["string", "null"],
              "description": "The words, redacted."
            },
            "due": {
              "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$",
              "description": "When a promise is due; null where no time was set."
            },
            "state": {
              "type": ["string", "null"], "pattern": "^(kept|broken|open)$",
              "description": "What came of a promise; null for anything else."
            }
          },
          "required": ["kind", "name", "start", "end", "quote", "due", "state"],
          "additionalProperties": false
        },
        "contribution": {
          "type": "object",
          "description": "A word that counted.",
          "properties": {
            "start": {
              "type": "integer", "minimum": 0,
              "description": "The first byte, in the UTF-8 of the turn, from 0."
            },
            "end": {
              "type": "integer", "minimum": 0,
              "description": "One past the last byte."
            },
            "term": {
              "type": "string",
              "description": "The entry, as the lexicon spells it."
            },
            "valence": {
              "type": "number",
              "description": "The entry's valence, -4 to 4."
            },
            "rules": {
              "type": "array", "items": { "type": "string" },
              "description": "The rules that changed it, in order."
            },
            "contribution": {
              "type": "number",
              "description": "Its share of the conversation's compound."
            }
          },
          "required": ["start", "end", "term", "valence", "rules", "contribution"],
          "additionalProperties": false
        },
        "review": {
          "type": "object",
          "description": "A person's verdict.",
          "properties": {
            "signal_id": {
              "type": "string", "pattern": "^[0-9a-f]{32}$",
              "description": "The signal of the conversation."
            },
            "category": {
              "type": "string", "pattern": "^(sentiment|issue|resolution|escalation|promise)$",
              "description": "What the verdict is about."
            },
            "verdict": {
              "type": "string", "minLength": 1,
              "description": "The verdict, a word of the category's."
            },
            "reason": {
              "type": "string",
              "description": "The person's reason."
            },
            "reviewer": {
              "type": "string", "minLength": 1,
              "description": "Who says so."
            },
            "at": {
              "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$",
              "description": "When it was said."
            }
          },
          "required": ["signal_id", "category", "verdict", "reason", "reviewer", "at"],
          "additionalProperties": false
        }
    """#
}
