/// What went wrong, a member of a signal's schema's `$defs`.
extension Schema {
  /// Something that went wrong.
  static let issueDefinition = #"""
        "issue": {
          "type": "object",
          "description": "Something that went wrong.",
          "properties": {
            "code": {
              "type": "string", "minLength": 1,
              "description": "The leaf of the taxonomy, such as `DUR.BREAKS`."
            },
            "tier": {
              "enum": ["T0", "T1", "T2", "T3", "T4"],
              "description": "How bad it can be: T0 stated injury, fire, shock or poisoning, T1 a hazard without stated harm, T2 a defect, T3 a failed experience, T4 a preference."
            },
            "confidence": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "How sure the match is, 0 to 1."
            },
            "modality": {
              "enum": ["actual", "potential", "negated", "hypothetical", "resolved"],
              "description": "Whether it happened; negated and hypothetical are no reports."
            },
            "intent": {
              "enum": ["complaint", "question", "suggestion", "praise", "cancel", "switch"],
              "description": "What the writer wants by saying it."
            },
            "attribution": {
              "enum": [
                "supplier", "warehouse", "carrier", "listing", "service", "customer_choice", "unknown"
              ],
              "description": "Whose fault it is."
            },
            "after_days": {
              "type": "integer", "minimum": 0,
              "description": "How many days it took until it failed, as the text says: 14 for \"after two weeks\", 30 a month, 365 a year; absent where it does not say, or counts in uses."
            },
            "evidence": {
              "type": ["object", "null"],
              "description": "The words it was found in; null for a return reason's code.",
              "properties": {
                "part": {
                  "type": "string", "pattern": "^(title|text|turns\\[[0-9]+\\])$",
                  "description": "The field of the feedback record that the range counts in."
                },
                "start": {
                  "type": "integer", "minimum": 0,
                  "description": "The first byte, in the UTF-8 of that part, from 0."
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
          },
          "required": [
            "code", "tier", "confidence", "modality", "intent", "attribution", "evidence"
          ],
          "additionalProperties": false
        }
    """#

  /// What the customer wants besides any issue, and what a return-reason code claims.
  static let remarkDefinition = #"""
        "remark": {
          "type": "object",
          "description": "What the customer wants besides any issue.",
          "properties": {
            "kind": {
              "enum": ["suggestion", "cancel", "switch", "no_contact"],
              "description": "A proposal, a farewell, buying elsewhere, or no more mail and calls."
            },
            "evidence": {
              "type": "object",
              "description": "The words: of a suggestion its whole sentence, of the others the phrase.",
              "properties": {
                "part": {
                  "type": "string", "pattern": "^(title|text|turns\\[[0-9]+\\])$",
                  "description": "The field of the feedback record that the range counts in."
                },
                "start": {
                  "type": "integer", "minimum": 0,
                  "description": "The first byte, in the UTF-8 of that part, from 0."
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
          },
          "required": ["kind", "evidence"],
          "additionalProperties": false
        },
        "return_reason": {
          "type": "object",
          "description": "A return-reason code beside what the text says; where they disagree both are kept.",
          "properties": {
            "scheme": {
              "type": "string",
              "description": "Whose code it is."
            },
            "code": {
              "type": "string",
              "description": "The code as stated."
            },
            "agreement": {
              "enum": ["agrees", "disagrees", "text_silent", "unknown_code"],
              "description": "Whether the text reports an issue that the code may mean; text_silent when it reports none, unknown_code when the code is not mapped."
            }
          },
          "required": ["scheme", "code", "agreement"],
          "additionalProperties": false
        }
    """#
}
