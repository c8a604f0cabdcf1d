/// How a signal feels, each a member of its schema's `$defs`.
extension Schema {
  /// The score and the verdict.
  static let sentimentDefinition = #"""
        "sentiment": {
          "type": "object",
          "description": "The score of the customer's words. Without a score every number is null, never 0.",
          "properties": {
            "status": {
              "enum": ["scored", "no_opinion", "abstained", "unsupported_language", "no_text"],
              "description": "Why there is, or is not, a score."
            },
            "compound": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "The score, -1 (worst) to 1 (best); null unless scored."
            },
            "positive": {
              "type": ["number", "null"], "minimum": 0, "maximum": 1,
              "description": "The positive share of the mass, 0 to 1; null unless scored. The three shares add up to 1; with --engine vader each is rounded to 3 decimals by itself."
            },
            "negative": {
              "type": ["number", "null"], "minimum": 0, "maximum": 1,
              "description": "The negative share of the mass, 0 to 1; null unless scored."
            },
            "neutral": {
              "type": ["number", "null"], "minimum": 0, "maximum": 1,
              "description": "The neutral share of the mass, 0 to 1; null unless scored."
            },
            "label": {
              "enum": ["positive", "negative", "neutral", "mixed", null],
              "description": "The verdict: by a compound of at least 0.05 or at most -0.05, or mixed when both sides keep a quarter of the mass; null unless scored."
            },
            "p_negative": {
              "type": ["number", "null"], "minimum": 0, "maximum": 1,
              "description": "The calibrated chance that a person calls it negative, 0 to 1; null without a score, or where the lexicons hold no calibration."
            },
            "calibration_id": {
              "type": ["string", "null"],
              "description": "The calibration behind `p_negative`; null as that is."
            }
          },
          "required": [
            "status", "compound", "positive", "negative", "neutral", "label", "p_negative",
            "calibration_id"
          ],
          "additionalProperties": false,
          "oneOf": [
            {
              "description": "With a score, its numbers and its label are there.",
              "properties": {
                "status": { "const": "scored", "description": "There is a score." },
                "compound": { "type": "number", "description": "Never null with a score." },
                "positive": { "type": "number", "description": "Never null with a score." },
                "negative": { "type": "number", "description": "Never null with a score." },
                "neutral": { "type": "number", "description": "Never null with a score." },
                "label": { "type": "string", "description": "Never null with a score." }
              }
            },
            {
              "description": "Without a score, all of them are null.",
              "properties": {
                "status": {
                  "enum": ["no_opinion", "abstained", "unsupported_language", "no_text"],
                  "description": "There is no score."
                },
                "compound": { "const": null, "description": "Always null without a score." },
                "positive": { "const": null, "description": "Always null without a score." },
                "negative": { "const": null, "description": "Always null without a score." },
                "neutral": { "const": null, "description": "Always null without a score." },
                "label": { "const": null, "description": "Always null without a score." },
                "p_negative": { "const": null, "description": "Always null without a score." },
                "calibration_id": { "const": null, "description": "Always null without a score." }
              }
            }
          ]
        }
    """#

  /// One customer's satisfaction.
  static let satisfactionDefinition = #"""
        "satisfaction": {
          "type": ["object", "null"],
          "description": "One customer's satisfaction from what is there.",
          "properties": {
            "score": {
              "type": "number", "minimum": 0, "maximum": 100,
              "description": "The mean of the components, 0 (worst) to 100 (best)."
            },
            "components": {
              "type": "object",
              "description": "Each component by its name, 0 to 100; one that is missing is absent, not neutral.",
              "properties": {
                "stars": {
                  "type": "number", "minimum": 0, "maximum": 100,
                  "description": "From the stars of a review, 0 to 100."
                },
                "nps": {
                  "type": "number", "minimum": 0, "maximum": 100,
                  "description": "From the likelihood to recommend, 0 to 100; no net promoter score."
                },
                "csat": {
                  "type": "number", "minimum": 0, "maximum": 100,
                  "description": "From the satisfaction with a contact or an order, 0 to 100."
                },
                "ces": {
                  "type": "number", "minimum": 0, "maximum": 100,
                  "description": "From the effort, turned so that more is better, 0 to 100."
                },
                "thumbs": {
                  "type": "number", "minimum": 0, "maximum": 100,
                  "description": "From a thumb, 0 or 100."
                },
                "other": {
                  "type": "number", "minimum": 0, "maximum": 100,
                  "description": "From any other scale whose good end is known, 0 to 100."
                },
                "text": {
                  "type": "number", "minimum": 0, "maximum": 100,
                  "description": "From the words: the compound mapped to 0 to 100."
                }
              },
              "additionalProperties": false
            },
            "coverage": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "The share of the possible components that are there, 0 to 1: a rating and a text make 1."
            }
          },
          "required": ["score", "components", "coverage"],
          "additionalProperties": false
        }
    """#

  /// Stretches of the text, with scores and with what counted.
  static let clauseDefinition = #"""
        "clause": {
          "type": "object",
          "description": "One stretch between punctuation or conjunctions, with its own score.",
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
            "compound": {
              "type": "number", "minimum": -1, "maximum": 1,
              "description": "Its score, -1 to 1."
            },
            "issues": {
              "type": "array", "items": { "type": "string", "minLength": 1 },
              "description": "The codes of the issues whose evidence lies in it."
            }
          },
          "required": ["part", "start", "end", "compound", "issues"],
          "additionalProperties": false
        },
        "unscored": {
          "type": "object",
          "description": "One stretch that was kept but not scored.",
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
            "kind": {
              "enum": ["quoted", "delimiter", "sign_off", "signature", "device", "disclaimer", "footer", "macro", "foreign"],
              "description": "Why: an earlier message, what announces it, a closing phrase with its name, a signature, what a device, a mail server or a list adds, a paragraph that repeats across conversations, a language that is not scored."
            }
          },
          "required": ["part", "start", "end", "kind"],
          "additionalProperties": false
        },
        "contribution": {
          "type": "object",
          "description": "One entry of the lexicon that counted.",
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
            "term": {
              "type": "string",
              "description": "The entry as the lexicon spells it."
            },
            "valence": {
              "type": "number", "minimum": -4, "maximum": 4,
              "description": "The entry's valence, -4 to 4."
            },
            "rules": {
              "type": "array", "items": { "type": "string" },
              "description": "The rules that changed it, in order, each with its factor."
            },
            "contribution": {
              "type": "number",
              "description": "Its share of the compound; all of them add up to it."
            }
          },
          "required": ["part", "start", "end", "term", "valence", "rules", "contribution"],
          "additionalProperties": false
        }
    """#
}
