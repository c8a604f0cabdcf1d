extension Schema {
  /// `evaluation.report.v1`: how right an engine is on rated feedback.
  static let evaluationReport = Schema(
    type: "evaluation.report.v1",
    title: "Evaluation report",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/evaluation.report.v1.json",
        "title": "Evaluation report",
        "description": "How right one engine is on labelled or rated feedback, or two engines side by side. Later releases of v1 may add fields, measures and verdicts and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "evaluation.report.v1",
            "description": "The name of this type."
          },
          "engine": { "$ref": "#/$defs/engine", "description": "What the engine is made of." },
          "part": {
            "enum": ["tuning", "held-out", "all"],
            "description": "The part of the texts that was measured."
          },
          "records": {
            "type": "object",
            "description": "What became of the records of the files.",
            "properties": {
              "read": {
                "type": "integer", "minimum": 0,
                "description": "Records read, usable or not."
              },
              "measured": {
                "type": "integer", "minimum": 0,
                "description": "Texts of the part that was measured."
              },
              "rejected": {
                "type": "integer", "minimum": 0,
                "description": "Records that cannot be used, or whose label is none."
              },
              "without_verdict": {
                "type": "integer", "minimum": 0,
                "description": "Records with neither a label nor a rating."
              },
              "without_words": {
                "type": "integer", "minimum": 0,
                "description": "Records with a verdict and no words."
              }
            },
            "required": ["read", "measured", "rejected", "without_verdict", "without_words"],
            "additionalProperties": false
          },
          "balance": {
            "type": "object",
            "description": "How many texts people gave each label.",
            "properties": {
              "positive": {
                "type": "integer", "minimum": 0,
                "description": "Texts that people call positive."
              },
              "negative": {
                "type": "integer", "minimum": 0,
                "description": "Texts that people call negative."
              },
              "neutral": {
                "type": "integer", "minimum": 0,
                "description": "Texts that people call neutral."
              },
              "mixed": {
                "type": "integer", "minimum": 0,
                "description": "Texts that people call mixed."
              },
              "no_opinion": {
                "type": "integer", "minimum": 0,
                "description": "Texts in which people find no opinion."
              }
            },
            "required": ["positive", "negative", "neutral", "mixed", "no_opinion"],
            "additionalProperties": false
          },
          "bootstrap": {
            "type": "object",
            "description": "How the 95 % intervals were found.",
            "properties": {
              "draws": {
                "type": "integer", "minimum": 1,
                "description": "How many times the texts were drawn."
              },
              "seed": {
                "type": "string", "pattern": "^[0-9]+$",
                "description": "The seed of the draws, in digits."
              },
              "unit": {
                "enum": ["text", "product"],
                "description": "What was drawn: single texts, or articles with their texts."
              },
              "products": {
                "type": ["integer", "null"], "minimum": 1,
                "description": "How many articles there are; null when texts were drawn."
              }
            },
            "required": ["draws", "seed", "unit", "products"],
            "additionalProperties": false
          },
          "engines": {
            "type": "array", "items": { "$ref": "#/$defs/measured" },
            "description": "The engines; the values of every measure stand in their order."
          },
          "measures": {
            "type": "array", "items": { "$ref": "#/$defs/measure" },
            "description": "The measures that these texts define."
          },
          "slices": {
            "type": ["object", "null"],
            "description": "The texts divided; null when not asked for.",
            "properties": {
              "by": {
                "type": "string",
                "description": "What they are divided by, as the user named it."
              },
              "values": {
                "type": "array", "items": { "$ref": "#/$defs/slice" },
                "description": "The slices, those of most texts first."
              }
            },
            "required": ["by", "values"],
            "additionalProperties": false
          },
          "reliability": {
            "anyOf": [{ "$ref": "#/$defs/reliability" }, { "type": "null" }],
            "description": "Whether calibrated chances mean what they say; null without a calibration."
          },
          "errors": {
            "type": "array", "items": { "$ref": "#/$defs/error" },
            "description": "The worst errors of the first engine, as many as asked for."
          }
        },
        "required": [
          "type", "engine", "part", "records", "balance", "bootstrap", "engines", "measures",
          "slices", "reliability", "errors"
        ],
        "additionalProperties": false,
        "$defs": {
      \#(engineDefinition),
      \#(measuredEngineDefinition),
      \#(measureDefinition),
      \#(reliabilityDefinition),
      \#(evaluationErrorDefinition)
        }
      }
      """#
  )
}
