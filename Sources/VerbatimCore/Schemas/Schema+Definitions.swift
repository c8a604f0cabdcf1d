/// What records and signals have in common, each a member of a schema's `$defs`.
extension Schema {
  /// Where a piece of feedback is from.
  static let sourceDefinition = #"""
        "source": {
          "type": "object",
          "description": "Where a piece of feedback is from.",
          "properties": {
            "kind": {
              "enum": ["survey", "review", "transcript", "return_comment"],
              "description": "What kind of source it is."
            },
            "format": {
              "type": "string", "minLength": 1,
              "description": "The input format, as `verbatim formats` names it."
            },
            "system": {
              "type": "string",
              "description": "The system that holds the original; absent where the format does not tell."
            },
            "file": {
              "type": "string",
              "description": "The input as the user gave it; `-` for standard input."
            },
            "position": {
              "type": "object",
              "description": "The place in the input, as far as it is known.",
              "properties": {
                "line": {
                  "type": "integer", "minimum": 1,
                  "description": "The line on which the record begins, from 1."
                },
                "row": {
                  "type": "integer", "minimum": 1,
                  "description": "The number of the record in the input, from 1."
                },
                "byte": {
                  "type": "integer", "minimum": 0,
                  "description": "The byte at which the record begins in the input as stored, from 0."
                },
                "path": {
                  "type": "string",
                  "description": "The place inside a document, such as `Product.review[2]`."
                }
              },
              "additionalProperties": false
            },
            "native_id": {
              "type": "string",
              "description": "The record's id in its own system; absent when it has none."
            },
            "url": {
              "type": "string",
              "description": "The address of the page; absent when it is not stated."
            },
            "solicited": {
              "type": "boolean",
              "description": "Whether the customer was asked; absent when it is not known."
            }
          },
          "required": ["kind", "format", "file", "position"],
          "additionalProperties": false
        }
    """#

  /// One answer on a scale.
  static let ratingDefinition = #"""
        "rating": {
          "type": "object",
          "description": "One answer on a scale, in the scale it was given on.",
          "properties": {
            "kind": {
              "enum": ["stars", "nps", "csat", "ces", "thumbs", "other"],
              "description": "What the scale measures."
            },
            "value": {
              "type": "number",
              "description": "The value in points of the scale, between `min` and `max`."
            },
            "min": {
              "type": "number",
              "description": "The lowest value of the scale."
            },
            "max": {
              "type": "number",
              "description": "The highest value of the scale; greater than `min`."
            },
            "direction": {
              "enum": ["higher_is_better", "lower_is_better", "unknown"],
              "description": "Which end of the scale is the good one."
            }
          },
          "required": ["kind", "value", "min", "max", "direction"],
          "additionalProperties": false
        }
    """#
}
