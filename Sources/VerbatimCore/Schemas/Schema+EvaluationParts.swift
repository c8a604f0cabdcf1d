/// The parts of an evaluation, each a member of its schema's `$defs`.
extension Schema {
  /// One engine: what it said to what people said.
  static let measuredEngineDefinition = #"""
        "measured": {
          "type": "object",
          "description": "One engine.",
          "properties": {
            "name": { "type": "string", "description": "Its name." },
            "scored": {
              "type": "integer", "minimum": 0,
              "description": "Texts to which it gave a score."
            },
            "confusion": {
              "type": "array",
              "items": {
                "type": "object",
                "description": "How often it said what to texts of one label.",
                "properties": {
                  "people": {
                    "enum": ["positive", "negative", "neutral", "mixed", "no_opinion"],
                    "description": "What people said."
                  },
                  "positive": { "type": "integer", "description": "It said positive." },
                  "negative": { "type": "integer", "description": "It said negative." },
                  "neutral": { "type": "integer", "description": "It said neutral." },
                  "mixed": { "type": "integer", "description": "It said mixed." },
                  "no_opinion": { "type": "integer", "description": "It found no opinion." },
                  "abstained": { "type": "integer", "description": "It gave no answer." }
                },
                "required": [
                  "people", "positive", "negative", "neutral", "mixed", "no_opinion", "abstained"
                ],
                "additionalProperties": false
              },
              "description": "A row for each label that people may give."
            }
          },
          "required": ["name", "scored", "confusion"],
          "additionalProperties": false
        }
    """#

  /// Measures, their values and slices.
  static let measureDefinition = #"""
        "measure": {
          "type": "object",
          "description": "One measure of every engine.",
          "properties": {
            "measure": {
              "enum": [
                "accuracy", "label_accuracy", "macro_f1", "auc", "negative_recall",
                "negative_precision", "pearson", "spearman"
              ],
              "description": "What is measured."
            },
            "engines": {
              "type": "array", "items": { "$ref": "#/$defs/value" },
              "description": "The value for each engine, in their order."
            },
            "difference": {
              "anyOf": [{ "$ref": "#/$defs/value" }, { "type": "null" }],
              "description": "First engine less second, on the same draws; null with one engine."
            }
          },
          "required": ["measure", "engines", "difference"],
          "additionalProperties": false
        },
        "value": {
          "type": "object",
          "description": "A value with its 95 % interval.",
          "properties": {
            "value": {
              "type": ["number", "null"], "minimum": -2, "maximum": 2,
              "description": "The value; null where the texts do not define it."
            },
            "lower": {
              "type": ["number", "null"], "minimum": -2, "maximum": 2,
              "description": "The lower end; null where half of the draws do not define it."
            },
            "upper": {
              "type": ["number", "null"], "minimum": -2, "maximum": 2,
              "description": "The upper end; null as the lower one."
            }
          },
          "required": ["value", "lower", "upper"],
          "additionalProperties": false
        },
        "slice": {
          "type": "object",
          "description": "The texts with one value.",
          "properties": {
            "name": {
              "type": ["string", "null"],
              "description": "The value; null for texts without one, and for values that few texts have."
            },
            "texts": { "type": "integer", "minimum": 1, "description": "How many texts." },
            "negatives": {
              "type": "integer", "minimum": 0,
              "description": "How many of them people call negative."
            },
            "measures": {
              "type": "array", "items": { "$ref": "#/$defs/measure" },
              "description": "Their measures."
            }
          },
          "required": ["name", "texts", "negatives", "measures"],
          "additionalProperties": false
        }
    """#

  /// A reliability table.
  static let reliabilityDefinition = #"""
        "reliability": {
          "type": "object",
          "description": "Calibrated chances and what came of them.",
          "properties": {
            "expected_error": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "The expected calibration error over the bins."
            },
            "brier_score": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "The mean square of chance less outcome."
            },
            "bins": {
              "type": "array",
              "items": {
                "type": "object",
                "description": "The texts whose chance lies in one range.",
                "properties": {
                  "lower": {
                    "type": "number", "minimum": 0, "maximum": 1,
                    "description": "The lower end of the range."
                  },
                  "upper": {
                    "type": "number", "minimum": 0, "maximum": 1,
                    "description": "The upper end of the range."
                  },
                  "texts": {
                    "type": "integer", "minimum": 0,
                    "description": "How many texts."
                  },
                  "predicted": {
                    "type": ["number", "null"], "minimum": 0, "maximum": 1,
                    "description": "The mean of their chances; null for no text."
                  },
                  "negative": {
                    "type": "integer", "minimum": 0,
                    "description": "How many of them people call negative."
                  }
                },
                "required": ["lower", "upper", "texts", "predicted", "negative"],
                "additionalProperties": false
              },
              "description": "Ranges of equal width, in ascending order."
            }
          },
          "required": ["expected_error", "brier_score", "bins"],
          "additionalProperties": false
        }
    """#

  /// One error.
  static let evaluationErrorDefinition = #"""
        "error": {
          "type": "object",
          "description": "A text on whose side the engine is not.",
          "properties": {
            "record_id": { "type": "string", "description": "The record's id." },
            "file": { "type": "string", "description": "The file it stands in." },
            "line": {
              "type": ["integer", "null"], "minimum": 1,
              "description": "The line, from 1; null where the format has none."
            },
            "people": {
              "enum": ["positive", "negative", "neutral", "mixed", "no_opinion"],
              "description": "What people said."
            },
            "engine": {
              "enum": ["positive", "negative", "neutral", "mixed", "no_opinion", "abstained"],
              "description": "What the engine said."
            },
            "compound": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "Its score; null where it has none."
            },
            "text": { "type": "string", "description": "The words, personal data masked." }
          },
          "required": ["record_id", "file", "line", "people", "engine", "compound", "text"],
          "additionalProperties": false
        }
    """#
}
