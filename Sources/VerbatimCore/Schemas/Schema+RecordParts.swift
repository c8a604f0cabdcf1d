/// The parts that only a record has, each a member of its schema's `$defs`.
extension Schema {
  /// One column of a survey.
  static let answerDefinition = #"""
        "answer": {
          "type": "object",
          "description": "One column of a survey with its answer.",
          "properties": {
            "question": {
              "type": "string",
              "description": "The question as the respondent read it; empty for a cell beyond the header."
            },
            "question_id": {
              "type": ["string", "null"],
              "description": "The export's id of the question; null when it gives none."
            },
            "role": {
              "type": "string", "minLength": 1,
              "description": "What the column was read as: `text`, `nps`, `unmapped`, `overflow` for a cell beyond the header, and so on."
            },
            "value": {
              "type": "string",
              "description": "The cell as it stands, redacted."
            },
            "text": {
              "type": "string",
              "description": "The words of the choice that the cell stands for, where the export says them."
            }
          },
          "required": ["question", "question_id", "role", "value"],
          "additionalProperties": false
        }
    """#

  /// One speaker's stretch of a conversation.
  static let turnDefinition = #"""
        "turn": {
          "type": "object",
          "description": "One speaker's stretch of a conversation.",
          "properties": {
            "speaker": {
              "type": "string",
              "description": "The speaker as the source names them; empty when it does not."
            },
            "role": {
              "enum": ["customer", "agent", "bot", "system", "unknown"],
              "description": "Who that is; only the customer's turns are scored."
            },
            "at": {
              "type": "string",
              "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2}))?|PT[0-9]+([.][0-9]+)?S)$",
              "description": "When it was said: RFC 3339, a bare date, or seconds from the start as `PT12.5S`; absent when it is not stated."
            },
            "end": {
              "type": "string",
              "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2}))?|PT[0-9]+([.][0-9]+)?S)$",
              "description": "When it ended, in the same form; absent when it is not stated."
            },
            "text": {
              "type": "string",
              "description": "The words, redacted."
            }
          },
          "required": ["speaker", "role", "text"],
          "additionalProperties": false
        }
    """#

  /// The product as stated.
  static let statedProductDefinition = #"""
        "product": {
          "type": "object",
          "description": "A product as a source states it.",
          "properties": {
            "sku": {
              "type": "string",
              "description": "The shop's code; absent when it is not stated."
            },
            "gtin": {
              "type": "string",
              "description": "The trade number as written; absent when it is not stated."
            },
            "asin": {
              "type": "string",
              "description": "Amazon's number as written; absent when it is not stated."
            },
            "mpn": {
              "type": "string",
              "description": "The maker's part number; absent when it is not stated."
            },
            "name": {
              "type": "string",
              "description": "The product's name; absent when it is not stated."
            },
            "brand": {
              "type": "string",
              "description": "The brand; absent when it is not stated."
            },
            "url": {
              "type": "string",
              "description": "The address of the product's page; absent when it is not stated."
            }
          },
          "additionalProperties": false
        }
    """#

  /// How the feedback came about, and why an article came back.
  static let flagsDefinition = #"""
        "flags": {
          "type": "object",
          "description": "How feedback came about; a flag is absent when the source says nothing.",
          "properties": {
            "incentivised": {
              "type": "boolean",
              "description": "Whether it was written for a reward."
            },
            "verified_purchase": {
              "type": "boolean",
              "description": "Whether the writer bought the article."
            },
            "syndicated_from": {
              "type": "string",
              "description": "Where it was first published."
            },
            "merchant_reply": {
              "type": "boolean",
              "description": "Whether the shop wrote it, not a customer."
            }
          },
          "additionalProperties": false
        },
        "return_reason": {
          "type": "object",
          "description": "A reason for a return, in a marketplace's own code.",
          "properties": {
            "scheme": {
              "type": "string", "minLength": 1,
              "description": "The code list."
            },
            "code": {
              "type": "string", "minLength": 1,
              "description": "The code in that list."
            }
          },
          "required": ["scheme", "code"],
          "additionalProperties": false
        }
    """#
}
