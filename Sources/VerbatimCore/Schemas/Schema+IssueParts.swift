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
}
