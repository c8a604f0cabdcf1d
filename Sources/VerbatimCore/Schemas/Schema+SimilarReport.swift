extension Schema {
  /// `similar.report.v1`: who else said what a text says.
  static let similarReport = Schema(
    type: "similar.report.v1",
    title: "Who else said this",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/similar.report.v1.json",
        "title": "Who else said this",
        "description": "The signals that say what a text says, by its words and by the issues that the engine reads in it, article by article. Texts are redacted. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "similar.report.v1",
            "description": "The name of this type."
          },
          "issues": {
            "type": "array",
            "items": { "type": "string", "minLength": 1, "description": "A leaf of the taxonomy." },
            "description": "The issues that the engine reads in the text."
          },
          "words": {
            "type": "array",
            "items": { "type": "string", "minLength": 1, "description": "A word." },
            "description": "The words of the text that say something, as they were searched for."
          },
          "count": {
            "type": "integer", "minimum": 0,
            "description": "The signals that say the same; `matches` holds the first of them."
          },
          "articles": {
            "type": "array", "items": { "$ref": "#/$defs/article" },
            "description": "The articles, those about which it is said most first."
          },
          "matches": {
            "type": "array", "items": { "$ref": "#/$defs/match" },
            "description": "The most similar signals first, as many as --limit asks for."
          }
        },
        "required": ["type", "issues", "words", "count", "articles", "matches"],
        "additionalProperties": false,
        "$defs": {
      \#(similarArticleDefinition),
      \#(similarMatchDefinition)
        }
      }
      """#
  )

  private static let similarArticleDefinition = #"""
        "article": {
          "type": "object",
          "description": "An article about which the same was said.",
          "properties": {
            "sku": {
              "type": ["string", "null"], "minLength": 1,
              "description": "The SKU; null for feedback of which the article is not known."
            },
            "count": {
              "type": "integer", "minimum": 1,
              "description": "The signals that say it."
            },
            "issues": {
              "type": "array",
              "description": "How the article stands for each of the text's issues.",
              "items": {
                "type": "object",
                "description": "The article and one issue.",
                "properties": {
                  "issue": {
                    "type": "string", "minLength": 1, "description": "The leaf of the taxonomy."
                  },
                  "observed": {
                    "type": "integer", "minimum": 0, "description": "Distinct reports of it."
                  },
                  "expected": {
                    "type": "number", "minimum": 0, "description": "What independence predicts."
                  },
                  "eb05": {
                    "type": "number", "minimum": 0,
                    "description": "The lower 5 % point of the shrunk ratio of the two."
                  },
                  "standing": {
                    "enum": ["alert", "watch", "raised", "calm", "not_enough_data"],
                    "description": "How it stands."
                  }
                },
                "required": ["issue", "observed", "expected", "eb05", "standing"],
                "additionalProperties": false
              }
            }
          },
          "required": ["sku", "count", "issues"],
          "additionalProperties": false
        }
    """#

  private static let similarMatchDefinition = #"""
        "match": {
          "type": "object",
          "description": "A signal that says the same.",
          "properties": {
            "signal_id": {
              "type": "string", "pattern": "^[0-9a-f]{32}$", "description": "The signal."
            },
            "event_time": {
              "type": ["string", "null"], "minLength": 10,
              "description": "When the feedback was given, a day or a moment in UTC."
            },
            "sku": { "type": ["string", "null"], "description": "The article." },
            "supplier": { "type": ["string", "null"], "description": "Its maker." },
            "share": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "The share of the text's words that it has."
            },
            "issues": {
              "type": "array",
              "items": { "type": "string", "minLength": 1, "description": "A leaf of the taxonomy." },
              "description": "The issues that it shares with the text."
            },
            "passages": {
              "type": "array",
              "description": "The parts of the record that hold a word.",
              "items": {
                "type": "object",
                "description": "A part.",
                "properties": {
                  "part": {
                    "type": "string", "pattern": "^(title|text|turns\\[[0-9]+\\])$",
                    "description": "The title, the text or a turn."
                  },
                  "text": { "type": "string", "description": "The whole part, redacted." },
                  "ranges": {
                    "type": "array",
                    "description": "Where the words stand, in the bytes of the text.",
                    "items": {
                      "type": "object",
                      "description": "A range.",
                      "properties": {
                        "start": {
                          "type": "integer", "minimum": 0, "description": "The first byte."
                        },
                        "end": {
                          "type": "integer", "minimum": 0, "description": "One past the last byte."
                        }
                      },
                      "required": ["start", "end"],
                      "additionalProperties": false
                    }
                  }
                },
                "required": ["part", "text", "ranges"],
                "additionalProperties": false
              }
            }
          },
          "required": [
            "signal_id", "event_time", "sku", "supplier", "share", "issues", "passages"
          ],
          "additionalProperties": false
        }
    """#
}
